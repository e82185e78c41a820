"""What the program writes in any locale it reads again, and ISO everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

import pytest
from babel import dates

from diary import i18n
from diary.logic.entered import day_of, decimal_of, time_of

TODAY = date(2026, 11, 22)
LOCALES = [
    "en_GB",
    "en_US",
    "en_CA",
    "de_DE",
    "de_AT",
    "fr_FR",
    "fr_CA",
    "es_ES",
    "it_IT",
    "nl_NL",
    "pl_PL",
    "sv_SE",
    "fi_FI",
    "da_DK",
    "nb_NO",
    "pt_BR",
    "cs_CZ",
    "tr_TR",
    "ru_RU",
    "uk_UA",
    "el_GR",
    "hu_HU",
    "ro_RO",
    "bg_BG",
    "ja_JP",
    "zh_CN",
    "ko_KR",
    "ar_EG",
    "he_IL",
]
DAYS = [date(2024, 2, 29), *(date(2025, month, 2 * month - 1) for month in range(1, 13)), TODAY]


@pytest.fixture(params=[True, False], ids=["translated", "English"])
def translated(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture(params=LOCALES, autouse=True)
def language(request: pytest.FixtureRequest, *, translated: bool) -> Iterator[str]:
    i18n.use(request.param, is_translated=lambda _language: translated)
    yield request.param
    i18n.use("en_GB")


@pytest.mark.parametrize("style", ["d MMMM yyyy", "EEEE d MMMM y", "EEEE d MMMM yyyy"])
def test_days_as_the_pages_write_them(style: str) -> None:
    written = {day: i18n.format_day(day, style) for day in DAYS}
    assert {day: day_of(text, TODAY) for day, text in written.items()} == {d: d for d in DAYS}


@pytest.mark.parametrize("width", ["short", "medium", "long", "full"])
def test_days_as_the_reader_writes_them(width: str) -> None:
    written = {day: dates.format_date(day, width, locale=i18n.home()) for day in DAYS}
    assert {day: day_of(text, TODAY) for day, text in written.items()} == {d: d for d in DAYS}


def test_iso_days_are_read_everywhere() -> None:
    assert [day_of(day.isoformat(), TODAY) for day in DAYS] == DAYS


@pytest.mark.parametrize("clock", [time(0, 0), time(0, 30), time(9, 5), time(12, 15), time(23, 59)])
def test_times_are_read_as_the_locale_writes_them_and_in_24_hours(clock: time) -> None:
    for text in (i18n.format_time(clock), f"{clock:%H:%M}", f"{clock:%H%M}", f"{clock:%H.%M}"):
        assert time_of(text) == clock


def test_decimals_are_read_with_a_point_and_with_a_comma() -> None:
    assert {decimal_of(text) for text in ("93.5", "93,5")} == {93.5}
    assert decimal_of("1,234.5") is None
