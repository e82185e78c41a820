"""A view of Trends that is made of charts with twins: read on the worker, drawn or as tables."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QApplication, QWidget

from diary.charts.twin import Shown, as_text
from diary.collector import no_collector
from diary.field import Group
from diary.i18n import _
from diary.ui.studio import Latest, Studio
from diary.ui.widgets.controls import TARGET, button, label
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.trend_part import TrendPart
from diary.ui.widgets.trend_view import TrendView


class ShownView(TrendView):
    """Subclasses place the tools, add and place their parts, and `read` what to show.

    `nothing` stands in place of all parts where there is nothing to show.
    """

    def __init__(self, studio: Studio, parent: QWidget | None = None) -> None:
        super().__init__(studio, parent)
        self.parts: dict[str, TrendPart] = {}
        self.shown: tuple[Shown, ...] = ()
        self._waiting: set[str] = set()
        self._latest = Latest(studio)
        self.nothing = label("", "secondary")
        self.nothing.hide()
        self.table = button(_("Show as a table"), "chip")
        self.table.toggled.connect(self._show_parts)
        self.copy = button(_("Copy as text"), on_click=self._on_copy)
        for each in (self.table, self.copy):
            each.setMinimumHeight(TARGET)

    def place_tools(self, *own: QWidget) -> None:
        """The tools of every such view, beside the choice of time or of what the view chooses."""
        if self.uses_range:
            self.options = (*own, self.table, self.copy)
        else:
            tools = QWidget()
            row = FlowLayout(tools)
            for each in (*own, self.table, self.copy):
                row.addWidget(each)
            self.column.addWidget(tools)
        self.column.addWidget(self.nothing)
        self.column.addWidget(self.busy)

    def add_part(self, name: str, group: Group | None = None) -> TrendPart:
        """A chart by its title; the subclass places it."""
        part = TrendPart(name, self.studio, group)
        part.day_wanted.connect(self.day_wanted)
        part.announced.connect(self.announced)
        part.pointed.connect(self.pointed)
        part.drawn.connect(lambda: self._on_drawn(name))
        part.hide()
        self.parts[name] = part
        return part

    def read(self, job: Callable[[], Iterable[Shown]]) -> None:
        """Read on the worker, then show; a newer reading lets an older one go."""
        self.begin_drawing()
        self._latest.begin()
        self._latest.run(lambda: _read(job), self._on_read)

    def _on_read(self, shown: tuple[Shown, ...]) -> None:
        self.shown = shown
        self._show_parts()

    @Slot()
    def _show_parts(self) -> None:
        """The charts or their tables; parts that are not among what is shown are hidden."""
        by_title = {shown.title: shown for shown in self.shown}
        self._waiting = set()
        for name, part in self.parts.items():
            part.setVisible(name in by_title)
            if name in by_title and part.show_part(by_title[name], table=self.table.isChecked()):
                self._waiting.add(name)
        self.nothing.setVisible(not self.shown)
        for each in (self.table, self.copy):
            each.setEnabled(bool(self.shown))
            each.setVisible(bool(self.shown) and not self.isHidden())
        self._tell_when_drawn()

    def _on_drawn(self, name: str) -> None:
        if name in self._waiting:
            self._waiting.discard(name)
            self._tell_when_drawn()

    def _tell_when_drawn(self) -> None:
        if not self._waiting:
            self.end_drawing()

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(as_text(self.shown))
        self.announced.emit(_("Copied as text."))


def _read(job: Callable[[], Iterable[Shown]]) -> tuple[Shown, ...]:
    with no_collector():
        return tuple(job())
