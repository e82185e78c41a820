"""When a running attack really began, 5 to 60 minutes ago; or that there was none."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton, QWidget

from diary.i18n import _, format_number, ngettext
from diary.ui.sideways import step_of
from diary.ui.widgets.controls import GAP, PART, button, label

MINUTES = (5, 10, 20, 30, 60)
COLUMNS = 3


class EarlierStart(QFrame):
    """A small panel over the window; `chosen` carries the minutes. Escape closes it.

    `mistaken` says that there was no attack at all.
    """

    chosen = Signal(int)
    mistaken = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "panel")
        self.setAccessibleName(_("When did it begin?"))
        self.choices: dict[int, QPushButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(2 * GAP, PART, 2 * GAP, 2 * GAP)
        grid.setSpacing(GAP)
        words = label(_("It began … minutes ago"), "strong")
        words.setWordWrap(False)
        grid.addWidget(words, 0, 0, 1, COLUMNS)
        for place, minutes in enumerate(MINUTES):
            made = button(
                format_number(minutes),
                on_click=partial(self._on_clicked, minutes),
                name=ngettext("It began {n} minute ago", "It began {n} minutes ago", minutes),
            )
            made.setMinimumSize(72, 48)
            grid.addWidget(made, 1 + place // COLUMNS, place % COLUMNS)
            self.choices[minutes] = made
        close = button(_("Close"), on_click=self.close)
        close.setMinimumSize(72, 48)
        grid.addWidget(close, 1 + len(MINUTES) // COLUMNS, len(MINUTES) % COLUMNS)
        self.mistake = button(_("It was a mistake"), on_click=self._on_mistake)
        self.mistake.setMinimumHeight(48)
        hint = label(_("Deletes this attack. Undo brings it back."), "small")
        self.mistake.setAccessibleDescription(hint.text())
        below = grid.rowCount()
        grid.setRowMinimumHeight(below, GAP)
        grid.addWidget(self.mistake, below + 1, 0, 1, COLUMNS)
        grid.addWidget(hint, below + 2, 0, 1, COLUMNS)

    def open_at(self, place: QWidget) -> None:
        """Open beside or below a widget, on the screen, with the keyboard on the first choice."""
        self.adjustSize()
        corner = place.mapToGlobal(QPoint(0, place.height() + 4))
        free = place.screen().availableGeometry()
        corner.setX(max(free.left(), min(corner.x(), free.right() - self.width())))
        corner.setY(max(free.top(), min(corner.y(), free.bottom() - self.height())))
        self.move(corner)
        self.show()
        self.choices[MINUTES[0]].setFocus(Qt.FocusReason.PopupFocusReason)

    def _on_mistake(self) -> None:
        self.close()
        self.mistaken.emit()

    def _on_clicked(self, minutes: int) -> None:
        self.close()
        self.chosen.emit(minutes)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows move, Enter chooses, Escape closes."""
        here, step = self.focusWidget(), step_of(self, event.key())
        match event.key():
            case _ if step:
                self.focusNextPrevChild(step > 0)
            case Qt.Key.Key_Escape:
                self.close()
            case Qt.Key.Key_Down:
                self.focusNextChild()
            case Qt.Key.Key_Up:
                self.focusPreviousChild()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if isinstance(here, QPushButton):
                here.click()
            case _:
                super().keyPressEvent(event)
