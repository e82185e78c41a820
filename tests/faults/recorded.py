"""Reads what strace wrote down: the writes, syncs and renames of a process in a folder."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from tests.faults.disk import Disk, Event, Move, Name, Said, Size, Sync, Write
from tests.faults.nursling import WRITING

OPTIONS = (
    *("-xx", "-s", "100000000", "-e"),
    "trace=" + ",".join([*WRITING, "sendto", "openat", "lseek", "read", "close", "dup"]),
)
"""What strace must be told, so that every byte can be read here."""

_CALL = re.compile(r"^\d+ +(\w+)\((.*)\) += (\d+)", re.MULTILINE)


@dataclass
class _Open:
    """What a number of the process stands for: a file or a folder, and where it stands in it."""

    path: str
    file: int | None
    offset: int = 0


@dataclass
class Recording:
    """The process's view of the folder while its calls are read."""

    folder: Path
    _names: dict[str, int] = field(default_factory=dict)
    _opened: dict[int, _Open] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=count)

    def disk(self) -> Disk:
        """The folder as it is now, all of it durable."""
        found = [each for each in sorted(self.folder.rglob("*")) if each.is_file()]
        self._names = {str(each.relative_to(self.folder)): next(self._numbers) for each in found}
        files = {
            self._names[str(each.relative_to(self.folder))]: each.read_bytes() for each in found
        }
        return Disk(dict(self._names), files)

    def events(self, log: str) -> Iterator[Event]:
        """What happened in the folder, in order."""
        for call, given, answer in _CALL.findall(log):
            read = getattr(self, f"_{call}", None)
            if read is not None:
                yield from read(given.split(", "), int(answer))

    def _sendto(self, _given: list[str], _answer: int) -> Iterator[Event]:
        yield Said()

    def _openat(self, given: list[str], answer: int) -> Iterator[Event]:
        self._opened.pop(answer, None)
        path = self._path(given[1], given[0])
        if path is None or "O_TMPFILE" in given[2]:
            return
        if path not in self._names and "O_CREAT" in given[2]:
            self._names[path] = next(self._numbers)
            yield Name(path, self._names[path])
        self._opened[answer] = _Open(path, self._names.get(path))
        if "O_TRUNC" in given[2]:
            yield Size(self._names[path], 0)

    def _close(self, given: list[str], _answer: int) -> Iterator[Event]:
        self._opened.pop(int(given[0]), None)
        yield from ()

    def _lseek(self, given: list[str], answer: int) -> Iterator[Event]:
        if one := self._opened.get(int(given[0])):
            one.offset = answer
        yield from ()

    def _read(self, given: list[str], answer: int) -> Iterator[Event]:
        if one := self._opened.get(int(given[0])):
            one.offset += answer
        yield from ()

    def _write(self, given: list[str], answer: int) -> Iterator[Event]:
        if one := self._opened.get(int(given[0])):
            yield from self._pwrite64([*given, str(one.offset)], answer)
            one.offset += answer

    def _pwrite64(self, given: list[str], answer: int) -> Iterator[Event]:
        one = self._opened.get(int(given[0]))
        if one and one.file is not None:
            yield Write(one.file, int(given[3]), _bytes(given[1])[:answer])

    def _ftruncate(self, given: list[str], _answer: int) -> Iterator[Event]:
        one = self._opened.get(int(given[0]))
        if one and one.file is not None:
            yield Size(one.file, int(given[1]))

    def _fsync(self, given: list[str], _answer: int) -> Iterator[Event]:
        if one := self._opened.get(int(given[0])):
            yield Sync(one.file)

    _fdatasync = _fsync

    def _rename(self, given: list[str], _answer: int) -> Iterator[Event]:
        path, target = self._path(given[0]), self._path(given[1])
        assert path is not None
        assert target is not None
        self._names[target] = self._names.pop(path)
        yield Move(path, target)

    def _unlink(self, given: list[str], _answer: int) -> Iterator[Event]:
        if (path := self._path(given[0])) in self._names:
            del self._names[path]
            yield Name(path, None)

    def _unlinkat(self, given: list[str], _answer: int) -> Iterator[Event]:
        if (path := self._path(given[1], given[0])) in self._names:
            del self._names[path]
            yield Name(path, None)

    def _path(self, name: str, beside: str = "AT_FDCWD") -> str | None:
        """Relative to the folder; None for what is elsewhere."""
        path = Path(_bytes(name).decode())
        if not path.is_absolute() and beside != "AT_FDCWD":
            one = self._opened.get(int(beside))
            return None if one is None else str(Path(one.path, path))
        inside = path == self.folder or self.folder in path.parents
        return str(path.relative_to(self.folder)) if inside and not _is_shared(path) else None


def _is_shared(path: Path) -> bool:
    return path.name.endswith("-shm")


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.strip('"').replace("\\x", ""))
