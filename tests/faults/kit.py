"""What the tests of time share."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

from db.records import Attack
from db.store import Store
from diary.exchange.csv_out import write_csv
from diary.exchange.importing import read_file
from diary.exchange.json_out import write_json
from diary.fields import CATALOGUE

WRITERS: dict[str, Callable[..., None]] = {"json": write_json, "csv": write_csv}
EVER = (date.min, date.max)


def comes_back(store: Store, tmp_path: Path, form: str) -> bool:
    """Whether an export holds exactly what the diary holds."""
    everything = store.everything()
    stream = io.BytesIO()
    WRITERS[form](everything, stream, datetime(2026, 12, 31, tzinfo=UTC))
    file = tmp_path / f"out.{form}"
    file.write_bytes(stream.getvalue())
    parsed = read_file(file, CATALOGUE, datetime(2026, 12, 31, tzinfo=UTC))
    return parsed.refusals == [] and parsed.everything() == everything


def attack(started_at: datetime, **parts: object) -> Attack:
    given = {"id": "a", "zone": "UTC", "recorded_at": started_at, **parts}
    return Attack(started_at=started_at, **given)  # type: ignore[arg-type]
