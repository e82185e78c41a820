"""The window of one diary: its actions, what is said of saving, and how it is left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from diary.i18n import _, format_time
from diary.session import Session
from diary.settings import TEXT_SIZE, Settings
from diary.ui.actions import add_actions, add_page_action
from diary.ui.ask import write_question
from diary.ui.book import PAGES
from diary.ui.card_steps import go_to_card
from diary.ui.enter import pressed_by_enter
from diary.ui.explaining import explain_here
from diary.ui.links import connect_links
from diary.ui.one_key import OneKey
from diary.ui.paged_window import PagedWindow
from diary.ui.search_key import search_here
from diary.ui.shelf import refresh
from diary.ui.theme import Theme
from diary.ui.undo_words import StepTeller
from diary.ui.undoing import Undoing
from diary.ui.widgets.announce import announce

SMALLEST = (760, 520)
USUAL = (1200, 820)


class MainWindow(PagedWindow):
    """One diary, open. Closing it saves what is on its way."""

    closed = Signal()
    lock_wanted = Signal()
    passphrase_changed = Signal()
    erase_wanted = Signal(object)
    sample_wanted = Signal()

    def __init__(
        self,
        session: Session,
        settings: Settings,
        theme: Theme,
        folder: str,
        *,
        opens: str | None = "today",
    ) -> None:
        """`opens`: the page that is shown; None where whoever makes the window shows one later."""
        super().__init__(session, settings, theme, folder)
        self.setWindowTitle(_("Scleroderma Diary"))
        self.setMinimumSize(*SMALLEST)
        self.resize(*USUAL)
        self.instead: QWidget | None = None
        self.stays: Callable[[], bool] = lambda: False
        self.is_sample = False
        self._leaving = False
        self._connect()
        self._add_actions(self._undoing())
        if opens is not None:
            self.show_page(opens)

    def _connect(self) -> None:
        self.rail.lock_wanted.connect(self.lock_wanted)
        self.stack.made.connect(self._on_page_made)
        self.stack.made.connect(OneKey(self, self._settings).obey)
        self.session.saved.connect(self._on_saved)
        self.session.day_turned.connect(self._on_day_turned)
        self.notice.told.connect(self.rail.status.stand)
        self.closed.connect(self.notice.leave)
        self.session.refused.connect(self.say)
        self.session.elsewhere.changed.connect(self._on_changed_elsewhere)
        self.strip.details_wanted.connect(self.ask_details)
        self.strip.announced.connect(self.say)
        connect_links(self.side, self)

    def _undoing(self) -> Undoing:
        """What takes steps back, and tells of each."""
        StepTeller(self)
        undoing = Undoing(self.session, self._settings, self)
        undoing.said.connect(self.say)
        undoing.offered.connect(self.rail.offer_undo)
        self.rail.undo_button.clicked.connect(undoing.undo)
        return undoing

    def _add_actions(self, undoing: Undoing) -> None:
        add_actions(
            self,
            {
                "attack": self.start_or_end_attack,
                "undo": undoing.undo,
                "redo": undoing.redo,
                "settings": lambda: self.show_page("settings"),
                "larger": lambda: self._resize_text(1),
                "smaller": lambda: self._resize_text(-1),
                "find": lambda: search_here(self),
                "aims": self.show_aims,
                "keys": self.show_keys,
                "explain": lambda: explain_here(self),
                "card_after": lambda: go_to_card(self.stack.currentWidget(), 1),
                "card_before": lambda: go_to_card(self.stack.currentWidget(), -1),
                "retry": self.session.retry,
                "lock": self.lock_wanted.emit,
                "question": partial(write_question, self, self.theme),
                "quit": self.quit,
                "day_before": lambda: self.today_page().step(-1),
                "day_after": lambda: self.today_page().step(1),
                "go_today": lambda: self.today_page().go_to_today(),
                "calendar": lambda: self.today_page().open_calendar(),
                "same": lambda: self.today_page().same_as_yesterday(),
            },
        )
        for number, (place, _maker) in enumerate(PAGES, 1):
            add_page_action(self, number, str(place.label), partial(self.choose_page, place.key))

    @Slot(QWidget)
    def _on_page_made(self, page: QWidget) -> None:
        connect_links(page, self)
        leave_out: Callable[[bool], None] | None = getattr(page, "leave_running_out", None)
        if leave_out is not None:  # it stands in the rail, unless that is too low
            leave_out(self.strip.is_whole)
            self.strip.fitted.connect(leave_out)

    @Slot()
    def show_keys(self) -> None:
        """Open the sheet of keys."""
        from diary.ui.dialogs.keys_sheet import KeysSheet

        KeysSheet([str(place.label) for place, _maker in PAGES], self.theme, self).open()

    @Slot()
    def show_aims(self) -> None:
        """Ask what is wanted, and do it."""
        from diary.ui.dialogs.aim_sheet import AimSheet

        AimSheet(self, self.theme).open()

    @Slot()
    def start_or_end_attack(self) -> None:
        """One key begins an attack; the same key ends it."""
        self.strip.start_or_end()

    @Slot(object)
    def _on_day_turned(self, _day: date) -> None:
        """Let lists and charts reach the new day; where one writes, the page sees to itself."""
        if self.stack.key in {"attacks", "trends", "care", "body"}:
            refresh(self.stack.page(self.stack.key))

    # Saving.

    @Slot(object)
    def _on_saved(self, moment: datetime) -> None:
        words = _("Saved at {time}").format(time=format_time(moment))
        if words != self.rail.status.words:
            announce(self, words)  # once a minute, not after each digit
        self.rail.status.stand(words)

    @Slot()
    def _on_changed_elsewhere(self) -> None:
        self.say(_("Another program changed the diary. This is how it is now."))

    @Slot(str)
    def say(self, words: str) -> None:
        """Say something once, in the rail and to screen readers."""
        self.rail.status.say(words)
        announce(self, words)

    def _resize_text(self, step: int) -> None:
        points = self._settings.points() or self.theme.points
        self._settings.set(TEXT_SIZE, TEXT_SIZE.bounded(round(points) + step))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Coming back to the window, see at once what another program wrote meanwhile."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self.session.elsewhere.look()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape closes the article beside the page; Enter presses a button."""
        if pressed_by_enter(self, event):
            return
        if event.key() == Qt.Key.Key_Escape and self.side.isVisible():
            self.side.close_panel()
        else:
            super().keyPressEvent(event)

    @Slot()
    def quit(self) -> bool:
        """Close the window and the diary as the patient wishes; False where it is asked first."""
        if self._asks_first():
            return False
        self.leave()
        return True

    def _asks_first(self) -> bool:
        """Whether entries that cannot be saved would be lost: then it is asked what to do."""
        if self.is_sample or self.session.rests or not self.session.settle():
            return False
        from diary.ui.dialogs.unsaved import ask

        ask(self)
        return True

    @Slot()
    def leave(self) -> None:
        """Close the window and the diary, whatever keeps it running."""
        if not self._leaving:
            self._leaving = True
            self.close()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Save what is on its way; where a tray keeps the diary, only the window goes."""
        focused = QApplication.focusWidget()
        if focused is not None:
            focused.clearFocus()
        if not self._leaving and self.stays():
            event.ignore()
            self.hide()
            return
        if not self._leaving and self._asks_first():
            event.ignore()
            return
        self._leaving = True
        self.stack.close_pages()
        self.session.close()
        super().closeEvent(event)
        self.closed.emit()
