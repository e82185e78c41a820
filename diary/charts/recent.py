"""The shaded band over the last 14 days, the window over which trials of Raynaud's take means."""

from __future__ import annotations

from datetime import timedelta

from matplotlib.collections import PolyCollection

from diary.charts.paper import POINT
from diary.charts.sheet import Sheet
from diary.i18n import _
from diary.logic.periods import FORTNIGHT


def draw_recent(sheet: Sheet) -> None:
    """Shade the last 14 days of all rows, and say so above them."""
    plot, style = sheet.plot, sheet.style
    begins = plot.x_of(plot.last - timedelta(days=FORTNIGHT - 1)) - plot.day_width / 2
    left, right = max(plot.left, begins), plot.right
    bands = [
        [(left, row.top), (right, row.top), (right, row.bottom), (left, row.bottom)]
        for row in plot.rows
        if row.bottom > row.top
    ]
    sheet.figure.add_artist(
        PolyCollection(
            bands,
            transform=sheet.page,
            facecolors=style.colours["paper"],
            edgecolors=style.colours["line"],
            linewidths=POINT,
            zorder=0,
            gid="recent",
        )
    )
    y = style.padding + 0.75 * style.line_height
    sheet.text(plot.right, y, _("last 14 days"), ha="right", role="ink")
