"""The page of skin and sores and its dialogs with something in them, for the tests of controls."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QApplication

from db.records import Patch, PatchCheck
from diary.logic.skin_check import FIELDS
from diary.session import Session
from diary.ui.main_window import MainWindow
from diary.ui.pages.body import BodyPage

SETTLE = 5
"""Turns until rows that were just made stand in their place."""


def put_body(session: Session) -> None:
    """Two skin checks, and two patches of which one was measured twice and one has settled."""
    now, today = session.clock.now(), session.today()
    session.fill(today - timedelta(days=40), dict.fromkeys(FIELDS, 1))
    session.fill(today, dict.fromkeys(FIELDS[:5], 2))
    session.put(
        Patch(
            id="there",
            region="right_lower_leg",
            shape="area",
            noticed=today - timedelta(days=90),
            note="Itches when it is warm, above all in the evening.",
            recorded_at=now,
        ),
        *(
            PatchCheck(
                patch="there",
                day=today - timedelta(days=back),
                length_cm=4.5,
                width_cm=12.25,
                shiny=True,
                recorded_at=now,
            )
            for back in (90, 30)
        ),
        Patch(
            id="gone",
            region="neck_back",
            shape="line",
            noticed=today - timedelta(days=300),
            settled=today - timedelta(days=9),
            recorded_at=now,
        ),
    )


def _page(window: MainWindow) -> BodyPage:
    if not window.session.events(Patch):
        put_body(window.session)
    page = window.show_page("body")
    assert isinstance(page, BodyPage)
    page.refresh()
    return page


def _history(window: MainWindow) -> None:
    page = _page(window)
    page.patches.open_patch("there")
    for _turn in range(SETTLE):
        QApplication.processEvents()


def _with(act: Callable[[BodyPage], object]) -> Callable[[MainWindow], None]:
    def show(window: MainWindow) -> None:
        act(_page(window))

    return show


BODY_STATES: dict[str, Callable[[MainWindow], object]] = {
    "body, empty": lambda window: window.show_page("body"),
    "body": _page,
    "patch history": _history,
    "skin check": _with(lambda page: page.skin_check.check_button.click()),
    "new patch": _with(lambda page: page.patches.add("")),
    "patch": _with(lambda page: page.patches.edit("there")),
    "patch size": _with(lambda page: page.patches.measure("there")),
}
