"""One chart a group on one date axis, and the same numbers as a table.

matplotlib is loaded by the first job on the worker, never by opening the window.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QPoint, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QFontInfo, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.records import Attack, Measurement, Reading
from diary.change import Change
from diary.charts.measured import measured_fields
from diary.charts.series import Series, load
from diary.charts.style import Style
from diary.collector import keep_what_is_loaded, no_collector
from diary.field import Catalogue, Field, Group
from diary.i18n import _
from diary.jobs import Jobs
from diary.logic.drawn import TOTAL, drawn_fields
from diary.logic.ranges import Range, Stretch, stretch
from diary.logic.units import chosen_units
from diary.session import Session
from diary.ui.theme import Theme
from diary.ui.trend_care import CARE, TrendCare
from diary.ui.widgets.chart_card import ChartCard
from diary.ui.widgets.controls import GAP, label, scrolling
from diary.ui.widgets.trend_numbers import TrendNumbers
from diary.ui.widgets.trend_tools import TrendTools

if TYPE_CHECKING:
    from diary.charts.render import Picture

T = TypeVar("T")
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
        self._series: Series | None = None
        self._wanted = ""
        self._jobs = Jobs("charts", self)
        self.setProperty("role", "page")
        self.tools = TrendTools()
        self.busy = label(_("Drawing …"), "secondary")
        self.empty = label(
            _("There is nothing to draw yet. Record a few days, and they appear here."), "secondary"
        )
        self.cards = {group: ChartCard(group, theme) for group in Group}
        self._fields = self._drawn_fields(frozenset())
        self.numbers = TrendNumbers(theme)
        self.care = TrendCare(session, theme, self.cards.values(), self.tools)
        self._settle = _once(self, SETTLE_MS, self._draw)
        self._slow = _once(self, SLOW_MS, lambda: self.busy.setVisible(bool(self._left)))
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        self._inside = QWidget()
        self._column = column = QVBoxLayout(self._inside)
        column.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 3 * GAP)
        column.setSpacing(2 * GAP)
        column.addWidget(label(_("Trends"), "title"))
        column.addWidget(self.tools)
        for part in (self.busy, self.empty, self.numbers):
            column.addWidget(part)
            part.hide()
        for made in self.cards.values():
            column.addWidget(made)
        column.addWidget(self.care.bars)
        column.addStretch(1)
        self._area = scrolling(self._inside)
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
        visit = self.care.last_visit if self._range is Range.VISIT else None
        return stretch(self._range, self._session.today(), first, self._back, visit)

    @property
    def first_focus(self) -> QWidget:
        """Where the keyboard begins: the choice of time."""
        return self.tools.ranges

    def focus_field(self, key: str) -> None:
        """Show a field's row of its chart, as soon as it is drawn."""
        field = self._session.catalogue[key]
        card = self.cards[field.group]
        card.view.setFocus()
        self._area.ensureWidgetVisible(card, 0, 0)
        self._wanted = TOTAL.key if field.panel == TOTAL.panel else key
        if not self._left and not self._settle.isActive():
            self._scroll_to_wanted()

    def _scroll_to_wanted(self) -> None:
        key, self._wanted = self._wanted, ""
        if not key or self.tools.table.isChecked():
            return
        drawn = (each for each in self.cards.values() if key in {f.key for f in each.fields})
        card = next(drawn, None)
        if card is None:
            return
        view = card.view
        self._column.activate()
        top = view.mapTo(self._inside, QPoint(0, view.top_of(key))).y()
        self._area.verticalScrollBar().setValue(top - 2 * GAP)

    # Drawing.

    @Slot()
    def refresh(self) -> None:
        """Read the diary and draw anew."""
        self.tools.show_stretch(self._range, self.shown, self._session.today())
        self._settle.start()

    @Slot()
    def _draw(self) -> None:
        """Read on the worker, then draw chart by chart; a newer turn lets an older one go."""
        shown = self.shown
        self._turn += 1
        self.tools.show_stretch(self._range, shown, self._session.today())
        self.care.show(shown)
        self.empty.setVisible(self._session.read.span() is None)
        self._show_parts()
        if self.empty.isVisibleTo(self):
            self._have_drawn()
            return
        self._left = set(self.cards)
        self._slow.start()
        turn = self._turn
        job = partial(_read, self._session, shown)
        self._jobs.run(partial(self._while, turn, job), partial(self._on_read, turn), _raise)

    def _while(self, turn: int, job: Callable[[], T]) -> T | None:
        """What the job gives, as long as nothing newer is wanted."""
        return job() if turn == self._turn else None

    def _on_read(self, turn: int, series: Series | None) -> None:
        if series is None or turn != self._turn:
            return
        self._series = series
        self._fields = self._drawn_fields(series.used)
        self._left = {group for group, fields in self._fields.items() if fields}
        self._show_parts()
        self._fill_table(series)
        style = self._style()
        for group in self._left:
            job = partial(_render, group, self._fields[group], series, style)
            self._jobs.run(
                partial(self._while, turn, job), partial(self._on_drawn, group, turn), _raise
            )

    def _on_drawn(self, group: Group, turn: int, picture: Picture | None) -> None:
        if picture is None or turn != self._turn or self._series is None:
            return
        self.cards[group].show_chart(picture, self._series, self._fields[group])
        self.tools.show_key(picture.key)
        self.care.show_axis(picture.plot)
        self._left.discard(group)
        if not self._left:
            self._have_drawn()

    def _have_drawn(self) -> None:
        self._slow.stop()
        self.busy.hide()
        self._scroll_to_wanted()
        self.drawn.emit()

    def _drawn_fields(self, used: Container[str]) -> dict[Group, tuple[Field, ...]]:
        """The fields of each group that are on, or of which something is shown."""
        on = {field.key for field in self._session.shown}
        catalogue = self._catalogue()
        return {group: drawn_fields(catalogue.in_group(group), used, on) for group in Group}

    def _catalogue(self) -> Catalogue:
        """All fields, and a field for each measure."""
        units = chosen_units(self._session.preference)
        return self._session.catalogue.with_own(measured_fields(units))

    def _fill_table(self, series: Series) -> None:
        """The table has the regions of the skin check, of which the chart has the total."""
        fields = [
            field
            for field in self._catalogue()
            if field.key in series.used or field in self._fields[field.group]
        ]
        self.numbers.fill(fields, partial(load, self._session.read), series.first, series.last)

    def _show_parts(self) -> None:
        """The charts or the table; neither in an empty diary."""
        empty = self.empty.isVisibleTo(self)
        table = self.tools.table.isChecked()
        self.tools.setVisible(not empty)
        self.numbers.setVisible(table and not empty)
        self.care.show_bars(wanted=not table and not empty)
        for group, made in self.cards.items():
            made.setVisible(bool(self._fields[group]) and not table and not empty)

    def _style(self) -> Style:
        inside = self._area.viewport().width() - 8 * GAP
        return Style(
            look=self._theme.look,
            points=self._theme.points,
            width_px=max(inside, LEAST_WIDTH),
            ratio=self.devicePixelRatioF(),
            family=QFontInfo(self.font()).family(),
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
    def _on_table_wanted(self, _wanted: bool) -> None:  # noqa: FBT001 - a signal carries it
        self._show_parts()

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        shown = self.shown
        here = change.kinds & {Reading, Attack, Measurement} and change.touches(
            shown.first, shown.last
        )
        if (here or change.kinds & CARE) and self.isVisible():
            self._settle.start()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Draw for the new width once it stands still."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._settle.start()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Stop drawing."""
        self._turn += 1
        for timer in (self._settle, self._slow):
            timer.stop()
        self._theme.changed.disconnect(self._settle.start)
        self._session.changed.disconnect(self._on_changed)
        self._jobs.close()
        super().closeEvent(event)


def _once(parent: QWidget, milliseconds: int, then: Callable[[], object]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(then)
    return timer


def _read(session: Session, shown: Stretch) -> Series:
    with no_collector():
        return load(session.read, shown.first, shown.last)


def _render(group: Group, fields: Sequence[Field], series: Series, style: Style) -> Picture:
    """Draw a chart, on the worker: the first one loads matplotlib."""
    with no_collector():
        from diary.charts.render import render

        keep_what_is_loaded()
        return render(group, fields, series, style)


def _raise(error: Exception) -> None:
    raise error
