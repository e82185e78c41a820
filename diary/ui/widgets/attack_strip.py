"""*Attack now*, always in reach: begins a timed attack and shows it running.

What it shows comes from the diary alone, so a running attack is there again after the program
was closed or killed. Used in the rail, and on top of the Attacks page.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from db.records import Attack
from diary.change import Change
from diary.i18n import _, format_day, format_time
from diary.logic.attacks import began_ago, running_time
from diary.session import Session
from diary.ui.widgets.attack_frame import AttackFrame

if TYPE_CHECKING:
    from diary.ui.widgets.earlier_start import EarlierStart

TICK_MS = 1000
SECONDS_AN_HOUR, SECONDS_A_MINUTE = 3600, 60


def clock_words(length: timedelta) -> str:
    """A running time as "12:34", from an hour on as "1:02:03"."""
    seconds = int(length.total_seconds())
    hours, rest = divmod(seconds, SECONDS_AN_HOUR)
    minutes, seconds = divmod(rest, SECONDS_A_MINUTE)
    if hours:
        return f"{hours}:{minutes:02}:{seconds:02}"
    return f"{minutes}:{seconds:02}"


def began_words(attack: Attack, now: datetime) -> str:
    """When it began: "14:05", with its day if that is not today's."""
    at = format_time(attack.started_at)
    if attack.started_at.date() == now.date():
        return at
    return _("{day}, {time}").format(day=format_day(attack.day, "EEE d MMM"), time=at)


class AttackStrip(AttackFrame):
    """The button, or the running attack.

    `details_wanted` carries the id of an attack that was just ended here, once that is saved, so
    that its details can be added. `announced` says once, in words, that an attack began, was
    moved or is over.
    """

    details_wanted = Signal(str)
    announced = Signal(str)

    def __init__(
        self,
        session: Session,
        orientation: Qt.Orientation = Qt.Orientation.Vertical,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(orientation, parent)
        self._session = session
        self._attack: Attack | None = None
        self._ending = ""
        self._said: Attack | None = None
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.setInterval(TICK_MS)
        self.start.clicked.connect(self.start_attack)
        self.end.clicked.connect(self.end_attack)
        self.earlier.clicked.connect(self._on_earlier)
        self._timer.timeout.connect(self._tick)
        session.changed.connect(self._on_changed)
        self.refresh()
        self._said = self._attack

    # What is shown.

    @property
    def attack(self) -> Attack | None:
        """The running attack, if any."""
        return self._attack

    @Slot()
    def refresh(self) -> None:
        """Show the diary's present state."""
        had_focus = any(part.hasFocus() for part in (self.start, self.end, self.earlier))
        self._attack = self._session.running_attack()
        runs = self._attack is not None
        self.show_running(runs=runs)
        if had_focus:
            (self.end if runs else self.start).setFocus()
        self._run_timer()
        self._tick()

    @Slot()
    def _tick(self) -> None:
        if self._attack is None:
            return
        now = self._session.clock.now()
        began = began_words(self._attack, now)
        whole = _("Attack since {moment}").format(moment=began)
        since = whole if self.has_room(whole) else _("Since {moment}").format(moment=began)
        if since != self.since.text():
            self.since.setText(since)
            self.time.setAccessibleName(whole)  # a fixed name: no message each second
        self.time.setText(clock_words(running_time(self._attack, now)))

    def _run_timer(self) -> None:
        if self._attack is not None and self.isVisible():
            self._timer.start()
        else:
            self._timer.stop()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Count on while it can be seen."""
        super().showEvent(event)
        self._run_timer()
        self._tick()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Rest while nobody looks."""
        super().hideEvent(event)
        self._timer.stop()

    # What is done.

    @Slot()
    def start_or_end(self) -> None:
        """The one key: begins an attack, or ends the one that is running."""
        if self._session.running_attack() is None:
            self.start_attack()
        else:
            self.end_attack()

    @Slot()
    def start_attack(self) -> None:
        """Begin a timed attack now."""
        self._session.start_attack()
        self.refresh()

    @Slot()
    def end_attack(self) -> None:
        """End the running attack; its details are asked for once it is saved."""
        attack = self._session.end_attack()
        self._ending = attack.id if attack is not None else ""
        self.refresh()

    @Slot(int)
    def begin_ago(self, minutes: int) -> None:
        """Move the start to so many minutes ago."""
        running = self._session.running_attack()
        if running is not None:
            self._session.put_attack(began_ago(running, minutes, self._session.clock.now()))
            self.refresh()

    @Slot()
    def call_off(self) -> None:
        """There was no attack: delete the one that runs. Undo brings it back."""
        running = self._session.running_attack()
        if running is not None:
            self._session.remove_attack(running.id)
            self.refresh()

    @cached_property
    def _popup(self) -> EarlierStart:
        """The choice of an earlier start, made when it is first wanted."""
        from diary.ui.widgets.earlier_start import EarlierStart  # noqa: PLC0415 - costs start time

        popup = EarlierStart(self)
        popup.chosen.connect(self.begin_ago)
        popup.mistaken.connect(self.call_off)
        return popup

    def _on_earlier(self) -> None:
        self._popup.open_at(self.earlier)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if Attack not in change.kinds:
            return
        self.refresh()
        self._say_change(change)
        ended = [e.after for e in change.edits if isinstance(e.after, Attack)]
        if self._ending and any(a.id == self._ending and not a.ongoing for a in ended):
            attack_id, self._ending = self._ending, ""
            self.details_wanted.emit(attack_id)

    def _say_change(self, change: Change) -> None:
        before, self._said = self._said, self._attack
        if self._attack is None:
            if before is not None:
                gone = any(e.before == before and e.after is None for e in change.edits)
                self.announced.emit(
                    _("The attack was deleted.") if gone else _("The attack has ended.")
                )
        elif before is None:
            self.announced.emit(_("The attack has begun."))
        elif before.started_at != self._attack.started_at:
            began = began_words(self._attack, self._session.clock.now())
            self.announced.emit(_("Attack since {moment}").format(moment=began))
