"""The heading of a card that folds: a button whose words wrap where the card is narrow."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy

from diary.i18n import _
from diary.palette import design
from diary.ui.widgets.controls import label

ABOVE, SIDE = map(int, design("inset")["fold"])
LEAST = 40


class FoldButton(QPushButton):
    """A name with the sign of open or folded after it."""

    def __init__(self, on_click: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "fold")
        self.setAutoDefault(False)
        self._words = label("", "heading")
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(SIDE, ABOVE, SIDE, ABOVE)
        row.addWidget(self._words)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(lambda _checked=False: on_click())

    def say(self, name: str, *, folded: bool) -> None:
        """Show the name and whether what is below is folded."""
        self._words.setText(f"{name} {'▸' if folded else '▾'}")
        self._words.setAccessibleName(name)
        state = _("folded") if folded else _("open")
        self.setAccessibleName(f"{name}, {state}")
        self.updateGeometry()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The words in one line."""
        words = self._words.fontMetrics().size(0, self._words.text())
        return QSize(words.width() + 2 * SIDE + 2, max(words.height() + 2 * ABOVE, LEAST))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as the longest word."""
        return QSize(self._words.minimumSizeHint().width() + 2 * SIDE, LEAST)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Narrower means higher."""
        return max(self._words.heightForWidth(width - 2 * SIDE) + 2 * ABOVE, LEAST)
