"""Day by day: one chart a group on one date axis, and the medicines under it."""

from __future__ import annotations

from collections.abc import Container, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea

from diary.charts.measured import measured_fields
from diary.charts.series import Series, load
from diary.charts.style import Style
from diary.collector import keep_what_is_loaded, no_collector
from diary.field import Catalogue, Field, Group
from diary.i18n import _
from diary.logic.drawn import TOTAL, drawn_fields
from diary.logic.ranges import Stretch
from diary.logic.units import chosen_units
from diary.session import Session
from diary.ui.studio import Latest, Studio
from diary.ui.trend_care import TrendCare
from diary.ui.widgets.chart_card import ChartCard
from diary.ui.widgets.controls import GAP, label
from diary.ui.widgets.trend_view import TrendView

if TYPE_CHECKING:
    from diary.charts.render import Picture

SETTLE_MS = 120
SLOW_MS = 300


class DaysView(TrendView):
    """The charts of every group."""

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self._session = studio.session
        self._latest = Latest(studio)
        self._left: set[Group] = set()
        self._shown: Stretch | None = None
        self._series: Series | None = None
        self._wanted: tuple[str, QScrollArea] | None = None
        self.busy = label(_("Drawing …"), "secondary")
        self.key = label("", "small")
        self.cards = {group: ChartCard(group, studio.theme) for group in Group}
        self._fields = self._drawn_fields(frozenset())
        self.care = TrendCare(studio.session, studio.theme, self.cards.values())
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self.refresh)
        self._slow = QTimer(self, singleShot=True, interval=SLOW_MS)
        self._slow.timeout.connect(self._on_slow)
        for part in (self.key, self.busy, *self.cards.values(), self.care.bars):
            self.column.addWidget(part)
            part.hide()
        for made in self.cards.values():
            made.day_wanted.connect(self.day_wanted)
        studio.theme.changed.connect(self._settle.start)

    def focus_field(self, key: str, area: QScrollArea) -> None:
        """Show a field's row of its chart in the area that scrolls, as soon as it is drawn."""
        field = self._session.catalogue[key]
        card = self.cards[field.group]
        card.view.setFocus()
        area.ensureWidgetVisible(card, 0, 0)
        self._wanted = TOTAL.key if field.panel == TOTAL.panel else key, area
        if not self._left and not self._settle.isActive():
            self._scroll_to_wanted()

    def _scroll_to_wanted(self) -> None:
        if self._wanted is None:
            return
        (key, area), self._wanted = self._wanted, None
        drawn = (each for each in self.cards.values() if key in {f.key for f in each.fields})
        card, inside = next(drawn, None), area.widget()
        if card is None or inside is None:
            return
        layout = inside.layout()
        if layout is not None:
            layout.activate()
        top = card.view.mapTo(inside, QPoint(0, card.view.top_of(key))).y()
        area.verticalScrollBar().setValue(top - 2 * GAP)

    # Drawing.

    def show_range(self, shown: Stretch | None) -> None:
        """Read on the worker, then draw chart by chart; a newer turn lets an older one go."""
        self._settle.stop()
        self._shown = shown
        if shown is None:
            return
        self._latest.begin()
        self.care.show(shown)
        self._left = set(self.cards)
        self._slow.start()
        self._latest.run(partial(_read, self._session, shown), self._on_read)

    @Slot()
    def refresh(self) -> None:
        """Read the diary and draw anew."""
        self.show_range(self._shown)

    def _on_read(self, series: Series) -> None:
        self._series = series
        self._fields = self._drawn_fields(series.used)
        self._left = {group for group, fields in self._fields.items() if fields}
        for group, made in self.cards.items():
            made.setVisible(bool(self._fields[group]))
        self.care.show_bars()
        style = self.studio.style(self, self.width() - 2 * GAP)
        for group in self._left:
            job = partial(_render, group, self._fields[group], series, style)
            self._latest.run(job, partial(self._on_drawn, group))

    def _on_drawn(self, group: Group, picture: Picture) -> None:
        if self._series is None:
            return
        self.cards[group].show_chart(picture, self._series, self._fields[group])
        self.key.setText(
            picture.key + "\n" + _("Click a chart, or walk in it by arrow keys, to read a day.")
        )
        self.key.show()
        self.care.show_axis(picture.plot)
        self._left.discard(group)
        if not self._left:
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

    def _on_slow(self) -> None:
        self.busy.setVisible(bool(self._left))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Draw for the new width once it stands still."""
        super().resizeEvent(event)
        if self._shown is not None and event.size().width() != event.oldSize().width():
            self._settle.start()


def _read(session: Session, shown: Stretch) -> Series:
    with no_collector():
        return load(session.read, shown.first, shown.last)


def _render(group: Group, fields: Sequence[Field], series: Series, style: Style) -> Picture:
    """Draw a chart, on the worker: the first one loads matplotlib."""
    with no_collector():
        from diary.charts.render import render

        keep_what_is_loaded()
        return render(group, fields, series, style)
