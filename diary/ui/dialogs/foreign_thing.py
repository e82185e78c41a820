"""One thing of a table: what it is in this diary, and what its numbers and its texts mean."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.exchange.foreign.draft import Draft
from diary.exchange.foreign.mapping import LEFT_OUT, NOTE, Take, own_key
from diary.exchange.foreign.matching import can_be, texts
from diary.exchange.foreign.own import KINDS, field_for, new_field
from diary.exchange.foreign.scale import Scale
from diary.exchange.foreign.survey import Facts, Thing
from diary.field import Catalogue, Field, Kind
from diary.i18n import _, ngettext
from diary.logic.valid_own import name_problem
from diary.ui.dialogs.foreign_pick import Pick
from diary.ui.dialogs.foreign_scale import ScaleQuestion
from diary.ui.dialogs.foreign_words import (
    NOT_RECORDED,
    SHORT,
    asks_scale,
    cut,
    facts_words,
    meanings,
)
from diary.ui.widgets.controls import GAP, label

OUT, NEW = "-", "new:"


class ThingForm(QWidget):
    """`answered` carries the answer; `scale_for_all` the scale that all open things shall have."""

    answered = Signal(object)
    scale_for_all = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._draft: Draft | None = None
        self._thing: Thing | None = None
        self.title = label("", "heading")
        self.facts = label("", "secondary")
        self.what = Pick(_("What is it in this diary?"))
        self.scale = ScaleQuestion()
        self.problem = label("", "problem")
        self.words: dict[str, Pick] = {}
        self._inside = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, GAP, 0)
        self._column.setSpacing(2 * GAP)
        for each in (self.title, self.facts, self.what, self.problem, self.scale, self._inside):
            self._column.addWidget(each)
        self._column.addStretch(1)
        self.what.chosen.connect(self._on_what)
        self.scale.answered.connect(self._on_scale)
        self.scale.for_all.connect(self._on_for_all)

    def show_thing(self, draft: Draft, thing: Thing) -> None:
        """Show what is answered about a thing."""
        self._draft, self._thing = draft, thing
        facts = self._facts
        self.title.setText(str(thing))
        self.facts.setText(facts_words(draft, thing))
        offered = _offered(thing, facts, draft.catalogue)
        self.what.offer(offered, _key(draft.takes[thing], draft.catalogue))
        self._show_field()

    def _show_field(self) -> None:
        """Ask what its field leaves open."""
        field = self._field
        asks = field is not None and asks_scale(field, self._facts)
        self.scale.setVisible(asks)
        if asks and field and self._draft and self._thing:
            self.scale.ask(field, self._draft.numbers(self._thing), self._take.scale)
        self._show_words(field)
        self._say_misfits()

    def _say_misfits(self) -> None:
        wrong = self._draft.misfits(self._thing) if self._draft and self._thing else []
        self.problem.setVisible(bool(wrong))
        if wrong:
            numbers = ngettext("{n} number does not fit", "{n} numbers do not fit", len(wrong))
            self.problem.setText(_("{numbers}: {reason}.").format(numbers=numbers, reason=wrong[0]))

    def _show_words(self, field: Field | None) -> None:
        self._inside.deleteLater()
        self._inside = QWidget()
        self._column.insertWidget(self._column.count() - 1, self._inside)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(2 * GAP)
        self.words = {}
        for text in texts(self._facts, field) if field else ():
            pick = Pick(_("What does “{text}” mean?").format(text=cut(text, SHORT)))
            told = self._take.words.get(text)
            pick.ask(meanings(field) if field else (), NOT_RECORDED if told == "" else told)
            pick.chosen.connect(partial(self._on_word, text))
            inside.addWidget(pick)
            self.words[text] = pick

    # What is known.

    @property
    def _facts(self) -> Facts:
        if self._draft is None or self._thing is None:
            return Facts()
        return self._draft.survey.things[self._thing]

    @property
    def _take(self) -> Take:
        if self._draft is None or self._thing is None:
            return LEFT_OUT
        return self._draft.takes[self._thing]

    @property
    def _field(self) -> Field | None:
        if self._draft is None or self._thing is None:
            return None
        return field_for(self._thing, self._take, self._draft.catalogue)

    # Answers.

    @Slot(str)
    def _on_what(self, key: str) -> None:
        if self._draft is None or self._thing is None:
            return
        self._answer(_taken(key, self._thing, self._draft))
        self._show_field()

    @Slot(object)
    def _on_scale(self, scale: Scale | None) -> None:
        self._answer(replace(self._take, scale=scale))

    @Slot()
    def _on_for_all(self) -> None:
        self.scale_for_all.emit(self._take.scale)

    def _on_word(self, text: str, key: str) -> None:
        words = dict(self._take.words)
        words.pop(text, None)
        if key:
            words[text] = "" if key == NOT_RECORDED else key
        self._answer(replace(self._take, words=words))

    def _answer(self, take: Take) -> None:
        if self._draft is not None and self._thing is not None:
            self._draft = self._draft.with_take(self._thing, take)
            self._say_misfits()
            self.answered.emit(self._draft)


def _offered(thing: Thing, facts: Facts, catalogue: Catalogue) -> Iterator[list[tuple[str, str]]]:
    """What a thing can be: nothing, a note, a new field, or one that there is."""
    yield [(OUT, _("Leave it out")), (NOTE, _("The note of the day"))]
    if facts.free and not facts.is_number:
        return  # every cell says something else: these are sentences
    if not name_problem(str(thing), catalogue) and own_key(str(thing)) not in catalogue:
        new = _("New, of your own: {kind}")
        yield [(NEW + kind.value, new.format(kind=words)) for kind, words in KINDS.items()]
    for group in catalogue.groups():
        fields = catalogue.in_group(group)
        yield [(field.key, str(field.label)) for field in fields if can_be(field, facts)]


def _key(take: Take, catalogue: Catalogue) -> str:
    """The key of an answer in the box; what was new for an earlier file is there by now."""
    is_new = take.new is not None and take.to not in catalogue
    return NEW + take.new.value if take.new and is_new else take.to or OUT


def _taken(key: str, thing: Thing, draft: Draft) -> Take:
    """The answer that a key of the box stands for."""
    if key in {OUT, NOTE}:
        return Take("" if key == OUT else NOTE)
    new = Kind(key.removeprefix(NEW)) if key.startswith(NEW) else None
    field = new_field(thing, new) if new else draft.catalogue[key]
    return draft.fitted(thing, field, new)
