"""All that a summary says, as words and numbers ready to be set; nothing of how it looks.

`collect` fills it; `render` hands it to the template as JSON. Texts are plain: none is ever
read as markup.
"""

from __future__ import annotations

from dataclasses import dataclass

from diary.summary.care_content import Care

Point = tuple[int, float, bool]
"""Day of the period from 0, height from 0 to 1, entered late."""


@dataclass(frozen=True, slots=True)
class Head:
    """Who, when, and what this paper is."""

    name: str
    name_label: str
    about: str
    kind: str
    period: str
    compared: str
    disclaimer: str
    made: str
    page: str
    short_name: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A marked day of the date axis."""

    day: int
    label: str


@dataclass(frozen=True, slots=True)
class Axis:
    """The one date axis of all charts: its days and marks, and how many days are drawn as one."""

    days: int
    ticks: tuple[Tick, ...]
    stretch: int = 1


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much was recorded: figures with their words, and each day ("0" no, "1" yes, "2" late)."""

    facts: tuple[tuple[str, str], ...]
    strip: str
    alt: str
    legend: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Talk:
    """What the patient wants to talk about: questions, and room to write more by hand."""

    heading: str
    lines: int = 3
    questions: tuple[str, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """One chart: its days, its 7-day median in unbroken pieces, and what it shows in words."""

    label: str
    unit: str
    group: str
    top: str
    points: tuple[Point, ...]
    medians: tuple[tuple[tuple[float, float], ...], ...]
    figures: tuple[tuple[str, str], ...]
    alt: str
    bars: bool = False
    bottom: str = "0"


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One field in this period beside the one before; `by` is the difference of the means.

    The rows with the lowest `place` are those that page 1 has room for.
    """

    place: int
    now: str
    before: str
    mark: str
    change: str
    by: str
    worst: str
    worst_on: str
    days_now: str
    days_before: str
    series: Series


@dataclass(frozen=True, slots=True)
class Changes:
    """The table of changes, or that there is nothing.

    Page 1 shows as many rows as it has room for; the others stand on a page of their own, and
    `elsewhere` says how many they are: its first text is for one of them. `too_few` says once what
    holds for every row of a young diary; it is empty otherwise.
    """

    heading: str
    columns: tuple[str, ...]
    rows: tuple[ChangeRow, ...]
    rules: tuple[str, ...]
    nothing: str
    too_few: str = ""
    other_heading: str = ""
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A line of figures; a line without cells is the heading of those below it."""

    label: str
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A table. Without rows it says `nothing`; other pages point to it by its `key`.

    One that does not begin here goes on with rows of the table before.
    """

    heading: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    nothing: str
    note: str = ""
    key: str = ""
    begins: bool = True


@dataclass(frozen=True, slots=True)
class Charts:
    """Charts of the period under one date axis, by group: (heading, colour role, charts)."""

    heading: str
    legend: tuple[tuple[str, str], ...]
    groups: tuple[tuple[str, str, tuple[Series, ...]], ...]
    nothing: str


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts by hour or by trigger: (words, count, share of the largest)."""

    heading: str
    bars: tuple[tuple[str, str, float], ...]
    caption: str
    alt: str
    nothing: str


@dataclass(frozen=True, slots=True)
class WatchedLine:
    """One line: what it is, its words, and a day beside them."""

    label: str
    words: str
    aside: str = ""


@dataclass(frozen=True, slots=True)
class WatchedPart:
    """Sores, blood pressure or weight; `more` counts lines that have no room."""

    heading: str
    unit: str = ""
    aside: str = ""
    lines: tuple[WatchedLine, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class Watched:
    """Sores and measurements on page 1; a part without words says `nothing`."""

    heading: str
    parts: tuple[WatchedPart, ...]
    nothing: str
    left_out: str


@dataclass(frozen=True, slots=True)
class Daily:
    """Every value: a row a day, a column a field; the day stands first."""

    heading: str
    legend: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    nothing: str


@dataclass(frozen=True, slots=True)
class Print:
    """A photo of the photo page: its file as text, its shape, what it shows, and its words."""

    picture: str
    width: int
    height: int
    caption: str
    words: str
    alt: str


@dataclass(frozen=True, slots=True)
class Photos:
    """The photos that the patient chose."""

    heading: str
    prints: tuple[Print, ...]
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The whole summary."""

    language: str
    region: str
    paper: str
    decimal: str
    title: str
    colours: dict[str, str]
    head: Head
    axis: Axis
    coverage: Coverage
    talk: Talk
    changes: Changes
    raynaud: Block
    presence: Block
    care: Care
    watched: Watched
    strips: Charts
    charts: tuple[Charts, ...]
    hours: Tally
    triggers: Tally
    notes_heading: str = ""
    left_out: str = ""
    photos: Photos | None = None
    tables: tuple[Block, ...] = ()
    daily: Daily | None = None
