"""When to say that work takes a while: not of what is done in a moment."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal, Slot

LOOK_MS, SHOWN_AFTER = 100, 3
"""How often the work is looked at, and from which look on it is shown how far it is."""


class Patience(QObject):
    """Looks at work that is under way. `lasting` comes once, `looked` then and at each look after.

    The work is asked how far it is, so that no worker calls the window.
    """

    lasting = Signal()
    looked = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._looks = 0
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    @property
    def busy(self) -> bool:
        """Whether work is under way."""
        return self._timer.isActive()

    def begin(self) -> None:
        """The work begins."""
        self._looks = 0
        self._timer.start()

    def end(self) -> None:
        """The work has ended."""
        self._timer.stop()

    @Slot()
    def look(self) -> None:
        """Look once."""
        self._looks += 1
        if self._looks >= SHOWN_AFTER:
            self.looked.emit()
        if self._looks == SHOWN_AFTER:
            self.lasting.emit()
