"""Patches in the appendix of a summary."""

from __future__ import annotations

from datetime import timedelta

from db.records import Patch, PatchCheck, Put
from db.store import Store
from diary.field import Group
from diary.fields import CATALOGUE
from diary.logic.periods import Period
from diary.summary.collect import collect
from diary.summary.content import Block
from diary.summary.options import Options
from tests.summary.examples import LAST, MADE

PERIOD = Period.ending(LAST, 14)


def fill(store: Store) -> None:
    patch = Patch(
        id="p",
        region="right_thigh",
        shape="oval",
        noticed=LAST - timedelta(days=100),
        note="Itches",
        recorded_at=MADE,
    )
    sizes = [
        PatchCheck(patch="p", day=LAST - timedelta(days=back), length_cm=size, recorded_at=MADE)
        for back, size in ((90, 3.5), (4, 4.0), (-3, 9.0))
    ]
    store.write([Put(patch), *map(Put, sizes)])


def tables(store: Store, **more) -> list[Block]:
    content = collect(store, CATALOGUE, PERIOD, Options(MADE, appendix=True, **more))
    return [part for part in content.tables if part.heading.startswith("Patches")]


def test_the_appendix_tells_each_patch_with_its_sizes_up_to_the_last_day(store: Store):
    fill(store)

    [table] = tables(store)

    assert table.heading == "Patches of skin: 1 patch, 0 new, 0 settled"
    [row] = table.rows
    assert row.label == "Right thigh, an oval"
    words = "Noticed 13 August 2026. 23 Aug 2026: 3.5 cm long; 17 Nov 2026: 4 cm long. Itches"
    assert row.cells == (words,)


def test_without_patches_or_without_skin_there_is_no_table(store: Store):
    assert tables(store) == []

    fill(store)
    assert tables(store, sections=frozenset(Group) - {Group.SKIN}) == []
