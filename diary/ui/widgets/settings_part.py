"""One part of the settings page: a card with a heading, and labelled inputs below each other."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from diary.ui.widgets.controls import GAP, label

SAFE = "keeping-it-safe"
"""The section of the article on backups, lock and recovery code."""
SPACE = 4
"""Pixels between an input, its label and its help."""


class SettingsPart(QFrame):
    """A card; each part of the page is one of these. What is chosen applies at once."""

    def __init__(self, title: str, help_text: str = "") -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(2 * GAP, GAP + 4, 2 * GAP, 2 * GAP - 4)
        self.body.setSpacing(2 * GAP)
        self.body.addWidget(label(title, "heading"))
        if help_text:
            self.body.addWidget(label(help_text, "secondary"))

    def add(self, name: str, made: QWidget, help_text: str = "") -> None:
        """An input below its name; the input has been given its accessible names."""
        box = QVBoxLayout()
        box.setSpacing(SPACE)
        box.addWidget(label(name, "strong"))
        box.addWidget(made)
        if help_text:
            box.addWidget(label(help_text, "secondary"))
        self.body.addLayout(box)
