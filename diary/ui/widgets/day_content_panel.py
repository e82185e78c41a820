"""What one day holds, to read beside the calendar: headings with lines, and the way to the day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from diary.i18n import _, format_heading
from diary.logic.day_content import DAY_STYLE, Section, as_text
from diary.ui.widgets.controls import GAP, PART, button, label, scrolling, set_role
from diary.ui.widgets.flow import FlowLayout


class DayContentPanel(QFrame):
    """One day. `day_wanted` asks to open it, `announced` says what was done."""

    day_wanted = Signal(object)
    announced = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = date.min
        self._alone = True
        self._sections: Sequence[Section] = ()
        self.setProperty("role", "card")
        self.title = label("", "heading")
        self.words = label("", "secondary")
        self.open_button = button(_("Open this day"), "primary", self._on_open)
        self.copy_button = button(_("Copy as text"), "beside", self._on_copy)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, PART, 2, GAP)
        column.setSpacing(GAP)
        head = QVBoxLayout()
        head.setContentsMargins(0, 0, 2 * GAP, 0)
        head.setSpacing(GAP)
        head.addWidget(self.title)
        head.addWidget(self.words)
        buttons = FlowLayout()
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.copy_button)
        head.addLayout(buttons)
        column.addLayout(head)
        self._inside = QWidget()
        self._inside.installEventFilter(self)
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(0, GAP, GAP, GAP)
        self._lines.setSpacing(4)
        self.area = scrolling(self._inside)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(_("What is recorded on this day"))
        set_role(self.area, "clear")
        set_role(self._inside, "clear")
        column.addWidget(self.area, 1)

    def show_day(self, day: date, words: str, sections: Sequence[Section]) -> None:
        """Show a day; `words` says how much is recorded."""
        self._day, self._sections = day, sections
        self.title.setText(format_heading(day, DAY_STYLE))
        self.words.setText(words)
        self.copy_button.setVisible(bool(sections))
        self._clear()
        for section in sections:
            self._lines.addSpacing(4)
            self._lines.addWidget(label(section.title, "strong"))
            for line in section.lines:
                self._lines.addWidget(label(line))
        self._lines.addStretch(1)
        self.area.setAccessibleDescription(as_text(day, sections))
        self.area.verticalScrollBar().setValue(0)
        self._fit()

    def stand(self, *, alone: bool) -> None:
        """Beside the calendar its lines scroll; below it they take the height that they need.

        Below it, its day is named above the calendar already.
        """
        self._alone = alone
        for part in (self.title, self.words):
            part.setVisible(alone)
        self._fit()

    def _fit(self) -> None:
        self._inside.adjustSize()
        self._take_room()

    def _take_room(self) -> None:
        self.area.setMinimumHeight(0 if self._alone else self._needed())

    def _needed(self) -> int:
        layout = self._inside.layout()
        width = self.area.viewport().width()
        return layout.heightForWidth(width) + GAP if layout is not None else 0

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Narrower means higher."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, _lines: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Larger letters mean higher, too."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._take_room()
        return False

    def _clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
                widget.hide()

    @property
    def text(self) -> str:
        """The shown day as plain text."""
        return as_text(self._day, self._sections)

    @Slot()
    def _on_open(self) -> None:
        self.day_wanted.emit(self._day)

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text)
        self.announced.emit(_("The day was copied."))
