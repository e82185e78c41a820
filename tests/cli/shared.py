"""What the tests of the command line share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

Run = Callable[..., tuple[int, str, str]]
ENTRY = '{"day": "2026-01-31", "field": "FIELD", "value": 3, "recorded_at": "2026-01-31T20:00Z"}'


def everything_in(folder: Path) -> dict[str, bytes]:
    """Each file and what it holds; a diary that was only read keeps all of it."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
