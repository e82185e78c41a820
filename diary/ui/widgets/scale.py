"""A 0-10 scale as a row of eleven large buttons, with its end words under 0 and 10.

It is drawn as one widget: one Tab stop, and quick to make. To screen readers it is a slider, whose
value below 0 is *not recorded*, so that they can choose 0 too; no drag is ever needed. Digits
choose (1 then 0 for 10), left and right move, Delete or Backspace makes it not recorded. Where
eleven buttons do not fit, they wrap into two rows.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from diary.i18n import _
from diary.ui.sideways import step_of
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import TARGET
from diary.ui.widgets.scale_painting import ScalePainter

NOT_RECORDED, HIGHEST = -1, 10
GAP = 8
TIGHT_GAP = 4
BY_KEYS = {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
PAIR_MS = 1500
"""How long a typed 1 waits for a 0: fingers may be slow."""


def cell_height(widget: QWidget) -> int:
    """How high a button of a scale is, in pixels, at the text size of `widget`."""
    return max(TARGET, round(widget.fontMetrics().height() * 1.9))


class ScaleInput(QSlider):
    """One 0-10 scale; `value_changed` carries the number, or None when it was cleared."""

    value_changed = Signal(object)
    ROOMY = TARGET * (HIGHEST + 1) + TIGHT_GAP * HIGHEST

    def __init__(
        self,
        low: str,
        high: str,
        theme: Theme,
        accent: str = "accent",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._low, self._high, self._theme = low, high, theme
        self.accent = accent
        self.before: int | None = None
        self.by_keys = False
        self._one_typed = QTimer(self)
        self._one_typed.setSingleShot(True)
        self._one_typed.setInterval(PAIR_MS)
        self.setRange(NOT_RECORDED, HIGHEST)
        self.setValue(NOT_RECORDED)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.valueChanged.connect(self._on_moved_from_outside)
        self.sync_description()

    # Value.

    def value_or_none(self) -> int | None:
        """The chosen number; None means not recorded."""
        return None if self.value() == NOT_RECORDED else self.value()

    def show_value(self, value: int | None) -> None:
        """Show a stored value without saying that it changed.

        The value that is shown already may come back from the disk between a typed 1 and its 0.
        """
        if value != self.value_or_none():
            self._one_typed.stop()
        said = self.blockSignals(True)  # noqa: FBT003 - Qt's own call
        self.setValue(NOT_RECORDED if value is None else value)
        self.blockSignals(said)
        self.sync_description()
        self.update()

    def show_before(self, value: int | None) -> None:
        """Mark the value of the day before, faintly."""
        self.before = value
        self.sync_description()
        self.update()

    def choose(self, value: int | None) -> None:
        """What the patient chose: shown at once and said by `value_changed`."""
        if value == self.value_or_none():
            return
        self.show_value(value)
        self._say(value)

    def sync_description(self) -> None:
        """Tell assistive tools the state in words."""
        value = self.value_or_none()
        state = _("not recorded") if value is None else _("{value} of 10").format(value=value)
        ends = _("0 is {low}, 10 is {high}").format(low=self._low, high=self._high)
        parts = [state, ends]
        if self.before is not None:
            parts.append(_("the day before {value}").format(value=self.before))
        self.setAccessibleDescription(", ".join(parts))

    @Slot(int)
    def _on_moved_from_outside(self, _value: int) -> None:
        """A screen reader moved the slider."""
        self.sync_description()
        self._say(self.value_or_none())

    def _say(self, value: int | None) -> None:
        if value is None:
            announce(self, _("not recorded"))
        self.value_changed.emit(value)

    # Keys and clicks.

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Who comes by the keyboard is told its keys."""
        self._show_keys(told=event.reason() in BY_KEYS)
        super().focusInEvent(event)

    def _show_keys(self, *, told: bool) -> None:
        self.by_keys = told
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Digits, left and right, Delete; other keys go to the page."""
        key = event.key()
        self._show_keys(told=True)
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._on_digit(key - Qt.Key.Key_0)
        elif step := step_of(self, key):
            self._on_step(step)
        elif key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.choose(None)
        else:
            event.ignore()

    def _on_digit(self, digit: int) -> None:
        if digit == 0 and self._one_typed.isActive():
            self.choose(HIGHEST)
            return
        self.choose(digit)
        if digit == 1:
            self._one_typed.start()

    def _on_step(self, step: int) -> None:
        start = self.value_or_none()
        if start is None:
            self.choose(self.before if self.before is not None else 0)
        else:
            self.choose(min(max(start + step, 0), HIGHEST))

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the button under the pointer; nothing can be dragged."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self._show_keys(told=False)
        for number in range(HIGHEST + 1):
            if self.cell(number).adjusted(-2, -2, 2, 2).contains(event.position().toPoint()):
                self.choose(number)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Dragging does nothing."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """The press has chosen already."""
        event.accept()

    def wheelEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """The wheel scrolls the page and never changes a value."""
        event.ignore()  # type: ignore[attr-defined]

    # Sizes.

    def _height(self) -> int:
        return cell_height(self)

    def _gap(self) -> int:
        roomy = self.width() >= (TARGET + GAP) * (HIGHEST + 1)
        return GAP if roomy else TIGHT_GAP

    def _columns(self) -> int:
        needed = max(TARGET - 4, self.fontMetrics().horizontalAdvance("10") + 12)
        fits = self.width() >= (needed + TIGHT_GAP) * (HIGHEST + 1) - TIGHT_GAP
        return HIGHEST + 1 if fits else 6

    def cell(self, number: int) -> QRect:
        """Where the button of a number is."""
        columns, gap = self._columns(), self._gap()
        row, column = divmod(number, columns)
        width = (self.width() - gap * (columns - 1)) / columns
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            column = columns - 1 - column
        left, right = round(column * (width + gap)), round(column * (width + gap) + width)
        top = row * (self._height() + TIGHT_GAP)
        return QRect(left + 1, top + 1, right - left - 2, self._height() - 2)

    def words_row(self) -> QRect:
        """Where the words below the buttons are."""
        height = self._words_height()
        return QRect(1, self._wanted_height() - height, self.width() - 2, height)

    def _words_height(self) -> int:
        return round(self.fontMetrics().height() * 0.95) + 4

    def _wanted_height(self) -> int:
        rows = 1 if self._columns() > HIGHEST else 2
        return rows * (self._height() + TIGHT_GAP) + self._words_height()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for eleven buttons and the end words."""
        return QSize(self.ROOMY, self._wanted_height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for six buttons in a row."""
        return QSize(TARGET * 6, self._wanted_height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap or unwrap the buttons."""
        super().resizeEvent(event)
        if self.height() != self._wanted_height():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the buttons, the mark of the day before, the ring and the words.

        Where no number is chosen yet, the ring is at all alike.
        """
        painter, value = ScalePainter(self, self._theme), self.value_or_none()
        numbers = range(HIGHEST + 1)
        for number in numbers:
            painter.cell(number)
        for number in numbers if value is None else (value,):
            if self.hasFocus():
                painter.ring(number)
        painter.words(self._low, self._high)
