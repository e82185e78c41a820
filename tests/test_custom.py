"""A field of one's own is a field like any other, in the patient's own words."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from db.records import CustomField
from diary import i18n
from diary.custom import field_of, own_fields
from diary.field import Cadence, Group, InvalidValueError, Kind, Recall
from diary.fields import CATALOGUE

NOW = datetime(2026, 6, 1, 20, tzinfo=UTC)


def custom(kind: Kind, name: str = "Ringing ears", **parts: object) -> CustomField:
    given = {"key": "custom.0a1b2c3d", "recorded_at": NOW, **parts}
    return CustomField(name=name, kind=kind.value, **given)  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_can_be_ones_own(kind: Kind) -> None:
    field = field_of(custom(kind, choices=("Left", "Right"), maximum=50, unit="ml"))

    assert field.group is Group.OWN
    assert field.kind is kind
    assert str(field.label) == str(field.question) == "Ringing ears"
    with pytest.raises(InvalidValueError, match="Ringing ears"):
        field.check("stones")


def test_its_words_are_never_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n, "_", lambda text: f"<{text}>")
    field = field_of(custom(Kind.SCALE10, name="Itch", low="none", high=""))

    assert str(field.label) == "Itch"
    assert str(field.low) == "none"
    assert str(field.high) == "<worst imaginable>"


def test_each_kind_takes_its_values() -> None:
    lettered = custom(Kind.SEVERAL, choices=("Left ear", "Right ear"))

    assert field_of(custom(Kind.SCALE10, maximum=99)).top == 10
    assert field_of(custom(Kind.MEASURE, maximum=300)).check(93.5) == 93.5
    assert field_of(lettered).check("c2 c1") == "c1 c2"
    assert field_of(lettered).words("c1 c2") == "Left ear and Right ear"
    assert field_of(lettered).check("none") == "none"
    assert field_of(custom(Kind.GRADE, choices=("low", "high"))).words(1) == "high"
    assert field_of(custom(Kind.CHOICE, choices=("A", "B"))).words("c2") == "B"


def test_it_looks_back_as_far_as_it_is_asked() -> None:
    field = field_of(custom(Kind.COUNT, cadence="weekly"))

    assert field.cadence is Cadence.WEEKLY
    assert field.recall is Recall.WEEK


def test_own_fields_come_last_in_their_order() -> None:
    second = custom(Kind.COUNT, key="custom.00000001", rank=2)
    first = custom(Kind.COUNT, key="custom.00000002", rank=1, archived=True)
    catalogue = CATALOGUE.with_own(own_fields([second, first]))

    assert [field.key for field in catalogue][-2:] == ["custom.00000002", "custom.00000001"]
    assert catalogue.groups()[-1] is Group.OWN
    assert [field.key for field in catalogue.ranked()][-2:] == [first.key, second.key]
    assert len(CATALOGUE.groups()) == len(catalogue.groups()) - 1
