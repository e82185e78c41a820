from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, time, timedelta, timezone
from threading import Barrier

import pytest

from diary import i18n
from diary.i18n import N_, Message

SUNDAY = 6


@pytest.fixture(autouse=True)
def back_to_english() -> Iterator[None]:
    yield
    i18n.use("en_GB")


def test_a_message_becomes_words_only_when_shown() -> None:
    message = N_("Skin tightness")
    assert isinstance(message, Message)
    assert f"{message}" == "Skin tightness"
    assert str(message) == "Skin tightness"


@pytest.mark.parametrize(
    ("name", "number", "day"),
    [
        ("en_GB", "1,234.5", "22 November 2026"),
        ("de_DE", "1.234,5", "22. November 2026"),
        ("es_ES", "1.234,5", "22 de noviembre de 2026"),
    ],
)
def test_numbers_and_dates_follow_a_language_that_is_translated(
    name: str, number: str, day: str
) -> None:
    i18n.use(name, is_translated=lambda _language: True)
    assert i18n.format_number(1234.5) == number
    assert i18n.format_day(date(2026, 11, 22)) == day


@pytest.mark.parametrize(
    ("name", "number", "day", "week"),
    [
        ("de_DE", "1.234,5", "Sunday, 22 November 2026", 0),
        ("de", "1.234,5", "Sunday, 22 November 2026", 0),
        ("fr_CA", "1\xa0234,5", "Sunday, November 22, 2026", 6),
        ("pt_BR", "1.234,5", "Sunday, 22 November 2026", 6),
        ("ru_RU", "1\xa0234,5", "Sunday, 22 November 2026", 0),
        ("ja_JP", "1,234.5", "Sunday, 22 November 2026", 6),
        ("ar", "1,234.5", "Sunday, 22 November 2026", 0),
        ("ar_EG", "1,234.5", "Sunday, 22 November 2026", 5),
        ("fa_IR", "1,234.5", "Sunday, 22 November 2026", 5),
        ("bn_BD", "1,234.5", "Sunday, 22 November 2026", 6),
    ],
)
def test_without_a_translation_dates_are_english_and_numbers_the_reader_s_where_they_fit(
    name: str, number: str, day: str, week: int
) -> None:
    i18n.use(name)
    assert i18n.locale().language == "en"
    assert i18n.format_number(1234.5) == number
    assert i18n.format_day(date(2026, 11, 22), "EEEE, d MMMM yyyy") == day
    assert i18n.first_weekday() == week
    words = [i18n.format_list(["a", "b", "c"]), i18n.format_time(time(14, 5))]
    shown = [
        *words,
        i18n.format_days(date(2026, 2, 3), date(2026, 11, 22)),
        i18n.format_percent(0.5),
    ]
    assert all(sign.isascii() or sign in "–\xa0\u202f\u2009" for sign in "".join(shown))


def test_a_chosen_language_is_written_as_in_the_reader_s_country() -> None:
    i18n.use("es_MX", "en")
    assert str(i18n.locale()) == "en_GB"
    assert str(i18n.home()) == "es_MX"
    i18n.use("en_US", "es")
    assert str(i18n.locale()) == "es_US"
    assert i18n.first_weekday() == SUNDAY
    i18n.use("en_GB", "es")
    assert str(i18n.locale()) == "es"
    assert i18n.format_number(2.5) == "2,5"
    assert i18n.format_percent(0.5) == "50\xa0%"
    assert i18n.format_list(["pulgar", "nariz", "labios"]) == "pulgar, nariz y labios"


def test_work_speaks_its_own_language_beside_the_window_and_beside_other_work() -> None:
    met = Barrier(3)

    def said(language: str) -> set[str]:
        with i18n.speaking(language):
            return {_one(met) for _turn in range(50)}

    with ThreadPoolExecutor(2) as workers:
        spanish, english = workers.submit(said, "es"), workers.submit(said, "en")
        window = {_one(met) for _turn in range(50)}
    assert spanish.result() == {"Piel, 1 ataque, 2,5, 22 de noviembre de 2026"}
    assert english.result() == window == {"Skin, 1 attack, 2.5, 22 November 2026"}


def _one(met: Barrier) -> str:
    met.wait(timeout=10)
    attacks = i18n.ngettext("{n} attack", "{n} attacks", 1)
    shown = str(N_("Skin")), attacks, i18n.format_number(2.5), i18n.format_day(date(2026, 11, 22))
    return ", ".join(shown)


def test_after_work_in_another_language_everything_is_as_before() -> None:
    with i18n.speaking("es"):
        with i18n.speaking(""):
            assert str(N_("Skin")) == "Piel"
        with pytest.raises(ZeroDivisionError), i18n.speaking("en"):
            _ = 1 / 0
        assert str(N_("Skin")) == "Piel"
    assert str(N_("Skin")) == "Skin"


def test_a_date_that_stands_by_itself_begins_large() -> None:
    day = date(2026, 11, 22)
    with i18n.speaking("es"):
        assert i18n.format_heading(day, "EEEE d MMMM y") == "Domingo, 22 de noviembre de 2026"
        assert i18n.format_day(day, "EEEE d MMMM y") == "domingo, 22 de noviembre de 2026"
    assert i18n.format_heading(day, "EEEE d MMMM y") == "Sunday 22 November 2026"


def test_halves_are_rounded_up_as_people_and_spreadsheets_do() -> None:
    assert [i18n.format_number(each) for each in (2.25, 2.35, -2.25, 0.04)] == [
        "2.3",
        "2.4",
        "-2.3",
        "0",
    ]
    assert [i18n.format_percent(each) for each in (0.725, 0.125, 1)] == ["73%", "13%", "100%"]
    assert [i18n.format_minutes(each) for each in (12.5, 13.5, 59.5)] == ["13 min", "14 min", "1 h"]


@pytest.mark.parametrize("name", ["en", "xx_YY", "nonsense", "C", "en_US_POSIX", ""])
def test_an_unknown_language_falls_back_to_british_english(name: str) -> None:
    i18n.use(name or "en")
    assert str(i18n.locale()) == "en_GB"


def test_times_are_shown_in_their_own_offset() -> None:
    i18n.use("en_GB")
    moment = datetime(2026, 11, 22, 14, 5, tzinfo=timezone(timedelta(hours=9)))
    assert i18n.format_time(moment) == "14:05"
    assert i18n.format_time(time(7, 3)) == "07:03"


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "0 min"), (59, "59 min"), (60, "1 h"), (80, "1 h 20 min")]
)
def test_minutes_become_hours(minutes: int, words: str) -> None:
    assert i18n.format_minutes(minutes) == words


def test_plurals_and_lists() -> None:
    assert i18n.ngettext("{n} attack", "{n} attacks", 1) == "1 attack"
    assert i18n.ngettext("{n} attack", "{n} attacks", 0) == "0 attacks"
    assert i18n.format_list(["thumb", "nose", "lips"]) == "thumb, nose and lips"
