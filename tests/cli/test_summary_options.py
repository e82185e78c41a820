"""What the `summary` command offers: the visit it is for, paper, photos and a password."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from db.folder import open_diary
from db.records import Preference, Put
from diary.arguments import USAGE
from diary.summary.options import Paper
from diary.summary.visit_kinds import VisitKind
from tests.cli.shared import Run

pytestmark = pytest.mark.usefixtures("filled")


def first_page(file: Path) -> str:
    with pypdfium2.PdfDocument(file) as document:
        return str(document[0].get_textpage().get_text_range())


def test_the_choices_are_those_of_the_program() -> None:
    from diary.arguments import PAPERS, VISITS  # noqa: PLC0415 - beside what they must agree with

    assert tuple(VisitKind) == VISITS
    assert tuple(Paper) == PAPERS


def test_what_is_remembered_for_a_visit_is_left_out(run: Run, folder: Path, tmp_path: Path) -> None:
    store = open_diary(folder)
    store.write([Put(Preference("summary.left_out.gp", '["organs"]'))])
    store.close()

    code, out, err = run("summary", "--output", tmp_path / "a.pdf", "--for", "gp")

    assert (code, out, err) == (0, "", "")
    page = first_page(tmp_path / "a.pdf")
    assert "GP" in page
    assert "Left out by the patient’s choice: Heart, lungs, kidneys." in page


def test_a_password_comes_from_a_file(run: Run, tmp_path: Path) -> None:
    secret = tmp_path / "password"
    secret.write_text("kept warm\r\nnot this\n", encoding="utf-8")

    code, _out, err = run("summary", "--output", tmp_path / "a.pdf", "--password-file", secret)

    assert (code, err) == (0, "")
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(tmp_path / "a.pdf")
    with pikepdf.open(tmp_path / "a.pdf", password="kept warm") as document:
        assert document.encryption.bits == 256
    assert not list(tmp_path.glob(".*.part"))


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\x00", None])
def test_a_file_without_a_password_writes_nothing(
    content: bytes | None, run: Run, tmp_path: Path
) -> None:
    secret = tmp_path / "password"
    if content is not None:
        secret.write_bytes(content)

    code, _out, err = run("summary", "--output", tmp_path / "a.pdf", "--password-file", secret)

    assert code == 1
    assert "holds no password" in err
    assert not (tmp_path / "a.pdf").exists()


def test_the_language_can_be_another_than_the_system_s(run: Run, tmp_path: Path) -> None:
    code, out, err = run("summary", "--output", tmp_path / "a.pdf", "--language", "es")

    assert (code, out, err) == (0, "", "")
    assert "Lo que cambió" in first_page(tmp_path / "a.pdf")
    code, _out, _err = run("summary", "--output", tmp_path / "b.pdf", "--language", "xx")
    assert code == USAGE
