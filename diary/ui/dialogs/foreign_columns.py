"""First step: what was found in the file, and what its columns are for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractItemView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from diary.exchange.foreign.decoding import OLDER, possible, sample
from diary.exchange.foreign.draft import Draft
from diary.exchange.foreign.shape import Shape
from diary.exchange.foreign.table import Layout
from diary.i18n import _
from diary.ui.dialogs.foreign_pick import Pick
from diary.ui.dialogs.foreign_words import SEPARATORS, SHORT, cut, found
from diary.ui.theme import Theme
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.controls import GAP, TARGET, label
from diary.ui.widgets.turned import CheckBox

WIDE, LONG = "wide", "long"
ROW, NARROW, BROAD = 34, 90, 220
NONE = "-"
"""The answer that there is no such column or row; no name of a column is a box's empty key."""


class ColumnsStep(QWidget):
    """`work_wanted` carries what to do with the draft: it may take a moment."""

    work_wanted = Signal(object)

    def __init__(self, theme: Theme, file_name: str) -> None:
        super().__init__()
        self._theme, self._file_name = theme, file_name
        self._draft: Draft | None = None
        self.said = label("")
        self.coding = Pick(_("Which of these reads correctly?"))
        self.first_rows = _table()
        self.separator = Pick(_("What separates the columns?"))
        self.header = Pick(_("Which row names the columns?"))
        self.grouped = CheckBox(_("The row above it names groups of columns"))
        self.kind = ChoiceInput(
            ((WIDE, _("A row is a day, with a column for each thing")),
             (LONG, _("Each row is one value, with a column that names it")))
        )  # fmt: skip
        self.kind.set_names(_("How is the table made?"))
        self.kind_part = _under(_("How is the table made?"), self.kind)
        self.day = Pick(_("Which column has the dates?"))
        self.time = Pick(_("Which column has the times, if any?"))
        self.name = Pick(_("Which column says what the value is of?"))
        self.value = Pick(_("Which column has the values?"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.grouped.setMinimumHeight(TARGET)
        self.first_rows.setFixedHeight(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(2 * GAP)
        self._parts: list[QWidget] = [
            self.first_rows, self.kind_part, self.day, self.time, self.name,
            self.value, self.separator, self.header, self.grouped,
        ]  # fmt: skip
        for each in (self.said, self.coding, *self._parts):
            column.addWidget(each)
        column.addStretch(1)

    def _connect(self) -> None:
        self.coding.chosen.connect(self._on_coding)
        self.separator.chosen.connect(self._on_layout)
        self.header.chosen.connect(self._on_layout)
        self.grouped.clicked.connect(self._on_layout)
        self.kind.value_changed.connect(self._on_kind)
        for pick in (self.day, self.time, self.name, self.value):
            pick.chosen.connect(self._on_shape)

    # Showing.

    def show_draft(self, draft: Draft) -> None:
        """Show what is known of the file."""
        self._draft = draft
        self.said.setText(found(draft, self._file_name))
        asked = draft.coding in {"", *OLDER}
        self.coding.setVisible(asked)
        if asked:
            self.coding.ask(_codings(draft.data), draft.coding or None)
        for part in self._parts:
            part.setVisible(draft.table is not None)
        if draft.table is not None:
            self._show_layout(draft, draft.table.layout)
            self._show_shape(draft.table.names, draft.shape)
            self._show_rows(draft.table.names, draft.first_rows)

    def _show_layout(self, draft: Draft, layout: Layout) -> None:
        separators = [(sign, str(words)) for sign, words in SEPARATORS.items()]
        self.separator.ask(separators, layout.separator)
        rows = [(str(n), f"{n}: {cut(row)}") for n, row in enumerate(draft.head, 1)]
        self.header.ask([(NONE, _("None: they have no names")), *rows], str(layout.header or NONE))
        self.grouped.setChecked(layout.grouped)
        self.grouped.setVisible(layout.header > 1)

    def _show_shape(self, names: tuple[str, ...], shape: Shape) -> None:
        self.kind.show_value(LONG if shape.is_long else WIDE)
        self.kind.offer(LONG, offered=len(names) > 2)  # noqa: PLR2004 - a day, a name and a value
        columns = [(name, cut(name)) for name in names]
        self.day.ask(columns, shape.day or None)
        self.time.ask([(NONE, _("None of them")), *columns], shape.time or NONE)
        for pick, chosen in ((self.name, shape.name), (self.value, shape.value)):
            pick.setVisible(shape.is_long)
            pick.ask(columns, chosen or None)

    def _show_rows(self, names: tuple[str, ...], rows: list[list[str]]) -> None:
        table, px = self.first_rows, self._theme.px
        table.setRowCount(len(rows))
        table.setColumnCount(len(names))
        table.setHorizontalHeaderLabels([cut(name, SHORT) for name in names])
        for row, cells in enumerate(rows):
            table.setRowHeight(row, px(ROW))
            for column, cell in enumerate(cells[: len(names)]):
                table.setItem(row, column, QTableWidgetItem(cut(cell)))
        table.resizeColumnsToContents()
        for column in range(len(names)):
            wide = table.columnWidth(column)
            table.setColumnWidth(column, min(max(wide, px(NARROW)), px(BROAD)))
        bar = table.horizontalScrollBar().sizeHint().height()
        heading = table.horizontalHeader().sizeHint().height()
        table.setFixedHeight(heading + px(ROW) * max(len(rows), 1) + bar + GAP)

    # Answers.

    @Slot(str)
    def _on_coding(self, coding: str) -> None:
        if coding:
            self._want(lambda draft, follow: draft.coded(coding, follow))

    @Slot()
    def _on_layout(self, _value: object = None) -> None:
        header = 0 if self.header.key == NONE else int(self.header.key)
        grouped = self.grouped.isChecked() and header > 1
        layout = Layout(self.separator.key, header, grouped)
        self._want(lambda draft, follow: draft.laid_out(layout, follow))

    @Slot(object)
    def _on_kind(self, kind: str | None) -> None:
        if self._draft is None or self._draft.table is None or kind is None:
            return
        shape = self._draft.shape
        free = [name for name in self._draft.table.names if name not in {shape.day, shape.time}]
        name, value = free[:2] if kind == LONG and len(free) > 1 else ("", "")
        self._shape(replace(shape, name=name, value=value))

    @Slot(str)
    def _on_shape(self, _key: str) -> None:
        is_long = self.kind.value_or_none() == LONG
        self._shape(
            Shape(
                day=self.day.key,
                time="" if self.time.key == NONE else self.time.key,
                name=self.name.key if is_long else "",
                value=self.value.key if is_long else "",
            )
        )

    def _shape(self, shape: Shape) -> None:
        self._want(lambda draft, follow: draft.shaped(shape, follow))

    def _want(self, work: Callable[..., Draft]) -> None:
        self.work_wanted.emit(work)


def _under(words: str, answers: ChoiceInput) -> QWidget:
    """Answers close below their question."""
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GAP)
    column.addWidget(label(words, "strong"))
    column.addWidget(answers)
    return part


def _table() -> QTableWidget:
    table = QTableWidget()
    table.setAccessibleName(_("The first rows of the table"))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.setProperty("role", "twin")
    table.verticalHeader().hide()
    table.horizontalHeader().setStretchLastSection(True)
    table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return table


def _codings(data: bytes) -> list[tuple[str, str]]:
    """The older codings, each with what the file says in it; those that say the same are one."""
    seen: dict[str, str] = {}
    for coding in possible(data):
        seen.setdefault(sample(data, coding), coding)
    sentence = _("{sample} – {coding}")
    return [
        (coding, sentence.format(sample=cut(text), coding=OLDER[coding]))
        for text, coding in seen.items()
    ]
