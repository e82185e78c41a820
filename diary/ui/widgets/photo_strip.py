"""The photos of one record, as a row of small pictures: add, look at, describe, delete.

Pages and dialogs use it for sores, patches, attacks and days.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from db.records import Photo
from diary.change import Change
from diary.i18n import _, ngettext
from diary.session import Session
from diary.ui.dialogs.photo_viewer import PhotoViewer
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, button, label, writing
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.photo_tile import PhotoTile

MOST_TILES = 8
"""So many are shown at first."""
ENDINGS = "jpg jpeg png webp tif tiff bmp gif heic heif avif"
"""How pictures’ names end; the last three cannot be read, and a sentence then says what to do."""


def choose_pictures(parent: QWidget) -> list[Path]:
    """Ask for picture files."""
    kinds = _("Pictures") + f" (*.{ENDINGS.replace(' ', ' *.')})"
    every = _("All files") + " (*)"
    found, _kind = QFileDialog.getOpenFileNames(
        parent, _("Add a photo"), str(Path.home()), f"{kinds};;{every}"
    )
    return [Path(each) for each in found]


def _ready() -> bool:
    return True


class PhotoStrip(QWidget):
    """The photos about one record, the newest first.

    `about` is "sore", "patch", "attack" or "day" and `about_id` the record's id (a day's ISO
    text). `keep_first` is asked before a photo is added: a form of a record that is not stored
    yet stores it then, and gives False where it cannot. `announced` carries what was done.
    """

    announced = Signal(str)

    def __init__(
        self,
        session: Session,
        theme: Theme,
        about: str,
        about_id: str = "",
        *,
        keep_first: Callable[[], bool] = _ready,
    ) -> None:
        super().__init__()
        self.choose: Callable[[QWidget], list[Path]] = choose_pictures
        self._session, self._theme = session, theme
        self._about, self._about_id = about, about_id
        self._keep_first = keep_first
        self._day: date | None = None
        self._adding: dict[str, str] = {}
        self._refused: list[str] = []
        self._gone: Photo | None = None
        self._shows_all = False
        self._tiles: dict[str, PhotoTile] = {}
        self._make()
        self._lay_out()
        self._connect()
        if about_id:
            self.refresh()

    def _make(self) -> None:
        self.add_button = writing(button(_("Add a photo"), "beside", self.add))
        self.hint = label(
            _("Put a ruler, or a mark 1 cm long, beside it. Take it in the same light each time."),
            "small",
        )
        self.saying = label("", "strong")
        self.back_button = writing(button(_("Bring it back"), "quiet", self.bring_back))
        self.all_button = button("", "link", self.show_all)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        first = QHBoxLayout()
        first.setSpacing(2 * GAP)
        first.addWidget(self.add_button)
        first.addWidget(self.hint, 1)
        column.addLayout(first)
        said = QHBoxLayout()
        said.setSpacing(GAP)
        said.addWidget(self.saying, 1)
        said.addWidget(self.back_button)
        column.addLayout(said)
        self._flow = FlowLayout()
        column.addLayout(self._flow)
        column.addWidget(self.all_button)
        for hidden in (self.saying, self.back_button, self.all_button):
            hidden.hide()

    def _connect(self) -> None:
        photos = self._session.photos
        photos.added.connect(self._on_added)
        photos.refused.connect(self._on_refused)
        photos.shown.connect(self._on_shown)
        self._session.changed.connect(self._on_changed)
        self._theme.changed.connect(self._on_theme_changed)

    # Showing.

    def show_about(self, about_id: str, day: date | None = None) -> None:
        """Show another record's photos; new ones are of `day` (None: today)."""
        if about_id != self._about_id:
            self._shows_all, self._gone = False, None
            self._say("")
        self._about_id, self._day = about_id, day
        self.refresh()

    def refresh(self) -> None:
        """Show the photos as they are now."""
        every = self.photos()
        shown = every if self._shows_all else every[:MOST_TILES]
        self._drop_others({photo.id for photo in shown})
        before: QWidget = self.add_button
        for photo in shown:
            tile = self._tile(photo)
            self._flow.addWidget(tile)
            QWidget.setTabOrder(before, tile)
            before = tile
        QWidget.setTabOrder(before, self.all_button)
        self.all_button.setText(ngettext("Show {n} photo", "Show all {n} photos", len(every)))
        self.all_button.setVisible(len(every) > len(shown))
        self.updateGeometry()

    def photos(self) -> list[Photo]:
        """The record's photos, the newest first."""
        return self._session.photos.about(self._about, self._about_id)[::-1]

    def _drop_others(self, ids: set[str]) -> None:
        """Take all tiles out of the row, and those of other photos away."""
        while self._flow.count():
            self._flow.takeAt(0)
        for photo_id in self._tiles.keys() - ids:
            tile = self._tiles.pop(photo_id)
            tile.hide()
            tile.deleteLater()

    def _tile(self, photo: Photo) -> PhotoTile:
        tile = self._tiles.get(photo.id)
        if tile is None:
            tile = self._tiles[photo.id] = PhotoTile(photo, self._theme)
            tile.setParent(self)
            tile.clicked.connect(lambda _on=False, one=photo.id: self.open(one))
            tile.show()
            self._on_shown(photo.id)
        tile.show_photo(photo)
        return tile

    @Slot()
    def show_all(self) -> None:
        """Show the older ones too, with the keyboard on the first of them."""
        self._shows_all = True
        self.refresh()
        self._tiles[self.photos()[MOST_TILES].id].setFocus()

    # Doing.

    @Slot()
    def add(self) -> None:
        """Ask for files, and add the pictures in them."""
        if not self._keep_first():
            return
        for source in self.choose(self):
            day = self._day or self._session.today()
            photo_id = self._session.photos.add(self._about, self._about_id, day, source)
            self._adding[photo_id] = source.name
        if self._adding:
            self._gone = None
            self._refused.clear()
            self._say(_("Getting the photo ready…"))

    def open(self, photo_id: str) -> None:
        """Show a photo large."""
        viewer = PhotoViewer(self._session, self._theme, self.photos(), photo_id, self)
        viewer.deleted.connect(self._on_deleted)
        viewer.finished.connect(viewer.deleteLater)
        viewer.open()

    @Slot()
    def bring_back(self) -> None:
        """Take the last deletion back."""
        if self._gone is not None:
            photo, self._gone = self._gone, None
            self._session.put(photo)
            self.add_button.setFocus()
            self._say("")

    # What happens.

    @Slot(object)
    def _on_added(self, photo: Photo) -> None:
        if photo.id in self._adding:
            del self._adding[photo.id]
            self._say_how_it_went()
        if (photo.about, photo.about_id) == (self._about, self._about_id):
            self.refresh()

    @Slot(str, str)
    def _on_refused(self, photo_id: str, sentence: str) -> None:
        if photo_id in self._adding:
            name = self._adding.pop(photo_id)
            self._refused.append(_("{name}: {reason}").format(name=name, reason=sentence))
            self._say_how_it_went()

    def _say_how_it_went(self) -> None:
        """Once every file is done: what was refused, or that all went well."""
        if self._adding:
            return
        done = _("Photo added. The file that you chose stays where it is.")
        self._say("\n".join(self._refused) or done)
        if not self._refused:
            self.announced.emit(done)

    @Slot(str)
    def _on_shown(self, photo_id: str) -> None:
        if photo_id in self._tiles:
            image = self._session.photos.small(photo_id)
            if image is not None:
                self._tiles[photo_id].show_picture(image)

    @Slot(object)
    def _on_deleted(self, photo: Photo) -> None:
        self._gone = photo
        self._say(_("Photo deleted."))
        self.refresh()
        self.back_button.setFocus()

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if Photo in change.kinds:
            self.refresh()

    @Slot()
    def _on_theme_changed(self) -> None:
        for photo_id, tile in self._tiles.items():
            tile.resize_to_text()
            self._on_shown(photo_id)

    def _say(self, words: str) -> None:
        self.saying.setText(words)
        self.saying.setVisible(bool(words))
        self.back_button.setVisible(self._gone is not None)
        announce(self, words)
