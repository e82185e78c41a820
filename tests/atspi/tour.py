"""What is off the way of a usual day, by the bus alone and in one window, from the first start on.

    python3 tests/atspi/tour.py

Prints, below the name of each part, what is there and then what was announced.
"""

from __future__ import annotations

from collections.abc import Callable

from finding import (  # type: ignore[import-not-found] # they all stand beside this script
    find_aims,
    find_in_learn,
    find_settings,
    read_a_chapter,
)
from locked import ask_again, lock_and_open, set_passphrase  # type: ignore[import-not-found]
from looking import look_around, see_invitations  # type: ignore[import-not-found]
from pages import say_pages  # type: ignore[import-not-found]
from reader import Reader  # type: ignore[import-not-found]

PARTS: dict[str, Callable[[Reader], None]] = {
    "set a passphrase": set_passphrase,
    "lock and open": lock_and_open,
    "search the settings": find_settings,
    "change the passphrase": ask_again,
    "palette": find_aims,
    "Learn": find_in_learn,
    "guide": read_a_chapter,
    "empty pages": see_invitations,
    "sample": look_around,
    "pages": lambda reader: say_pages(reader, ["Today", "Attacks"]),
}


def main() -> None:
    """One part after the other."""
    reader = Reader()
    for name, part in PARTS.items():
        print(f"## {name}")
        part(reader)
        print(*reader.said, sep="\n")
        reader.said.clear()


if __name__ == "__main__":
    main()
