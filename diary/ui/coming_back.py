"""Marks what opens a dialog, so that it can be opened anew after the program was killed."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from PySide6.QtWidgets import QWidget

WAY, MARK = "way_back", "comes_back"
F = TypeVar("F", bound=Callable[..., Any])


def comes_back(opens: F) -> F:
    """Mark a method of a page or panel that opens a dialog: called again, it opens it anew.

    Its arguments must be plain JSON values.
    """

    @wraps(opens)
    def opening(self: QWidget, *given: Any) -> Any:
        self.setProperty(WAY, json.dumps([opens.__name__, *given]))
        return opens(self, *given)

    setattr(opening, MARK, True)
    return cast("F", opening)
