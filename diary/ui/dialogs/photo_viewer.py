"""One photo large, with its date and the patient's words about it.

What is typed is kept as soon as a line is left, another photo is shown or the dialog is closed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from db.records import Photo
from diary.i18n import _, format_day, format_number
from diary.logic.entered import day_of
from diary.session import Session
from diary.ui.dialogs.dialog import Dialog
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, PART, TARGET, button, label, writing
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.moment_edit import no_day
from diary.ui.widgets.photo_tile import words_of
from diary.ui.widgets.photo_view import LARGER, SMALLER, PhotoView
from diary.ui.widgets.turned import Line
from diary.ui.widgets.typed_edit import Reading, TypedEdit

WIDE, HIGH = 900, 760
OWN_DAY = frozenset({"sore", "patch", "attack"})
"""What a photo may show on another day than it is about."""


class PhotoViewer(Dialog):
    """Shows photos one by one. `deleted` carries a photo that was just deleted."""

    deleted = Signal(object)

    def __init__(
        self, session: Session, theme: Theme, photos: Sequence[Photo], first: str, parent: QWidget
    ) -> None:
        super().__init__(session, theme, _("Photo"), "photo", parent)
        self._photos = list(photos)
        self._at = next((i for i, one in enumerate(photos) if one.id == first), 0)
        self._warned = False
        self._make(theme)
        self._lay_out()
        self.setTabOrder(self.larger, self.explain_button)
        self._connect()
        self.fit(theme.px(WIDE), theme.px(HIGH))
        self._show()
        self.view.setFocus()

    def _make(self, theme: Theme) -> None:
        self.view = PhotoView(theme)
        self.before = button("‹", "beside", lambda: self.turn(-1), _("The photo before"))
        self.after = button("›", "beside", lambda: self.turn(1), _("The photo after"))
        self.count = label("", "secondary")
        self.count.setWordWrap(False)
        self.smaller = button("−", "beside", lambda: self.view.zoom(-1), _("Smaller"))
        self.larger = button("+", "beside", lambda: self.view.zoom(1), _("Larger"))
        for sign in (self.before, self.after, self.smaller, self.larger):
            sign.setFixedWidth(max(48, theme.px(48)))
        self.day = TypedEdit(_("Taken on"), 22, Reading(self._day_of, format_day, no_day))
        self.caption = Line()
        self.caption.setAccessibleName(_("What it shows"))
        self.caption.setMinimumHeight(TARGET)
        self.caption.setMaxLength(500)
        self.close_button = button(_("Close"), "primary", self.reject)
        self.delete_button = writing(button(_("Delete this photo"), "beside", self.delete))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, PART)
        column.setSpacing(GAP)
        column.addWidget(self.view, 1)
        column.addLayout(self._turning())
        words = QHBoxLayout()
        words.setSpacing(2 * GAP)
        self._day_part = _under(label(_("Taken on")), self.day)
        words.addWidget(self._day_part, 1)
        words.addWidget(_under(label(_("What it shows")), self.caption), 2)
        column.addLayout(words)
        column.addWidget(self.day.sentence)
        last = FlowLayout()
        for made in (self.close_button, self.delete_button):
            last.addWidget(made)
        column.addLayout(last)

    def _turning(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.before)
        row.addWidget(self.count)
        row.addWidget(self.after)
        row.addStretch(1)
        row.addWidget(self.smaller)
        row.addWidget(self.larger)
        row.addWidget(self.explain_button)
        return row

    def _connect(self) -> None:
        self.view.turned.connect(self.turn)
        self.view.zoomed.connect(self._on_zoomed)
        self.day.value_changed.connect(self._on_day)
        self.caption.editingFinished.connect(self._keep_caption)
        self.session.photos.opened.connect(self._on_opened)

    # Showing.

    @property
    def photo(self) -> Photo:
        """The photo that is shown."""
        return self._photos[self._at]

    def _show(self) -> None:
        photo = self.photo
        self.view.say(_("Opening the photo…"))
        self.session.photos.open(photo.id)
        self._day_part.setVisible(photo.about in OWN_DAY)
        self.day.show_value(photo.day)
        self.caption.setText(photo.caption)
        self._name()
        self.count.setText(
            _("{number} of {all}").format(
                number=format_number(self._at + 1), all=format_number(len(self._photos))
            )
        )
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(self._at < len(self._photos) - 1)

    def _name(self) -> None:
        words = words_of(self.photo)
        self.setWindowTitle(words)
        self.view.setAccessibleName(words)

    @Slot(int)
    def turn(self, step: int) -> None:
        """Show the photo before (-1) or after (1), if there is one."""
        if 0 <= self._at + step < len(self._photos) and self._keep():
            self._at += step
            self._show()

    @Slot(str, object)
    def _on_opened(self, photo_id: str, image: QImage) -> None:
        if photo_id != self.photo.id:
            return
        if image.isNull():
            self.view.say(_("The picture of this photo is missing."))
        else:
            self.view.show_picture(image)

    @Slot()
    def _on_zoomed(self) -> None:
        self.larger.setEnabled(self.view.can_grow)
        self.smaller.setEnabled(self.view.can_shrink)

    # Keeping.

    def _day_of(self, text: str) -> date | None:
        return day_of(text, self.session.today())

    @Slot(object)
    def _on_day(self, day: date) -> None:
        if day > self.session.today():
            self.day.say(_("This day has not come yet."))
        elif day != self.photo.day:
            self._put(replace(self.photo, day=day))

    @Slot()
    def _keep_caption(self) -> None:
        caption = self.caption.text().strip()
        if caption != self.photo.caption:
            self._put(replace(self.photo, caption=caption))

    def _put(self, photo: Photo) -> None:
        self._photos[self._at] = photo
        self.session.put(photo)
        self._name()

    def _keep(self) -> bool:
        """Keep what is typed; False, once, where the day cannot be kept."""
        self._keep_caption()
        self.day.commit()
        if not self.day.sentence.text() or self._warned:
            self._warned = False
            return True
        self._warned = True
        self.day.setFocus()
        return False

    @Slot()
    def delete(self) -> None:
        """Delete the photo and close; undo brings it back."""
        photo = self.photo
        self.session.remove(photo)
        super().reject()
        self.deleted.emit(photo)

    @Slot()
    def reject(self) -> None:
        """Escape and closing keep what is typed; a day that cannot be kept is said first."""
        if self._keep():
            super().reject()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Plus and minus from anywhere but a line; Enter presses the focused button."""
        if event.key() in LARGER | SMALLER:
            self.view.zoom(1 if event.key() in LARGER else -1)
        else:
            super().keyPressEvent(event)


def _under(words: QLabel, line: QWidget) -> QWidget:
    """A line under its words."""
    words.setBuddy(line)
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(words)
    column.addWidget(line)
    return part
