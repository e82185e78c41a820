"""Writes PDF objects one after the other into a packed file (PDF 1.7 with object streams)."""

from __future__ import annotations

import zlib
from io import BytesIO

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
PACK = 400
"""Objects that are compressed together."""
WIDTHS = (1, 4, 2)
"""Bytes of the three numbers of an entry: its kind, then where it is."""
FREE, PLAIN, PACKED = 0, 1, 2


class PdfWriter:
    """Objects by number, in any order; each number once. Numbers begin with 1."""

    def __init__(self) -> None:
        self._out = BytesIO()
        self._out.write(HEADER)
        self._places: dict[int, tuple[int, int, int]] = {0: (FREE, 0, 0xFFFF)}
        self._waiting: list[tuple[int, bytes]] = []
        self._last = 0

    def reserve(self, count: int) -> int:
        """Set `count` numbers aside; gives the number before the first of them."""
        self._last += count
        return self._last - count

    def add(self, number: int, body: bytes) -> None:
        """An object that is no stream."""
        self._waiting.append((number, body))
        if len(self._waiting) == PACK:
            self._pack()

    def add_stream(self, number: int, entries: bytes, data: bytes) -> None:
        """A stream: the entries of its dictionary but the length, and its bytes as they are."""
        self._places[number] = (PLAIN, self._out.tell(), 0)
        length = b"/Length %d" % len(data)
        self._out.write(b"%d 0 obj\n<<%s%s>>\nstream\n" % (number, entries, length))
        self._out.write(data)
        self._out.write(b"\nendstream\nendobj\n")

    def finished(self, entries: bytes) -> bytes:
        """The whole file; `entries` say where its root is."""
        self._pack()
        number = self.reserve(1) + 1
        start = self._out.tell()
        self._places[number] = (PLAIN, start, 0)
        table = b"".join(
            b"".join(
                part.to_bytes(width, "big")
                for part, width in zip(self._places.get(each, (FREE, 0, 0)), WIDTHS, strict=True)
            )
            for each in range(number + 1)
        )
        what = b"/Type/XRef/Filter/FlateDecode/Size %d/W[%d %d %d]" % (number + 1, *WIDTHS)
        self.add_stream(number, what + entries, zlib.compress(table))
        self._out.write(b"startxref\n%d\n%%%%EOF\n" % start)
        return self._out.getvalue()

    def _pack(self) -> None:
        """Compress the waiting objects into a stream of objects."""
        if not self._waiting:
            return
        number = self.reserve(1) + 1
        heads, bodies, place = [], [], 0
        for index, (each, body) in enumerate(self._waiting):
            self._places[each] = (PACKED, number, index)
            heads.append(b"%d %d" % (each, place))
            bodies.append(body)
            place += len(body) + 1
        head = b" ".join(heads) + b"\n"
        what = b"/Type/ObjStm/Filter/FlateDecode/N %d/First %d" % (len(bodies), len(head))
        self._waiting = []
        self.add_stream(number, what, zlib.compress(head + b"\n".join(bodies)))
