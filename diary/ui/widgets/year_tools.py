"""Above and below the calendar of the year: which year, what to look at, what the squares mean."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.field import Catalogue
from diary.i18n import _, format_day
from diary.logic.year import Cell, Mark
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, TARGET, button, label
from diary.ui.widgets.day_square import Sample
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.view_button import ViewButton


class YearTools(QWidget):
    """`stepped` carries -1 or 1 year, `view_chosen` the key of a view or of a field."""

    stepped = Signal(int)
    view_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before = self._step("‹", _("Year before"), -1)
        self.year = label("", "heading")
        self.year.setWordWrap(False)
        self.after = self._step("›", _("Year after"), 1)
        self.view = ViewButton()
        self.view.setMinimumHeight(TARGET)
        self.view.view_chosen.connect(self.view_chosen)
        row = FlowLayout(self)
        row.addWidget(self._years())
        row.addWidget(self.view)

    def _step(self, sign: str, name: str, years: int) -> QWidget:
        made = button(sign, on_click=lambda: self.stepped.emit(years), name=name)
        made.setToolTip(name)
        made.setMinimumSize(TARGET, TARGET)
        return made

    def _years(self) -> QWidget:
        part = QWidget()
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, GAP, 0)
        row.setSpacing(GAP)
        for widget in (self.before, self.year, self.after):
            row.addWidget(widget)
        return part

    def offer(self, catalogue: Catalogue, chosen: str) -> None:
        """Offer every field."""
        self.view.offer(catalogue, chosen)

    def show_year(self, year: int, today: date) -> None:
        """Name the year; there is none after the present one."""
        self.year.setText(format_day(date(year, 1, 1), "y"))
        self.after.setEnabled(year < today.year)


class YearLegend(QWidget):
    """What the squares mean, in words beside a sample of each."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = label("", "small")
        self._samples = QWidget()
        row = FlowLayout(self._samples)
        for sample, words in (
            (Sample(theme, Cell(Mark.RECORDED)), _("filled: recorded")),
            (Sample(theme, Cell(Mark.LATE)), _("outlined: something entered late")),
            (Sample(theme, None), _("bare number: nothing recorded")),
            (Sample(theme, None, today=True), _("bar below: today")),
            (Sample(theme, Cell(Mark.FUTURE)), _("small number: still to come")),
        ):
            row.addWidget(_entry(sample, words))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._samples)
        column.addWidget(self.words)

    def say(self, words: str) -> None:
        """Show these words about values; without any, the samples."""
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self._samples.setVisible(not words)


def _entry(sample: Sample, words: str) -> QWidget:
    part = QWidget()
    row = QHBoxLayout(part)
    row.setContentsMargins(0, 0, GAP, 0)
    row.setSpacing(6)
    row.addWidget(sample)
    name = label(words, "small")
    name.setWordWrap(False)
    row.addWidget(name, 1, Qt.AlignmentFlag.AlignVCenter)
    return part
