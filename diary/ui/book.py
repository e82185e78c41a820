"""The pages of the window in the order of the rail, each made when it is first shown.

The imports stand inside the functions on purpose: a page that is not opened costs no start time.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from diary.i18n import N_
from diary.session import Session
from diary.ui.rail import Place
from diary.ui.theme import Theme

Maker = Callable[[Session, Theme, QWidget], QWidget]


def _today(session: Session, theme: Theme, shelf: QWidget) -> QWidget:
    from diary.ui.pages.today import TodayPage

    return TodayPage(session, theme, shelf)


def _attacks(session: Session, theme: Theme, shelf: QWidget) -> QWidget:
    from diary.ui.pages.attacks import AttacksPage

    return AttacksPage(session, theme, shelf)


def _body(session: Session, theme: Theme, shelf: QWidget) -> QWidget:
    from diary.ui.pages.body import BodyPage

    return BodyPage(session, theme, shelf)


def _trends(session: Session, theme: Theme, shelf: QWidget) -> QWidget:
    from diary.ui.pages.trends import TrendsPage

    return TrendsPage(session, theme, shelf)


def _care(session: Session, theme: Theme, shelf: QWidget) -> QWidget:
    from diary.ui.pages.care import CarePage

    return CarePage(session, theme, shelf)


def _history(session: Session, theme: Theme, shelf: QWidget) -> QWidget:
    from diary.ui.pages.history import HistoryPage

    return HistoryPage(session, theme, shelf)


def _learn(session: Session, theme: Theme, shelf: QWidget) -> QWidget:
    from diary.ui.pages.learn import LearnPage

    return LearnPage(session, theme, shelf)


def _summary(session: Session, theme: Theme, shelf: QWidget) -> QWidget:
    from diary.ui.pages.summary import SummaryPage

    return SummaryPage(session, theme, shelf)


PAGES: tuple[tuple[Place, Maker], ...] = (
    (Place("today", N_("Today")), _today),
    (Place("attacks", N_("Attacks")), _attacks),
    (Place("body", N_("Skin & sores")), _body),
    (Place("trends", N_("Trends")), _trends),
    (Place("care", N_("Medicines & visits")), _care),
    (Place("history", N_("History")), _history),
    (Place("learn", N_("Learn")), _learn),
    (Place("summary", N_("Summary")), _summary),
)
SETTINGS = Place("settings", N_("Settings"))

SECTIONS = {
    "today": "your-first-day",
    "attacks": "an-attack",
    "body": "skin-sores-photos",
    "trends": "reading-trends",
    "care": "medicines-and-visits",
    "history": "your-first-day",
    "learn": "what-it-is",
    "summary": "the-summary",
    "settings": "your-first-day",
}
"""The chapter of the guide, or the section of the article, that F1 opens on a page."""
