"""One part of the settings page: a card with a heading, and labelled inputs below each other."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton, QFrame, QLabel, QVBoxLayout, QWidget

from diary.logic.aims import fits
from diary.ui.focus import stops_of
from diary.ui.settings_places import also, undotted
from diary.ui.widgets.controls import GAP, PART, label

SAFE = "keeping-it-safe"
"""The section of the article on backups, lock and recovery code."""
SPACE = 4
"""Pixels between an input, its label and its help."""


class SettingsPart(QFrame):
    """A card; each part of the page is one of these. What is chosen applies at once.

    Its rows are hidden one by one where only some of them are looked for.
    """

    def __init__(self, title: str, help_text: str = "") -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName(title)
        self.title = title
        self.sought = ""
        self.rows: dict[str, QWidget] = {}
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(2 * GAP, PART, 2 * GAP, PART)
        self.body.setSpacing(2 * GAP)
        self.body.addWidget(label(title, "heading"))
        if help_text:
            self.body.addWidget(label(help_text, "secondary"))

    def add(self, name: str, made: QWidget, help_text: str = "") -> None:
        """An input below its name; the input has been given its accessible names."""
        row = QWidget()
        box = QVBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(SPACE)
        box.addWidget(label(name, "strong"))
        box.addWidget(made)
        if help_text:
            box.addWidget(label(help_text, "secondary"))
        self.rows[name] = row
        self.body.addWidget(row)

    # Looking for something.

    def look_for(self, typed: str) -> bool:
        """Show only what the typed words fit; whether anything here does."""
        if self.isHidden() and not self.sought:
            return False  # it is hidden for another reason
        self.sought = typed
        rest = " ".join(self._words_besides())
        whole = fits(typed, rest)
        fitting = {
            name for name in self.rows if fits(typed, f"{self.title} {self._row_words(name)}")
        }
        if not whole and not fitting:
            whole = fits(typed, " ".join([rest, *map(self._row_words, self.rows)]))
        for name, row in self.rows.items():
            row.setVisible(whole or name in fitting)
        self.setVisible(whole or bool(fitting))
        return whole or bool(fitting)

    def _row_words(self, name: str) -> str:
        words = list(shown_words(self.rows[name]))
        return " ".join([*words, also(words)])

    def _words_besides(self) -> Iterator[str]:
        """The words of the card that stand in no row, and what else those are called."""
        words = [
            words
            for each in self.findChildren(QWidget)
            if not any(row.isAncestorOf(each) for row in self.rows.values())
            for words in _words(each)
        ]
        yield from words
        yield also(words)

    # Coming to something.

    def called(self, name: str) -> QWidget | None:
        """What has this name here: the card, a row, or a button."""
        if name == self.title:
            return self
        buttons = (each for each in self.findChildren(QAbstractButton) if name in _words(each))
        return self.rows.get(name) or next(buttons, None)

    def stop_at(self, name: str) -> QWidget | None:
        """Where the keyboard comes to for a name: on what is called so, in it, or in the card."""
        place = self.called(name)
        if place is None:
            return None
        stops = list(stops_of(self))
        near = (each for each in stops if each is place or place.isAncestorOf(each))
        return next(near, stops[0] if stops else None)


def shown_words(widget: QWidget) -> Iterator[str]:
    """The words of the labels and buttons in a widget."""
    return (words for each in widget.findChildren(QWidget) for words in _words(each))


def _words(widget: QWidget) -> tuple[str, ...]:
    """The words on a label or a button."""
    if isinstance(widget, QLabel | QAbstractButton) and widget.text():
        return (undotted(widget.text().replace("&&", "&")),)
    return ()
