"""The sample diary is believable, repeatable, and never written over anything of the user's."""

from __future__ import annotations

import json
import statistics
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from db.folder import open_diary
from db.records import Everything, Medicine, Photo, Preference, Sore, SoreDay
from diary.cli import main
from diary.clock import in_zone
from diary.demo import ZONE, sample
from diary.demo.pictures import photos_of
from diary.demo.rare import SWITCHED_ON
from diary.exchange.jpeg import check_kept
from diary.fields import ATTACK_COUNT, ATTACK_MINUTES, CATALOGUE
from diary.i18n import speaking
from diary.logic.drawn import REGIONS, check_totals
from diary.logic.patterns import OUTDOOR_LOW
from tests.exchange.diaries import exported, read_back

UNTIL = date(2026, 6, 30)


@pytest.fixture(scope="module")
def year() -> Everything:
    return sample(365, UNTIL, 1)


def values(diary: Everything, field: str) -> dict[date, float]:
    return {one.day: float(one.value) for one in diary.readings if one.field == field}


def test_the_same_seed_gives_the_same_data(year: Everything) -> None:
    assert sample(365, UNTIL, 1) == year
    assert sample(365, UNTIL, 2) != year


def test_it_passes_every_check_of_an_import(year: Everything, tmp_path: Path) -> None:
    parsed = read_back(exported(year, "json"), tmp_path)

    assert parsed.refusals == []
    assert parsed.everything() == year


@pytest.mark.parametrize("days", [1, 7, 400])
def test_it_has_the_days_that_were_asked_for(days: int) -> None:
    found = {one.day for one in sample(days, UNTIL, 3).readings}

    assert UNTIL - timedelta(days=days - 1) <= min(found, default=UNTIL)
    assert max(found, default=UNTIL) <= UNTIL


def test_winter_brings_more_attacks(year: Everything) -> None:
    winter = [one for one in year.attacks if one.day.month in {12, 1, 2}]
    summer = [one for one in year.attacks if one.day.month in {6, 7, 8}]

    assert len(winter) > 2 * len(summer) > 0


def test_winter_is_colder_outdoors_and_some_days_she_stays_in(year: Everything) -> None:
    low = values(year, OUTDOOR_LOW)
    winter = [value for day, value in low.items() if day.month in {12, 1, 2}]
    summer = [value for day, value in low.items() if day.month in {6, 7, 8}]

    assert statistics.mean(winter) + 8 < statistics.mean(summer)
    assert -15 < min(low.values()) < 2
    assert 250 < len(low) < len({reading.day for reading in year.readings})


@pytest.mark.parametrize("seed", range(1, 6))
def test_a_flare_of_about_three_weeks_stands_out(seed: int) -> None:
    tired = values(sample(365, UNTIL, seed), "general.fatigue")
    days = sorted(tired)
    usual = statistics.median(tired.values())
    stretches = [[tired[day] for day in days[at : at + 15]] for at in range(len(days) - 15)]

    assert max(statistics.mean(stretch) for stretch in stretches) > usual + 1.5


def test_days_are_missed_and_a_week_is_empty(year: Everything) -> None:
    days = sorted({one.day for one in year.readings})
    gaps = [(after - before).days - 1 for before, after in pairwise(days)]

    assert 300 < len(days) < 350
    assert max(gaps) >= 7


def test_some_entries_are_late_and_none_from_the_future(year: Everything) -> None:
    late = {one.day for one in year.readings if one.late}

    assert 5 < len(late) < 60
    assert max(one.recorded_at.date() for one in year.readings) <= UNTIL


def test_a_field_is_never_used_and_the_others_are(year: Everything) -> None:
    used = {one.field for one in year.readings}
    asked = {field.key for field in CATALOGUE if field.default_on or field.key in SWITCHED_ON}

    assert asked - used == {"digestion.constipation"}
    assert used <= asked
    assert Preference("fields.on", json.dumps(SWITCHED_ON)) in year.events


def test_weekly_and_monthly_fields_are_recorded_when_they_are_due(year: Everything) -> None:
    for key, days in (("skin.lumps", 7), ("skin.palm_gap_left", 28), (REGIONS[0].key, 28)):
        found = sorted(values(year, key))
        apart = [(after - before).days for before, after in pairwise(found)]
        assert len(found) > 250 / days
        assert min(apart) >= days
    totals = check_totals({field.key: values(year, field.key) for field in REGIONS})
    assert len(set(totals.values())) > 2


def test_attacks_go_over_midnight(year: Everything) -> None:
    assert any(one.ended_at and one.ended_at.date() > one.day for one in year.attacks)


