"""The one factory of labels, buttons and cards.

A widget says its *role*; the style sheet of the theme does the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from diary.field import Group
from diary.palette import design
from diary.ui.widgets.turned import StayButton

W = TypeVar("W", bound=QWidget)

SPACE = design("space")
GAP: int = SPACE["gap"]
PART: int = SPACE["part"]
TARGET: int = design("target")["button"]
"""Pixels that a sore finger meets without aiming: no button is lower or narrower."""
RUN = re.compile(r"([!-~\u00a1-\u02ff\u0370-\u052f]{30})(?=[!-~\u00a1-\u02ff\u0370-\u052f])")
"""So many letters without a space, with more to come, of scripts that break at spaces only."""
BREAK = "\u200b"


def set_role(widget: QWidget, role: str) -> None:
    """Give a widget a role of the style sheet, also after it was shown."""
    widget.setProperty("role", role)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def writing(widget: W) -> W:
    """Mark what changes the diary: it is off where nothing can be written."""
    widget.setProperty("writes", True)  # noqa: FBT003 - Qt's form
    return widget


def breakable(text: str) -> str:
    """The text with places to break a very long word, such as a web address."""
    return RUN.sub(rf"\1{BREAK}", text)


class Words(QLabel):
    """Plain text that wraps, and makes no page wider with a very long word."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setText(text)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show a text."""
        super().setText(breakable(text))


def label(text: str, role: str = "") -> QLabel:
    """A plain-text label that wraps."""
    made = Words(text)
    made.setProperty("role", role)
    return made


def keep_room(sentence: QLabel) -> None:
    """Hide a sentence that may come up, and keep the room of two lines: nothing moves then."""
    policy = sentence.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    sentence.setSizePolicy(policy)
    sentence.setText("\n")
    sentence.ensurePolished()
    sentence.setMinimumHeight(sentence.sizeHint().height())
    sentence.setText("")
    sentence.hide()


def button(
    text: str, role: str = "quiet", on_click: Callable[[], object] | None = None, name: str = ""
) -> QPushButton:
    """A button; `name` is said by screen readers where the text alone is not enough."""
    words, stays = text.replace("&", "&&"), role in {"chip", "rail"}
    made = StayButton(words) if stays else QPushButton(words)
    made.setProperty("role", role)
    made.setAutoDefault(False)
    if name:
        made.setAccessibleName(name)
    if on_click is not None:
        made.clicked.connect(lambda _checked=False: on_click())
    return made


def card(
    title: str = "", group: Group | None = None, beside: QWidget | None = None
) -> tuple[QFrame, QVBoxLayout]:
    """A card with an optional heading, and where to add to it.

    The heading has a bar in its group's colour, and `beside` it what explains the card.
    """
    frame = QFrame()
    frame.setProperty("role", "card")
    inside = QVBoxLayout(frame)
    inside.setContentsMargins(SPACE["edge"], PART, SPACE["edge"], PART)
    inside.setSpacing(GAP)
    if title:
        frame.setAccessibleName(title)
        inside.addLayout(row := heading_row(title, group))
        if beside is not None:
            row.addWidget(beside)
    return frame, inside


def heading_row(title: str, group: Group | None = None) -> QHBoxLayout:
    """A heading with its group's bar before it."""
    row = QHBoxLayout()
    row.setSpacing(PART)
    if group is not None:
        row.addWidget(bar(group))
    row.addWidget(label(title, "heading"), 1)
    return row


def bar(group: Group) -> QFrame:
    """The small upright bar in a group's colour; the style sheet knows colour and height."""
    made = QFrame()
    made.setFixedWidth(6)
    made.setProperty("bar", group.value)
    return made


class _Area(QScrollArea):
    """Stays as it is where Tab leads out of it: Qt would scroll to what had the keyboard last."""

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802, FBT001 - Qt's
        bar = self.verticalScrollBar()
        before = bar.value()
        moved = super().focusNextPrevChild(forward)
        here = QApplication.focusWidget()
        if here is None or not self.isAncestorOf(here):
            bar.setValue(before)
        return moved


def scrolling(inside: QWidget) -> QScrollArea:
    """A page's scroll area around `inside`; only up and down, what is narrower in the middle."""
    area = _Area()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    area.setProperty("role", "page")
    inside.setProperty("role", "page")
    area.setWidget(inside)
    return area
