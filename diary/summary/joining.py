"""Joins the pieces of a long summary into one tagged PDF, with one piece in memory at a time.

A library that joins whole documents keeps every object of all of them: 300 MB for the tables of
ten years. Here pikepdf reads a piece, its objects get numbers that follow those of the piece
before, and `PdfWriter` packs them away. What must be one of its kind (the roots of the tags and of
the bookmarks) has a number set aside, which takes the place of each piece's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Object, Pdf, Stream

from diary.summary.pdf_writer import PdfWriter

ROOT, PAGES, TAGS, DOCUMENT, BOOKMARKS = 1, 2, 3, 4, 5
"""The numbers set aside: the catalogue, the pages, the tags, their only top, the bookmarks."""
OF_THE_FIRST = ("/Lang", "/MarkInfo", "/Metadata", "/OutputIntents", "/ViewerPreferences")

_TOKEN = re.compile(rb"\((?:[^()\\]|\\.)*\)|\b(?P<number>\d+) 0 R\b", re.DOTALL)
"""A text, in which nothing is a reference; or a reference."""
_HEADER_ID = re.compile(rb"\((U\d+x\d+y\d+)\)")
"""How Typst names a heading cell; each piece begins anew with the same names."""


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return len(document.pages)


def joined(parts: Iterable[bytes]) -> bytes:
    """One PDF of these, made by Typst, in their order; the first says what it is."""
    joint = _Joint()
    for number, part in enumerate(parts):
        with pikepdf.open(BytesIO(part)) as document:
            joint.add(document, b"P%05d" % number)
    return joint.finished()


class _Joint:
    """The PDF so far, and what its roots will say."""

    def __init__(self) -> None:
        self._writer = PdfWriter()
        self._writer.reserve(BOOKMARKS)
        self._catalogue, self._trailer, self._roles = b"", b"", b"<<>>"
        self._pages: list[bytes] = []
        self._page_count = 0
        self._tops: list[bytes] = []
        self._parents: list[bytes] = []
        self._header_ids: list[bytes] = []
        self._marks: list[tuple[int, int, int]] = []
        self._last_mark = b""

    def add(self, part: Pdf, prefix: bytes) -> None:
        """The objects of one more piece; `prefix` makes the names of its heading cells its own."""
        tags, marks = part.Root.StructTreeRoot, part.Root.get("/Outlines")
        top = tags.K[0]
        shared = {tags.objgen[0]: TAGS, top.objgen[0]: DOCUMENT}
        if marks is not None:
            shared[marks.objgen[0]] = BOOKMARKS
        words = _Words(self._writer.reserve(len(part.objects)), shared, prefix)
        if not self._catalogue:
            self._begin(part, words)
        self._merge_tags(tags, words)
        self._tops += [words.of(each) for each in top.K]
        for page in part.pages:
            page.obj.StructParents = self._page_count + page.obj.StructParents
        self._page_count += len(part.pages)
        pages = part.Root.Pages
        self._pages.append(words.of(pages))
        left_out = {*shared, part.Root.objgen[0], pages.objgen[0]}
        self._writer.add(words.number(pages), _with(words.within(pages), b"/Parent %d 0 R" % PAGES))
        if marks is not None and "/First" in marks:
            left_out |= self._merge_bookmarks(marks, words)
        self._write(part, words, left_out)

    def _begin(self, part: Pdf, words: _Words) -> None:
        """What the first piece says of the whole."""
        kept = (key for key in OF_THE_FIRST if key in part.Root)
        self._catalogue = b"".join(
            b"%s %s" % (key.encode(), words.of(part.Root[key])) for key in kept
        )
        self._roles = words.of(part.Root.StructTreeRoot.RoleMap)
        trailer = part.trailer
        self._trailer = b"/Info %s/ID %s" % (words.of(trailer.Info), words.of(trailer.ID))

    def _merge_tags(self, tags: Object, words: _Words) -> None:
        numbers = list(tags.ParentTree.Nums)
        for place, parents in zip(numbers[::2], numbers[1::2], strict=True):
            key = self._page_count + int(place)
            self._parents.append(b"%d %s" % (key, words.of(parents)))
        ids = list(tags.IDTree.Names) if "/IDTree" in tags else []
        for name, cell in zip(ids[::2], ids[1::2], strict=True):
            self._header_ids.append(b"(%s%s) %s" % (words.prefix, bytes(name), words.of(cell)))

    def _merge_bookmarks(self, marks: Object, words: _Words) -> set[int]:
        """Hang the piece's bookmarks behind those so far; the last waits for what follows it."""
        first, last = words.number(marks.First), words.number(marks.Last)
        before = b"/Prev %d 0 R" % self._marks[-1][1] if self._marks else b""
        self._end_bookmarks(b"/Next %d 0 R" % first)
        self._marks.append((first, last, int(marks.get("/Count", 1))))
        if first != last:
            self._writer.add(first, _with(words.within(marks.First), before))
            before = b""
        self._last_mark = _with(words.within(marks.Last), before)
        return {marks.First.objgen[0], marks.Last.objgen[0]}

    def _end_bookmarks(self, after: bytes) -> None:
        if self._marks:
            self._writer.add(self._marks[-1][1], _with(self._last_mark, after))

    def _write(self, part: Pdf, words: _Words, left_out: set[int]) -> None:
        for each in part.objects:
            if each.objgen[0] in left_out:
                continue
            number = words.number(each)
            if isinstance(each, Stream):
                about = Dictionary({k: v for k, v in each.items() if k != "/Length"})
                self._writer.add_stream(number, words.within(about)[2:-2], each.read_raw_bytes())
            else:
                self._writer.add(number, words.within(each))

    def finished(self) -> bytes:
        """The whole file."""
        self._end_bookmarks(b"")
        roots = {
            ROOT: b"/Type/Catalog/Pages %d 0 R/StructTreeRoot %d 0 R/Outlines %d 0 R%s"
            % (PAGES, TAGS, BOOKMARKS, self._catalogue),
            PAGES: b"/Type/Pages/Count %d/Kids[%s]" % (self._page_count, b" ".join(self._pages)),
            TAGS: b"/Type/StructTreeRoot/K[%d 0 R]/ParentTreeNextKey %d/RoleMap %s"
            b"/ParentTree<</Nums[%s]>>/IDTree<</Names[%s]>>"
            % (
                DOCUMENT,
                self._page_count,
                self._roles,
                b" ".join(self._parents),
                b" ".join(sorted(self._header_ids)),
            ),
            DOCUMENT: b"/Type/StructElem/S/Document/P %d 0 R/K[%s]" % (TAGS, b" ".join(self._tops)),
            BOOKMARKS: b"/Type/Outlines" + self._all_bookmarks(),
        }
        for number, entries in roots.items():
            self._writer.add(number, b"<<%s>>" % entries)
        return self._writer.finished(b"/Root %d 0 R%s" % (ROOT, self._trailer))

    def _all_bookmarks(self) -> bytes:
        if not self._marks:
            return b""
        count = sum(number for _first, _last, number in self._marks)
        ends = (self._marks[0][0], self._marks[-1][1], count)
        return b"/First %d 0 R/Last %d 0 R/Count %d" % ends


class _Words:
    """A piece's objects as they are written: with their new numbers and names."""

    def __init__(self, before: int, shared: Mapping[int, int], prefix: bytes) -> None:
        self._before, self._shared, self.prefix = before, shared, prefix

    def number(self, one: Object) -> int:
        """The new number of an object."""
        return self._number(one.objgen[0])

    def _number(self, number: int) -> int:
        return self._shared.get(number, number + self._before)

    def of(self, one: Object) -> bytes:
        """A reference to an object, or what it says where it has no number."""
        return self._renewed(one.unparse())

    def within(self, one: Object) -> bytes:
        """What an object says."""
        said = one.unparse(resolved=True)
        if b"/Table" in said:
            said = _HEADER_ID.sub(rb"(%s\1)" % self.prefix, said)
        return self._renewed(said)

    def _renewed(self, said: bytes) -> bytes:
        return _TOKEN.sub(self._renewed_token, said)

    def _renewed_token(self, found: re.Match[bytes]) -> bytes:
        number = found["number"]
        return found[0] if number is None else b"%d 0 R" % self._number(int(number))


def _with(said: bytes, more: bytes) -> bytes:
    """A dictionary with more entries."""
    return said.removesuffix(b">>") + more + b">>"
