"""Records become charts: matplotlib pictures, their words and their geometry. No Qt.

Importing this package, `style`, `geometry` or `describe` loads no matplotlib; `pixels` does.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from db.store import Reader
from diary.field import Catalogue
from diary.logic.periods import Period


def save_charts(reader: Reader, catalogue: Catalogue, folder: Path, last: date) -> list[Path]:
    """Save one PNG a group of the whole diary up to `last` in `folder`; the paths, in order.

    Raises:
        OSError: A file cannot be written.
    """
    from diary.charts.files import save_charts as save  # noqa: PLC0415 - drawing loads slowly

    span = reader.span()
    period = Period(min(span[0], last) if span else last, last)
    return save(reader, catalogue, period, folder)
