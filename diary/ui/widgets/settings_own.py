"""Settings: fields of the patient's own. They are put away, never deleted."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from db.records import CustomField
from diary.change import Change
from diary.custom import field_of
from diary.i18n import _, ngettext
from diary.logic.valid import MOST_CUSTOM_FIELDS
from diary.session import Session
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, TARGET, button, label, writing
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.settings_part import SettingsPart


class OwnSettings(SettingsPart):
    """The patient's own fields, those in use first."""

    def __init__(self, session: Session, theme: Theme) -> None:
        super().__init__(
            _("Fields of your own"),
            _("Anything else that you want to record each day, week or month."),
        )
        self._session, self._theme = session, theme
        self.lines: dict[str, OwnLine] = {}
        self._column = QVBoxLayout()
        self._column.setSpacing(GAP)
        self.body.addLayout(self._column)
        self.add_button = writing(button(_("Add a field"), "quiet", self.add_field))
        self.full = label("", "secondary")
        row = QHBoxLayout()
        row.addWidget(self.add_button)
        row.addWidget(self.full, 1)
        row.addStretch()
        self.body.addLayout(row)
        session.changed.connect(self._on_changed)
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Show the fields as they are."""
        own = self._session.events(CustomField)
        key, place = self._keyboard()
        for line in self.lines.values():
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.lines = {}
        for each in sorted(own, key=lambda one: (one.archived, one.rank, one.key)):
            line = OwnLine(each)
            line.edit_button.clicked.connect(partial(self.edit, each.key))
            line.put_button.clicked.connect(partial(self._put_away, each.key))
            self._column.addWidget(line)
            self.lines[each.key] = line
        full = sum(not each.archived for each in own) >= MOST_CUSTOM_FIELDS
        self.add_button.setEnabled(not full)
        sentence = ngettext(
            "There is room for {n} field. Put one away to add another.",
            "There is room for {n} fields. Put one away to add another.",
            MOST_CUSTOM_FIELDS,
        )
        self.full.setText(sentence if full else "")
        self.full.setVisible(full)
        if key in self.lines:
            self.lines[key].buttons[place].setFocus()

    def _keyboard(self) -> tuple[str, int]:
        """The field that has the keyboard, and on which button; no field where none has it."""
        here = self.window().focusWidget()
        for key, line in self.lines.items():
            if isinstance(here, QPushButton) and here in line.buttons:
                return key, line.buttons.index(here)
        return "", 0

    def add_field(self) -> None:
        """Describe a new field."""
        self._open(None)

    def edit(self, key: str) -> None:
        """Change the words of a field."""
        self._open(self._stored(key))

    def _open(self, field: CustomField | None) -> None:
        from diary.ui.dialogs.own_field_editor import OwnFieldEditor

        dialog = OwnFieldEditor(self._session, self._theme, field, self)
        dialog.kept.connect(partial(announce, self))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open_at("name")

    def _stored(self, key: str) -> CustomField:
        return next(each for each in self._session.events(CustomField) if each.key == key)

    def _put_away(self, key: str) -> None:
        field = self._stored(key)
        in_use = sum(not each.archived for each in self._session.events(CustomField))
        if field.archived and in_use >= MOST_CUSTOM_FIELDS:
            announce(self, self.full.text())
            return
        self._session.put(replace(field, archived=not field.archived))
        self.refresh()

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if CustomField in change.kinds and self._is_other():
            self.refresh()

    def _is_other(self) -> bool:
        """Whether what is shown is not what is stored."""
        return [line.field for line in self.lines.values()] != sorted(
            self._session.events(CustomField), key=lambda one: (one.archived, one.rank, one.key)
        )


class OwnLine(QWidget):
    """One field: its words, and what can be done with it."""

    def __init__(self, field: CustomField) -> None:
        super().__init__()
        self.field = field
        name = label(field.name, "strong")
        kind = label(_about(field), "secondary")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(kind)
        self.edit_button = button(
            _("Edit"), "quiet", name=_("Edit: {name}").format(name=field.name)
        )
        put = _("Bring back") if field.archived else _("Put away")
        self.put_button = writing(button(put, "quiet", name=f"{put}: {field.name}"))
        self.buttons = (self.edit_button, self.put_button)
        buttons = QWidget()
        flow = FlowLayout(buttons)
        for made in self.buttons:
            made.setMinimumHeight(TARGET)
            flow.addWidget(made)
        row = QVBoxLayout(self)
        row.setContentsMargins(0, 0, 0, GAP)
        row.setSpacing(4)
        row.addLayout(words)
        row.addWidget(buttons)


def _about(field: CustomField) -> str:
    from diary.ui.dialogs.own_field_editor import CADENCES, KINDS

    known = field_of(field)
    words = [str(KINDS[known.kind]), str(CADENCES[known.cadence])]
    return " · ".join([*words, _("put away")] if field.archived else words)
