"""An empty diary's pages invite: what will be seen there, and a way to begin."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from diary.session import Session
from diary.ui.main_window import MainWindow
from diary.ui.widgets.invitation import Invitation
from tests.db.examples import MEDICINE
from tests.ui.conftest import Wait

TO_TODAY = ("trends", "history", "summary")
TO_A_DIALOG = ("attacks", "care")


def invitation(window: MainWindow, page: str) -> Invitation:
    """The one that is seen on a page."""
    found = window.show_page(page).findChildren(Invitation)
    QApplication.processEvents()
    (seen,) = [each for each in found if each.isVisible()]
    return seen


@pytest.mark.parametrize("page", [*TO_TODAY, *TO_A_DIALOG])
def test_the_keyboard_is_on_the_way_to_begin(window: MainWindow, page: str) -> None:
    seen = invitation(window, page)

    assert seen.begin_button.hasFocus()
    assert seen.begin_button.property("role") == "primary"


@pytest.mark.parametrize("page", TO_TODAY)
def test_one_key_leads_to_today(window: MainWindow, page: str, qtbot: QtBot) -> None:
    qtbot.keyClick(invitation(window, page).begin_button, Qt.Key.Key_Space)

    assert window.stack.key == "today"


@pytest.mark.parametrize("page", TO_A_DIALOG)
def test_one_key_opens_what_is_to_be_added(window: MainWindow, page: str, qtbot: QtBot) -> None:
    qtbot.keyClick(invitation(window, page).begin_button, Qt.Key.Key_Space)
    dialog = QApplication.activeModalWidget()

    assert isinstance(dialog, QDialog)
    dialog.reject()


@pytest.mark.parametrize("page", [*TO_TODAY, *TO_A_DIALOG])
def test_a_sample_can_be_looked_at_instead(window: MainWindow, page: str, qtbot: QtBot) -> None:
    seen = invitation(window, page)
    with qtbot.waitSignal(window.sample_wanted):
        seen.sample_button.click()


def test_a_summary_is_shown_as_soon_as_there_is_something_for_it(
    window: MainWindow, session: Session, save: Wait
) -> None:
    seen = invitation(window, "summary")
    save(lambda: session.put(MEDICINE))

    assert not seen.isVisible()
    assert window.stack.page("summary").side.save_button.isVisible()  # type: ignore[attr-defined]


def test_a_page_without_attacks_in_a_longer_diary_says_so(
    window: MainWindow, session: Session, save: Wait
) -> None:
    long_ago = session.today() - timedelta(days=200)
    save(lambda: session.record(long_ago, "skin.tightness", 2))
    page = window.show_page("attacks")

    assert page.none_here.isVisible()  # type: ignore[attr-defined]
    assert not page.empty.isVisible()  # type: ignore[attr-defined]
    assert page.add_button.isVisible()  # type: ignore[attr-defined]
