"""Looking around in a sample diary: a window of its own in place of the patient's, which waits.

Made by `startup` when it is wanted. The patient's diary, settings, reminder, backups and tray know
nothing of it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from db.errors import DiaryError
from diary.errors import refusal, sentence
from diary.fields import CATALOGUE
from diary.i18n import N_, _
from diary.jobs import Jobs, Stop, StoppedError
from diary.session import Session
from diary.settings import LANGUAGE, LOOK, ONE_KEY, TEXT_SIZE, Setting, Settings
from diary.trying import Aside, set_aside
from diary.ui.dialogs.sample_waiting import SampleWaiting
from diary.ui.main_window import MainWindow
from diary.ui.pages.settings import SettingsPage
from diary.ui.raising import bring_up
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.notice import Notice
from diary.ui.widgets.settings_backups import BackupSettings
from diary.ui.widgets.settings_check import CheckSettings
from diary.ui.widgets.settings_folder import FolderSettings
from diary.ui.widgets.settings_language import LanguageSettings
from diary.ui.widgets.settings_passphrase import PassphraseSettings
from diary.ui.widgets.settings_reminder import ReminderSettings
from diary.ui.widgets.settings_sample import SampleSettings

IS_SAMPLE = N_("This is a sample. Nothing here is yours.")
OF_THIS_COMPUTER = (
    LanguageSettings,
    ReminderSettings,
    BackupSettings,
    PassphraseSettings,
    SampleSettings,
    CheckSettings,
    FolderSettings,
)
"""The parts of the settings that reach beyond a diary, or are no use in one that goes."""
SEEN = (TEXT_SIZE, LOOK, LANGUAGE, ONE_KEY)
"""The sample looks, and takes keys, as the patient's diary does."""


