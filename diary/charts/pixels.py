"""Draws a chart to pixels for the window, or into a file. Loads matplotlib.

Call it from one worker thread.
"""

from __future__ import annotations

import io
from dataclasses import replace
from enum import StrEnum

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG

from diary.charts.drawing import Job, Picture
from diary.charts.style import Style
from diary.palette import Look

FILE_WIDTH = 1200
FILE_RATIO = 2
NAMELESS = {"Software": None}
UNDATED = {"Date": None, "Creator": None, "Format": None, "Type": None}
"""Files tell nothing but what is seen in them."""


class FileKind(StrEnum):
    """The kinds of files that a chart is saved as; the value is the suffix."""

    PNG = ".png"
    SVG = ".svg"


def picture(job: Job, style: Style) -> Picture:
    """Draw a chart to pixels."""
    drawing = job(style)
    canvas = FigureCanvasAgg(drawing.figure)
    canvas.draw()  # type: ignore[no-untyped-call]
    width, height = canvas.get_width_height(physical=True)
    return Picture(
        width=width,
        height=height,
        ratio=style.ratio,
        rgba=bytes(canvas.buffer_rgba()),  # type: ignore[no-untyped-call]
        title=drawing.title,
        period=drawing.period,
        key=drawing.key,
        description=drawing.description,
        points=drawing.points,
    )


def file_bytes(job: Job, style: Style, kind: FileKind) -> bytes:
    """A chart as the content of a file: light, framed, in the text size of `style`.

    A PNG has two pixels to each logical one; an SVG has its words as text.
    """
    paper = replace(style, look=Look.LIGHT, width_px=FILE_WIDTH, ratio=FILE_RATIO, framed=True)
    if kind is FileKind.SVG:
        paper = replace(paper, ratio=1)
    drawing, content = job(paper), io.BytesIO()
    match kind:
        case FileKind.PNG:
            canvas = FigureCanvasAgg(drawing.figure)
            canvas.print_png(content, metadata=NAMELESS)  # type: ignore[no-untyped-call]
        case FileKind.SVG:
            with mpl.rc_context({"svg.fonttype": "none", "svg.hashsalt": drawing.title}):
                svg = FigureCanvasSVG(drawing.figure)
                about = {**UNDATED, "Title": drawing.title, "Description": drawing.description}
                svg.print_svg(content, metadata=about)  # type: ignore[no-untyped-call]
    return content.getvalue()
