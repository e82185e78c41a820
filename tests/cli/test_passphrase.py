"""Commands on a diary with a passphrase: a file or a prompt gives it, and nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from db import keys, passphrase
from diary import opening
from tests.cli.shared import Run

WORDS = "warm gloves, “Handschuhe” 🧤"


@pytest.fixture(autouse=True)
def light_work(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passphrase, "MEMORY_KIB", 256)
    monkeypatch.setattr(passphrase, "PASSES", 1)


@pytest.fixture
def sealed(filled: Path) -> Path:
    keys.store(filled, keys.load(filled), WORDS)
    return filled


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    return monkeypatch


def test_without_a_terminal_and_a_file_one_sentence_says_what_to_do(
    sealed: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", None)

    code, out, err = run("check")

    assert (code, out) == (1, "")
    assert "--passphrase-file" in err
    assert err.count("\n") == 1


@pytest.mark.parametrize("end", ["", "\n", "\r\n", "  \nsomething else\n"])
def test_a_file_gives_it(sealed: Path, run: Run, tmp_path: Path, end: str) -> None:
    file = tmp_path / "words.txt"
    file.write_bytes((WORDS + end).encode("utf-8-sig"))

    code, out, _err = run("--passphrase-file", file, "check")

    assert code == 0
    assert out.startswith("The diary is whole")


def test_a_wrong_one_is_no_damage(sealed: Path, run: Run, tmp_path: Path) -> None:
    file = tmp_path / "words.txt"
    file.write_text("cold hands")

    code, _out, err = run("--passphrase-file", file, "check")

    assert code == 1
    assert "not the passphrase" in err
    assert "damage" not in err


@pytest.mark.parametrize("content", [None, b"", b"\n\nlater", b"\xff\xfe\xfd"])
def test_a_file_without_one_is_named(
    sealed: Path, run: Run, tmp_path: Path, content: bytes | None
) -> None:
    file = tmp_path / "words.txt"
    if content is not None:
        file.write_bytes(content)

    code, _out, err = run("--passphrase-file", file, "check")

    assert code == 1
    assert str(file) in err


def test_the_terminal_asks(sealed: Path, run: Run, terminal: pytest.MonkeyPatch) -> None:
    terminal.setattr(opening, "getpass", lambda _prompt: WORDS + " ")

    assert run("check")[0] == 0


def test_leaving_the_question_changes_nothing(
    sealed: Path, run: Run, terminal: pytest.MonkeyPatch
) -> None:
    terminal.setattr(opening, "getpass", lambda _prompt: "")

    assert run("check")[0] == 1


def test_nobody_is_asked_for_a_diary_without_one(
    filled: Path, run: Run, terminal: pytest.MonkeyPatch
) -> None:
    terminal.setattr(opening, "getpass", lambda _prompt: pytest.fail("asked"))

    assert run("check")[0] == 0
