"""Settings: the language of the window. Kept on this computer, not in the diary."""

from __future__ import annotations

from PySide6.QtCore import Slot

from diary.languages import NAMES, review_note
from diary.settings import LANGUAGE, Settings
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.controls import label
from diary.ui.widgets.settings_part import SettingsPart


class LanguageSettings(SettingsPart):
    """The languages, each by its own name; one that no clinician has read says so itself."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(str(LANGUAGE.label), str(LANGUAGE.help))
        self._settings = settings
        self.choice = ChoiceInput([(each.key, str(each.label)) for each in LANGUAGE.options])
        self.choice.set_names(str(LANGUAGE.label))
        self.choice.value_changed.connect(self._on_chosen)
        self.body.addWidget(self.choice)
        for language, name in NAMES.items():
            if note := review_note(language):
                self.body.addWidget(label(f"{name}: {note}", "secondary"))
        settings.changed.connect(self.refresh)
        self.refresh()

    def _on_chosen(self, value: object) -> None:
        if value is None:
            self.refresh()
        else:
            self._settings.set(LANGUAGE, str(value))

    @Slot()
    def refresh(self) -> None:
        """Show the language that is chosen."""
        self.choice.show_value(self._settings.value(LANGUAGE))
