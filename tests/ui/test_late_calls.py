"""What a widget puts off until later is dropped when the widget is deleted before."""

from __future__ import annotations

import re
from pathlib import Path

import diary

WITHOUT_WIDGET = re.compile(r"singleShot\(\s*\w+,\s*[\w.]+\s*\)")


def test_each_late_call_names_what_it_belongs_to() -> None:
    root = Path(diary.__file__).parent

    found = [
        path.name for path in root.rglob("*.py") if WITHOUT_WIDGET.search(path.read_text("utf-8"))
    ]

    assert found == []
