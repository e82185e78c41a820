"""One measure of a day: what was measured, the way to add one, and to all that there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from db.records import Measurement
from diary.i18n import _, format_short_day
from diary.logic.measurements import ALL_OF, due_from, is_due, value_words
from diary.logic.units import Units
from diary.measures import Measure
from diary.ui.focus import order_tabs
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, button, label, writing
from diary.ui.widgets.field_row import ASIDE
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.measurement_entry import MeasurementEntry

LEAST = 380
"""The least width for the values beside the name."""
ANY_WIDTH = 16_777_215

NARROW = 340
"""Pixels in which a row has room at the largest text."""


class MeasurementRow(QWidget):
    """`add_wanted`, `all_wanted` and `explained` say what the patient asks for."""

    add_wanted = Signal(str)
    all_wanted = Signal(str)
    explained = Signal(str)
    opened = Signal(object)
    deleted = Signal(object)

    def __init__(self, measure: Measure, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.measure, self._theme = measure, theme
        self.entries: list[MeasurementEntry] = []
        self._shown: object = None
        name = str(measure.label)
        self.add_button = writing(
            button(_("Add"), "quiet", self._on_add, _("Add: {what}").format(what=name))
        )
        self.all_button = button(str(ALL_OF[measure.key]), "link", self._on_all)
        self.info_button = button(
            "i", "icon", self._on_explain, _("About: {name}").format(name=name)
        )
        self.state = label("", "secondary")
        self._lay_out(name)

    def _lay_out(self, name: str) -> None:
        self._words = QWidget()
        words = QVBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(2)
        self._name = label(name)
        words.addWidget(self._name)
        words.addWidget(self.state)
        words.addStretch(1)
        self._list = QVBoxLayout()
        self._list.setSpacing(GAP)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        flow.addWidget(self.add_button)
        flow.addWidget(self.all_button)
        content = QVBoxLayout()
        content.setSpacing(GAP)
        content.addLayout(self._list)
        content.addWidget(buttons)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(GAP)
        self._parts.addWidget(self._words)
        self._parts.addLayout(content, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, GAP, 0, GAP)
        whole.setSpacing(GAP)
        whole.addLayout(self._parts, 1)
        self._aside = QVBoxLayout()
        self._aside.addWidget(self.info_button)
        self._aside.addStretch(1)
        whole.addLayout(self._aside)
        self._stand(wide=True)  # from the start: what is laid out later is painted askew first

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the name above the values where both do not fit side by side, as fields do."""
        super().resizeEvent(event)
        self._stand(wide=self.width() >= self._theme.px(ASIDE) + self._theme.px(LEAST))

    def _stand(self, *, wide: bool) -> None:
        aside = self._theme.px(ASIDE)
        self._words.setMinimumWidth(aside if wide else 0)
        self._words.setMaximumWidth(aside if wide else ANY_WIDTH)
        high = self.add_button.sizeHint().height() if wide else 0
        for part, own in (
            (self._words, self._name.sizeHint()),
            (self._aside, self.info_button.sizeHint()),
        ):
            part.setContentsMargins(0, max(0, (high - own.height()) // 2), 0, 0)
        direction = QBoxLayout.Direction
        self._parts.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow enough that the name can move above the values."""
        return QSize(min(self._theme.px(200), NARROW), super().minimumSizeHint().height())

    def show_day(self, day: date, known: Sequence[Measurement], units: Units, zone: str) -> None:
        """Show a day's measurements; `known` also has those of some weeks before."""
        own = [each for each in known if each.measure == self.measure.key and each.day <= day]
        here = tuple(each for each in own if each.day == day)
        self._describe(day, own, units)
        if (here, units, zone) != self._shown:
            self._shown = here, units, zone
            self._fill(here, units, zone)

    def _describe(self, day: date, own: list[Measurement], units: Units) -> None:
        earlier = [each for each in own if each.day < day]
        words = []
        if earlier:
            last = earlier[-1]
            words.append(
                _("last {value} {unit} on {day}").format(
                    value=value_words(last, units),
                    unit=units.of(last.measure).words,
                    day=format_short_day(last.day),
                )
            )
        start = due_from(self.measure.key, own)
        if start is not None and not is_due(self.measure.key, day, own):
            words.append(_("asked again from {day}").format(day=format_short_day(start)))
        elif self.measure.key == "weight" and not any(each.day == day for each in own):
            words.append(_("once a week"))
        self.state.setText(" · ".join(words))
        self.state.setVisible(bool(words))

    def _fill(self, here: Sequence[Measurement], units: Units, zone: str) -> None:
        had_focus = any(entry.isAncestorOf(self.focusWidget()) for entry in self._focused())
        for entry in self.entries:
            self._list.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self.entries = [MeasurementEntry(event, units, zone) for event in here]
        for entry in self.entries:
            entry.opened.connect(self.opened)
            entry.deleted.connect(self.deleted)
            self._list.addWidget(entry)
        order_tabs([*self.entries, self.add_button, self.all_button, self.info_button])
        if had_focus:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focused(self) -> list[MeasurementEntry]:
        return self.entries if self.focusWidget() is not None else []

    def _on_add(self) -> None:
        self.add_wanted.emit(self.measure.key)

    def _on_all(self) -> None:
        self.all_wanted.emit(self.measure.key)

    def _on_explain(self) -> None:
        self.explained.emit(self.measure.key)
