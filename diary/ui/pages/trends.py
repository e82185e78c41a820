"""One chart a group on one date axis, and the same numbers as a table.

matplotlib is loaded by the first job on the worker, never by opening the window.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.records import Attack, Reading
from diary.change import Change
from diary.charts.style import Style
from diary.collector import no_collector
from diary.field import Group
from diary.i18n import _
from diary.jobs import Jobs
from diary.logic.ranges import Range, Stretch, stretch
from diary.session import Session
from diary.ui.models.trend_table import ByField
from diary.ui.theme import Theme
from diary.ui.widgets.chart_card import ChartCard, Drawn, drawn
from diary.ui.widgets.controls import GAP, label, scrolling
from diary.ui.widgets.trend_numbers import TrendNumbers
from diary.ui.widgets.trend_tools import TrendTools

LEAD = timedelta(days=6)
"""Days before the first shown one that its 7-day median needs."""
SETTLE_MS = 120
SLOW_MS = 300
LEAST_WIDTH = 260


class TrendsPage(QWidget):
    """The charts of every group, for a stretch of time that is chosen above them."""

    day_wanted = Signal(object)
    announced = Signal(str)
    drawn = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._range, self._back = Range.QUARTER, 0
        self._turn = 0
        self._left: set[Group] = set()
        self._by_field: ByField = {}
        self._jobs = Jobs("charts", self)
        self.setProperty("role", "page")
        self.tools = TrendTools()
        self.busy = label(_("Drawing …"), "secondary")
        self.empty = label(
            _("There is nothing to draw yet. Record a few days, and they appear here."), "secondary"
        )
        catalogue = session.catalogue
        self.cards = {group: ChartCard(group, catalogue, theme) for group in catalogue.groups()}
        self.numbers = TrendNumbers(list(catalogue), theme)
        self._settle = _once(self, SETTLE_MS, self._draw)
        self._slow = _once(self, SLOW_MS, lambda: self.busy.setVisible(bool(self._left)))
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 3 * GAP)
        column.setSpacing(2 * GAP)
        column.addWidget(label(_("Trends"), "title"))
        column.addWidget(self.tools)
        for part in (self.busy, self.empty, self.numbers):
            column.addWidget(part)
            part.hide()
        for made in self.cards.values():
            column.addWidget(made)
        column.addStretch(1)
        self._area = scrolling(inside)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)

    def _connect(self) -> None:
        self.tools.range_chosen.connect(self._on_range_chosen)
        self.tools.stepped.connect(self._on_stepped)
        self.tools.table_wanted.connect(self._on_table_wanted)
        self.numbers.day_wanted.connect(self.day_wanted)
        for made in self.cards.values():
            made.day_wanted.connect(self.day_wanted)
        self._session.changed.connect(self._on_changed)
        self._theme.changed.connect(self._settle.start)

    @property
    def shown(self) -> Stretch:
        """The days that are shown."""
        span = self._session.read.span()
        first = span[0] if span else None
        return stretch(self._range, self._session.today(), first, self._back)

    @property
    def first_focus(self) -> QWidget:
        """Where the keyboard begins: the choice of time."""
        return self.tools.ranges

    def focus_field(self, key: str) -> None:
        """Show the chart in which a field is drawn."""
        card = self.cards[self._session.catalogue[key].group]
        card.view.setFocus()
        self._area.ensureWidgetVisible(card, 0, 0)

    # Drawing.

    @Slot()
    def refresh(self) -> None:
        """Read the diary and draw anew."""
        shown = self.shown
        self.tools.show_stretch(self._range, shown, self._session.today())
        self._settle.start()

    @Slot()
    def _draw(self) -> None:
        shown = self.shown
        self._turn += 1
        self.empty.setVisible(self._session.read.span() is None)
        self._left = set(self.cards)
        self._slow.start()
        for group, made in self.cards.items():
            made.setVisible(not self.empty.isVisibleTo(self) and not self.tools.table.isChecked())
            self._draw_group(group, shown, self._turn)

    def _draw_group(self, group: Group, shown: Stretch, turn: int) -> None:
        fields = self.cards[group].fields
        read, style = self._session.read, self._style()
        keys = [field.key for field in fields]

        def job() -> Drawn | None:
            if turn != self._turn:
                return None
            from diary.charts.render import render

            first = shown.first - LEAD
            with no_collector():
                readings = read.readings(first, shown.last, keys)
                attacks = read.attacks(first, shown.last) if group is Group.RAYNAUD else []
                picture = render(group, fields, readings, attacks, shown.first, shown.last, style)
                return drawn(picture, readings)

        self._jobs.run(job, lambda made: self._on_drawn(group, turn, made), _raise)

    def _on_drawn(self, group: Group, turn: int, made: Drawn | None) -> None:
        if made is None or turn != self._turn:
            return
        self.cards[group].show_chart(made)
        self._by_field |= {field.key: {} for field in self.cards[group].fields} | made.by_field
        self._left.discard(group)
        if not self._left:
            self.busy.hide()
            shown = self.shown
            self.numbers.fill(dict(self._by_field), shown.first, shown.last)
            self.drawn.emit()

    def _style(self) -> Style:
        inside = self._area.viewport().width() - 10 * GAP
        return Style(
            look=self._theme.look,
            points=self._theme.points,
            width_px=max(inside, LEAST_WIDTH),
            ratio=self.devicePixelRatioF(),
        )

    # What happens.

    @Slot(object)
    def _on_range_chosen(self, chosen: Range) -> None:
        self._range, self._back = chosen, 0
        self.refresh()

    @Slot(int)
    def _on_stepped(self, back: int) -> None:
        self._back = max(0, self._back + back)
        self.refresh()

    @Slot(bool)
    def _on_table_wanted(self, wanted: bool) -> None:  # noqa: FBT001 - a signal carries it
        for made in self.cards.values():
            made.setVisible(not wanted)
        self.numbers.setVisible(wanted)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        shown = self.shown
        here = change.kinds & {Reading, Attack} and change.touches(shown.first, shown.last)
        if here and self.isVisible():
            self._settle.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Draw for the new width once it stands still."""
        super().resizeEvent(event)
        self._settle.start()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Stop drawing."""
        self._turn += 1
        self._settle.stop()
        self._jobs.close()
        super().closeEvent(event)


def _once(parent: QWidget, milliseconds: int, then: Callable[[], object]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(then)
    return timer


def _raise(error: Exception) -> None:
    raise error
