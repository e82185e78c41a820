"""The page of the summary: choices, the true preview, saving and printing, by keys and clicks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from db.records import Profile
from diary.field import Group
from diary.logic.periods import Period
from diary.session import Session
from diary.summary import Paper
from diary.ui.pages.summary import SummaryPage
from tests.conftest import FakeClock
from tests.ui.summary_kit import page, show

Key = Qt.Key
LEFT = Qt.MouseButton.LeftButton
CTRL = Qt.KeyboardModifier.ControlModifier


__all__ = ["page", "show"]


def text(pdf: bytes | Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def wait_until_said(page: SummaryPage, qtbot: QtBot, words: str) -> None:
    """The preview shows, and says to screen readers, these words."""
    qtbot.waitUntil(lambda: words in page.preview.page.accessibleDescription(), timeout=20000)


def test_the_preview_is_the_pdf_of_the_last_three_months(page: SummaryPage):
    assert page.preview.pages == 2
    assert page.preview.place.text() == "page 1 of 2"
    assert not page.preview.page.pixmap().isNull()
    spoken = page.preview.page.accessibleDescription()
    assert "Ann Example" in spoken
    assert "23 Aug – 22 Nov 2026" in spoken.replace("\u2009", " ")


@pytest.mark.parametrize(
    ("number", "period"),
    [
        (0, Period(date(2026, 11, 9), date(2026, 11, 22))),
        (1, Period(date(2026, 10, 23), date(2026, 11, 22))),
        (2, Period(date(2026, 8, 23), date(2026, 11, 22))),
    ],
)
def test_a_period_is_chosen_by_its_key(
    number: int, period: Period, page: SummaryPage, qtbot: QtBot
):
    page.choices.time.stretch.setFocus()
    for _ in range(2):
        qtbot.keyClick(page.choices.time.stretch, Key.Key_1 + number)

    assert page.choices.time.period() == period


def test_own_dates_make_the_preview_anew(page: SummaryPage, qtbot: QtBot):
    page.choices.time.stretch.choose("own")
    page.choices.time.first.setText("1 Nov 2026")
    qtbot.keyClick(page.choices.time.first, Key.Key_Return)

    assert page.choices.time.period() == Period(date(2026, 11, 1), date(2026, 11, 22))
    wait_until_said(page, qtbot, "22 days, compared with")


def test_dates_the_wrong_way_round_are_said_and_nothing_is_made(page: SummaryPage):
    page.choices.time.stretch.choose("own")
    page.choices.time.first.setText("20 Nov 2026")
    page.choices.time.first.commit()
    page.choices.time.last.setText("1 Nov 2026")
    page.choices.time.last.commit()

    assert "first day is after the last" in page.choices.time.problem.text()
    assert not page.choices.time.valid
    page.output.ask_file = lambda _name: pytest.fail("no file may be asked for")
    page.save()


def test_a_day_to_come_is_refused(page: SummaryPage):
    page.choices.time.stretch.choose("own")
    page.choices.time.last.setText("1 Dec 2026")
    page.choices.time.last.commit()

    assert page.choices.time.last.bad
    assert page.choices.time.period().last == date(2026, 11, 22)


def test_a_section_left_out_and_the_appendix(page: SummaryPage, qtbot: QtBot, tmp_path: Path):
    page.output.ask_file = lambda name: str(tmp_path / name)
    page.choices.sections[Group.SKIN].setChecked(False)
    page.choices.appendix.setChecked(True)
    with qtbot.waitSignal(page.announced, timeout=20000):
        page.save()

    saved = text(next(tmp_path.glob("*.pdf")))
    assert "Left out by the patient’s choice: Skin." in saved
    assert "How each thing was asked" in saved


def test_ctrl_s_saves_under_a_dated_name(page: SummaryPage, qtbot: QtBot, tmp_path: Path):
    page.output.ask_file = lambda name: str(tmp_path / name)

    with qtbot.waitSignal(page.announced, timeout=20000) as said:
        qtbot.keyClick(page, Key.Key_S, CTRL)

    file = tmp_path / "2026-11-22 Scleroderma diary Ann Example.pdf"
    assert (said.args or [""])[0] == "The summary is saved."
    assert file.name in page.side.said.text()
    assert page.side.said.isVisible()
    opened: list[object] = []
    page.output.open_file = opened.append
    qtbot.mouseClick(page.side.open_button, Qt.MouseButton.LeftButton)
    assert opened == [file]
    assert "Ann Example" in text(file)
    assert [each.name for each in tmp_path.glob("*.pdf")] == [file.name]


def test_pdf_is_added_to_a_name_without_it(page: SummaryPage, qtbot: QtBot, tmp_path: Path):
    page.output.ask_file = lambda _name: str(tmp_path / "for Dr. Lee")

    with qtbot.waitSignal(page.announced, timeout=20000):
        page.save()

    assert (tmp_path / "for Dr. Lee.pdf").exists()


def test_a_place_that_cannot_be_written_is_one_sentence(
    page: SummaryPage, qtbot: QtBot, tmp_path: Path
):
    page.output.ask_file = lambda _name: str(tmp_path / "no such folder" / "summary.pdf")

    with qtbot.waitSignal(page.announced, timeout=20000) as said:
        qtbot.mouseClick(page.side.save_button, LEFT)

    assert "cannot be written" in (said.args or [""])[0]
    assert page.preview.pages == 2


def test_nothing_happens_when_the_dialog_is_closed(page: SummaryPage, qtbot: QtBot):
    page.output.ask_file = lambda _name: ""
    page.output.ask_printer = lambda _printer: False

    with qtbot.assertNotEmitted(page.announced, wait=300):
        page.save()
        page.print()


def test_the_name_just_typed_is_kept_and_in_the_saved_file(
    page: SummaryPage, session: Session, qtbot: QtBot, tmp_path: Path
):
    page.output.ask_file = lambda name: str(tmp_path / name)
    page.profile.name.setFocus()
    page.profile.name.setText("Zoë Example")
    page.profile.born.setText("2 May 1970")

    with qtbot.waitSignal(page.announced, timeout=20000):
        qtbot.keyClick(page, Key.Key_S, CTRL)

    assert session.read.profile() == Profile("Zoë Example", date(1970, 5, 2), "")
    saved = text(tmp_path / "2026-11-22 Scleroderma diary Zoë Example.pdf")
    assert "Zoë Example" in saved
    assert "Born 2 May 1970" in saved


def test_a_birthday_that_cannot_be_read_stays_and_is_said(page: SummaryPage):
    page.profile.born.setText("in spring")
    page.profile.born.commit()

    assert "“in spring” is not a date of birth" in page.profile.born.sentence.text()
    assert page.profile.profile.born == date(1968, 3, 14)


def test_an_entry_made_elsewhere_shows_in_the_preview(
    page: SummaryPage, session: Session, clock: FakeClock, qtbot: QtBot
):
    assert "Pain" not in page.preview.page.accessibleDescription()

    session.record(clock.now().date(), "general.pain", 7)

    wait_until_said(page, qtbot, "Pain")


def test_every_page_goes_to_the_printer_at_its_size(
    page: SummaryPage, qtbot: QtBot, tmp_path: Path
):
    printed = tmp_path / "printed.pdf"

    def to_file(printer: QPrinter) -> bool:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(printed))
        return True

    page.output.ask_printer = to_file
    page.choices.paper.choose(Paper.LETTER.value)

    with qtbot.waitSignal(page.announced, timeout=30000) as said:
        qtbot.mouseClick(page.side.print_button, LEFT)

    assert (said.args or [""])[0] == "Sent to the printer."
    document = pypdfium2.PdfDocument(printed)
    sizes = [document.get_page_size(number) for number in range(len(document))]
    document.close()
    assert [(round(width), round(height)) for width, height in sizes] == [(612, 792)] * 2


def test_every_control_has_a_name_and_enough_room(page: SummaryPage):
    controls = [
        each
        for each in [*page.findChildren(QAbstractButton), *page.findChildren(QLineEdit)]
        if each.isVisible()
    ]
    assert len(controls) > 15
    for control in controls:
        name = control.accessibleName() or getattr(control, "text", str)()
        assert name.strip("‹›−+ "), control
        assert control.height() >= 24
        assert control.width() >= 24
    assert page.side.save_button.height() >= 44
    assert page.side.print_button.height() >= 44


def test_a_narrow_window_puts_the_preview_below(page: SummaryPage, qtbot: QtBot):
    assert page.preview.pos().x() > page.choices.width()

    page.resize(600, 700)
    qtbot.waitUntil(lambda: page.preview.pos().x() < 100)

    assert page.preview.pos().y() > page.choices.height()


def test_an_empty_diary_has_a_summary_too(show: Callable[[], SummaryPage], clock: FakeClock):
    page = show()

    assert isinstance(clock.now(), datetime)
    assert "Nothing recorded" in page.preview.page.accessibleDescription()


def test_dates_that_cannot_be_read_are_not_saved_as_others(
    page: SummaryPage, qtbot: QtBot, tmp_path: Path
):
    asked: list[str] = []
    page.output.choose_file = asked.append  # type: ignore[assignment, method-assign]
    page.choices.time.stretch.choose("own")
    page.choices.time.first.setText("1 Octobr")  # still being typed: nobody has left the line
    page.save()

    assert asked == []
    assert page.choices.time.problem.isVisible()
    assert page.choices.time.first.text() == "1 Octobr"


def test_a_name_that_is_undone_is_shown_as_it_was(
    page: SummaryPage, session: Session, qtbot: QtBot
):
    page.profile.name.setText("Anna Wrong")
    with qtbot.waitSignal(session.changed):
        page.profile.commit()
    with qtbot.waitSignal(session.changed):
        session.undo()

    assert page.profile.name.text() == "Ann Example"
    assert page.profile.profile.name == "Ann Example"
