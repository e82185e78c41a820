"""tasks.py and what it is made of; the real runs are tried by hand in a bare system."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import qtlibs
import steps
import system
import tasks
import venvs
from steps import Step

ROOT = Path(__file__).parent.parent.parent
PLAIN = ("tasks", "steps", "venvs", "qtlibs", "system", "locks")

LDD = """
\tlinux-vdso.so.1 (0x00007ffc)
\tlibEGL.so.1 => not found
\tlibxcb-cursor.so.0 => not found
\tlibc.so.6 => /lib/libc.so.6 (0x00007f00)
\tlibxcb-cursor.so.0 => not found
"""


def _exit(code: int) -> list[str]:
    return [sys.executable, "-c", f"raise SystemExit({code})"]


def test_every_step_runs_and_one_failure_fails_the_whole(capfd):
    code = steps.run_all([Step("first", _exit(3)), Step("second", _exit(0))])
    printed = capfd.readouterr().out
    assert code == 1
    assert "[2 of 2] second" in printed
    assert "Failed: first" in printed


def test_steps_that_all_go_well_say_so(capfd):
    assert steps.run_all([Step("only", _exit(0))]) == 0
    assert "All is well." in capfd.readouterr().out


def test_a_step_whose_program_is_missing_fails(capfd):
    assert steps.run_all([Step("gone", ["no-such-program-here"])]) == 1
    assert "no-such-program-here was not found" in capfd.readouterr().out


def test_each_missing_library_of_qt_is_named_once():
    assert qtlibs.not_found(LDD) == ["libEGL.so.1", "libxcb-cursor.so.0"]


@pytest.mark.parametrize(
    ("by", "line"),
    [
        ("apt", "sudo apt-get install -y --no-install-recommends libegl1 libxcb-cursor0"),
        ("dnf", "sudo dnf install -y libglvnd-egl xcb-util-cursor"),
        ("pacman", "sudo pacman -S --needed --noconfirm libglvnd xcb-util-cursor"),
    ],
)
def test_the_command_to_install_libraries_is_exact(by, line):
    assert system.install_line(qtlibs.packages(qtlibs.not_found(LDD), by), by) == line


def test_the_lock_file_of_an_installed_environment_is_known_again(tmp_path, monkeypatch):
    monkeypatch.setattr(venvs, "STAMP", tmp_path / "installed.json")
    venvs.STAMP.write_text("{ broken", encoding="utf-8")
    assert venvs.stamp() == {"locks": [], "project": []}


def test_a_lock_file_has_one_fingerprint_whatever_its_line_ends(tmp_path):
    unix, windows = tmp_path / "unix" / "a.lock", tmp_path / "windows" / "a.lock"
    for path, text in ((unix, b"one\ntwo\n"), (windows, b"one\r\ntwo\r\n")):
        path.parent.mkdir()
        path.write_bytes(text)
    assert venvs.fingerprint(unix) == venvs.fingerprint(windows)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems have a screen")
@pytest.mark.parametrize(("name", "screen"), [("DISPLAY", True), ("OTHER", False)])
def test_a_screen_is_there_when_the_environment_names_one(monkeypatch, name, screen):
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    monkeypatch.setenv(name, ":1")
    assert tasks.has_screen() is screen


def test_an_unknown_command_is_wrong_usage(capsys):
    with pytest.raises(SystemExit) as left:
        tasks.main(["bake"])
    assert left.value.code == 2
    assert "bake" in capsys.readouterr().err


@pytest.mark.parametrize("name", PLAIN)
def test_what_runs_before_anything_is_installed_needs_only_python(name):
    tree = ast.parse((ROOT / "packaging" / f"{name}.py").read_text(encoding="utf-8"))
    imported = {
        part.split(".")[0]
        for node in ast.walk(tree)
        for part in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert imported <= sys.stdlib_module_names | set(PLAIN)


def test_continuous_integration_runs_what_everyone_runs():
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert lines[-1].startswith("exec python3 packaging/tasks.py test")


def test_the_help_names_each_command_and_what_it_does():
    words = [sys.executable, str(ROOT / "packaging" / "tasks.py"), "--help"]
    shown = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert all(
        f"  {name} " in shown and (task.__doc__ or "?") in shown
        for name, task in tasks.COMMANDS.items()
    )
