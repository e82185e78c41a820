"""One field of a day: its question, its input, clear, and the i that opens its article."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from db.records import Value
from diary.field import Field, Kind
from diary.i18n import _
from diary.logic.units import Units
from diary.ui.enter import ENTER
from diary.ui.focus import begin_in
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, button, label, writing
from diary.ui.widgets.field_input import AnyInput, Input, input_of
from diary.ui.widgets.number import NumberInput
from diary.ui.widgets.scale import ScaleInput, cell_height

if TYPE_CHECKING:
    from diary.ui.widgets.measure_input import MeasureInput

CELSIUS = "Cel"
TYPED = {Kind.MEASURE, Kind.COUNT, Kind.MINUTES}
"""Kinds whose values are typed."""
BETWEEN_ICONS = 3 * GAP
ASIDE = 230
ANY_WIDTH = 16_777_215


class FieldRow(QWidget):
    """A row of the day. `chosen` carries field key and value (None: cleared).

    `left` says that the row above (-1) or below (1) is wanted, `sought` that one whose name begins
    with a letter is.
    """

    chosen = Signal(str, object)
    explained = Signal(str)
    left = Signal(str, int)
    sought = Signal(str, str)

    def __init__(self, field: Field, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._theme = theme
        self._question = label(str(field.question))
        self.input: AnyInput = writing(input_of(field, theme))
        self.control = cast("Input", self.input)
        self.control.value_changed.connect(self._on_value_changed)
        self._clear = writing(
            button("×", "icon", self._on_clear, _("Clear: {name}").format(name=field.label))
        )
        self._clear.setToolTip(_("Clear the answer (Del)"))
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Del does it: one Tab less a question
        self._info = button(
            "i", "icon", self._on_explain, _("About: {name}").format(name=field.label)
        )
        self._info.setToolTip(_("What is this, and why is it asked? (F1)"))
        self._lay_out()
        self.show_value(None)
        self._watch_keys()

    # What it shows.

    def show_value(self, value: Value | None) -> None:
        """Show a stored value; None means not recorded."""
        self.control.show_value(value)
        self._clear.setEnabled(value is not None)

    def show_before(self, value: Value | None) -> None:
        """Mark the value of the day before on a scale."""
        if isinstance(self.input, ScaleInput):
            self.input.show_before(value if isinstance(value, int) else None)

    def show_timed(self, least: int | None) -> None:
        """Offer a total from timed attacks."""
        if isinstance(self.input, NumberInput):
            words = "" if least is None else _("{value} from timed attacks").format(value=least)
            self.input.show_proposal(least or 0, words)

    def show_units(self, units: Units) -> None:
        """Show a temperature in the patient's unit."""
        if self.field.unit == CELSIUS:
            cast("MeasureInput", self.input).show_unit(units.of("temperature"))

    def forget_typed(self) -> None:
        """Let go of what was typed and could not be read: another day is shown."""
        if self.field.kind in TYPED:
            cast("MeasureInput | NumberInput", self.input).forget_typed()

    def show_hint(self, words: str) -> None:
        """Quiet words below the question, such as the day of the last reading."""
        question = str(self.field.question)
        self._question.setText(f"{question}\n{words}" if words else question)

    def focus(self) -> None:
        """Put the keyboard in the input."""
        begin_in(self.input)

    # How it is made.

    def _lay_out(self) -> None:
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 2, 0, 2)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(2)
        self._icons = QHBoxLayout()
        self._icons.setSpacing(BETWEEN_ICONS)  # a sore finger must not clear what it asks about
        self._grid.addLayout(self._icons, 0, 2, Qt.AlignmentFlag.AlignTop)
        self._wide: bool | None = None
        self._place(wide=True)
        for icon in (self._clear, self._info):  # after the input, for Tab too
            self._icons.addWidget(icon)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the question above its input where both do not fit side by side."""
        super().resizeEvent(event)
        aside, icons = self._theme.px(ASIDE), self._icons_width() + 2 * GAP
        self._place(wide=self.width() >= aside + icons + ScaleInput.ROOMY)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as the question above its input, so that the row can become so."""
        narrow = max(self.input.minimumSizeHint().width(), self._icons_width() + self._theme.px(72))
        return QSize(narrow, super().minimumSizeHint().height())

    def _place(self, *, wide: bool) -> None:
        aside = self._theme.px(ASIDE)
        self._question.setMinimumWidth(aside if wide else 0)
        self._question.setMaximumWidth(aside if wide else ANY_WIDTH)
        self._question.setContentsMargins(0, self._theme.px(11) if wide else 0, 0, 0)
        self._icons.setContentsMargins(0, self._above_icons() if wide else 0, 0, 0)
        if wide is self._wide:
            return
        self._wide = wide
        flag, grid = Qt.AlignmentFlag, self._grid
        grid.removeWidget(self._question)
        grid.removeWidget(self.input)
        leading = flag.AlignLeading
        self._question.setAlignment(leading | (flag.AlignTop if wide else flag.AlignVCenter))
        grid.addWidget(self._question, 0, 0)
        if wide:
            grid.addWidget(self.input, 0, 1, flag.AlignTop)
        else:
            grid.addWidget(self.input, 1, 0, 1, 3)
        grid.setColumnStretch(0, 0 if wide else 1)
        grid.setColumnStretch(1, 1 if wide else 0)

    def _above_icons(self) -> int:
        """So much that the icons stand on the middle of the buttons beside them."""
        return max(0, (cell_height(self) - self._theme.round_side) // 2)

    def _icons_width(self) -> int:
        return 2 * self._theme.round_side + BETWEEN_ICONS

    def _watch_keys(self) -> None:
        for child in [self.input, *self.input.findChildren(QWidget)]:
            child.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Up and Down move between rows, Enter goes on from a scale.

        A letter goes to the next row whose name begins with it.
        """
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = event.key()
            if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                self.left.emit(self.field.key, 1 if key == Qt.Key.Key_Down else -1)
                return True
            if key in ENTER and isinstance(self.input, ScaleInput):
                self.left.emit(self.field.key, 1)
                return True
            if self._is_letter(event):
                self.sought.emit(self.field.key, event.text())
                return True
        return super().eventFilter(watched, event)

    def _is_letter(self, event: QKeyEvent) -> bool:
        """Whether a letter was typed, where none can belong to a value."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        return plain and event.text().isalpha() and self.field.kind is not Kind.MEASURE

    @Slot(object)
    def _on_value_changed(self, value: object) -> None:
        self._clear.setEnabled(value is not None)
        self.chosen.emit(self.field.key, value)

    def _on_clear(self) -> None:
        self.focus()
        self.control.choose(None)

    def _on_explain(self) -> None:
        self.explained.emit(self.field.key)
