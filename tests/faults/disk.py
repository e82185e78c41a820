"""A disk that loses its power: what a process wrote, and what of it may be left.

Only what was synced is sure to be there. Of what was written since, each write may be there, or
not, or some of its sectors of 512 bytes, whatever was written before or after it. Names are made,
moved and taken away in order, as journalling file systems do it; syncing a file does not make its
name durable. Shared memory files (`-shm`) never are: SQLite makes them anew.
"""

from __future__ import annotations

import random
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

SECTOR = 512
_KEPT = (0.1, 0.5, 0.9)
"""How much of what was not synced may be left."""


class Write(NamedTuple):
    """Bytes at a place of a file, which is known by a number."""

    file: int
    offset: int
    data: bytes


class Size(NamedTuple):
    """A file is cut or stretched."""

    file: int
    size: int


class Name(NamedTuple):
    """A path leads to a file from now on; to none where that is None."""

    path: str
    file: int | None


class Move(NamedTuple):
    """A file gets another path."""

    path: str
    target: str


class Sync(NamedTuple):
    """All that was done to a file is durable; the names of a folder, where there is no file."""

    file: int | None


class Said(NamedTuple):
    """A step was acknowledged."""


Event = Write | Size | Name | Move | Sync | Said
Left = dict[str, bytes]


@dataclass
class Disk:
    """What is durable, and what is not yet. Paths are relative to the diary's folder."""

    names: dict[str, int]
    files: dict[int, bytes]
    _new_names: list[Name | Move] = field(default_factory=list)
    _written: defaultdict[int, list[Write | Size]] = field(
        default_factory=lambda: defaultdict(list)
    )

    def take(self, event: Event) -> None:
        """Let one thing happen."""
        match event:
            case Write() | Size():
                self._written[event.file].append(event)
            case Name() | Move():
                self._new_names.append(event)
            case Sync(file=None):
                self.names = self._named(len(self._new_names))
                self._new_names = []
            case Sync(file=int(file)):
                self.files[file] = _done(self.files.get(file, b""), self._written.pop(file, []))

    def left(self, chance: random.Random) -> Left:
        """What may be there after the power went; the files by their paths."""
        names = self._named(chance.randint(0, len(self._new_names)))
        kept, torn = chance.choice((0, 1, *_KEPT)), chance.random() < 1 / 2
        return {
            path: _done(self.files.get(file, b""), self._some(file, kept, chance, torn=torn))
            for path, file in names.items()
        }

    def _some(
        self, file: int, kept: float, chance: random.Random, *, torn: bool
    ) -> list[Write | Size]:
        """Some of what was written, in its order; what is torn lacks some of its sectors."""
        written = self._written.get(file, [])
        parts = [part for each in written for part in (_sectors(each) if torn else [each])]
        return [part for part in parts if chance.random() < kept]

    def _named(self, count: int) -> dict[str, int]:
        names = dict(self.names)
        for change in self._new_names[:count]:
            if isinstance(change, Move):
                names[change.target] = names.pop(change.path)
            elif change.file is None:
                names.pop(change.path, None)
            else:
                names[change.path] = change.file
        return names


def _sectors(change: Write | Size) -> list[Write | Size]:
    if isinstance(change, Size):
        return [change]
    file, begin, data = change
    ends = range(begin - begin % SECTOR, begin + len(data), SECTOR)
    pieces = ((max(begin, start), min(begin + len(data), start + SECTOR)) for start in ends)
    return [Write(file, first, data[first - begin : last - begin]) for first, last in pieces]


def _done(content: bytes, changes: list[Write | Size]) -> bytes:
    body = bytearray(content)
    for change in changes:
        if isinstance(change, Size):
            del body[change.size :]
            body.extend(bytes(change.size - len(body)))
        else:
            body.extend(bytes(max(0, change.offset - len(body))))
            body[change.offset : change.offset + len(change.data)] = change.data
    return bytes(body)


def write_out(left: Left, folder: Path) -> None:
    """Make a folder of what was left. Backups have a folder of their own."""
    folder.mkdir(mode=0o700)
    for path, content in left.items():
        (folder / path).parent.mkdir(mode=0o700, exist_ok=True, parents=True)
        (folder / path).write_bytes(content)
