"""Charts as files, and what charts load."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import diary.charts
from db.records import Put
from diary.charts import save_charts
from diary.demo.sample import sample
from diary.fields import CATALOGUE

UNTIL = date(2026, 6, 30)


@pytest.mark.parametrize("days", [0, 40])
def test_each_group_is_saved_as_a_picture(store, tmp_path, days):
    if days:
        store.write(Put(record) for record in sample(days, UNTIL).records())

    paths = save_charts(store, CATALOGUE, tmp_path, UNTIL)

    assert [path.name for path in paths] == [f"{group.value}.png" for group in CATALOGUE.groups()]
    assert all(path.read_bytes().startswith(b"\x89PNG") for path in paths)


def test_importing_the_words_and_places_of_charts_loads_no_matplotlib():
    code = (
        "import sys, diary.charts, diary.charts.describe, diary.charts.geometry\n"
        "import diary.charts.style, diary.charts.ticks\n"
        "assert not {'matplotlib', 'numpy'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_drawing_never_loads_pyplot():
    code = (
        "import sys, diary.charts.figures, diary.charts.pixels\n"
        "assert 'matplotlib.figure' in sys.modules\n"
        "assert 'matplotlib.pyplot' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
    for module in Path(diary.charts.__file__).parent.glob("*.py"):
        assert "import pyplot" not in module.read_text(encoding="utf-8")
