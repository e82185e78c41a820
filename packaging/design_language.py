"""Write the tables and the pictures of docs/design-language.md from the theme file.

Run by `tasks.py design`.

A test holds that the tables are those of `resources/theme.toml`.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

# ruff: noqa: E402 - the clone itself is what is described
import design_pictures
from diary.palette import Look, colours, contrast, design

PAGE = ROOT / "docs" / "design-language.md"
PICTURES = ROOT / "docs" / "pictures"
LOOKS = tuple(Look)
MEANINGS = {
    "paper": "the ground of the window",
    "card": "the ground of a card, and of what is written into",
    "ink": "words, icons, the ring on what is filled",
    "ink2": "words beside words: help, what is off",
    "line": "the edge of what can be used",
    "hairline": "the edge of a card; never the only sign of anything",
    "accent": "what is chosen, the ring of the keyboard, links, the one main button",
    "on_accent": "words on accent, and on the colour of a group",
    "skin": "the group Skin",
    "raynaud": "the group Raynaud’s; Attack now",
    "digestion": "the group Digestion",
    "organs": "the group Heart, lungs, kidneys",
    "general": "the group General",
    "own": "the patient’s own fields",
}


def figure(look: Look, role: str) -> str:
    """The colour of a role, and its lowest contrast to what it stands on."""
    here = colours(look)
    if role in {"paper", "card"}:
        return f"`{here[role]}`"
    grounds = ("accent", *_groups(look)) if role == "on_accent" else ("paper", "card")
    least = min(contrast(here[role], here[ground]) for ground in grounds)
    return f"`{here[role]}` {least:.1f}"


def _groups(look: Look) -> list[str]:
    names = list(colours(look))
    return names[names.index("on_accent") + 1 :]


def colour_table() -> str:
    """Each role with what it means, and its colour in each look."""
    rows = [
        f"| {role} | {meaning} | {' | '.join(figure(look, role) for look in LOOKS)} |"
        for role, meaning in MEANINGS.items()
    ]
    head = f"| name | what it is for | {' | '.join(look.value for look in LOOKS)} |"
    return "\n".join([head, "|---|---|---|---|---|", *rows])


def size_table(*parts: str) -> str:
    """The numbers of parts of the theme file by their names."""
    rows = [
        f"| {part} | {', '.join(f'{name} {_told(value)}' for name, value in numbers.items())} |"
        for part, numbers in ((part, design(part)) for part in parts)
    ]
    return "\n".join(["| part | names and numbers |", "|---|---|", *rows])


def _told(value: object) -> str:
    return " × ".join(map(str, value)) if isinstance(value, list) else str(value)


TABLES: dict[str, Callable[[], str]] = {
    "colours": colour_table,
    "type": lambda: size_table("type"),
    "lengths": lambda: size_table("space", "corner", "line", "line_contrast", "target", "inset"),
}


def filled(page: str) -> str:
    """The page with each of its tables made anew."""
    for name, table in TABLES.items():
        before, _begin, rest = page.partition(f"<!-- {name} -->")
        _old, end, after = rest.partition(f"<!-- /{name} -->")
        page = f"{before}<!-- {name} -->\n\n{table()}\n\n{end}{after}"
    return page


def main() -> int:
    """Write both."""
    PAGE.write_text(filled(PAGE.read_text("utf-8")), "utf-8")
    design_pictures.write(PICTURES)
    return 0


if __name__ == "__main__":
    sys.exit(main())
