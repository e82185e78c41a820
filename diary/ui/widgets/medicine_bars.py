"""The card of Trends with medicines as bars on the date axis of the charts, and visits as lines."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from diary.charts.care import CareMarks, Lane, Span, said
from diary.charts.geometry import Plot
from diary.i18n import _, format_number
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, button, label

FIRST_LANES = 8
BAR, LANE = 1.75, 3.6
"""Heights of a bar and of a lane with its name, in sizes of the text."""
EDGE = 6


class MedicineBars(QFrame):
    """Hidden where no medicine was taken and no visit made. More than eight lanes are asked for."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setAccessibleName(_("Medicines and visits"))
        self._marks = CareMarks()
        self.lanes = _Lanes(theme)
        self.words = label("", "secondary")
        self.all_button = button("", "quiet", self._on_all)
        self.all_button.setMinimumHeight(44)
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP + 4, GAP, GAP + 4)
        column.setSpacing(GAP)
        heading = label(_("Medicines and visits"), "heading")
        for part in (heading, self.words):
            part.setContentsMargins(GAP, 0, GAP, 0)
        column.addWidget(heading)
        column.addWidget(self.lanes)
        column.addWidget(self.words)
        column.addWidget(self.all_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.hide()

    @property
    def empty(self) -> bool:
        """Whether there is nothing to show."""
        return not (self._marks.lanes or self._marks.visits)

    def show_marks(self, marks: CareMarks) -> None:
        """Show these; as many lanes as before."""
        self._marks = marks
        more = len(marks.lanes) > FIRST_LANES
        self.all_button.setVisible(more)
        words = _("Show all {n} medicines").format(n=format_number(len(marks.lanes)))
        self.all_button.setText(words)
        self._show_lanes(FIRST_LANES)
        self.words.setText(_legend(marks))
        self.words.setVisible(bool(self.words.text()))

    def show_axis(self, plot: Plot) -> None:
        """Stand under the axis of a drawn chart."""
        self.lanes.show_axis(plot)

    def _on_all(self) -> None:
        self._show_lanes(len(self._marks.lanes))
        self.all_button.hide()

    def _show_lanes(self, number: int) -> None:
        self.lanes.show_lanes(self._marks, number)


def _legend(marks: CareMarks) -> str:
    parts = [
        _("Dashes in the charts: a visit.") if marks.visits else "",
        _("Dots in the charts: a medicine was started, changed or stopped.")
        if marks.changes
        else "",
    ]
    return " ".join(part for part in parts if part)


class _Lanes(QWidget):
    """The drawing. Its words are read to those who do not see it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._marks = CareMarks()
        self._lanes: tuple[Lane, ...] = ()
        self._plot: Plot | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Medicines through time"))
        theme.changed.connect(self._fit)

    def show_lanes(self, marks: CareMarks, number: int) -> None:
        """Show the first lanes."""
        self._marks, self._lanes = marks, marks.lanes[:number]
        self.setAccessibleDescription(said(marks))
        self._fit()

    def show_axis(self, plot: Plot) -> None:
        """Take the days of a chart."""
        self._plot = plot
        self.update()

    @property
    def _em(self) -> float:
        return QFontMetricsF(self._theme.font()).height() * 0.72

    def _fit(self) -> None:
        self.setFixedHeight(round(LANE * self._em * len(self._lanes)) + 2)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as its lanes."""
        return QSize(300, self.minimumHeight())

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw a lane under the other."""
        plot = self._plot
        if plot is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, lane in enumerate(self._lanes):
            top = number * LANE * self._em
            painter.setFont(self._theme.font(bold=True))
            painter.setPen(self._theme.colour("ink"))
            metrics = QFontMetricsF(painter.font())
            room = self.width() - 2 * GAP
            name = metrics.elidedText(lane.name, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QPointF(GAP, top + metrics.ascent()), name)
            for span in lane.spans:
                self._paint_span(painter, plot, span, top + metrics.height() + 1)

    def _paint_span(self, painter: QPainter, plot: Plot, span: Span, top: float) -> None:
        half = plot.day_width / 2
        left, right = plot.x_of(span.first) - half, plot.x_of(span.last) + half
        bar = QRectF(left, top, max(right - left - 1.5, 3), BAR * self._em)
        painter.setPen(QPen(self._theme.colour("line"), 1.4))
        painter.setBrush(self._theme.colour("paper"))
        painter.drawRoundedRect(bar, 4, 4)
        painter.setFont(self._theme.font(0.9))
        painter.setPen(self._theme.colour("ink"))
        room = bar.width() - 2 * EDGE
        metrics = QFontMetricsF(painter.font())
        words = metrics.elidedText(span.words, Qt.TextElideMode.ElideRight, room)
        if words != "…":
            inside = bar.adjusted(EDGE, 0, -EDGE, 0)
            painter.drawText(
                inside, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words
            )
