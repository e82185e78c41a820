"""The fixtures of the window's tests, for faults that show there."""

from __future__ import annotations

from tests.ui.conftest import garbage, no_window_stays, save, session, settings, theme

__all__ = ["garbage", "no_window_stays", "save", "session", "settings", "theme"]
