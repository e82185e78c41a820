"""Measure the budgets, each beside its floor, in processes of their own, turn by turn.

Run by `tasks.py bench [--rounds N] [--only NAME ...]`. Prints a table: floor and program as the
median of the rounds, their ratio, and the budget. Machines are noisy: read the ratios, and where
one of the processor's time stands beside it, believe that one more.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
YEARS = (1, 10, 50)
Figures = dict[str, float]


@dataclass(frozen=True, slots=True)
class Measure:
    """One budget: the probes of floor and program, and how often the floor's time is allowed."""

    name: str
    floor: str
    probe: str
    budget: float
    years: tuple[int, ...] = (50,)


MEASURES = (
    Measure("start", "start_floor", "start", 1.3, YEARS),
    Measure("day", "day_floor", "day", 1.0),
    Measure("gaps", "gaps_floor", "gaps", 1.0, (1, 50)),
    Measure("memory", "memory_floor", "memory", 1.4),
    Measure("save", "save_floor", "save", 3.0, YEARS),
    Measure("trends", "trends_floor", "trends", 1.5, YEARS),
    Measure("summary", "summary_floor", "summary", 2.0, (1,)),
    Measure("export", "export_floor", "export", 3.0, YEARS),
    Measure("import", "import_floor", "import_", 3.0, YEARS),
)


def main() -> int:
    """Run the rounds and print the table; 0 also where a budget is missed: it only tells."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", nargs="*", default=[measure.name for measure in MEASURES])
    given = parser.parse_args()
    print(f"{'what':10} {'years':>5} {'floor':>10} {'program':>10} {'ratio':>7} {'budget':>7}")
    with tempfile.TemporaryDirectory() as temporary:
        for years in YEARS:
            _probe("prepare", Path(temporary), years)
        for measure in MEASURES:
            if measure.name in given.only:
                for years in measure.years:
                    _row(measure, Path(temporary), years, given.rounds)
    return 0


def _row(measure: Measure, folder: Path, years: int, rounds: int) -> None:
    pairs = [
        (_probe(measure.floor, folder, years), _probe(measure.probe, folder, years))
        for _round in range(rounds)
    ]
    floor, program = _medians(pairs, "figure")
    extras = {key: value for key, value in pairs[-1][1].items() if key not in {"figure", "cpu"}}
    if "cpu" in pairs[0][0]:
        floor_cpu, program_cpu = _medians(pairs, "cpu")
        extras["ratio of processor time"] = program_cpu / floor_cpu
    print(
        f"{measure.name:10} {years:5} {floor:10.4f} {program:10.4f} {program / floor:7.2f} "
        f"{measure.budget:7.1f}  {_words(extras)}",
        flush=True,
    )


def _medians(pairs: list[tuple[Figures, Figures]], key: str) -> tuple[float, float]:
    floor = statistics.median(floor[key] for floor, _program in pairs)
    program = statistics.median(program[key] for _floor, program in pairs)
    return floor, program


def _probe(name: str, folder: Path, years: int) -> Figures:
    command = [sys.executable, str(HERE / "probes.py"), name, str(folder), str(years)]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program is compiled
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        sys.exit(f"{name}: {done.stderr.strip()}")
    figures: Figures = json.loads(done.stdout.splitlines()[-1])
    return figures


def _words(extras: Figures) -> str:
    return ", ".join(f"{key} {value:.2f}" for key, value in extras.items())


if __name__ == "__main__":
    sys.exit(main())
