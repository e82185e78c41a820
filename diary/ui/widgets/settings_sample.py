"""Settings: the way to a sample diary, also once the own one is no longer empty."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from diary.i18n import _
from diary.ui.widgets.controls import TARGET, button
from diary.ui.widgets.settings_part import SettingsPart


class SampleSettings(SettingsPart):
    """A button that asks for it."""

    sample_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(
            _("A sample diary"),
            _(
                "A diary that is made up, with all pages filled. Nothing that you do there is "
                "kept, and your own diary stays as it is."
            ),
        )
        self.button = button(
            _("Look around"), "quiet", self.sample_wanted.emit, _("Look around in a sample diary")
        )
        self.button.setMinimumHeight(TARGET)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
