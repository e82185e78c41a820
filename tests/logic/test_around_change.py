"""Around a change: which day belongs where, where the windows are cut, and the four words."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.records import DosePeriod, Medicine
from diary.fields import CATALOGUE
from diary.logic.around_change import AROUND, Sides, Window, day_of, offered, others, window_of
from diary.logic.comparison import Change
from diary.logic.medicines import ChangeKind, Course, MedicineChange
from diary.logic.periods import DAY, Period

AT = datetime(2026, 9, 1, tzinfo=UTC)
MEDICINE = Medicine(id="m", name="Nifedipine", recorded_at=AT)
TIGHTNESS = CATALOGUE["skin.tightness"]
LONG_AGO, TODAY = date(2020, 1, 1), date(2026, 11, 22)
STARTED = date(2026, 9, 1)


def dose(first: date | None, last: date | None = None, amount: str = "10 mg") -> DosePeriod:
    key = f"{first}-{amount}"
    return DosePeriod(id=key, medicine="m", dose=amount, first=first, last=last, recorded_at=AT)


def course(*periods: DosePeriod, name: str = "Nifedipine") -> Course:
    return Course(Medicine(id=name, name=name, recorded_at=AT), periods)


def change(day: date, kind: ChangeKind = ChangeKind.STARTED) -> MedicineChange:
    return MedicineChange(day, kind, MEDICINE, None, None)


def window(first_recorded: date = LONG_AGO, today: date = TODAY) -> Window:
    return window_of(change(STARTED), first_recorded, today)


def days(first: date, number: int, value: float) -> dict[date, float]:
    return {first + n * DAY: value for n in range(number)}


def test_each_side_has_four_weeks_and_the_day_itself_is_after():
    found = window()

    assert found.before == Period(date(2026, 8, 4), date(2026, 8, 31))
    assert found.after == Period(date(2026, 9, 1), date(2026, 9, 28))
    assert (found.place(date(2026, 8, 4)), found.place(STARTED)) == (-28, 0)
    assert not found.cut


def test_the_last_day_with_a_medicine_is_before_its_stop():
    stop = change(date(2026, 8, 31), ChangeKind.STOPPED)

    found = window_of(stop, LONG_AGO, TODAY)

    assert day_of(stop) == STARTED
    assert found.before is not None
    assert found.before.last == date(2026, 8, 31)


def test_the_windows_are_cut_where_the_diary_begins_and_at_today():
    found = window(first_recorded=date(2026, 8, 22), today=date(2026, 9, 4))

    assert (found.before, found.after) == (
        Period(date(2026, 8, 22), date(2026, 8, 31)),
        Period(date(2026, 9, 1), date(2026, 9, 4)),
    )
    assert found.cut


def test_a_diary_that_begins_later_has_no_days_before():
    assert window(first_recorded=date(2026, 9, 3)).before is None
    assert window(first_recorded=date(2026, 10, 30)).after is None


def test_a_medicine_stopped_today_has_no_days_after_yet():
    found = window_of(change(TODAY, ChangeKind.STOPPED), LONG_AGO, TODAY)

    assert found.after is None
    assert found.before is not None
    assert found.before.last == TODAY


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (days(date(2026, 8, 4), 28, 6), days(STARTED, 28, 4), Change.LOWER),
        (days(date(2026, 8, 4), 28, 4), days(STARTED, 28, 6), Change.HIGHER),
        (days(date(2026, 8, 4), 28, 4), days(STARTED, 28, 4), Change.SAME),
        (days(date(2026, 8, 4), 13, 6), days(STARTED, 28, 4), Change.TOO_FEW),
        ({}, days(STARTED, 28, 4), Change.TOO_FEW),
    ],
)
def test_the_words_follow_the_rule_of_the_summary(
    before: dict[date, float], after: dict[date, float], said: Change
) -> None:
    assert Sides.of(TIGHTNESS, before | after, window()).change is said


def test_half_of_the_days_that_a_cut_side_has_are_enough():
    # Ten days before: seven of them recorded are enough, though they are a quarter of 28.
    found = window(first_recorded=date(2026, 8, 22))
    values = days(date(2026, 8, 25), 7, 6) | days(STARTED, 20, 4)

    sides = Sides.of(TIGHTNESS, values, found)

    assert sides.before is not None
    assert (sides.before.recorded, sides.before.days) == (7, 10)
    assert sides.change is Change.LOWER


def test_the_figures_of_both_sides_worked_by_hand():
    values = {
        date(2026, 8, 3): 10.0,  # a day too early
        date(2026, 8, 4): 2.0,
        date(2026, 8, 20): 8.0,
        date(2026, 8, 31): 3.0,
        date(2026, 9, 1): 5.0,
        date(2026, 9, 29): 10.0,  # a day too late
    }

    sides = Sides.of(TIGHTNESS, values, window())

    assert sides.before is not None
    assert (sides.before.recorded, sides.before.median) == (3, 3.0)
    assert (sides.before.highest, sides.before.highest_on) == (8.0, date(2026, 8, 20))
    assert sides.after is not None
    assert (sides.after.recorded, sides.after.median) == (1, 5.0)


def test_changes_are_offered_newest_first_and_never_before_their_day():
    courses = [
        course(dose(date(2026, 9, 1)), name="A"),
        course(dose(date(2026, 1, 1), date(2026, 3, 1)), name="B"),
        course(dose(date(2026, 12, 1)), name="C"),
    ]

    found = offered(courses, LONG_AGO, TODAY)

    assert [(each.medicine.name, each.kind) for each in found] == [
        ("A", ChangeKind.STARTED),
        ("B", ChangeKind.STOPPED),
        ("B", ChangeKind.STARTED),
    ]


def test_a_change_long_before_the_diary_is_not_offered():
    courses = [course(dose(date(2026, 8, 4)), name="A"), course(dose(date(2026, 8, 5)), name="B")]

    found = offered(courses, STARTED, TODAY)

    assert [each.medicine.name for each in found] == ["B"]


def test_what_else_happened_in_these_days_is_told():
    courses = [
        course(dose(STARTED), name="A"),
        course(dose(STARTED), name="B"),
        course(dose(date(2026, 8, 4)), name="C"),
        course(dose(date(2026, 8, 3)), name="D"),
        course(dose(date(2026, 9, 29)), name="E"),
    ]
    [chosen] = [each for each in offered(courses, LONG_AGO, TODAY) if each.medicine.name == "A"]

    found = others(courses, chosen, window_of(chosen, LONG_AGO, TODAY))

    assert [each.medicine.name for each in found] == ["C", "B"]


some_days = st.dates(date(2026, 1, 1), date(2026, 12, 31))


@given(some_days, some_days, some_days, st.sampled_from(ChangeKind))
def test_both_sides_lie_in_the_diary_and_never_meet(
    day: date, first_recorded: date, today: date, kind: ChangeKind
) -> None:
    found = window_of(change(day, kind), first_recorded, today)

    before, after = ([*side] if side else [] for side in (found.before, found.after))
    assert all(found.day - AROUND * DAY <= each < found.day for each in before)
    assert all(found.day <= each < found.day + AROUND * DAY for each in after)
    assert all(first_recorded <= each <= today for each in before + after)
    whole = [each for each in found.whole if first_recorded <= each <= today]
    assert before + after == whole


@given(st.dictionaries(some_days, st.integers(0, 10)))
def test_a_day_that_is_not_recorded_is_in_no_figure(values: dict[date, float]) -> None:
    found = window()
    sides = Sides.of(TIGHTNESS, values, found)

    for side, figures in ((found.before, sides.before), (found.after, sides.after)):
        known = [value for day, value in values.items() if side and day in side]
        assert (figures.recorded if figures else 0) == len(known)
        if figures:
            assert figures.total == sum(known)
