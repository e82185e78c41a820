"""The inputs of one attack, from when it was to the patient's own words. Used by the editor."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from db.records import Attack
from diary.attack_words import COLOURS, PLACES, RELIEF, TRIGGERS
from diary.field import Choice, Group
from diary.i18n import N_, Message, _
from diary.logic.attack_phrases import FACE, FEET, LEFT_HAND, RIGHT_HAND
from diary.logic.attacks import Part, Problem
from diary.ui.theme import Theme
from diary.ui.widgets.choice_chips import Chip, ChoiceChips
from diary.ui.widgets.controls import GAP, card, label
from diary.ui.widgets.length_edit import LengthEdit
from diary.ui.widgets.moment_edit import MomentEdit
from diary.ui.widgets.scale import ScaleInput

SHORT: dict[str, Message] = {
    "thumb": N_("Thumb"),
    "index": N_("Index"),
    "middle": N_("Middle"),
    "ring": N_("Ring"),
    "little": N_("Little"),
}
AREAS: tuple[tuple[Message, tuple[str, ...], Message | None], ...] = (
    (N_("Right hand"), RIGHT_HAND, N_("All fingers")),
    (N_("Left hand"), LEFT_HAND, N_("All fingers")),
    (N_("Feet"), FEET, None),
    (N_("Face"), FACE, None),
)
SYMPTOMS: tuple[tuple[str, Message], ...] = (
    ("pain", N_("Pain")),
    ("numbness", N_("Numbness")),
    ("tingling", N_("Tingling")),
)


class AttackForm(QWidget):
    """Shows an attack and gives it back as entered. `edited` says that something changed."""

    edited = Signal()

    def __init__(self, theme: Theme, today: Callable[[], date]) -> None:
        super().__init__()
        self._theme = theme
        self.start = MomentEdit(_("Start"), today)
        self.length = LengthEdit()
        self.colours = _chips(_("Colours"), COLOURS, alone=("no_change",))
        self.places = [self._area(*area) for area in AREAS]
        self.scales = {key: self._scale(str(words)) for key, words in SYMPTOMS}
        self.triggers = _chips(_("What set it off"), TRIGGERS, alone=("none_noticed",))
        self.relief = _chips(_("What helped"), RELIEF, alone=("nothing",))
        self.note = QPlainTextEdit()
        self._lay_out()
        self._connect()

    @staticmethod
    def _area(title: Message, keys: Sequence[str], whole: Message | None) -> ChoiceChips:
        names = {choice.key: str(choice.label) for choice in PLACES}
        chips = [Chip(key, _short(key, names[key]), names[key]) for key in keys]
        return ChoiceChips(str(title), chips, shortcut=Chip("", str(whole)) if whole else None)

    def _scale(self, name: str) -> ScaleInput:
        ends = (_("none"), _("worst imaginable"))
        scale = ScaleInput(*ends, self._theme, Group.RAYNAUD.value)
        scale.setAccessibleName(name)
        return scale

    # Showing.

    def _lay_out(self) -> None:
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * GAP)
        self._card(column, _("When"), ((_("It began"), self.start), (_("How long"), self.length)))
        self._card(column, _("Colours"), (("", self.colours),))
        areas = zip((str(title) for title, _keys, _all in AREAS), self.places, strict=True)
        self._card(column, _("Where"), areas)
        scales = ((str(words), self.scales[key]) for key, words in SYMPTOMS)
        self._card(column, _("How it felt, at its worst"), scales)
        self._card(column, _("What set it off"), (("", self.triggers),))
        self._card(column, _("What helped"), (("", self.relief),))
        self._card(column, _("Note"), (("", self.note),))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(self._theme.px(84))
        self.note.setAccessibleName(_("Note"))

    def add_part(self, title: str, widget: QWidget) -> None:
        """Put a card of something else under the last card."""
        frame, inside = card(title, Group.RAYNAUD)
        inside.addWidget(widget)
        self._column.addWidget(frame)

    def _card(self, column: QVBoxLayout, title: str, rows: Iterable[tuple[str, QWidget]]) -> None:
        frame, inside = card(title, Group.RAYNAUD)
        for words, widget in rows:
            if words:
                inside.addWidget(label(words, "secondary"))
            inside.addWidget(widget)
        column.addWidget(frame)

    def _connect(self) -> None:
        self.start.moment_changed.connect(self.length.set_start)
        self.start.moment_changed.connect(self._on_edited)
        self.length.length_changed.connect(self._on_edited)
        for chips in (self.colours, *self.places, self.triggers, self.relief):
            chips.value_changed.connect(self._on_edited)
        for scale in self.scales.values():
            scale.value_changed.connect(self._on_edited)
        self.note.textChanged.connect(self._on_edited)

    @Slot()
    def _on_edited(self, _value: object = None) -> None:
        self.edited.emit()

    def show_attack(self, attack: Attack) -> None:
        """Show an attack as stored."""
        self.start.show_moment(attack.started_at, attack.zone)
        start = self.start.moment() or attack.started_at
        self.length.show_length(start, attack.zone, attack.minutes, ongoing=attack.ongoing)
        self.colours.show_value(attack.colours)
        for area, (_title, keys, _whole) in zip(self.places, AREAS, strict=True):
            area.show_value(key for key in attack.places if key in keys)
        for key, scale in self.scales.items():
            scale.show_value(getattr(attack, key))
        self.triggers.show_value(attack.triggers)
        self.relief.show_value(attack.relief)
        self.note.setPlainText(attack.note)

    # Reading.

    def commit(self) -> None:
        """Read what is typed as it stands."""
        self.start.commit()
        self.length.commit()

    @property
    def bad(self) -> bool:
        """Whether something typed could not be read."""
        return self.start.bad or self.length.bad

    def attack(self, stored: Attack) -> Attack:
        """The attack as entered. What is not touched comes back exactly as it was stored."""
        scores = {key: scale.value_or_none() for key, scale in self.scales.items()}
        return replace(
            stored,
            started_at=self._start(stored),
            minutes=self.length.minutes_or_none(),
            ongoing=self.length.ongoing(),
            colours=_same(stored.colours, self.colours.value()),
            places=_same(stored.places, self._places(stored)),
            pain=scores["pain"],
            numbness=scores["numbness"],
            tingling=scores["tingling"],
            triggers=_same(stored.triggers, self.triggers.value()),
            relief=_same(stored.relief, self.relief.value()),
            note=self.note.toPlainText(),
        )

    def _start(self, stored: Attack) -> datetime:
        entered = self.start.moment()
        if entered is None or entered == stored.started_at:
            return stored.started_at
        return entered

    def _places(self, stored: Attack) -> tuple[str, ...]:
        known = {key for _title, keys, _whole in AREAS for key in keys}
        later = tuple(key for key in stored.places if key not in known)
        return tuple(key for area in self.places for key in area.value()) + later

    def say(self, problems: Iterable[Problem]) -> None:
        """Show each sentence at its field, and put the keyboard on the first."""
        said = {problem.part: problem.sentence for problem in problems}
        if not self.start.bad:
            self.start.time.say(said.get(Part.START, ""))
        if not self.length.bad:
            self.length.say(said.get(Part.LENGTH, ""))

    def focus_wrong(self) -> None:
        """Put the keyboard on the first line with a sentence."""
        lines = (self.start.day, self.start.time, self.length.minutes, self.length.until)
        wrong = [line for line in lines if line.sentence.text()]
        if wrong:
            wrong[0].setFocus()


def _chips(name: str, choices: Sequence[Choice], alone: Sequence[str]) -> ChoiceChips:
    return ChoiceChips(name, [Chip(c.key, str(c.label)) for c in choices], alone=alone)


def _short(key: str, name: str) -> str:
    part = key.partition("_")[2]
    if part == "toes":
        return str(name)
    return str(SHORT[part]) if part in SHORT else name


def _same(stored: tuple[str, ...], entered: tuple[str, ...]) -> tuple[str, ...]:
    """The stored order where nothing but the order differs."""
    return stored if set(stored) == set(entered) else entered
