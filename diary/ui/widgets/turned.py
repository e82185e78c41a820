"""Buttons that stay down, also when a screen reader turns them.

Assistive tools turn such a button without a click, and who listens to clicks would not hear of it:
the button would look chosen, and nothing would be recorded. So that turn counts as a click.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QPushButton

if TYPE_CHECKING:
    Base = QAbstractButton
else:
    Base = object


class _Turned(Base):
    """Tells a turn by the program and one by hand from one by an assistive tool."""

    _known = False

    def setChecked(self, on: bool) -> None:  # noqa: N802, FBT001 - Qt's name and form
        """The program shows a state."""
        self._known = True
        super().setChecked(on)
        self._known = False

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """A hand has clicked; `clicked` follows."""
        self._known = True
        super().nextCheckState()
        self._known = False

    @Slot(bool)
    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - Qt's form
        if not self._known:
            self.clicked[bool].emit(on)  # type: ignore[index] # not in its stubs


class StayButton(_Turned, QPushButton):
    """A push button that stays down."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setCheckable(True)
        self.toggled.connect(self._on_toggled)


class CheckBox(_Turned, QCheckBox):
    """A box with a tick."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words)
        self.toggled.connect(self._on_toggled)
