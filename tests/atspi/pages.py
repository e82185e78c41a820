"""Says each main page as a screen reader would, stop by stop, in the order of Tab.

Prints, for each page, the named parts that are entered (its landmarks) and what is said there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reader import Node, Reader, told  # type: ignore[import-not-found] # beside this script

MOST_STOPS, DRAWN = 90, 3.0
PARTS = {"panel", "filler", "grouping"}


def parts_of(node: Node) -> list[str]:
    """The named parts in which it stands, outermost first."""
    names: list[str] = []
    above = node.get_parent()
    while above is not None and above.get_role_name() != "application":
        if above.get_role_name() in PARTS and above.get_name():
            names.insert(0, above.get_name())
        above = above.get_parent()
    return names


def said_of(reader: Reader) -> Iterator[str]:
    """What is said from the first stop of a page until Tab leaves it."""
    entered: list[str] = []
    first = ""
    for _stop in range(MOST_STOPS):
        here = reader.focused
        line = told(here)
        if "Attack now" in line or line == first:
            return
        first = first or line
        parts = parts_of(here)
        for depth, part in enumerate(parts):
            if parts[: depth + 1] != entered[: depth + 1]:
                yield f"{'  ' * depth}[{part}]"
        entered = parts
        yield f"{'  ' * len(parts)}{line}"
        reader.step("Tab")


def say_pages(reader: Reader, pages: Sequence[str]) -> None:
    """One page after the other."""
    reader.find("radio button", "Settings").grab_focus()
    reader.press("Settings", "radio button")
    for page in pages:
        reader.press(page, "radio button")
        reader.listen(DRAWN)
        print(f"== {page} ==")
        for line in said_of(reader):
            print(line)
