"""The article above a dialog, at what is being asked: to read, and back to the same input."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from diary.field import Catalogue
from diary.i18n import _
from diary.ui.theme import Theme
from diary.ui.widgets.article_panel import ArticlePanel

WIDE, HIGH = 640, 620
ROOM = 48
"""Pixels of the window that stay visible around it: more than around the dialog below."""


class Reading(QDialog):
    """Nothing leads away from here: what is typed below waits."""

    def __init__(self, section: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Article"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.panel = ArticlePanel(Catalogue(()), theme)
        self.panel.closed.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panel)
        whole = parent.parentWidget() or parent
        free = whole.window().size() - QSize(ROOM, ROOM)
        self.resize(QSize(theme.px(WIDE), theme.px(HIGH)).boundedTo(free))
        self.panel.show_section(section)
