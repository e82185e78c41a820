"""The editor’s times: start, length and end; clock changes; what cannot be kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from diary.clock import in_zone
from diary.session import Session
from diary.ui.theme import Theme
from tests.conftest import FakeClock
from tests.ui.attack_kit import (
    FULL,
    LEFT,
    START,
    Open,
    chip,
    opener,
    stored,
    type_into,
)


@pytest.fixture
def open_editor(session: Session, theme: Theme, qtbot: QtBot) -> Open:
    return opener(session, theme, qtbot)


# Lengths


def test_length_and_end_move_together(open_editor: Open, qtbot: QtBot):
    editor = open_editor(FULL)
    length = editor.form.length

    type_into(qtbot, length.minutes, "50")
    assert length.until.text() == "09:00"

    type_into(qtbot, length.until, "0:20")
    assert length.minutes.text() == "16 h 10 min"
    assert length._day_words.text() == "on Monday 23 November"


def test_a_corrected_start_keeps_the_end_that_was_timed(
    open_editor: Open, session: Session, qtbot: QtBot
):
    editor = open_editor(replace(FULL, started_at=START))
    type_into(qtbot, editor.form.start.time, "8.00")

    kept = stored(session, qtbot, editor.keep)

    assert (kept.started_at, kept.minutes) == (START - timedelta(minutes=10), 35)


def test_a_corrected_day_keeps_the_length(open_editor: Open, session: Session, qtbot: QtBot):
    editor = open_editor(replace(FULL, started_at=START))
    qtbot.mouseClick(editor.form.start.earlier, LEFT)

    kept = stored(session, qtbot, editor.keep)

    assert (kept.day, kept.minutes) == (date(2026, 11, 21), 25)


def test_unknown_and_still_going(open_editor: Open, session: Session, qtbot: QtBot):
    editor = open_editor(FULL)
    qtbot.mouseClick(chip(editor, "How long: Not known"), LEFT)
    kept = stored(session, qtbot, editor.keep)
    assert (kept.minutes, kept.ongoing) == (None, False)

    editor = open_editor(kept)
    qtbot.mouseClick(chip(editor, "How long: Still going"), LEFT)
    kept = stored(session, qtbot, editor.keep)
    assert (kept.minutes, kept.ongoing) == (None, True)
    assert session.read.ongoing_attack() == kept


def test_a_second_running_attack_is_refused(open_editor: Open, session: Session, qtbot: QtBot):
    stored(session, qtbot, session.start_attack)
    editor = open_editor(FULL)

    qtbot.mouseClick(chip(editor, "How long: Still going"), LEFT)

    assert "Another attack is still going" in editor.form.length.minutes.sentence.text()
    assert editor.form.length.minutes.sentence.isVisible()
    assert not editor.keep()


# Clock changes


def test_the_hour_that_came_twice_is_asked(
    open_editor: Open, session: Session, clock: FakeClock, qtbot: QtBot
):
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    editor = open_editor(replace(FULL, started_at=second, minutes=10))
    moment = editor.form.start
    assert moment.twice.isVisible()
    assert moment.twice.value_or_none() == "second"
    assert editor.form.attack(FULL).started_at == second

    qtbot.mouseClick(chip(editor, "Start: The first time"), LEFT)

    kept = stored(session, qtbot, editor.keep)
    assert kept.started_at == second - timedelta(hours=1)
    assert kept.started_at.hour == 2
    assert clock.zone() == kept.zone


def test_the_hour_that_never_was_moves_on(open_editor: Open, session: Session, qtbot: QtBot):
    editor = open_editor(replace(FULL, started_at=in_zone(date(2026, 3, 29), 1, 0, FULL.zone)))
    type_into(qtbot, editor.form.start.time, "2:30")

    assert editor.form.start.time.text() == "03:30"
    assert stored(session, qtbot, editor.keep).started_at.isoformat() == "2026-03-29T03:30:00+02:00"


# What cannot be kept


@pytest.mark.parametrize(
    ("line", "text", "sentence"),
    [
        ("day", "someday", "“someday” is not a day"),
        ("time", "half past", "“half past” is not a time"),
        ("time", "23:59", "still to come"),
    ],
)
def test_a_bad_start_gets_a_sentence_and_keeps_the_text(
    line, text, sentence, open_editor: Open, session: Session, qtbot: QtBot
):
    editor = open_editor(FULL)
    field = getattr(editor.form.start, line)
    type_into(qtbot, field, text)

    assert field.text() == text
    assert sentence in field.sentence.text()
    assert sentence in field.accessibleDescription()
    assert field.sentence.isVisible()
    assert not editor.keep()
    assert field.hasFocus()
    assert editor.isVisible()
    assert session.read.attack("full") is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("a while", "not a length"), ("0", "not a length"), ("20 h", "still to come")],
)
def test_a_bad_length_gets_a_sentence(text, sentence, open_editor: Open, qtbot: QtBot):
    editor = open_editor(FULL)
    type_into(qtbot, editor.form.length.minutes, text)

    assert sentence in editor.form.length.minutes.sentence.text()

    type_into(qtbot, editor.form.length.minutes, "30")
    assert not editor.form.length.minutes.sentence.isVisible()


def test_a_future_day_is_refused(open_editor: Open, session: Session, qtbot: QtBot):
    editor = open_editor(FULL)
    qtbot.mouseClick(editor.form.start.later, LEFT)

    assert not editor.keep()
    assert session.read.attack("full") is None


@pytest.mark.parametrize("typed", ["today", "22 nov", "22.11.", "2026-11-22"])
def test_with_a_day_that_begins_at_four_a_date_is_still_the_calendar_s(
    open_editor: Open, session: Session, clock: FakeClock, qtbot: QtBot, typed: str
):
    with qtbot.waitSignal(session.saved):
        session.prefer("day.start", "04:00")
    clock.moment = clock.moment.replace(hour=1, minute=30)
    editor = open_editor(None)
    type_into(qtbot, editor.form.start.time, "1:10")
    type_into(qtbot, editor.form.start.day, "yesterday")
    type_into(qtbot, editor.form.start.day, typed)

    kept = stored(session, qtbot, editor.keep)

    assert kept.started_at == clock.moment.replace(minute=10)
    assert kept.day == date(2026, 11, 21)
