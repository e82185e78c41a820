"""A whole day through the bus of screen readers: what is then in the diary and in the PDF."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from db.check import check
from db.folder import open_diary
from db.records import DosePeriod, Medicine
from tests.atspi.desk import read_by_bus


def test_a_day_an_attack_a_medicine_and_a_summary_by_the_bus_alone(tmp_path: Path) -> None:
    pdf = tmp_path / "summary.pdf"

    said = read_by_bus(tmp_path, "journey.py", str(pdf)).splitlines()

    assert pdf.read_bytes().startswith(b"%PDF-")
    store = open_diary(tmp_path / "diary", create=False)
    assert check(store) == []
    today = date.today()  # noqa: DTZ011 - the program's own local day
    readings = {key: reading.value for key, reading in store.day_readings(today).items()}
    (attack,) = store.attacks(today, today)
    note = store.note(today)
    (medicine,), (dose,) = store.events(Medicine), store.events(DosePeriod)
    store.close()
    assert readings == {
        "skin.tightness": 6,
        "skin.itch": 0,
        "raynaud.day_pattern": "attacks",
        "raynaud.attack_count": 2,
        "digestion.heartburn": 10,
        "organs.breathlessness": 3,
        "general.fatigue": 4,
    }
    assert not attack.ongoing
    assert note is not None
    assert note.text == "cold wind at the bus stop"
    assert (medicine.name, dose.dose) == ("Nifedipine", "30 mg")
    assert said[-1] == "The summary is saved."
