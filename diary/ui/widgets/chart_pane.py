"""A chart in its card: heading, picture, key, what is under the cursor, and saving it.

Every chart of Trends is one. It draws on the worker, and anew for another width, look or size.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from diary.charts.drawing import Job, Picture, Point
from diary.collector import keep_what_is_loaded, no_collector
from diary.field import Group
from diary.i18n import _
from diary.ui.chart_file import ChartFile
from diary.ui.studio import Latest, Studio
from diary.ui.widgets.controls import GAP, PART, TARGET, button, heading_row, label
from diary.ui.widgets.picture_view import PictureView

if TYPE_CHECKING:
    from diary.charts.style import Style

SETTLE_MS = 120


class ChartPane(QFrame):
    """`draw(job)` shows what the job draws; `drawn` says that it is shown.

    `day_wanted` carries a day to open, `announced` what was saved or could not be; `pointed` says
    that a point was gone to or left, and carries the pane itself.
    """

    day_wanted = Signal(object)
    announced = Signal(str)
    pointed = Signal(object)
    drawn = Signal()

    def __init__(
        self,
        name: str,
        studio: Studio,
        group: Group | None = None,
        parent: QWidget | None = None,
        *,
        shows_key: bool = True,
    ) -> None:
        super().__init__(parent)
        self._studio = studio
        self._latest = Latest(studio)
        self._job: Job | None = None
        self._shows_key = shows_key
        self._drawn_width = 0
        self._drawing = False
        self.setProperty("role", "card")
        self.setAccessibleName(name)
        self.name = name
        self.view = PictureView(_("Chart: {name}").format(name=name), studio.theme)
        self.key = label("", "small")
        self.here = label("", "secondary")
        self.open_day = button(_("Open this day"), on_click=self._on_open)
        self.save_button = button(
            _("Save chart"), on_click=self._on_save, name=_("Save chart: {name}").format(name=name)
        )
        self.file = ChartFile(studio, self, self.announced.emit)
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._on_settled)
        self._lay_out(name, group)
        self._connect()

    def _lay_out(self, name: str, group: Group | None) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, PART, GAP, PART)
        column.setSpacing(GAP)
        heading = heading_row(name, group)
        heading.setContentsMargins(GAP, 0, GAP, 0)
        heading.addWidget(self.save_button)
        column.addLayout(heading)
        column.addWidget(self.view)
        self.key.setContentsMargins(GAP, 0, GAP, 0)
        column.addWidget(self.key)
        below = QHBoxLayout()
        below.setContentsMargins(GAP, 0, GAP, 0)
        below.setSpacing(2 * GAP)
        below.addWidget(self.here, 1)
        below.addWidget(self.open_day, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(below)
        column.addStretch(1)
        for each in (self.save_button, self.open_day):
            each.setMinimumHeight(TARGET)
        for part in (self.key, self.here, self.open_day, self.save_button):
            part.hide()

    def _connect(self) -> None:
        self.view.point_shown.connect(self._on_point_shown)
        self.view.day_wanted.connect(self.day_wanted)
        self._studio.theme.changed.connect(self._settle.start)

    # Drawing.

    @property
    def busy(self) -> bool:
        """Whether something newer than what is seen is being drawn, or soon will be."""
        return self._drawing or self._settle.isActive()

    def draw(self, job: Job) -> None:
        """Show what a job draws, as soon as the worker has drawn it."""
        self._job = job
        self._redraw()

    def tell(self, key: str) -> None:
        """Say below the chart what its marks mean."""
        self.key.setText(key)
        self.key.setVisible(bool(key))

    def drop(self) -> None:
        """Let go of what is being drawn: something newer is to come."""
        self._settle.stop()
        self._latest.begin()

    @Slot()
    def _on_settled(self) -> None:
        """Draw for the new width or look; what is out of sight is drawn when it is shown."""
        if self.isVisible():
            self._redraw()

    def _redraw(self) -> None:
        self._settle.stop()
        if self._job is None:
            return
        self._drawn_width = self.width()
        self._drawing = True
        self._latest.begin()
        self._latest.run(partial(_picture, self._job, self._style()), self._on_picture)

    def _style(self) -> Style:
        return self._studio.style(self.view, self.width() - 2 * GAP)

    def _on_picture(self, picture: Picture) -> None:
        self._drawing = False
        self.view.show_picture(picture)
        if self._shows_key:
            self.tell(picture.key)
        self.save_button.show()
        self._show_point(self.view.point)
        self.drawn.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Draw for the new width once it stands still."""
        super().resizeEvent(event)
        if self._job is not None and self.width() != self._drawn_width:
            self._settle.start()

    # Reading and saving.

    @Slot(object)
    def _on_point_shown(self, point: Point | None) -> None:
        self._show_point(point)
        self.pointed.emit(self)

    def _show_point(self, point: Point | None) -> None:
        self.here.setVisible(point is not None)
        self.open_day.setVisible(point is not None and point.day is not None)
        self.here.setText(point.words if point else "")

    @property
    def says_in_sight(self) -> bool:
        """Whether the words under the chart, and their button, are seen whole."""
        said = (part for part in (self.here, self.open_day) if part.isVisible())
        return all(part.visibleRegion().boundingRect() == part.rect() for part in said)

    def _on_open(self) -> None:
        if self.view.point is not None and self.view.point.day is not None:
            self.day_wanted.emit(self.view.point.day)

    def _on_save(self) -> None:
        """Save it under the name and the days that are seen."""
        if self._job is not None and self.view.picture is not None:
            name = f"{self.name} {self.view.picture.period}"
            self.file.save(self._job, self._style(), name)


def _picture(job: Job, style: Style) -> Picture:
    """Draw on the worker: the first chart loads matplotlib."""
    with no_collector():
        from diary.charts.pixels import picture  # noqa: PLC0415 - as said

        keep_what_is_loaded()
        return picture(job, style)
