"""Saves the charts of a diary as PNG files, one a group. Loads matplotlib."""

from __future__ import annotations

from pathlib import Path

from db.store import Reader
from diary.charts.days import GroupChart
from diary.charts.happened import load_happened
from diary.charts.pixels import FileKind, file_bytes
from diary.charts.series import load
from diary.charts.style import Style
from diary.field import Catalogue
from diary.logic.drawn import drawn_fields
from diary.logic.periods import Period

STYLE = Style()


def save_charts(reader: Reader, catalogue: Catalogue, period: Period, folder: Path) -> list[Path]:
    """Save a chart of each group over the period in `folder`; the paths, in order.

    Raises:
        OSError: A file cannot be written.
    """
    series = load(reader, period.first, period.last)
    happened = load_happened(reader, period.first, period.last)
    paths = []
    on = {field.key for field in catalogue if field.default_on}
    for group in catalogue.groups():
        fields = drawn_fields(catalogue.in_group(group), series.used, on)
        paths.append(folder / f"{group.value}.png")
        chart = GroupChart(group, fields, series, happened)
        paths[-1].write_bytes(file_bytes(chart, STYLE, FileKind.PNG))
    return paths
