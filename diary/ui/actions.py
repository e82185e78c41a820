"""Every action of the window, made in one place with its key.

The sheet of keys is made from the same list, so that it is always true.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from diary.i18n import N_, Message


@dataclass(frozen=True, slots=True)
class Command:
    """One action: its name, its keys (the first is shown) and its part of the key sheet."""

    key: str
    label: Message
    shortcuts: tuple[str, ...]
    part: Message


ANYWHERE = N_("Anywhere")
A_DAY = N_("On a day")
ON_A_FIELD = N_("In a field")
ON_A_PAGE = N_("On a page")

COMMANDS = (
    Command("attack", N_("Attack now; again: it has ended"), ("F2",), ANYWHERE),
    Command("question", N_("Write a question for the next visit"), ("F4",), ANYWHERE),
    Command("undo", N_("Undo"), ("Ctrl+Z",), ANYWHERE),
    Command("redo", N_("Redo"), ("Ctrl+Y",), ANYWHERE),
    Command("settings", N_("Settings"), ("Ctrl+,",), ANYWHERE),
    Command("larger", N_("Larger text"), ("Ctrl++", "Ctrl+="), ANYWHERE),
    Command("smaller", N_("Smaller text"), ("Ctrl+-",), ANYWHERE),
    Command(
        "find", N_("Search everything; in Learn and Settings: the page"), ("Ctrl+F",), ANYWHERE
    ),
    Command("aims", N_("Type what you want to do, or a day"), ("Ctrl+K",), ANYWHERE),
    Command("keys", N_("Sheet of keys"), ("F10",), ANYWHERE),
    Command("explain", N_("Explain the field or the page"), ("F1",), ANYWHERE),
    Command("card_after", N_("Next card of the page"), ("F6",), ANYWHERE),
    Command("card_before", N_("Card of the page before this one"), ("Shift+F6",), ANYWHERE),
    Command("retry", N_("Try again to save"), ("Ctrl+R",), ANYWHERE),
    Command("lock", N_("Lock the diary, where it has a passphrase"), ("Ctrl+L",), ANYWHERE),
    Command("quit", N_("Close the diary"), ("Ctrl+Q",), ANYWHERE),
    Command("day_before", N_("Day before"), ("Alt+Left", "F7"), A_DAY),
    Command("day_after", N_("Day after"), ("Alt+Right", "F8"), A_DAY),
    Command("go_today", N_("Go to today"), ("Ctrl+T",), A_DAY),
    Command("calendar", N_("Choose a day in the calendar"), ("Ctrl+G",), A_DAY),
    Command("same", N_("Same as yesterday"), ("Ctrl+D",), A_DAY),
)

FIELD_KEYS = (
    ("0 – 9", N_("Choose a number; 1 then 0 for 10")),
    ("← →", N_("One less, one more")),
    ("↑ ↓", N_("Field above, field below")),
    ("A – Z", N_("Next field whose name begins with the letter")),
    ("Enter", N_("After a number: the field below")),
    (N_("Del"), N_("Clear the answer")),
    (N_("Page Up, Page Down"), N_("More or less of a count")),
)
PAGE_KEYS = (
    (N_("Tab"), N_("Next control; with Shift: the one before")),
    ("Esc", N_("Close what is open beside or above the page")),
    ("Ctrl+S", N_("Save the summary as a PDF")),
    (N_("Enter, Del"), N_("In a list: open, delete")),
    ("Ctrl+Enter", N_("In a form: done")),
    ("← → Enter", N_("In a chart: day by day; open the day")),
    ("+ −", N_("In Trends: fewer days, more days, unless switched off in Settings")),
    (N_("Shift+← Shift+→"), N_("In Trends: earlier, later")),
    ("← → ↑ ↓ Enter", N_("In the calendar of a year: by day and week; open the day")),
    (N_("Page Up, Page Down"), N_("In the calendar of a year: by month; with Shift: by year")),
)


def add_actions(window: QWidget, handlers: dict[str, Callable[[], object]]) -> None:
    """Make each command an action of the window; every one must have a handler."""
    for command in COMMANDS:
        made = _action(window, str(command.label), command.shortcuts, handlers[command.key])
        made.setObjectName(command.key)


def add_page_action(window: QWidget, number: int, name: str, go: Callable[[], object]) -> None:
    """Ctrl and the page's number open it."""
    _action(window, name, (f"Ctrl+{number}",), go)


def _action(
    window: QWidget, name: str, shortcuts: tuple[str, ...], handler: Callable[[], object]
) -> QAction:
    action = QAction(name, window)
    action.setShortcuts([QKeySequence(keys) for keys in shortcuts])
    action.setAutoRepeat(False)  # a stiff finger holds a key for long
    action.triggered.connect(lambda _checked=False: handler())
    window.addAction(action)
    return action
