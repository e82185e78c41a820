"""Visits, medicines, sores and notes on the date axis of the other charts, by matplotlib."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.lines import Line2D

from diary.charts.axis import draw_dates
from diary.charts.care import Lane, Span
from diary.charts.day_content import TimelineContent
from diary.charts.drawing import Box, Drawing, Point
from diary.charts.finish import finish
from diary.charts.geometry import Plot, plan
from diary.charts.happened import TITLE, Flag, What, said
from diary.charts.lettering import LETTER
from diary.charts.paper import POINT, Frame, Paper
from diary.charts.style import SMALL, Style
from diary.i18n import N_, _, format_day

BAR, NAMELESS, LANE = 1.7, 2.2, 3.7
"""Heights of a bar, of its lane, and of a lane with a name, in sizes of the text."""
LEAST_LETTERS = 5
"""A bar with room for fewer letters has none; its words are read by walking."""
MARK = 0.62
EDGE = 0.4
SHAPES = {What.VISIT: "D", What.NOTE: "s"}
NAMES = {What.VISIT: N_("Visits"), What.NOTE: N_("Notes")}
"""What has a lane of marks, each on its day; all the rest has bars."""
LEAST_BAR = 3


def draw(chart: TimelineContent, style: Style) -> Drawing:
    """Draw what happened."""
    happened, shown = chart.happened, chart.shown
    axis = plan((), {}, {}, shown.first, shown.last, style)
    bars = (*happened.medicines[: chart.lanes], *happened.sores)
    marks = {kind: happened.of(kind) for kind in SHAPES}
    lanes = [*(lane.name for lane in bars), *(NAMES[kind] for kind in SHAPES if marks[kind])]
    rooms = sum(LANE if name else NAMELESS for name in lanes) * style.em
    height = style.padding + rooms + style.axis_height
    days = _("{first} to {last}").format(first=format_day(shown.first), last=format_day(shown.last))
    frame = Frame(str(TITLE), days, "")
    drawn = _Drawn(Paper(style.width_px, height, style, frame), axis)
    drawn.add_marks(What.VISIT, marks[What.VISIT])
    for lane in bars:
        drawn.add_bars(lane)
    drawn.add_marks(What.NOTE, marks[What.NOTE])
    draw_dates(drawn.paper, axis, drawn.foot)
    return finish(drawn.paper, frame, said(happened), drawn.points)


class _Drawn:
    """Lanes from the top, one under the other, and their points."""

    def __init__(self, paper: Paper, axis: Plot) -> None:
        self.paper, self.axis = paper, axis
        self.points: list[Point] = []
        self._em = paper.style.em
        self._top = paper.style.padding

    @property
    def foot(self) -> float:
        """Where the lanes end."""
        return self._top - 0.6 * self._em

    def _begin(self, name: str) -> float:
        """Write a lane's name; gives the top of what is drawn under it."""
        left, y = self.paper.style.padding, self._top + 1.1 * self._em
        if name:
            self.paper.text(left, y, name, size="name", role="ink")
        self._top += (LANE if name else NAMELESS) * self._em
        return self._top - NAMELESS * self._em

    def add_marks(self, kind: What, flags: Sequence[Flag]) -> None:
        """A lane of marks, each on its day; none without one."""
        if not flags:
            return
        y = self._begin(str(NAMES[kind])) + BAR * self._em / 2
        style, size = self.paper.style, MARK * self._em
        sparse = len(flags) * size < self.axis.right - self.axis.left
        self.paper.rules([(self.axis.left, y, self.axis.right, y)], "hairline")
        places = [self.axis.x_of(flag.day) for flag in flags]
        self.paper.figure.add_artist(
            Line2D(
                places,
                [y] * len(places),
                transform=self.paper.page,
                linestyle="none",
                marker=SHAPES[kind] if sparse else "|",
                markersize=size * POINT,
                color=style.colours["ink2"],
                gid=kind.value,
            )
        )
        self.points += [
            Point(Box.around(x, y, size / 2), f"{format_day(flag.day)}: {flag.words}", flag.day)
            for x, flag in zip(places, flags, strict=True)
        ]

    def add_bars(self, lane: Lane) -> None:
        """A lane of bars; one that goes on beyond the shown days is open at that end."""
        top = self._begin(lane.name)
        boxes = [self._box(span, top) for span in lane.spans]
        colours = self.paper.style.colours
        self.paper.figure.add_artist(
            PolyCollection(
                [_corners(box) for box in boxes],
                transform=self.paper.page,
                facecolors=colours["paper"],
                edgecolors="none",
                gid="bars",
            )
        )
        pairs = list(zip(lane.spans, boxes, strict=True))
        self.paper.figure.add_artist(
            LineCollection(
                [line for span, box in pairs for line in _outline(span, box)],
                transform=self.paper.page,
                colors=colours["line"],
                linewidths=1.4 * POINT,
                capstyle="projecting",
            )
        )
        for span, box in pairs:
            self._write(span, box)
            self.points.append(Point(box, span.said, span.first))

    def _box(self, span: Span, top: float) -> Box:
        half = self.axis.day_width / 2
        left, right = self.axis.x_of(span.first) - half, self.axis.x_of(span.last) + half
        return Box(left, top, max(right - 1.5, left + LEAST_BAR), top + BAR * self._em)

    def _write(self, span: Span, box: Box) -> None:
        """As much of a bar's words as it has room for."""
        letter = LETTER * SMALL * self._em
        room = int((box.right - box.left - 2 * EDGE * self._em) / letter)
        words = span.words if len(span.words) <= room else span.words[: max(room - 1, 0)] + "…"
        if room >= min(LEAST_LETTERS, len(span.words)):
            y = box.middle[1] + 0.32 * self._em
            self.paper.text(box.left + EDGE * self._em, y, words, role="ink")


def _corners(box: Box) -> list[tuple[float, float]]:
    return [
        (box.left, box.top),
        (box.right, box.top),
        (box.right, box.bottom),
        (box.left, box.bottom),
    ]


def _outline(span: Span, box: Box) -> list[list[tuple[float, float]]]:
    """The edges of a bar, without those at its open ends."""
    one, two, three, four = _corners(box)
    edges = [[one, two], [three, four]]
    if not span.open_start:
        edges.append([four, one])
    if not span.open_end:
        edges.append([two, three])
    return edges
