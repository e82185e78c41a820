"""One photo as a small picture with its date; pressing it opens the photo."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout

from db.records import Photo
from diary.i18n import _, format_day, format_short_day
from diary.ui.theme import Theme
from diary.ui.widgets.controls import label

WIDE, HIGH = 136, 102
EDGE = 6


def words_of(photo: Photo) -> str:
    """What is said in place of the picture: the caption and the date."""
    day = format_day(photo.day)
    if photo.caption:
        return _("Photo of {day}: {caption}").format(day=day, caption=photo.caption)
    return _("Photo of {day}").format(day=day)


class PhotoTile(QPushButton):
    """The small picture is set when it is at hand."""

    def __init__(self, photo: Photo, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setProperty("role", "photo")
        self.setAutoDefault(False)
        self._picture = label("", "small")
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._date = label("", "small")
        self._date.setWordWrap(False)
        self._date.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(EDGE, EDGE, EDGE, EDGE)
        column.setSpacing(2)
        for part in (self._picture, self._date):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            column.addWidget(part)
        self.resize_to_text()
        self.show_photo(photo)

    def show_photo(self, photo: Photo) -> None:
        """Show the date, and say the caption to those who cannot see the picture."""
        self.photo = photo
        self._date.setText(format_short_day(photo.day, year=True))
        self.setAccessibleName(words_of(photo))
        self.setToolTip(photo.caption)

    def show_picture(self, image: QImage) -> None:
        """Show the picture; a null image is one that is missing."""
        if image.isNull():
            self._picture.setText(_("The picture is missing"))
            return
        ratio = self.devicePixelRatioF()
        room = self._picture.size() * ratio
        smooth = Qt.TransformationMode.SmoothTransformation
        fitted = QPixmap.fromImage(image).scaled(room, Qt.AspectRatioMode.KeepAspectRatio, smooth)
        fitted.setDevicePixelRatio(ratio)
        self._picture.setPixmap(fitted)

    def resize_to_text(self) -> None:
        """Take the size that goes with the text."""
        self._picture.setFixedSize(self._theme.px(WIDE), self._theme.px(HIGH))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The picture with its date."""
        inside = self.layout()
        return inside.sizeHint() if inside else super().sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As large as it is."""
        return self.sizeHint()

    @property
    def picture(self) -> QLabel:
        """Where the picture is shown."""
        return self._picture
