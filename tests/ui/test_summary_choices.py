"""For which visit, which photos, a password: remembered, chosen one by one, asked twice."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from db.records import Photo, Put
from db.store import Store
from diary.field import Group
from diary.languages import review_note
from diary.session import Session
from diary.summary.visit_kinds import VisitKind
from diary.ui.pages.summary import SummaryPage
from diary.ui.theme import Theme
from diary.ui.widgets import password_form

LEFT = Qt.MouseButton.LeftButton
MOST = 20_000


@pytest.fixture
def page(session: Session, store: Store, theme: Theme, qtbot: QtBot) -> Iterator[SummaryPage]:
    body = BytesIO()
    Image.new("RGB", (300, 200), "#a06050").save(body, "JPEG")
    for ago in (3, 200):
        day = session.today() - timedelta(days=ago)
        photo = Photo(
            id=f"p{ago}", day=day, about="day", about_id=day.isoformat(), width=300, height=200,
            caption=f"taken {ago} days ago", recorded_at=session.clock.now(),
        )  # fmt: skip
        store.write([Put(photo)], [(photo.id, body.getvalue())])
    made = SummaryPage(session, theme)
    made.resize(1100, 700)
    with qtbot.waitSignal(made.preview.page_shown, timeout=MOST):
        made.show()
    yield made
    made.close()


def press(page: SummaryPage, kind: VisitKind, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.made, timeout=MOST):
        page.choices.visit.choose(kind.value)


def saved(page: SummaryPage, file: Path, qtbot: QtBot) -> Path:
    page.output.ask_file = lambda _name: str(file)
    with qtbot.waitSignal(page.output.saved, timeout=MOST):
        qtbot.mouseClick(page.side.save_button, LEFT)
    return file


def test_each_visit_remembers_what_it_leaves_out(page: SummaryPage, session: Session, qtbot: QtBot):
    press(page, VisitKind.GASTROENTEROLOGY, qtbot)
    assert not page.choices.sections[Group.SKIN].isChecked()
    with qtbot.waitSignal(page.made, timeout=MOST):
        page.choices.sections[Group.GENERAL].setChecked(False)
    press(page, VisitKind.RHEUMATOLOGY, qtbot)
    assert all(box.isChecked() for box in page.choices.sections.values())

    press(page, VisitKind.GASTROENTEROLOGY, qtbot)

    assert page.choices.shown_sections() == {Group.DIGESTION}
    said = page.preview.page.accessibleDescription
    qtbot.waitUntil(lambda: "Gastroenterology" in said(), timeout=MOST)
    assert session.preference("summary.for") == "gastroenterology"


def test_photos_of_the_period_are_chosen_one_by_one(
    page: SummaryPage, qtbot: QtBot, tmp_path: Path
):
    assert page.choices.with_photos.text() == "Photo page (1 photo)"
    assert list(page.choices.photos) == ["p3"]
    pages = page.preview.pages

    with qtbot.waitSignal(page.made, timeout=MOST):
        page.choices.with_photos.setChecked(True)

    with pypdfium2.PdfDocument(saved(page, tmp_path / "a.pdf", qtbot)) as document:
        assert len(document) == pages + 1
        assert "taken 3 days ago" in document[2].get_textpage().get_text_range()
    with qtbot.waitSignal(page.made, timeout=MOST):
        page.choices.photos["p3"].setChecked(False)
    with pypdfium2.PdfDocument(saved(page, tmp_path / "b.pdf", qtbot)) as document:
        assert len(document) == pages


def test_a_password_is_asked_twice_and_locks_the_file(
    page: SummaryPage, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    form, said = page.side.password, []
    monkeypatch.setattr(password_form, "announce", lambda _form, words: said.append(words))
    page.output.ask_file = lambda _name: pytest.fail("no file may be asked for")
    qtbot.keyClicks(form.password, "warm hands")
    qtbot.keyClicks(form.again, "warm hand")
    qtbot.mouseClick(page.side.save_button, LEFT)
    assert "differ" in form.said.text()
    assert said == [form.said.text()]
    assert form.again.hasFocus()

    qtbot.keyClicks(form.again, "warm hands")
    file = saved(page, tmp_path / "a.pdf", qtbot)

    assert not form.said.isVisible()
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(file)
    with pikepdf.open(file, password="warm hands") as document:
        assert document.encryption.bits == 256
    assert {each.name for each in tmp_path.iterdir()} == {"a.pdf", "diary"}


def test_a_shown_password_is_typed_once(page: SummaryPage, qtbot: QtBot, tmp_path: Path):
    form = page.side.password
    form.shown.setChecked(True)
    assert not form.again.isVisible()
    form.password.setText("é" * 80)
    qtbot.mouseClick(page.side.save_button, LEFT)
    assert "too long" in form.said.text()

    form.password.setText("seen")
    with pikepdf.open(saved(page, tmp_path / "a.pdf", qtbot), password="seen") as document:
        assert document.is_encrypted


def test_the_folder_of_a_saved_file_can_be_opened(page: SummaryPage, qtbot: QtBot, tmp_path: Path):
    opened: list[Path] = []
    page.output.open_folder = opened.append
    assert not page.side.folder_button.isVisible()

    file = saved(page, tmp_path / "a.pdf", qtbot)
    qtbot.mouseClick(page.side.folder_button, LEFT)

    assert opened == [file]


def test_what_is_no_longer_wanted_is_given_up(page: SummaryPage, qtbot: QtBot):
    page.maker.stepped.emit(1, 4)
    assert page.side.steps.text() == "Making the pages: step 1 of 4"
    shown = page.preview.pages

    page.choices.appendix.setChecked(True)
    page.refresh()
    qtbot.mouseClick(page.side.stop_button, LEFT)

    with qtbot.assertNotEmitted(page.made, wait=500):
        assert not page.side.stop_button.isVisible()
    assert page.preview.pages == shown


def test_the_pages_can_be_in_another_language_than_the_window(
    page: SummaryPage, session: Session, tmp_path: Path, qtbot: QtBot
):
    with qtbot.waitSignal(page.made, timeout=MOST):
        page.choices.language.choose("es")
    with pypdfium2.PdfDocument(saved(page, tmp_path / "a.pdf", qtbot)) as document:
        assert "Lo que cambió" in document[0].get_textpage().get_text_range()
    assert page.side.save_button.text() == "Save as PDF"
    assert session.preference("summary.language") == "es"
    assert review_note("es") in [words.text() for words in page.choices.findChildren(QLabel)]


def test_the_groups_to_show_stand_in_one_column_apart_from_what_is_above(page: SummaryPage):
    boxes = [*page.choices.sections.values(), page.choices.appendix]
    assert len({box.x() for box in boxes}) == 1
    assert len({box.y() for box in boxes}) == len(boxes)
