"""The summary with photos to choose, and with a mistyped password, for the tests of controls."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from diary.ui.main_window import MainWindow
from diary.ui.pages.summary import SummaryPage
from tests.pictures import photo


def _page(window: MainWindow) -> SummaryPage:
    window.show_page("summary")
    (page,) = window.findChildren(SummaryPage)
    return page


def _photos(window: MainWindow) -> None:
    """A list of photos, one with words too long for its line."""
    day = window.session.today()
    if not window.session.photos.about("day", day.isoformat()):
        for caption in ("", "Left index finger, with a ruler beside it, in the morning"):
            window.session.put(photo("day", day.isoformat(), day=day, caption=caption))
    page = _page(window)
    page.refresh()
    page.choices.with_photos.setChecked(True)
    QApplication.processEvents()
    assert page.choices.photos


def _password(window: MainWindow) -> None:
    password = _page(window).side.password
    password.password.setText("words of mine")
    assert not password.check()


SUMMARY_STATES: dict[str, Callable[[MainWindow], object]] = {
    "summary with photos": _photos,
    "summary with a password": _password,
}
