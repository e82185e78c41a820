"""The list of attacks, newest day first: a heading for each day, a row for each attack.

Drawn by the delegate of `widgets/attack_rows.py`; to screen readers each row is its words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from db.records import Attack
from diary.i18n import _, format_day, format_heading, format_minutes, ngettext
from diary.logic.attack_phrases import attack_words
from diary.logic.attacks import Totals, by_day, totals

Index = QModelIndex | QPersistentModelIndex
RECORD = Qt.ItemDataRole.UserRole
DAY_STYLE = "EEEE d MMMM y"


@dataclass(frozen=True, slots=True)
class DayRow:
    """The heading of one day."""

    day: date
    totals: Totals

    @property
    def title(self) -> str:
        """The day's name and date."""
        return format_heading(self.day, DAY_STYLE)

    @property
    def words(self) -> str:
        """The day's totals: "3 attacks, 48 min"."""
        count = ngettext("{n} attack", "{n} attacks", self.totals.count)
        if self.totals.unknown == self.totals.count:
            return count
        minutes = format_minutes(self.totals.minutes)
        if self.totals.unknown:
            unknown = ngettext(
                "{n} of unknown length", "{n} of unknown length", self.totals.unknown
            )
            return f"{count}, {minutes}, {unknown}"
        return f"{count}, {minutes}"


Row = DayRow | Attack


class AttackListModel(QAbstractListModel):
    """Attacks grouped by the day on which they began."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._now: datetime | None = None

    def show_attacks(self, attacks: Iterable[Attack], now: datetime) -> None:
        """Show these instead; within a day the latest comes first."""
        self.beginResetModel()
        self._now = now
        self._rows = []
        for day, those in sorted(by_day(attacks).items(), reverse=True):
            self._rows.append(DayRow(day, totals(those, now)))
            latest_first = sorted(those, key=_start_and_id, reverse=True)
            self._rows.extend(latest_first)
        self.endResetModel()

    @property
    def now(self) -> datetime | None:
        """The moment up to which running attacks are counted."""
        return self._now

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008 - Qt's signature
        """How many headings and attacks there are."""
        return 0 if parent.isValid() else len(self._rows)

    def record(self, index: Index) -> Row | None:
        """The heading or attack of a row."""
        return self._rows[index.row()] if index.isValid() else None

    def attack(self, index: Index) -> Attack | None:
        """The attack of a row; None for a heading."""
        row = self.record(index)
        return row if isinstance(row, Attack) else None

    def index_of(self, attack_id: str) -> QModelIndex:
        """The row of an attack; invalid where it is not shown."""
        for place, row in enumerate(self._rows):
            if isinstance(row, Attack) and row.id == attack_id:
                return self.index(place)
        return QModelIndex()

    def nearest(self, place: int) -> QModelIndex:
        """The attack at a row, or the next one below it, or else the last above."""
        attacks = [n for n, row in enumerate(self._rows) if isinstance(row, Attack)]
        ahead = [n for n in attacks if n >= place]
        found = ahead[:1] or attacks[-1:]
        return self.index(found[0]) if found else QModelIndex()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings cannot be chosen; the arrow keys pass over them."""
        if self.attack(index) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a row, and its record."""
        row = self.record(index)
        if row is None:
            return None
        if role == RECORD:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._words(row)
        return None

    def _words(self, row: Row) -> str:
        if isinstance(row, DayRow):
            return f"{row.title}: {row.words}"
        now = self._now or row.recorded_at
        day = format_day(row.day, DAY_STYLE)
        words = _("{day}, {attack}").format(day=day, attack=attack_words(row, now))
        return words if row.recorded_at_the_time else _("{words}, added later").format(words=words)


def _start_and_id(attack: Attack) -> tuple[datetime, str]:
    return attack.started_at, attack.id
