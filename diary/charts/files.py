"""Saves the charts of a diary as PNG files, one a group. Loads matplotlib."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from matplotlib.backends.backend_agg import FigureCanvasAgg

from db.store import Reader
from diary.charts.figures import draw
from diary.charts.series import load
from diary.charts.style import Style
from diary.field import Catalogue
from diary.logic.drawn import drawn_fields
from diary.logic.periods import Period

STYLE = Style(width_px=1200, ratio=2, framed=True)


def save_charts(
    reader: Reader, catalogue: Catalogue, period: Period, folder: Path, made: datetime
) -> list[Path]:
    """Save a chart of each group over the period in `folder`; the paths, in order.

    `made` is kept in the files as the time of creation.

    Raises:
        OSError: A file cannot be written.
    """
    series = load(reader, period.first, period.last)
    about = {"Creation Time": made.isoformat()}
    paths = []
    on = {field.key for field in catalogue if field.default_on}
    for group in catalogue.groups():
        fields = drawn_fields(catalogue.in_group(group), series.used, on)
        figure, _plot = draw(group, fields, series, STYLE)
        paths.append(folder / f"{group.value}.png")
        canvas = FigureCanvasAgg(figure)
        canvas.print_png(paths[-1], metadata=about)  # type: ignore[no-untyped-call]
    return paths
