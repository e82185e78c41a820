"""The privacy page: where each byte lies on this computer, who can read it, what leaves it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary import erasing, lock
from diary.i18n import Message, _
from diary.jobs import Jobs
from diary.paths import Places
from diary.session import Session
from diary.trace_kinds import Kind
from diary.traces import Traces
from diary.ui.dialogs.dialog import Dialog
from diary.ui.privacy_words import (
    NEVER,
    UNREACHED,
    WHILE_OPEN,
    guard_words,
    place_words,
    size_words,
)
from diary.ui.theme import Theme
from diary.ui.widgets.bullets import Bullets
from diary.ui.widgets.controls import GAP, button, card, label, scrolling

SIZE = QSize(760, 680)


class PrivacyPage(Dialog):
    """To read; a worker looks for the files."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        places: Places,
        second: Path | None,
        parent: QWidget | None,
    ) -> None:
        title = _("Where everything is kept")
        super().__init__(session, theme, title, "keeping-it-safe", parent)
        self._sealed = lock.is_set(places.diary)
        self._wish = erasing.wish(session.read, places, second)
        self._jobs = Jobs("privacy", self)
        self.now, self._now = card(_("On this computer"))
        self.at_times, self._at_times = card(_("What there can be at times"))
        self.close_button = button(_("Close"), "primary", self.accept)
        self.area = scrolling(self._inside())
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(2 * GAP)
        column.addLayout(self.heading(title))
        column.addWidget(self.area, 1)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.fit(theme.px(SIZE.width()), theme.px(SIZE.height()))
        self.area.setFocus()
        self._jobs.run(self._wish.traces, self._on_traces, _raise)

    def _inside(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(2 * GAP)
        column.addWidget(_list(_("What leaves this computer"), NEVER))
        column.addWidget(self.now)
        column.addWidget(self.at_times)
        column.addWidget(_list(_("What the program cannot look after"), UNREACHED))
        column.addWidget(_list(_("While the diary is open"), WHILE_OPEN))
        column.addStretch(1)
        return inside

    def _on_traces(self, traces: Traces) -> None:
        for kind in Kind:
            files = traces.of(kind)
            body = self._now if files else self._at_times
            body.addLayout(self._about(kind, size_words(files) if files else ""))

    def _about(self, kind: Kind, size: str) -> QVBoxLayout:
        about = kind.value
        named = _("{name} ({size})").format(name=about.name, size=size) if size else about.name
        guard = guard_words(about.guard, sealed=self._sealed)
        place = place_words(kind, self._wish.places, self._wish.second)
        box = QVBoxLayout()
        box.setSpacing(2)
        box.setContentsMargins(0, 0, 0, GAP)
        box.addWidget(label(str(named), "strong"))
        box.addWidget(label(f"{about.holds} {guard}"))
        box.addWidget(label(place, "secondary"))
        return box

    def done(self, result: int) -> None:
        """Close."""
        self._jobs.close()
        super().done(result)


def _list(title: str, lines: Iterable[Message]) -> QWidget:
    frame, body = card(title)
    body.addWidget(Bullets(lines))
    return frame


def _raise(error: Exception) -> None:
    raise error
