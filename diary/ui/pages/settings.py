"""The settings: one card a subject, and a line that looks for one. Each choice is applied at once.

What belongs to this computer stands in `settings.ini`; how the diary is kept stands in the diary
itself, so that undo takes it back. Another part is one line in `_parts`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.session import Session
from diary.settings import Settings
from diary.ui.focus import bring_part_in_sight
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, scrolling, writing
from diary.ui.widgets.settings_asked import AskedSettings
from diary.ui.widgets.settings_backups import BackupSettings
from diary.ui.widgets.settings_check import CheckSettings
from diary.ui.widgets.settings_day import DaySettings
from diary.ui.widgets.settings_deleted import DeletedSettings
from diary.ui.widgets.settings_folder import FolderSettings
from diary.ui.widgets.settings_import import ImportSettings
from diary.ui.widgets.settings_language import LanguageSettings
from diary.ui.widgets.settings_look import LookSettings
from diary.ui.widgets.settings_measures import MeasureSettings
from diary.ui.widgets.settings_own import OwnSettings
from diary.ui.widgets.settings_part import SettingsPart
from diary.ui.widgets.settings_passphrase import PassphraseSettings
from diary.ui.widgets.settings_reminder import ReminderSettings
from diary.ui.widgets.settings_sample import SampleSettings
from diary.ui.widgets.settings_search import SettingsSearch

WIDE = 720
"""Pixels of the cards at 11 points: what is chosen stands near its name."""
EDGE = 3 * GAP
AT_ONCE = 3
"""So many cards fill the window when the page opens; the others come after it is seen."""
FILLS = 1_000
"""The share of the column beside what is left of it."""


class SettingsPage(QWidget):
    """The parts of the settings, one below the other."""

    announced = Signal(str)
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
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self._theme = session, settings, theme
        self._folder = folder
        self.setProperty("role", "page")
        self.head = SettingsSearch()
        self.search = self.head.line
        self._made: list[SettingsPart] = []
        self._coming = self._parts()
        self._lay_out()
        self.head.typed.connect(self._on_typed)
        theme.changed.connect(self._fit)
        self._fit()
        self._soon = QTimer(self, interval=0)
        self._soon.timeout.connect(self._make_next)
        self._soon.start()
        for _part in range(AT_ONCE):
            self._make_next()

    def _lay_out(self) -> None:
        """One column in the middle, no wider than is good to read."""
        inside = QWidget()
        self._area = scrolling(inside)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # nothing moves
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._area)
        self._middle = QHBoxLayout(inside)
        self._column = QWidget()
        self._middle.addWidget(self._column, FILLS)
        self._middle.addStretch(1)
        self._cards = QVBoxLayout(self._column)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(2 * GAP)
        self._cards.addWidget(self.head)
        self._cards.addStretch(1)

    @property
    def parts(self) -> list[SettingsPart]:
        """All of them; those that are still to come are made at once."""
        while self._make_next():
            pass
        return self._made

    @Slot()
    def _make_next(self) -> bool:
        """Make the next card, each in its own turn: no key waits for all. False: all are there."""
        part = next(self._coming, None)
        if part is None:
            self._soon.stop()
            return False
        self._made.append(part)
        self._cards.insertWidget(len(self._made), part)
        part.show()
        self._connect(part)
        return True

    def _connect(self, part: SettingsPart) -> None:
        if isinstance(part, LookSettings):
            part.resizing.connect(partial(self._keep_place, part.points))
        if isinstance(part, BackupSettings | ImportSettings | PassphraseSettings):
            part.announced.connect(self.announced)
        if isinstance(part, PassphraseSettings):
            part.lock_wanted.connect(self.lock_wanted)
            part.passphrase_changed.connect(self.passphrase_changed)
            part.passphrase_changed.connect(self.refresh)
        if isinstance(part, FolderSettings):
            part.erase_wanted.connect(self.erase_wanted)
        if isinstance(part, SampleSettings):
            part.sample_wanted.connect(self.sample_wanted)

    def leave_out(self, kinds: tuple[type[SettingsPart], ...]) -> None:
        """Have some parts out of reach for good."""
        for part in [each for each in self.parts if isinstance(each, kinds)]:
            self._made.remove(part)
            part.setEnabled(False)
            part.hide()

    @Slot()
    def _fit(self) -> None:
        self._column.setMaximumWidth(self._theme.px(WIDE))

    def _keep_place(self, pressed: QWidget) -> None:
        """What is pressed to resize the text stays below the pointer, to be pressed again."""
        before = pressed.mapTo(self.window(), QPoint())
        QTimer.singleShot(0, self, partial(self._hold, pressed, before))

    def _hold(self, pressed: QWidget, before: QPoint) -> None:
        """Have it in its place of before, as far as there is room."""
        lay_out_now()
        self._begin_at(self._column.x() + before.x() - pressed.mapTo(self.window(), QPoint()).x())
        lay_out_now()
        moved = pressed.mapTo(self.window(), QPoint()).y() - before.y()
        bar = self._area.verticalScrollBar()
        bar.setValue(bar.value() + moved)

    def _begin_at(self, left: int) -> None:
        room = self._free - self._column.minimumSizeHint().width() - EDGE
        self._middle.setContentsMargins(max(EDGE, min(left, room)), 2 * GAP, EDGE, EDGE)

    @property
    def _free(self) -> int:
        """The width beside the bar."""
        return self.width() - self._area.verticalScrollBar().sizeHint().width()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Stand in the middle."""
        super().resizeEvent(event)
        self._begin_at((self._free - self._theme.px(WIDE)) // 2)

    def _parts(self) -> Iterator[SettingsPart]:
        yield LookSettings(self._settings, self._theme)
        yield LanguageSettings(self._settings)
        yield writing(AskedSettings(self._session))
        yield OwnSettings(self._session, self._theme)
        yield writing(MeasureSettings(self._session))
        yield writing(DaySettings(self._session))
        yield ReminderSettings(self._session, self._settings, self._folder)
        yield DeletedSettings(self._session, self._theme)
        yield BackupSettings(self._session, self._settings, self._theme, self._folder)
        yield ImportSettings(self._session, self._theme)
        yield PassphraseSettings(self._session, self._settings, self._theme, self._folder)
        yield SampleSettings()
        yield CheckSettings(self._session, self._settings)
        yield FolderSettings(self._session, self._settings, self._theme, self._folder)

    # Looking for something.

    @Slot(str)
    def _on_typed(self, words: str) -> None:
        """Show the parts that fit; what is hidden is out of reach of Tab, too."""
        self.head.show_found(sum([part.look_for(words) for part in self.parts]))

    def go_to(self, name: str) -> None:
        """Put the keyboard on what has this name, in sight; it may be a card, a row or a button."""
        self.head.clear()
        stops = (part.stop_at(name) for part in self.parts)
        if (stop := next(filter(None, stops), None)) is not None:
            stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
            scroll = partial(bring_part_in_sight, stop, stop.rect())
            QTimer.singleShot(0, stop, scroll)  # once all is laid out

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape shows all again."""
        if event.key() == Qt.Key.Key_Escape and self.head.words:
            self.head.clear()
        else:
            super().keyPressEvent(event)

    # What is shown.

    def refresh(self) -> None:
        """Show the values in use."""
        for part in self.parts:
            refresh = getattr(part, "refresh", None)
            if refresh is not None:
                refresh()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Finish a copy that is being written."""
        self._soon.stop()
        for part in self._made:
            if isinstance(part, ImportSettings):
                part.finish()
        super().closeEvent(event)


def lay_out_now() -> None:
    """Have everything in its place that has been asked for."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
