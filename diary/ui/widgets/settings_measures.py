"""Settings: which measures a day offers, and in which units weight and temperature are shown."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from db.records import Preference
from diary.change import Change
from diary.i18n import _
from diary.logic.measurements import shown_measures
from diary.logic.units import CHOICES, chosen_units
from diary.measures import MEASURES
from diary.session import Session
from diary.ui.widgets.check_line import CheckLine
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.settings_part import SettingsPart

ON = "measures.on"


class MeasureSettings(SettingsPart):
    """A tick for each measure, and a choice for each that has several units."""

    def __init__(self, session: Session) -> None:
        super().__init__(
            _("Measurements"), _("Values that you measure, such as your blood pressure.")
        )
        self._session = session
        self.ticks = {key: CheckLine(str(measure.label)) for key, measure in MEASURES.items()}
        ticks = QVBoxLayout()
        ticks.setSpacing(0)
        for key, tick in self.ticks.items():
            tick.switched.connect(partial(self._on_switched, key))
            ticks.addWidget(tick)
        self.body.addLayout(ticks)
        self.units = {key: self._unit_choice(key) for key in CHOICES}
        session.changed.connect(self._on_changed)
        self.refresh()

    def _unit_choice(self, key: str) -> ChoiceInput:
        made = ChoiceInput([(unit.key, str(unit.words)) for unit in CHOICES[key]])
        name = _("Unit: {measure}").format(measure=MEASURES[key].label)
        made.set_names(name)
        made.value_changed.connect(partial(self._on_unit, key))
        self.add(name, made)
        return made

    @Slot()
    def refresh(self) -> None:
        """Show what is chosen."""
        on = {measure.key for measure in shown_measures(self._session.preference(ON))}
        for key, tick in self.ticks.items():
            tick.show_on(on=key in on)
        units = chosen_units(self._session.preference)
        for key, choice in self.units.items():
            choice.show_value(units.of(key).key)

    def _on_switched(self, key: str, on: bool) -> None:  # noqa: FBT001 - Qt's signal carries it
        was = {measure.key for measure in shown_measures(self._session.preference(ON))}
        now = was | {key} if on else was - {key}
        self._session.prefer(ON, [each for each in MEASURES if each in now])

    def _on_unit(self, key: str, unit: object) -> None:
        if unit is None:
            self.refresh()
        else:
            self._session.prefer(f"unit.{key}", unit)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if Preference in change.kinds:
            self.refresh()
