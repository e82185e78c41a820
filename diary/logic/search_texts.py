"""Everything that the patient wrote, as texts to search: notes, captions, names and the like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Protocol, TypeVar

from db.records import (
    Appointment,
    Attack,
    CustomField,
    DosePeriod,
    Event,
    Measurement,
    Medicine,
    Note,
    Patch,
    Photo,
    Question,
    Sore,
)
from diary.i18n import _
from diary.logic.event_phrases import patch_place, sore_place
from diary.logic.search import Text
from diary.measures import MEASURES

E = TypeVar("E", bound=Event)

ATTACKS, BODY, CARE, SETTINGS = "attacks", "body", "care", "settings"
"""Keys of the pages on which an entry is found."""

BETWEEN = " · "


class Source(Protocol):
    """What texts are read from: the diary's reader."""

    def notes(self, first: date, last: date) -> list[Note]:
        """The notes of some days."""

    def noted_attacks(self) -> list[Attack]:
        """The attacks with a note."""

    def events(self, kind: type[E]) -> list[E]:
        """All events of a kind."""


def texts(source: Source) -> Iterator[Text]:
    """All texts; those that are empty are left out."""
    yield from _filled(_day_texts(source))
    yield from _filled(_body_texts(source))
    yield from _filled(_care_texts(source))


def _filled(found: Iterable[Text]) -> Iterator[Text]:
    return (text for text in found if text.words)


def _day_texts(source: Source) -> Iterator[Text]:
    note, attack, photo = _("Note"), _("Attack"), _("Photo")
    for one in source.notes(date.min, date.max):
        yield Text(note, one.day, one.text)
    for one_attack in source.noted_attacks():
        yield Text(attack, one_attack.day, one_attack.note, ATTACKS, one_attack.id)
    for measurement in source.events(Measurement):
        measure = MEASURES.get(measurement.measure)
        kind = str(measure.label) if measure else measurement.measure
        yield Text(kind, measurement.day, measurement.note)
    for picture in source.events(Photo):
        yield Text(photo, picture.day, picture.caption)


def _body_texts(source: Source) -> Iterator[Text]:
    kind = _("Sore")
    for sore in source.events(Sore):
        yield Text(kind, sore.noticed, _words(sore_place(sore), sore.note), BODY, sore.id)
    kind = _("Patch")
    for patch in source.events(Patch):
        yield Text(kind, patch.noticed, _words(patch_place(patch), patch.note), BODY, patch.id)


def _care_texts(source: Source) -> Iterator[Text]:
    medicines = source.events(Medicine)
    names = {each.id: each.name for each in medicines}
    for each in medicines:
        yield Text(_("Medicine"), None, _words(each.name, each.note), CARE, each.id)
    for dose in source.events(DosePeriod):
        said = _words(dose.dose, dose.how_often, dose.why_stopped, dose.side_effects)
        words = _words(names.get(dose.medicine, ""), said)
        yield Text(_("Dose"), dose.first, words, CARE, dose.medicine)
    for visit in source.events(Appointment):
        words = _words(visit.who, visit.place, visit.agreed)
        yield Text(_("Visit"), visit.day, words, CARE, visit.id)
    for question in source.events(Question):
        words = _words(question.text, question.answer)
        yield Text(_("Question"), question.written, words, CARE, question.id)
    for own in source.events(CustomField):
        words = _words(own.name, own.low, own.high, *own.choices)
        yield Text(_("My own field"), None, words, SETTINGS, own.key)


def _words(*parts: str) -> str:
    return BETWEEN.join(part for part in parts if part.strip())
