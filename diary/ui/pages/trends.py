"""The frame of Trends: which view, and which days. What is drawn is the matter of the views."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.change import Change
from diary.i18n import _
from diary.logic.periods import Period
from diary.logic.ranges import Range
from diary.session import Session
from diary.ui.studio import Studio
from diary.ui.theme import Theme
from diary.ui.trend_time import TrendTime
from diary.ui.trend_views import VIEWS, load_first
from diary.ui.widgets.controls import GAP, TARGET, button, label, scrolling
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.folding_choice import FoldingChoice
from diary.ui.widgets.invitation import Invitation
from diary.ui.widgets.point_strip import PointStrip
from diary.ui.widgets.trend_tools import TrendTools
from diary.ui.widgets.trend_view import TrendView

SETTLE_MS = 120
FILLS = 1000
"""The share of a view that takes all height, beside the 1 of what is empty under the others."""
FIRST = VIEWS[0].key


class TrendsPage(QWidget):
    """Shows one of the views, each made when it is first chosen; `drawn` is passed on from it."""

    day_wanted = Signal(object)
    announced = Signal(str)
    sample_wanted = Signal()
    drawn = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self._studio = Studio(session, theme, self)
        QTimer.singleShot(0, self, self._load)
        self.time = TrendTime(session)
        self._views: dict[str, TrendView] = {}
        self._key = FIRST
        self.setProperty("role", "page")
        self.choice = FoldingChoice(_("View"), [(place.key, str(place.title)) for place in VIEWS])
        self.title = label(_("Trends"), "title")
        self.tools = TrendTools()
        self.explain = button("i", "icon", self._on_explain, _("How to read this"))
        self.empty = Invitation(
            _("Your charts will appear here"),
            _(
                "Once a few days are recorded, you see here how things went over weeks and years, "
                "beside your medicines, visits and attacks."
            ),
        )
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        self._inside = QWidget()
        self._column = column = QVBoxLayout(self._inside)
        column.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 3 * GAP)
        column.setSpacing(2 * GAP)
        for part in (self._heading(), self.tools, self.empty):
            column.addWidget(part)
        column.addStretch(1)
        self.area = scrolling(self._inside)
        self.area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # no new width
        self.strip = PointStrip(self.area)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.area, 1)
        outer.addWidget(self.strip)

    def _heading(self) -> QWidget:
        """The title, and the views beside it where there is room."""
        heading, views = QWidget(), QWidget()
        self.title.setWordWrap(False)
        self.title.setMinimumHeight(TARGET)
        self.title.setContentsMargins(0, 0, GAP, 0)
        flow = FlowLayout(views)
        for part in (self.title, self.choice):
            flow.addWidget(part)
        row = QHBoxLayout(heading)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(views, 1)
        row.addWidget(self.explain, 0, Qt.AlignmentFlag.AlignTop)
        return heading

    def _connect(self) -> None:
        self.empty.begin_wanted.connect(self._on_begin)
        self.empty.sample_wanted.connect(self.sample_wanted)
        self.choice.value_changed.connect(self._on_view_chosen)
        self.tools.range_chosen.connect(self._on_range_chosen)
        self.tools.earlier.clicked.connect(self._on_earlier)
        self.tools.later.clicked.connect(self._on_later)
        self.tools.closer.triggered.connect(self._on_closer)
        self.tools.wider.triggered.connect(self._on_wider)
        self._session.changed.connect(self._on_changed)
        self._theme.changed.connect(self._on_look_changed)
        self._settle.timeout.connect(self._show)
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, step in (
            ("+", self.tools.closer.trigger),
            ("=", self.tools.closer.trigger),
            ("-", self.tools.wider.trigger),
            ("Shift+Left", self.tools.earlier.click),
            ("Shift+Right", self.tools.later.click),
        ):
            QShortcut(QKeySequence(keys), self, step, context=here)

    @property
    def shown(self) -> Period:
        """The days that are shown."""
        return self.time.shown

    @property
    def view(self) -> TrendView:
        """The view that is shown."""
        return self.view_of(self._key)

    @property
    def first_focus(self) -> QWidget:
        """Where the keyboard begins: the chosen time or view, or the invitation."""
        if self._is_empty():
            return self.empty.begin_button
        chosen = self.tools.ranges if self.tools.isVisibleTo(self) else self.choice
        return chosen.first_focus

    def view_of(self, key: str) -> TrendView:
        """A view, made if it was never shown."""
        if key not in self._views:
            made = next(place for place in VIEWS if place.key == key).make(self._studio)
            made.day_wanted.connect(self.day_wanted)
            made.announced.connect(self.announced)
            made.pointed.connect(self.strip.follow)
            made.drawn.connect(partial(self._on_drawn, key))
            self.tools.add(made.options)
            self._column.insertWidget(self._column.count() - 1, made, FILLS if made.fills else 0)
            self._views[key] = made
        return self._views[key]

    def choose_view(self, key: str) -> None:
        """Show a view."""
        self._key = key
        self._show()

    def focus_field(self, key: str) -> None:
        """Show a field's row of the charts by day, as soon as it is drawn."""
        from diary.ui.widgets.trend_view_days import DaysView

        self.choose_view(FIRST)
        if isinstance(self.view, DaysView):
            self.view.focus_field(key, self.area)

    # Showing.

    @Slot()
    def _load(self) -> None:
        """Begin once the page is there: two threads that both run Python hold each other up."""
        self._studio.run(load_first, lambda _nothing: None)

    @Slot()
    def refresh(self) -> None:
        """Read the diary and draw anew."""
        self.tools.show_time(self.time)
        self._settle.start()

    @Slot()
    def _show(self) -> None:
        """Show the chosen view of the chosen days; an empty diary has none."""
        self._settle.stop()
        empty, shown, view = self._is_empty(), self.shown, self.view
        self.choice.show_value(self._key)
        self.tools.show_time(self.time)
        self.empty.setVisible(empty)
        self.choice.setVisible(not empty)
        self.explain.setVisible(view.explains and not empty)
        self.tools.setVisible(view.uses_range and not empty)
        for each in self._views.values():
            each.setVisible(each is view and not empty)
            for option in each.options:
                option.setVisible(each is view and option.isEnabled())
        self._fit()
        self.strip.look()
        if empty:
            self.drawn.emit()
        elif view.uses_range:
            view.show_range(shown)
        else:
            view.refresh()

    def _is_empty(self) -> bool:
        return self._session.read.span() is None

    @Slot()
    def _on_begin(self) -> None:
        self.day_wanted.emit(self._session.today())

    def _on_drawn(self, key: str) -> None:
        """Pass it on, unless something newer or something else is to be shown."""
        self.strip.look()
        if key == self._key and not self._settle.isActive():
            self.drawn.emit()

    # What happens.

    @Slot(object)
    def _on_view_chosen(self, key: str | None) -> None:
        self.choose_view(key or self._key)

    def _on_explain(self) -> None:
        self.view.explain()

    @Slot(object)
    def _on_range_chosen(self, chosen: Range) -> None:
        self.time.choose(chosen)
        self.refresh()

    @Slot()
    def _on_earlier(self) -> None:
        self._go(self.time.earlier)

    @Slot()
    def _on_later(self) -> None:
        self._go(self.time.later)

    @Slot()
    def _on_closer(self) -> None:
        self._go(self.time.closer(self.view.day))

    @Slot()
    def _on_wider(self) -> None:
        self._go(self.time.wider)

    def _go(self, to: Period | None) -> None:
        if self.time.go(to):
            self.refresh()
            self.announced.emit(self.tools.period.accessibleName())

    @Slot(object)
    def _on_changed(self, _change: Change) -> None:
        if self.isVisible():
            self._settle.start()

    @Slot()
    def _on_look_changed(self) -> None:
        QTimer.singleShot(0, self, self._fit)  # once the new size is known

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fold what no longer fits in a line."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        bar = self.area.verticalScrollBar().sizeHint().width()
        sides = self._column.contentsMargins()
        width = self.width() - bar - sides.left() - sides.right()
        self.choice.fit(width - self.explain.sizeHint().width() - GAP)
        higher = self.title.sizeHint().height() - self.choice.first_focus.sizeHint().height()
        self.choice.setContentsMargins(0, max(0, higher // 2), 0, 0)  # both in one line of sight
        self.tools.fit(width)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Stop drawing."""
        self._settle.stop()
        self._session.changed.disconnect(self._on_changed)
        self._theme.changed.disconnect(self._on_look_changed)
        self._studio.close()
        super().closeEvent(event)
