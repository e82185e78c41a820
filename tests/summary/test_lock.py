"""A summary with a password: strongly encrypted, still accessible, and honest about archives."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from db.store import Store
from diary.fields import CATALOGUE
from diary.summary import Options, make
from diary.summary.lock import locked
from tests.summary.examples import MADE, OPTIONS, PERIOD
from tests.summary.test_pdf import no_problems

PDFINFO = shutil.which("pdfinfo")
HARD_TO_TYPE = "Räuber (7) 北 🙂"


@pytest.fixture
def pdf(filled: Store) -> bytes:
    return make(filled, CATALOGUE, PERIOD, OPTIONS)


def test_it_opens_with_its_password_alone_and_holds_the_same(pdf: bytes):
    found = locked(pdf, HARD_TO_TYPE)

    assert b"Ann Example" not in found
    for wrong in ("", "raeuber", HARD_TO_TYPE + "x"):
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(BytesIO(found), password=wrong)
    with pypdfium2.PdfDocument(found, password=HARD_TO_TYPE) as document:
        assert "Ann Example" in document[0].get_textpage().get_text_range()
    with pikepdf.open(BytesIO(found), password=HARD_TO_TYPE) as document:
        assert (document.encryption.R, document.encryption.bits) == (6, 256)
        assert document.allow.accessibility
        assert document.allow.extract


def test_it_keeps_its_tags_its_title_and_language_and_claims_no_archive(pdf: bytes):
    with (
        pikepdf.open(BytesIO(pdf)) as plain,
        pikepdf.open(BytesIO(locked(pdf, HARD_TO_TYPE)), password=HARD_TO_TYPE) as document,
    ):
        assert document.Root.MarkInfo.Marked
        assert len(document.Root.StructTreeRoot.K[0].K) > 10
        assert document.Root.ViewerPreferences.DisplayDocTitle
        assert str(document.Root.Lang) == str(plain.Root.Lang)
        with plain.open_metadata() as before, document.open_metadata() as about:
            assert about["dc:title"] == before["dc:title"]
            assert about["pdfuaid:part"] == "1"
            assert "pdfaid:part" not in about
            assert "pdfaid:conformance" not in about


def test_whoever_knows_the_password_has_a_file_without_a_fault(filled: Store, tmp_path: Path):
    pdf = make(filled, CATALOGUE, PERIOD, Options(MADE, appendix=True))
    opened = BytesIO()

    with pikepdf.open(BytesIO(locked(pdf, HARD_TO_TYPE)), password=HARD_TO_TYPE) as document:
        document.save(opened)

    assert no_problems(opened.getvalue(), tmp_path) == []


@pytest.mark.skipif(PDFINFO is None, reason="poppler is not installed here")
def test_other_programs_open_it_and_find_its_tags(pdf: bytes, tmp_path: Path):
    file = tmp_path / "locked.pdf"
    file.write_bytes(locked(pdf, "plain words"))

    told = subprocess.run(
        [str(PDFINFO), "-upw", "plain words", str(file)],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip

    assert "Tagged:          yes" in told
    assert "AES-256" in told
