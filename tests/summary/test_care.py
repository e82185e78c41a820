"""Medicines, visits and questions in the summary: all is said or counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from db.records import Appointment, DosePeriod, Event, Medicine, Put, Question
from db.store import Store
from diary.fields import CATALOGUE
from diary.logic.periods import Period
from diary.summary import Paper, make
from diary.summary.care import care, for_visit, read_care, talk
from diary.summary.collect import collect
from diary.summary.words import shortened
from tests.summary.conftest import Text
from tests.summary.examples import LAST, MADE, OPTIONS, PERIOD
from tests.summary.test_pdf import APPENDIX, GIBBERISH, HOSTILE, REPEATED, SCRIPTS, no_problems
from tests.turns import by_turns

LONG = "Does it matter that my ankles swell, and what else could be done about the cold? " * 9


def put(store: Store, *records: Event) -> None:
    store.write([Put(record) for record in records])


def question(text: str, rank: int = 0, **more: Any) -> Question:
    return Question(
        id=f"{rank}{text[:9]}", text=text, written=LAST, rank=rank, recorded_at=MADE, **more
    )


def medicine(
    name: str, first: date | None = None, last: date | None = None, dose: str = "10 mg"
) -> tuple[Medicine, DosePeriod]:
    return (
        Medicine(id=name, name=name, recorded_at=MADE),
        DosePeriod(
            id=f"{name}{first}", medicine=name, dose=dose, first=first, last=last, recorded_at=MADE
        ),
    )


def visit(day: date, **more: str) -> Appointment:
    return Appointment(id=str(day), day=day, recorded_at=MADE, **more)


def before(days: int) -> date:
    return LAST - timedelta(days=days)


def test_the_first_three_questions_are_printed_and_the_others_counted(filled: Store, text_of: Text):
    words = ["Can I stop the cream?", "Is it safe to fly?", "When is the echo?", "Four", "Five"]
    put(filled, *(question(text, rank) for rank, text in enumerate(words)))
    put(filled, question("Answered one", 0, answered=LAST), question("Later", 0, next_visit=False))

    pages = text_of(make(filled, CATALOGUE, PERIOD, OPTIONS))

    for text in words[:3]:
        assert text in pages[0]
    assert "and 2 more, page 3" in pages[0]
    for text in (*words[3:], "Answered one", "Later"):
        assert text not in pages[0]
        assert text in pages[2]


def test_without_questions_there_is_room_to_write(store: Store):
    found = talk(read_care(store))

    assert (found.lines, found.questions, found.more) == (3, (), "")


def test_a_long_question_is_shortened_visibly_and_whole_in_the_appendix(
    filled: Store, text_of: Text
):
    put(filled, question(LONG))
    assert talk(read_care(filled)).questions[0].endswith(" …")

    pages = text_of(make(filled, CATALOGUE, PERIOD, APPENDIX))

    assert LONG.strip() in " ".join(" ".join(pages[2:]).split())


@pytest.mark.parametrize("text", ["word " * 100, "w" * 500, "文" * 300])
def test_shortened_says_so(text: str):
    found = shortened(text, 100)

    assert found.endswith(" …")
    assert len(found) <= 102
    assert shortened("  as\nit is ", 100) == "as it is"


def test_the_visit_that_it_is_for_is_named(store: Store):
    put(store, visit(before(80)), visit(before(-17), time="10:30", who="Dr Adams", place="Clinic"))
    content = collect(store, CATALOGUE, Period(before(80), LAST), OPTIONS)

    words = for_visit(read_care(store), MADE.date())
    assert words == "for the visit on 8 December 2026, 10:30, Dr Adams"
    assert content.head.kind == f"Scleroderma diary {words} · Rheumatology"
    assert content.head.compared.startswith("81 days since the visit, compared with")
    assert content.care.visits == (0,)


def test_medicines_now_and_what_changed(store: Store):
    put(store, *medicine("Omeprazole"), *medicine("Nifedipine", before(300), before(31)))
    put(store, medicine("Nifedipine", before(30), None, "20 mg")[1])
    put(store, *medicine("Iloprost", before(20), before(15)), *medicine("Old", None, before(200)))

    found = care(read_care(store), PERIOD)

    assert found.now.heading == "Taken now (2)"
    assert [words for _when, words in found.now.lines] == ["Nifedipine 20 mg", "Omeprazole 10 mg"]
    assert [words for _when, words in found.changes.lines] == [
        "Nifedipine: 10 mg → 20 mg",
        "Iloprost: started 10 mg",
        "Iloprost: stopped",
    ]
    assert [each.name for each in found.bars] == ["Iloprost", "Nifedipine", "Omeprazole"]
    nifedipine = found.bars[1].bars
    assert [(bar.first, bar.last) for bar in nifedipine] == [(0, 58), (59, 89)]
    assert found.doses == (59, 69, 74)


def test_every_medicine_and_change_is_printed_or_counted(store: Store):
    for number in range(40):
        put(store, *medicine(f"Medicine {number:02}", before(number), None))

    found = care(read_care(store), PERIOD)

    assert found.now.heading == "Taken now (40)"
    assert found.now.more == f"and {40 - len(found.now.lines)} more, page {{page}}"
    assert (
        found.changes.more == f"and {40 - len(found.changes.lines)} earlier changes, page {{page}}"
    )
    assert found.bars_more == f"and {40 - len(found.bars)} more, page {{page}}"
    lines = len(found.now.lines) + len(found.changes.lines) + 2
    assert lines <= 11


def test_nothing_recorded_is_said(store: Store, text_of: Text):
    found = care(read_care(store), PERIOD)

    assert (found.now.lines, found.changes.lines, found.bars) == ((), (), ())
    page = text_of(make(store, CATALOGUE, PERIOD, OPTIONS))[0]
    assert "Nothing recorded." in page
    assert "No change recorded." in page


def test_words_of_the_patient_never_become_markup(filled: Store, text_of: Text):
    put(filled, question(HOSTILE), *medicine(HOSTILE, before(3)), visit(before(-3), who=HOSTILE))

    pages = text_of(make(filled, CATALOGUE, PERIOD, APPENDIX))

    assert HOSTILE in pages[0]
    assert HOSTILE.replace(" ", "") in "".join("".join(pages[2:]).split())


@pytest.mark.parametrize(
    ("text", "paper"), by_turns([SCRIPTS, "W" * 200, LONG, "文" * 200, "x"], list(Paper))
)
def test_whatever_is_written_the_first_pages_are_one_each_and_without_fault(
    paper: Paper, text: str, filled: Store, text_of: Text, tmp_path: Path
):
    for number in range(40):
        new, dose = medicine(f"{text} {number}", before(3 * number + 1), None, text)
        put(filled, new, replace(dose, how_often=text, why_stopped=text, side_effects=text))
        if number % 2:
            put(filled, replace(dose, last=before(number // 3), why_stopped=text))
    put(filled, *(question(text, rank) for rank in range(9)))
    put(
        filled, visit(before(-3), time="10:00", who=text, place=text), visit(before(9), agreed=text)
    )

    pdf = make(filled, CATALOGUE, PERIOD, replace(OPTIONS, paper=paper))

    pages = text_of(pdf)
    assert pages[1].lstrip().startswith("Day by day")
    assert "and 6 more, page 3" in pages[0]
    assert no_problems(pdf, tmp_path, but={REPEATED, GIBBERISH}) == []


def test_the_appendix_holds_it_all_and_is_accessible(filled: Store, text_of: Text, tmp_path: Path):
    put(filled, *medicine("Nifedipine", before(30), None))
    put(filled, visit(before(9), who="Dr Adams", agreed="Lung test in spring"), question("Why?"))

    pdf = make(filled, CATALOGUE, PERIOD, APPENDIX)

    text = " ".join(" ".join(text_of(pdf)[2:]).split())
    for words in ("Nifedipine 10 mg, since 22 Oct 2026", "Dr Adams. Lung test in spring", "Why?"):
        assert words in text
    assert no_problems(pdf, tmp_path) == []
