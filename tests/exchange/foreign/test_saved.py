"""The answers about a table are kept for the next one, and whatever else stands there is not."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from diary.exchange.foreign import saved
from diary.exchange.foreign.days import Order
from diary.exchange.foreign.draft import opened
from diary.exchange.foreign.mapping import Take, own_key
from diary.field import Kind
from diary.fields import CATALOGUE
from tests.exchange.foreign.tables import LONG_APP, SLASHES, draft, scaled, thing, written

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=8), inner),
)


def test_answers_come_back_as_they_were(tmp_path):
    answered = scaled(draft(LONG_APP, tmp_path), "Heartburn", 0, 4)
    mood = Take(own_key("Mood"), Kind.MEASURE, None, {"good": "3", "?": ""})
    plan = answered.with_take(thing(answered, "Mood"), mood).plan()
    through_json = json.loads(json.dumps(saved.kept(plan)))
    assert saved.plan_of(through_json) == plan


def test_the_next_file_with_these_columns_needs_no_second_answer(tmp_path):
    first = draft(SLASHES, tmp_path)
    plan = replace(scaled(first, "Pain", 0, 5), order=Order.MONTH_DAY, same_day=False).plan()
    assert first.table
    memory = {saved.key_of(first.table.names): saved.kept(plan)}
    again = opened(written(SLASHES + "07/08/2026,1\n", tmp_path), CATALOGUE, memory)
    assert again.known
    assert again.plan() == plan


def test_an_answer_for_a_field_that_is_gone_is_not_taken(tmp_path):
    first = draft(SLASHES, tmp_path)
    answered = first.with_take(thing(first, "Pain"), Take("custom.0a0b0c0d"))
    plan = replace(answered, order=Order.MONTH_DAY).plan()
    assert first.table
    memory = {saved.key_of(first.table.names): saved.kept(plan)}
    again = opened(written(SLASHES, tmp_path), CATALOGUE, memory)
    assert again.takes[thing(again, "Pain")].to == "general.pain"


def test_an_order_that_the_next_file_cannot_have_is_asked_anew(tmp_path):
    plan = replace(draft(SLASHES, tmp_path), order=Order.YEAR_FIRST).plan()
    memory = {saved.key_of(("Date", "Pain")): saved.kept(plan)}
    assert opened(written(SLASHES, tmp_path), CATALOGUE, memory).order is None


@given(anything)
def test_whatever_else_stands_there_counts_as_not_kept(found):
    assert saved.plan_of(found) is None


@given(st.dictionaries(
    st.sampled_from(["shape", "order", "sign", "several", "same_day", "leave_unfit", "takes"]),
    anything | st.lists(st.lists(anything, min_size=6, max_size=6)),
))  # fmt: skip
def test_neither_do_answers_that_make_no_sense(found):
    whole = {"shape": ["Date", "", "", ""], "order": "day-month-year", "sign": ".",
             "several": "last", "same_day": True, "leave_unfit": False, "takes": []}  # fmt: skip
    plan = saved.plan_of(whole | found)
    assert plan is None or saved.plan_of(saved.kept(plan)) == plan


@pytest.mark.parametrize("scale", [["0", "0"], ["0", "x"], ["0"], ["1e999", "2"], [0, 4]])
def test_a_scale_that_is_none_is_not_kept(scale):
    whole = {"shape": ["Date", "", "", ""], "order": "day-month-year", "sign": ".",
             "several": "last", "same_day": True, "leave_unfit": False,
             "takes": [["Pain", "", "general.pain", None, scale, {}]]}  # fmt: skip
    assert saved.plan_of(whole) is None
