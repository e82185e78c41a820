"""Finding words in everything that the patient wrote, in any script.

All words must occur in one text; case, accents and the like do not matter. The texts stand ready
(folded once), so that each letter typed costs only a look through them. Nothing is kept: neither
the words nor the hits.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

MOST = 200
"""So many hits are given; more are counted."""

AROUND = 48
"""Letters of the text that are shown before the hit; twice as many after it."""

_LEFT_OUT = frozenset({"Cf", "Cc", "Cs"})
_PLAIN = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "\u0131": "i", "æ": "ae", "œ": "oe", "ð": "d",
     "þ": "th", "’": "'", "\u2018": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-"}
)  # fmt: skip

_PIECE = 4_000
"""A very long text is looked at in pieces, so that no single step holds up the window."""


@dataclass(frozen=True, slots=True)
class Text:
    """Something written: what kind of entry it is in, its day, and where it leads.

    `page` is the page on which the entry is, `key` its id there; both are empty where the day is.
    """

    kind: str
    day: date | None
    words: str
    page: str = ""
    key: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """A text in which all words are: some of it, and where in that the first found words are."""

    text: Text
    excerpt: str
    marks: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Found:
    """The newest hits, and how many there are in all."""

    hits: tuple[Hit, ...] = ()
    count: int = 0


class _Letters(dict[int, str | None]):
    """What becomes of a letter when accents are dropped; worked out once for each letter."""

    def __missing__(self, code: int) -> str | None:
        letter = chr(code)
        kept = None if _is_accent(letter) else letter
        self[code] = kept
        return kept


def _is_accent(letter: str) -> bool:
    """Whether it only adds to a letter: accents, vowel points, tone and joining signs.

    The signs of Indic scripts and the voicing marks of kana are letters of their own.
    """
    group = unicodedata.combining(letter)
    points = 10 <= group <= 36  # noqa: PLR2004 - Hebrew and Arabic points
    above_or_below = group >= 200  # noqa: PLR2004 - accents
    variant = "\ufe00" <= letter <= "\ufe0f"
    return points or above_or_below or variant or unicodedata.category(letter) in _LEFT_OUT


_letters = _Letters()
_SPACES = str.maketrans(dict.fromkeys("\t\n\r\v\f\x1c\x1d\x1e\x1f\x85\u2028\u2029", " "))


def folded(text: str) -> str:
    """The text as it is compared: lower case, without accents, on one line."""
    pieces = range(0, len(text), _PIECE)
    return "".join([_folded(text[start : start + _PIECE]) for start in pieces])


def _folded(text: str) -> str:
    if text.isascii():
        return text.translate(_SPACES).lower()
    # A letter of a fancy alphabet shows its case only once it is taken apart.
    apart = unicodedata.normalize("NFKD", text.translate(_SPACES).casefold())
    bare = unicodedata.normalize("NFKD", apart.casefold()).translate(_letters)
    return unicodedata.normalize("NFC", bare).translate(_PLAIN)


class Searchable:
    """Texts that stand ready, the newest first; those without a day come last."""

    def __init__(self, texts: Iterable[Text]) -> None:
        ordered = sorted(texts, key=lambda text: text.day or date.min, reverse=True)
        self._texts = [(text, folded(text.words)) for text in ordered]

    def __len__(self) -> int:
        return len(self._texts)

    def find(self, words: str, go_on: Callable[[], bool] = lambda: True) -> Found:
        """The texts in which every word is. Stops with what it has once `go_on` says no."""
        wanted = folded(words).split()
        if not wanted:
            return Found()
        hits: list[Hit] = []
        count = 0
        for text, plain in self._texts:
            if not go_on():
                break
            if all(word in plain for word in wanted):
                count += 1
                if len(hits) < MOST:
                    hits.append(_hit(text, wanted))
        return Found(tuple(hits), count)


def _hit(text: Text, wanted: Sequence[str]) -> Hit:
    """Where the words are in the text as it was written, with what is around the first."""
    offset, written = _piece(text.words.translate(_SPACES), wanted)
    plain, places = _with_places(written)
    spans = sorted({span for word in wanted for span in _spans(plain, places, word)})
    start = _begin(written, spans[0][0] if spans else 0)
    end = min(len(written), start + 3 * AROUND)
    before = "…" if offset + start else ""
    after = "…" if offset + end < len(text.words) else ""
    shift = len(before) - start
    marks = tuple((begin + shift, stop + shift) for begin, stop in spans if stop <= end)
    return Hit(text, f"{before}{written[start:end]}{after}", marks)


def _piece(written: str, wanted: Sequence[str]) -> tuple[int, str]:
    """The first piece of a text with any of the words, and where it begins."""
    for start in range(0, max(len(written) - _PIECE // 2, 1), _PIECE // 2):
        piece = written[start : start + _PIECE]
        if any(word in folded(piece) for word in wanted):
            return start, piece
    return 0, written[:_PIECE]


def _begin(written: str, place: int) -> int:
    """Where an excerpt around a place begins: at a word, where one begins near."""
    start = max(place - AROUND, 0)
    if start == 0:
        return 0
    blank = written.find(" ", start, place)
    return blank + 1 if blank >= 0 else start


def _with_places(written: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its letters the place of the one that it came from."""
    plain: list[str] = []
    places: list[int] = []
    for start, stop in _clusters(written):
        part = folded(written[start:stop])
        plain.append(part)
        places.extend([start] * len(part))
    places.append(len(written))
    return "".join(plain), places


def _clusters(written: str) -> Iterator[tuple[int, int]]:
    """Letters with the signs that follow and belong to them."""
    start = 0
    for place in range(1, len(written) + 1):
        if place == len(written) or not unicodedata.combining(written[place]):
            yield start, place
            start = place


def _spans(plain: str, places: Sequence[int], word: str) -> Iterator[tuple[int, int]]:
    found = plain.find(word)
    while found >= 0:
        yield places[found], places[found + len(word)]
        found = plain.find(word, found + len(word))
