"""The bar that says that something is not saved, or cannot be read, and offers what helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from db.errors import DiaryError
from diary.errors import sentence
from diary.i18n import _
from diary.session import Session
from diary.ui.widgets.announce import announce
from diary.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from diary.ui.copy_elsewhere import CopyElsewhere


class SaveNotice(Notice):
    """Goes once all is saved. `told` carries a few words for the rail."""

    told = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(_("Try again"), session.retry, parent)
        self._session = session
        self.copy: CopyElsewhere | None = None
        session.saved.connect(self._on_saved)
        session.save_failed.connect(self._on_save_failed)

    @Slot(object)
    def say_unreadable(self, error: DiaryError) -> None:
        """The diary could not be read: its disk was taken away, or fails."""
        words = _("The diary cannot be read now. {reason} What you entered is still here.")
        self.say_failed(words.format(reason=sentence(error)))

    def say_failed(self, words: str) -> None:
        """Say what failed, with the ways out."""
        if self.copy is None:
            from diary.ui.copy_elsewhere import CopyElsewhere  # noqa: PLC0415 - hardly ever needed

            self.copy = CopyElsewhere(self._session, self)
        self.say(words)
        announce(self, words)

    @Slot()
    def leave(self) -> None:
        """Finish what is being copied."""
        if self.copy is not None:
            self.copy.finish()

    @Slot(object)
    def _on_saved(self, _moment: object) -> None:
        if not self._session.unsaved:
            self.say("")

    @Slot(object)
    def _on_save_failed(self, error: DiaryError) -> None:
        self.told.emit(_("Not saved"))
        words = _("Not saved. {reason} What you entered is still here.")
        self.say_failed(words.format(reason=sentence(error)))