class Trying(QObject):
    """One look around. Belongs to the patient's window; ends when that is wanted or closed."""

    def __init__(self, window: MainWindow, settings: Settings, theme: Theme) -> None:
        super().__init__(window)
        self._window, self._settings, self._theme = window, settings, theme
        self._jobs = Jobs("sample", self)
        self._stop = Stop()
        self._aside: Aside | None = None
        self._hidden: list[QWidget] = []
        self._focus = QApplication.focusWidget()
        self._dressed = False
        self._coming: MainWindow | None = None
        self.sample: MainWindow | None = None
        self.waiting = SampleWaiting(
            window.session, theme, QApplication.activeModalWidget() or window
        )
        self.waiting.rejected.connect(self._stop.set)
        window.closed.connect(self.waiting.reject)
        window.closed.connect(self._on_own_closed)

    # Coming.

    def begin(self) -> None:
        """Have a sample made, then show it."""
        self.waiting.open()
        self._jobs.run(self._make, self._on_made, self._on_failed)

    def _make(self) -> None:
        """On the worker; kept here, so that it goes even where nobody is told of it any more."""
        self._aside = set_aside(self._window.session.clock.now().date(), self._stop)

    def _on_made(self, _nothing: None) -> None:
        self._in_turns(self._make_window, self._open_page, self._stand_before)

    def _in_turns(self, *steps: Callable[[Aside], object]) -> None:
        """A step a turn of the event loop: all at once would hold up the window that waits."""
        if self._stop.is_set() or self._aside is None:
            self.leave()
            self._end()
            return
        steps[0](self._aside)
        if steps[1:]:
            QTimer.singleShot(0, self, partial(self._in_turns, *steps[1:]))

    def _on_failed(self, error: Exception) -> None:
        match error:
            case StoppedError():
                pass
            case DiaryError():
                self.waiting.say(sentence(error))
            case OSError():
                words = _("The system refused: {reason}.").format(reason=refusal(error))
                self.waiting.say(words)
            case _:
                raise error
        self._end()

    def _make_window(self, aside: Aside) -> None:
        settings = Settings(aside.settings)
        for each in SEEN:
            settings.set(each, self._settings.value(each))
        session = Session(aside.store, CATALOGUE, self._window.session.clock)
        sample = MainWindow(session, settings, self._theme, str(aside.diary), opens=None)
        sample.is_sample = True
        sample.setWindowTitle(_("Sample diary"))
        settings.setParent(sample)
        settings.changed.connect(self._on_look_chosen)
        band = Notice(_("Back to my diary"), sample.leave, sample)
        band.say(str(IS_SAMPLE))
        sample.put_on_top(band)
        sample.stack.made.connect(self._on_page_made)
        sample.lock_wanted.connect(self._on_lock_wanted)
        self._coming = sample

    def _open_page(self, _aside: Aside) -> None:
        if self._coming is not None:
            self._coming.show_page("today")

    def _stand_before(self, _aside: Aside) -> None:
        """The patient's window and its dialogs are hidden as they stand."""
        sample, self._coming = self._coming, None
        if sample is None:
            return
        self.waiting.accept()
        sample.closed.connect(self._on_left)
        self.sample = sample
        dialogs = [each for each in self._window.findChildren(QDialog) if each.isVisible()]
        self._hidden = [self._window, *dialogs]
        sample.setGeometry(self._window.geometry())
        sample.showMaximized() if self._window.isMaximized() else sample.show()
        for each in reversed(self._hidden):
            each.hide()
        self._window.installEventFilter(self)
        announce(sample, str(IS_SAMPLE))

    # There.

    @Slot(QWidget)
    def _on_page_made(self, page: QWidget) -> None:
        if isinstance(page, SettingsPage):
            page.leave_out(OF_THIS_COMPUTER)

    @Slot(object)
    def _on_look_chosen(self, setting: Setting) -> None:
        settings = self.sender()
        if setting in {TEXT_SIZE, LOOK} and isinstance(settings, Settings):
            self._dressed = True
            self._theme.apply(settings.look(), settings.points())

    @Slot()
    def _on_lock_wanted(self) -> None:
        """Who goes away wants the own diary locked."""
        self.leave()
        self._window.lock_wanted.emit()

    def eventFilter(self, _window: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Where the patient's window comes up, by the tray or a second start, the sample goes."""
        if event.type() is QEvent.Type.Show:
            QTimer.singleShot(0, self, self.leave)
        return False

    # Going.

    @Slot()
    def leave(self) -> None:
        """Go back to the patient's diary."""
        for each in (self._coming, self.sample):
            if each is not None:
                each.leave()

    @Slot()
    def _on_left(self) -> None:
        """The sample's window closes: show the patient's before, or the program would end."""
        self._window.removeEventFilter(self)
        if not self._window.session.rests:
            self._come_back()
        elif not self._stop.is_set():  # locked meanwhile: the window that asks
            bring_up(self._window)
        if self._dressed:
            self._theme.apply(self._settings.look(), self._settings.points())
        self._end()

    def _come_back(self) -> None:
        for each in self._hidden:
            each.show()
        bring_up(self._hidden[-1])
        if self._focus is not None and isValid(self._focus):
            self._focus.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_own_closed(self) -> None:
        """The program ends: here it is waited for that nothing of the sample stays."""
        self._stop.set()
        self.leave()
        self._jobs.finish()
        if self._aside is not None:
            self._aside.clear()
            self._aside = None
        self._end()

    def _end(self) -> None:
        """Take the sample away, its files on the worker; nothing of it stays."""
        for window in (self._coming, self.sample):
            if window is not None:
                window.deleteLater()
        self._coming = self.sample = None
        aside, self._aside = self._aside, None
        if aside is None:
            self._on_gone()
        else:
            self._jobs.run(aside.clear, self._on_gone, self._on_gone)

    def _on_gone(self, _outcome: object = None) -> None:
        """What the system held back goes at the next start."""
        self._jobs.close()
        self.deleteLater()
