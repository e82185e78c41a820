"""The photos of a day, folded until they are wanted."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.records import Photo
from diary.i18n import _, ngettext
from diary.session import Session
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, label
from diary.ui.widgets.fold_button import FoldButton
from diary.ui.widgets.photo_strip import PhotoStrip

DAY = "day"


class PhotoCard(QWidget):
    """A heading with the number of photos; the photos themselves once it is unfolded."""

    announced = Signal(str)
    kinds = frozenset({Photo})

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__()
        self._session, self._theme = session, theme
        self._day = session.today()
        self.strip: PhotoStrip | None = None
        self.title = FoldButton(self.toggle)
        self.state = label("", "secondary")
        self._lay_out()
        self.show_day(self._day)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, GAP, 0, GAP)
        self._column.setSpacing(GAP)
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.title)
        head.addWidget(self.state, 1)
        self._column.addLayout(head)

    @property
    def is_folded(self) -> bool:
        """Whether the photos are hidden."""
        return self.strip is None or self.strip.isHidden()

    def show_day(self, day: date) -> None:
        """Show a day's photos."""
        self._day = day
        if self.strip is not None:
            self.strip.show_about(day.isoformat(), day)
        number = len(self._session.photos.about(DAY, day.isoformat()))
        self.state.setText(ngettext("{n} photo", "{n} photos", number) if number else "")
        self._describe()

    @Slot()
    def toggle(self) -> None:
        """Show the photos, or hide them."""
        if self.strip is None:
            self.strip = PhotoStrip(self._session, self._theme, DAY)
            self.strip.announced.connect(self.announced)
            self._column.addWidget(self.strip)
            self.setTabOrder(self.title, self.strip.add_button)
            self.strip.hide()
        self.strip.setVisible(self.strip.isHidden())
        self.show_day(self._day)

    def _describe(self) -> None:
        self.title.say(_("Photos of this day"), folded=self.is_folded)
