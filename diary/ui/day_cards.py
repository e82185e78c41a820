"""What a day offers besides its fields: its attacks, open sores, measurements, the skin check.

Each is a card below the fields of its group, made after the first paint, so that it costs no start
time; for the same reason the imports of the makers stand inside the functions.

A card is a widget with `show_day(day)`. It may have the signals `announced(str)`,
`explained(str)` (a section of the article or the key of a field) and `wanted(str)` (the key of a
page), and `kinds`, the types of records whose changes it shows; without it, it is shown anew on
every change.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Protocol, cast

from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from diary.change import Change
from diary.field import Group
from diary.session import Session
from diary.ui.theme import Theme

Maker = Callable[[Session, Theme], QWidget]


def _measurements(group: Group) -> tuple[Group, Maker]:
    def make(session: Session, theme: Theme) -> QWidget:
        from diary.ui.widgets.measurement_card import MeasurementCard

        return MeasurementCard(session, theme, group)

    return group, make


def _skin_check(session: Session, theme: Theme) -> QWidget:
    from diary.ui.widgets.skin_check_card import SkinCheckCard

    return SkinCheckCard(session, theme)


def _attacks(_session: Session, _theme: Theme) -> QWidget:
    from diary.ui.widgets.attacks_link import AttacksLink

    return AttacksLink()


def _sores(session: Session, theme: Theme) -> QWidget:
    from diary.ui.widgets.sore_card import SoreCard

    return SoreCard(session, theme)


def _photos(session: Session, theme: Theme) -> QWidget:
    from diary.ui.widgets.photo_card import PhotoCard

    return PhotoCard(session, theme)


def _question(session: Session, theme: Theme) -> QWidget:
    from diary.ui.widgets.question_card import QuestionCard

    return QuestionCard(session, theme)


CARDS: tuple[tuple[Group, Maker], ...] = (
    (Group.SKIN, _skin_check),
    _measurements(Group.SKIN),
    (Group.RAYNAUD, _attacks),
    (Group.RAYNAUD, _sores),
    _measurements(Group.DIGESTION),
    _measurements(Group.ORGANS),
    _measurements(Group.GENERAL),
    (Group.GENERAL, _photos),
    (Group.GENERAL, _question),
)
"""The cards of each group, in their order."""


class DayCard(Protocol):
    """What a card must be able to do."""

    def show_day(self, day: date) -> None:
        """Show what is recorded on a day."""


class DayCards(QObject):
    """The cards of one page, and where their signals lead."""

    announced = Signal(str)
    explained = Signal(str)
    wanted = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self.made: list[tuple[Group, QWidget]] = []

    @property
    def are_made(self) -> bool:
        """Whether every card is there."""
        return not self.left

    @property
    def left(self) -> int:
        """How many cards are still to come."""
        return len(CARDS) - len(self.made)

    @property
    def inside(self) -> list[QWidget]:
        """What the cards consist of at this moment."""
        return [part for _group, card in self.made for part in card.findChildren(QWidget)]

    def make_next(self) -> tuple[Group, QWidget]:
        """Make the next card. It needs its place before a day: it would be a window till then."""
        group, maker = CARDS[len(self.made)]
        card = maker(self._session, self._theme)
        self.made.append((group, card))
        for name in ("announced", "explained", "wanted"):
            signal = getattr(card, name, None)
            if isinstance(signal, SignalInstance):
                signal.connect(getattr(self, name))
        return group, card

    def show_last(self, day: date) -> None:
        """Show a day on the card that was made last."""
        cast("DayCard", self.made[-1][1]).show_day(day)

    def show_day(self, day: date) -> None:
        """Show a day on every card."""
        for _group, card in self.made:
            cast("DayCard", card).show_day(day)

    def show_change(self, change: Change, day: date) -> None:
        """Show the day anew on the cards that a change is about."""
        for _group, card in self.made:
            kinds: frozenset[type] | None = getattr(card, "kinds", None)
            if kinds is None or change.kinds & kinds:
                cast("DayCard", card).show_day(day)
