"""Lets atheris change files for a while, led by the branches that they reach.

    python -m tests.fuzz.drive json 600

Ends with status 0 where all held, and says last what became of the files. Else the file that broke
something stays beside the corpus, in the folder that was named first. Run by hand or by the slow
tests only: atheris has wheels for a few systems (`pip install scleroderma-diary[fuzz]`).
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from collections import Counter
from pathlib import Path
from random import Random
from time import monotonic

import atheris

with atheris.instrument_imports(include=["db", "diary", "zipfile", "csv", "json"]):
    from tests.fuzz.targets import TARGETS

_LONGEST = 1 << 19
_ON_AND_ON = 0.5
"""So often what was changed already is changed on; it is seldom a file that can be taken."""
_MOST_MEGABYTES = 2_000
_LONGEST_RUN = 20
"""Seconds after which a file counts as a hang, on a busy computer."""


def main(name: str, seconds: int) -> None:
    """Try changed files for so many seconds; does not return."""
    target = TARGETS[name]
    folder = Path(tempfile.mkdtemp(prefix=f"fuzz-{name}-"))
    print(folder)
    corpus = folder / "corpus"
    corpus.mkdir()
    begin = target.begin()
    (corpus / "begin").write_bytes(begin)
    judge = target.judging(folder)
    became: Counter[str] = Counter()
    end = monotonic() + seconds

    def one(file: bytes) -> None:
        became[judge(file)] += 1
        if monotonic() > end:
            print(json.dumps(became), flush=True)
            os._exit(0)

    def change(file: bytes, longest: int, seed: int) -> bytes:
        chance = Random(seed)
        begun = file if chance.random() < _ON_AND_ON else begin
        return target.changed(begun, chance, lambda data: atheris.Mutate(data, longest))[:longest]

    options = {
        "max_len": _LONGEST,
        "timeout": _LONGEST_RUN,
        "rss_limit_mb": _MOST_MEGABYTES,
        "artifact_prefix": f"{folder}/",
        "verbosity": 0,
    }
    words = [f"-{option}={value}" for option, value in options.items()]
    atheris.Setup([sys.argv[0], *words, str(corpus)], one, custom_mutator=change)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
