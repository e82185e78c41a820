"""Day by day: one chart a group on one date axis, and what happened in those days under them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QPoint, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QScrollArea

from diary.charts.day_points import DayPoints
from diary.charts.days import GroupChart, Timeline
from diary.charts.drawing import Job, Points
from diary.charts.happened import TITLE, Happened, key_of, load_happened
from diary.charts.series import Series, load
from diary.collector import no_collector
from diary.field import GROUP_NAMES, Field, Group
from diary.i18n import N_, _, format_list, format_number
from diary.logic.drawn import TOTAL
from diary.logic.periods import Period
from diary.session import Session
from diary.ui.studio import Latest, Studio
from diary.ui.trend_fields import any_used, drawn_groups
from diary.ui.widgets.announce import announce
from diary.ui.widgets.chart_pane import ChartPane
from diary.ui.widgets.controls import GAP, label
from diary.ui.widgets.trend_view import TrendView

WALK = N_("Click a chart, or walk in it by arrow keys, to read a day.")
RECENT = "trends.recent"
"""The preference: whether the last 14 days are marked."""
FIRST_LANES = 8
"""So many medicines are drawn before all are asked for."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What was read of the shown days."""

    series: Series
    happened: Happened


class DaysView(TrendView):
    """The charts of every group."""

    explains = True

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self._latest = Latest(studio)
        self._shown: Period | None = None
        self._read: _Read | None = None
        self._wanted: tuple[str, QScrollArea] | None = None
        self.fields: dict[Group, tuple[Field, ...]] = {}
        self.cards: dict[Group, ChartPane] = {}
        self.happened: ChartPane | None = None
        self.key = label("", "secondary")
        self.recent = QAction(_("Mark last 14 days"), self, checkable=True)
        self.recent.triggered.connect(self._on_recent)
        self.recent.setChecked(bool(studio.session.preference(RECENT)))
        self._explained = False
        self.all_lanes = QAction(self, checkable=True)
        self.all_lanes.triggered.connect(self._draw)
        self.all_lanes.setEnabled(False)
        self.options = (self.recent, self.all_lanes)
        self.silent = label("", "secondary")
        for part in (self.key, self.busy, self.silent):
            self.column.addWidget(part)
            part.hide()

    @property
    def day(self) -> date | None:
        """The day under the cursor of a chart."""
        points = (pane.view.point for pane in self._panes())
        return next((point.day for point in points if point and point.day), None)

    # Drawing.

    def show_range(self, shown: Period | None) -> None:
        """Read on the worker, then draw chart by chart; a newer turn lets an older one go."""
        self._shown = shown
        if shown is None:
            return
        for pane in self._panes():
            pane.drop()
        self.begin_drawing()
        self._latest.begin()
        self._latest.run(partial(_read, self.studio.session, shown), self._on_read)

    @Slot()
    def refresh(self) -> None:
        """Read the diary and draw anew."""
        self.show_range(self._shown)

    def _on_read(self, read: _Read) -> None:
        self._read = read
        used = read.series.used
        groups = drawn_groups(self.studio.session, used)
        self.fields = {key: fields for key, fields in groups.items() if any_used(fields, used)}
        silent = [str(GROUP_NAMES[group]) for group in groups if group not in self.fields]
        words = _("Nothing is recorded in these days of: {groups}.")
        self.silent.setText(words.format(groups=format_list(silent)))
        self.silent.setVisible(bool(silent))
        if self.happened is None or list(self.cards) != list(self.fields):
            self._make_panes()
        medicines = len(read.happened.medicines)
        words = _("Show all {n} medicines").format(n=format_number(medicines))
        self.all_lanes.setText(words)
        self.all_lanes.setEnabled(medicines > FIRST_LANES)
        self.all_lanes.setVisible(medicines > FIRST_LANES and self.isVisible())
        self._draw()

    def _make_panes(self) -> None:
        """A card a group, in the patient's order of groups, and one of what happened."""
        for pane in self._panes():
            pane.drop()
            pane.hide()
            pane.deleteLater()
        self.cards = {group: self._pane(str(GROUP_NAMES[group]), group) for group in self.fields}
        self.happened = self._pane(str(TITLE), None)
        self.column.addWidget(self.silent)  # what there is comes first
        self.column.activate()  # each is as wide as it will be

    def _pane(self, name: str, group: Group | None) -> ChartPane:
        pane = ChartPane(name, self.studio, group, shows_key=False)
        pane.day_wanted.connect(self.day_wanted)
        pane.announced.connect(self.announced)
        pane.pointed.connect(self.pointed)
        pane.drawn.connect(self._on_drawn)
        self.column.addWidget(pane)
        pane.show()
        return pane

    def _panes(self) -> list[ChartPane]:
        return [*self.cards.values(), *filter(None, [self.happened])]

    @Slot()
    def _draw(self) -> None:
        """Draw every chart, those in sight first."""
        if self._read is None or self._shown is None or self.happened is None:
            return
        recent, happened = self.recent.isChecked(), self._read.happened
        jobs: dict[ChartPane, Job] = {
            pane: GroupChart(group, self.fields[group], self._read.series, happened, recent)
            for group, pane in self.cards.items()
        }
        if happened:
            lanes = len(happened.medicines) if self.all_lanes.isChecked() else FIRST_LANES
            jobs[self.happened] = Timeline(happened, self._shown, lanes)
        self.happened.setVisible(bool(happened))
        for pane in self.cards.values():
            pane.tell(key_of({flag.what for flag in happened.flags}))
        for pane in sorted(jobs, key=lambda pane: pane.visibleRegion().isEmpty()):
            pane.draw(jobs[pane])
        if not jobs:
            self.key.setText("")
            self._show_key()
            self._have_drawn()

    @Slot()
    def _on_recent(self) -> None:
        """Draw them, and keep the choice."""
        self._draw()
        self.studio.session.prefer(RECENT, self.recent.isChecked())

    def explain(self) -> None:
        """Say what the marks mean, or no longer."""
        self._explained = not self._explained
        self._show_key()
        if self._explained:
            announce(self, self.key.text())

    @Slot()
    def _show_key(self) -> None:
        """What the marks mean, once it is asked for."""
        self.key.setVisible(self._explained and bool(self.key.text()))

    @Slot()
    def _on_drawn(self) -> None:
        panes = [pane for pane in self._panes() if not pane.isHidden()]
        keys = [pane.view.picture.key for pane in panes if pane.view.picture]
        self.key.setText(max(keys, key=len) + "\n" + str(WALK))
        self._show_key()
        if not any(pane.busy for pane in panes):
            self._have_drawn()

    def _have_drawn(self) -> None:
        self._scroll_to_wanted()
        self.end_drawing()

    # Coming from elsewhere.

    def focus_field(self, key: str, area: QScrollArea) -> None:
        """Show a field's row of its chart in the area that scrolls, as soon as it is drawn."""
        field = self.studio.session.catalogue[key]
        self._wanted = TOTAL.key if field.panel == TOTAL.panel else key, area
        if self.cards and not any(pane.busy for pane in self._panes()):
            self._scroll_to_wanted()

    def _scroll_to_wanted(self) -> None:
        if self._wanted is None:
            return
        (key, area), self._wanted = self._wanted, None
        drawn = (group for group, fields in self.fields.items() if key in {f.key for f in fields})
        group, inside = next(drawn, None), area.widget()
        if group is None or inside is None:
            return
        view = self.cards[group].view
        view.setFocus()
        if (layout := inside.layout()) is not None:
            layout.activate()
        top = view.mapTo(inside, QPoint(0, round(_top_of(view.points, key)))).y()
        area.verticalScrollBar().setValue(top - 2 * GAP)


def _top_of(points: Points, key: str) -> float:
    """Where the words of a field's row begin."""
    row = points.plot.row_of(key) if isinstance(points, DayPoints) else None
    return row.label_y if row else 0


def _read(session: Session, shown: Period) -> _Read:
    with no_collector():
        series = load(session.read, shown.first, shown.last)
        return _Read(series, load_happened(session.read, shown.first, shown.last))
