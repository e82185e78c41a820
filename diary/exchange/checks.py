"""Turns one row of a file into a record, or says why it cannot.

JSON and CSV both end here: `Checks` takes a row as plain Python values and gives a record whose
every part was tested against the catalogue, the attack words and the calendar.
"""

from __future__ import annotations

from datetime import date, datetime

from db.records import Attack, CustomField, Event, Note, Profile, Reading
from diary.attack_words import COLOURS, PLACES, RELIEF, TRIGGERS
from diary.custom import field_of
from diary.exchange import parts
from diary.exchange.event_checks import UUID, EventChecks
from diary.exchange.shapes import Shape
from diary.field import Catalogue, InvalidValueError
from diary.i18n import _, format_day
from diary.logic.attacks import LONGEST, MINUTE
from diary.logic.day_start import can_count_on

SCALE_TOP = 10

READING_KEYS = frozenset({"day", "field", "value", "recorded_at"})
NOTE_KEYS = frozenset({"day", "text", "recorded_at"})
PROFILE_KEYS = frozenset({"name", "born", "patient_id"})
ATTACK_NEEDS = frozenset({"id", "started_at", "zone", "recorded_at"})
ATTACK_KEYS = ATTACK_NEEDS | {
    "minutes", "ongoing", "colours", "places", "pain", "numbness", "tingling", "triggers",
    "relief", "note", "counted_on",
}  # fmt: skip


class Checks:
    """Makes records of rows; `cleaned` counts the texts in which a sign was replaced."""

    def __init__(self, catalogue: Catalogue, now: datetime) -> None:
        self._catalogue = catalogue
        self._now = now
        self._today = now.date()
        self.cleaned = 0
        self._events = EventChecks(self._today, self._text)

    def know(self, own: CustomField) -> None:
        """Take readings of a field of the patient's own; what is known already stays as it is."""
        if own.key not in self._catalogue:
            self._catalogue = self._catalogue.with_own([field_of(own)])

    def knows(self, key: object) -> bool:
        """Whether there is a field with this key."""
        return key in self._catalogue

    def event(self, shape: Shape, row: parts.Row) -> Event:
        """An event of any kind."""
        return self._events.event(shape, row)

    def reading(self, row: parts.Row) -> Reading:
        """A reading, its value checked by its field."""
        parts.check_keys(row, READING_KEYS, READING_KEYS)
        key = row["field"]
        if not isinstance(key, str) or key not in self._catalogue:
            raise parts.RefusedError(_("the field “{key}” is unknown").format(key=parts.shown(key)))
        field = self._catalogue[key]
        try:
            value = field.check(row["value"])
        except InvalidValueError as wrong:
            raise parts.RefusedError(str(wrong)) from None
        recorded_at = parts.moment(row, "recorded_at")
        return Reading(self._day(row["day"], recorded_at), field.key, value, recorded_at)

    def note(self, row: parts.Row) -> Note:
        """A day's note; an empty one is refused."""
        parts.check_keys(row, NOTE_KEYS, NOTE_KEYS)
        text = self._text(row, "text")
        if not text.strip():
            raise parts.RefusedError(_("the note is empty"))
        recorded_at = parts.moment(row, "recorded_at")
        return Note(self._day(row["day"], recorded_at), text, recorded_at)

    def profile(self, row: parts.Row) -> Profile:
        """Who the diary is about."""
        parts.check_keys(row, PROFILE_KEYS, frozenset())
        born = row.get("born")
        return Profile(
            name=self._text(row, "name"),
            born=None if born is None else self._day(born, self._now),
            patient_id=self._text(row, "patient_id"),
        )

    def attack(self, row: parts.Row) -> Attack:
        """A timed attack that is possible: begun, not too long, over or still going."""
        parts.check_keys(row, ATTACK_KEYS, ATTACK_NEEDS)
        attack = Attack(
            id=parts.matching(row, "id", UUID, _("a UUID in lower case")),
            started_at=parts.moment(row, "started_at"),
            zone=parts.zone(row, "zone"),
            recorded_at=parts.moment(row, "recorded_at"),
            minutes=parts.whole(row, "minutes", LONGEST // MINUTE),
            ongoing=parts.flag(row, "ongoing"),
            colours=parts.words(row, "colours", COLOURS),
            places=parts.words(row, "places", PLACES),
            pain=parts.whole(row, "pain", SCALE_TOP),
            numbness=parts.whole(row, "numbness", SCALE_TOP),
            tingling=parts.whole(row, "tingling", SCALE_TOP),
            triggers=parts.words(row, "triggers", TRIGGERS),
            relief=parts.words(row, "relief", RELIEF),
            note=self._text(row, "note"),
            counted_on=parts.optional_day(row, "counted_on"),
        )
        self._check_attack(attack)
        return attack

    def _check_attack(self, attack: Attack) -> None:
        self._check_day(attack.day, attack.started_at)
        if not can_count_on(attack):
            sentence = _("“counted_on” is neither the day of the start nor the evening before it")
            raise parts.RefusedError(sentence)
        if attack.ongoing and attack.minutes is not None:
            raise parts.RefusedError(_("“minutes” is given although the attack is still going"))

    def _day(self, value: object, written: datetime) -> date:
        day = parts.parsed_day(value) if isinstance(value, str) else None
        if day is None:
            raise parts.RefusedError(parts.day_problem(value))
        self._check_day(day, written)
        return day

    def _check_day(self, day: date, written: datetime) -> None:
        # East of here the next day may have begun when the entry was written.
        if day > self._today and (written > self._now or day > written.date()):
            raise parts.RefusedError(_("{day} has not come yet").format(day=format_day(day)))
        if day < parts.FIRST_DAY:
            raise parts.RefusedError(_("{day} is before 1900").format(day=day.isoformat()))

    def _text(self, row: parts.Row, key: str) -> str:
        value = row.get(key, "")
        if not isinstance(value, str):
            raise parts.wrong(key, value, _("text in quotation marks"))
        text = parts.UNSTORABLE.sub("\ufffd", value)
        self.cleaned += text != value
        return text
