from __future__ import annotations

import plistlib
import sys
from pathlib import Path

import pytest

from diary.autostart import (
    MacAutostart,
    WindowsAutostart,
    XdgAutostart,
    autostart_here,
    desktop_command,
    start_command,
)

COMMAND = ["/opt/my diary/bin/start", "--diary", 'C:\\Users\\Ann "A" $HOME 100%', "--in-tray"]


class FakeRunKey:
    def __init__(self) -> None:
        self.values = {"another program": "x"}

    def read(self, name: str) -> str | None:
        return self.values.get(name)

    def write(self, name: str, command: str) -> None:
        self.values[name] = command

    def remove(self, name: str) -> None:
        del self.values[name]


def unquoted(line: str) -> list[str]:
    """The arguments of an Exec line, read as the Desktop Entry Specification says."""
    text = line.replace("\\\\", "\\")
    found, part, quoted, signs = [], "", False, iter(text)
    for sign in signs:
        if sign == '"':
            quoted = not quoted
        elif sign == "\\" and quoted:
            part += next(signs)
        elif sign == " " and not quoted:
            found.append(part)
            part = ""
        else:
            part += sign
    return [each.replace("%%", "%") for each in (*found, part)]


def test_a_desktop_entry_is_written_and_removed(tmp_path: Path):
    folder = tmp_path / "config" / "autostart"
    start = XdgAutostart(folder, COMMAND)
    assert not start.is_on()

    start.turn(on=True)
    lines = dict(line.split("=", 1) for line in start.file.read_text().splitlines()[1:])
    assert start.is_on()
    assert lines["Type"] == "Application"
    assert unquoted(lines["Exec"]) == COMMAND

    start.turn(on=False)
    start.turn(on=False)
    assert list(folder.iterdir()) == []


def test_other_entries_stay(tmp_path: Path):
    (tmp_path / "other.desktop").write_text("x")
    start = XdgAutostart(tmp_path, COMMAND)
    start.turn(on=True)
    start.turn(on=False)
    assert [each.name for each in tmp_path.iterdir()] == ["other.desktop"]


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled=false"])
def test_an_entry_that_the_desktop_switched_off_is_off(tmp_path: Path, line: str):
    start = XdgAutostart(tmp_path, COMMAND)
    start.turn(on=True)
    start.file.write_text(f"[Desktop Entry]\n{line}\n")
    assert not start.is_on()
    start.turn(on=True)
    assert start.is_on()


@pytest.mark.parametrize(
    ("part", "written"),
    [
        ("plain", "plain"),
        ("two words", '"two words"'),
        ("50%", "50%%"),
        ("a$b", '"a\\\\$b"'),
        ("back\\slash", '"back\\\\\\\\slash"'),
        ("", '""'),
    ],
)
def test_each_part_of_the_line_is_quoted_where_it_must_be(part: str, written: str):
    assert desktop_command([part]) == written


def test_windows_keeps_one_value_of_ours_and_no_other():
    key = FakeRunKey()
    start = WindowsAutostart(key, ["C:\\Program Files\\Diary\\diary.exe", "--diary", "D:\\a b"])
    start.turn(on=False)
    start.turn(on=True)
    assert start.is_on()
    assert key.values["scleroderma-diary"] == (
        '"C:\\Program Files\\Diary\\diary.exe" --diary "D:\\a b"'
    )

    start.turn(on=False)
    assert not start.is_on()
    assert key.values == {"another program": "x"}


def test_a_launch_agent_is_written_and_removed(tmp_path: Path):
    start = MacAutostart(tmp_path / "LaunchAgents", COMMAND)
    start.turn(on=True)
    agent = plistlib.loads(start.file.read_bytes())
    assert agent["ProgramArguments"] == COMMAND
    assert agent["RunAtLoad"] is True

    start.turn(on=False)
    start.turn(on=False)
    assert not start.is_on()


def test_the_command_starts_this_program_with_its_folders(tmp_path: Path):
    command = start_command(diary=tmp_path / "a b")
    assert Path(command[0]).is_file()
    assert command[-3:] == ["--diary", str(tmp_path / "a b"), "--in-tray"]


def test_a_bundle_starts_itself(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert start_command() == [sys.executable, "--in-tray"]


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="the folder of Linux desktops")
def test_the_autostart_folder_follows_the_desktop(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    start = autostart_here(["x"])
    assert isinstance(start, XdgAutostart)
    assert start.file.parent == tmp_path / "autostart"
    monkeypatch.setenv("XDG_CONFIG_HOME", "relative")
    monkeypatch.setenv("HOME", str(tmp_path))
    start = autostart_here(["x"])
    assert isinstance(start, XdgAutostart)
    assert start.file.parent == tmp_path / ".config" / "autostart"
