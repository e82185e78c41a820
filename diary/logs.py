"""The log: what the program did, never what the diary says.

A record's text may name steps, error types and counts. Tracebacks are written without values:
Python prints source lines only, and error messages of the database are left out.
"""

from __future__ import annotations

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

LOG = logging.getLogger("scleroderma_diary")
NAME = "diary.log"
LARGEST = 500_000


def start(folder: Path) -> None:
    """Write to `folder`; without a usable folder the program runs without a log."""
    LOG.setLevel(logging.INFO)
    _let_go()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        handler = RotatingFileHandler(
            folder / NAME, maxBytes=LARGEST, backupCount=1, encoding="utf-8"
        )
    except OSError:
        LOG.addHandler(logging.NullHandler())
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    LOG.addHandler(handler)


def folder() -> Path | None:
    """Where the log is written; None where there is none."""
    files = [each for each in LOG.handlers if isinstance(each, RotatingFileHandler)]
    return Path(files[0].baseFilename).parent if files else None


def stop() -> None:
    """Write nothing any more, and let go of the file."""
    _let_go()
    LOG.addHandler(logging.NullHandler())


def _let_go() -> None:
    for earlier in LOG.handlers[:]:
        LOG.removeHandler(earlier)
        earlier.close()


def report(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Where a bug happened: the error's type and the lines of our code, without its message."""
    lines = [f"{kind.__module__}.{kind.__qualname__}"]
    lines += [
        f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    return "\n".join(lines)