def test_evening_totals_are_never_below_the_timed_and_sometimes_above(year: Everything) -> None:
    counts, minutes = values(year, ATTACK_COUNT), values(year, ATTACK_MINUTES)
    above = 0
    for day, count in counts.items():
        timed = [one for one in year.attacks if one.day == day]
        assert count >= len(timed)
        assert minutes.get(day, 1440) >= min(1440, sum(one.minutes or 0 for one in timed))
        above += count > len(timed)

    assert above > 20


def test_attacks_of_a_day_do_not_overlap(year: Everything) -> None:
    for one, following in pairwise(year.attacks):
        assert one.ended_at is None or one.ended_at <= following.started_at


def test_attacks_keep_the_offset_of_their_place(year: Everything) -> None:
    for one in year.attacks:
        noon = in_zone(one.day, 12, 0, ZONE)
        assert one.zone == ZONE
        assert one.started_at.utcoffset() == noon.utcoffset()


def test_she_writes_notes_of_her_own(year: Everything) -> None:
    texts = [one.text for one in year.notes]

    assert len(texts) > 20
    assert len(set(texts)) > 10
    assert year.profile.name == "Sample Patient"


def test_fifty_years_are_made() -> None:
    diary = sample(18_250, UNTIL, 1)

    assert len({one.day for one in diary.readings}) > 15_000
    assert len({one.id for one in diary.attacks}) == len(diary.attacks)


def demo(folder: Path, *more: str) -> int:
    profile = folder.parent.parent / "profile"
    days = ["--days", "40", "--until", "2026-06-30"]
    return main(["--profile", str(profile), "demo", str(folder), *days, *more])


def test_the_command_writes_diary_summary_and_charts(tmp_path: Path) -> None:
    folder = tmp_path / "demo"

    assert demo(folder) == 0

    store = open_diary(folder / "diary", create=False)
    assert store.everything() == sample(40, UNTIL, 1)
    store.close()
    assert (folder / "summary.pdf").read_bytes().startswith(b"%PDF")
    charts = list((folder / "charts").iterdir())
    assert charts
    assert all(one.read_bytes().startswith(b"\x89PNG") for one in charts)


def test_the_command_replaces_a_sample_and_nothing_else(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "demo"
    assert demo(folder) == 0
    assert demo(folder, "--seed", "2") == 0
    store = open_diary(folder / "diary", create=False)
    assert store.everything() == sample(40, UNTIL, 2)
    store.close()
    (folder / "letter.txt").write_text("mine")
    capsys.readouterr()

    assert demo(folder) == 1

    assert "holds other files" in capsys.readouterr().err
    assert (folder / "letter.txt").read_text() == "mine"
    assert (folder / "diary" / "diary.db").exists()


def test_a_folder_of_the_users_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "diary").mkdir()
    (tmp_path / "file").write_text("mine")

    assert demo(tmp_path) == 1
    assert demo(tmp_path / "file") == 1
    assert main(["demo", str(tmp_path / "new"), "--until", "2999-01-01"]) == 1

    assert capsys.readouterr().err.count("\n") == 3
    assert sorted(path.name for path in tmp_path.iterdir()) == ["diary", "file"]


def test_its_sores_have_drawn_photos_from_noticed_to_healed(tmp_path: Path) -> None:
    assert main(["demo", str(tmp_path / "demo"), "--days", "365", "--until", "2026-06-30"]) == 0

    store = open_diary(tmp_path / "demo" / "diary", create=False)
    photos, sores = store.events(Photo), {sore.id: sore for sore in store.events(Sore)}
    assert len(photos) >= 3
    assert store.without_picture() == []
    for one in photos:
        sore = sores[one.about_id]
        assert sore.noticed <= one.day <= (sore.healed or UNTIL)
        assert check_kept(store.picture(one.id) or b"") == (one.width, one.height)
    drawn = dict(photos_of(sores.values(), store.events(SoreDay)))
    assert drawn == {one: store.picture(one.id) for one in photos}
    store.close()


def test_the_sample_patient_speaks_the_language_of_the_window() -> None:
    with speaking("es"):
        told = sample(days=40)
    english = sample(days=40)

    assert "Nifedipino retard" in {medicine.name for medicine in told.of(Medicine)}
    assert "Nifedipine MR" in {medicine.name for medicine in english.of(Medicine)}
    assert told.profile.name == "Paciente de muestra"
    assert not {note.text for note in told.notes} & {note.text for note in english.notes}
