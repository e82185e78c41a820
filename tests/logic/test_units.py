"""What was typed is stored in SI and shown again to the last digit."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary import i18n
from diary.logic.units import CHOICES, FAHRENHEIT, POUND, Units, chosen_units, typed_value

METRIC, OTHER = Units(), Units("lb", "F")


def sure(number: float | None) -> float:
    assert number is not None
    return number


@pytest.mark.parametrize("text", ["93,5", "93.5", " 93,50 ", "93,5 kg", "93.5kg"])
def test_a_decimal_comma_and_a_point_mean_the_same(text):
    assert typed_value(text, "weight", METRIC) == 93.5


@pytest.mark.parametrize(
    "text", ["", "heavy", "93,500", "1.234,5", "9 3", "-93", "93,5,1", "93.5 st", "1e2", "١٢٣٤٥"]
)
def test_what_could_mean_something_else_is_not_guessed(text):
    assert typed_value(text, "weight", METRIC) is None


def test_a_measure_without_decimals_takes_none():
    assert typed_value("96", "oxygen", METRIC) == 96
    assert typed_value("96 %", "oxygen", METRIC) == 96
    assert typed_value("96.5", "oxygen", METRIC) is None


def test_pounds_are_stored_as_kilograms_and_shown_again():
    stored = sure(typed_value("154.3", "weight", OTHER))

    assert stored == pytest.approx(69.9893, abs=1e-4)
    assert POUND.value_words(stored) == "154.3 lb"
    assert METRIC.of("weight").value_words(stored) == "70 kg"


def test_a_named_unit_counts_whatever_is_chosen():
    assert typed_value("154.3 lb", "weight", METRIC) == typed_value("154.3", "weight", OTHER)
    assert typed_value("98.6 °F", "temperature", METRIC) == pytest.approx(37)


def test_a_temperature_goes_to_celsius_and_back():
    assert FAHRENHEIT.stored(98.6) == pytest.approx(37)
    assert FAHRENHEIT.value_words(sure(typed_value("98,6", "temperature", OTHER))) == "98.6 °F"


@given(
    st.integers(1, 99_999), st.sampled_from([unit for pair in CHOICES.values() for unit in pair])
)
def test_each_hundredth_comes_back(hundredths, unit):
    typed = hundredths / 100

    assert unit.shown(unit.stored(typed)) == typed


@given(st.integers(200, 6999))
def test_typed_text_comes_back_as_text(tenths):
    text = f"{tenths / 10:.1f}".removesuffix(".0")

    assert POUND.number_words(sure(typed_value(text, "weight", OTHER))) == text


def test_numbers_are_written_as_the_language_does():
    i18n.use("de_DE")
    try:
        assert METRIC.of("weight").value_words(93.5) == "93,5 kg"
    finally:
        i18n.use("en_GB")


def test_the_choice_is_read_from_the_preferences():
    chosen = {"unit.weight": "lb"}

    units = chosen_units(chosen.get)

    assert units == Units("lb", "C")
    assert Units("stone").of("weight").key == "kg"
