"""The choices of one diary, and its fields: the program's, the patient's own, those asked.

Kept by the session, which says when they may have changed.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from db.read import Reader
from db.records import CustomField, Preference, Wish
from diary.custom import own_fields
from diary.field import Catalogue
from diary.fields import CATALOGUE
from diary.pending import key_of_wish
from diary.shown import KEYS, Choices, Shown, arranged_fields, shown_fields

KINDS = {CustomField, Preference}


def fields_in(reader: Reader | None, sent: Iterable[CustomField] = ()) -> Catalogue:
    """The program's fields and those of a diary, also ones that were `sent` in a file.

    Those that the diary has too are called as they are there.
    """
    there = reader.events(CustomField) if reader else []
    return CATALOGUE.with_own(own_fields([*sent, *there]))


@dataclass(frozen=True, slots=True)
class _Known:
    catalogue: Catalogue
    in_use: Catalogue
    choices: Choices
    shown: Shown


class KnownFields:
    """Works the fields out when they are asked for, and keeps them until they change."""

    def __init__(
        self,
        base: Catalogue,
        own: Callable[[], Iterable[CustomField]],
        preferences: Callable[[], Iterable[Preference]],
    ) -> None:
        self._base, self._own, self._preferences = base, own, preferences
        self._kept: _Known | None = None
        self._texts: dict[str, str] | None = None

    def look(self, wishes: Iterable[Wish]) -> None:
        """Work them out anew when they are next asked for, if these wishes are about them."""
        if any(key_of_wish(wish)[0] in KINDS for wish in wishes):
            self.forget()

    def forget(self) -> None:
        """Work them out anew when they are next asked for."""
        self._kept = self._texts = None

    def preference(self, key: str, default: Any = None) -> Any:
        """A choice as plain JSON values; `default` where nothing was chosen."""
        if self._texts is None:
            self._texts = {each.key: each.value for each in self._preferences()}
        return json.loads(self._texts[key]) if key in self._texts else default

    def known(self) -> _Known:
        """The fields as they are now."""
        if self._kept is None:
            own = list(self._own())
            in_use = self._base.with_own(own_fields(each for each in own if not each.archived))
            choices = Choices.of({key: self.preference(key) for key in KEYS})
            self._kept = _Known(
                arranged_fields(self._base.with_own(own_fields(own)), choices),
                in_use,
                choices,
                shown_fields(in_use, choices),
            )
        return self._kept
