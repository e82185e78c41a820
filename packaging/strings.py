"""Collects every visible string for translators. Run by `tasks.py translations`, inside .venv.

Babel finds the calls of `_`, `N_` and `ngettext`. The sentences of `db`, which knows no gettext,
are found by their shape: the class attribute `sentence` of an error.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "resources" / "translations" / "scleroderma-diary.pot"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}

# One constant date, so that the file changes only when a string does.
FIXED_DATE = datetime(2026, 1, 1, tzinfo=UTC)


def collect() -> Catalog:
    """Every visible string of the program, with the files where it stands."""
    catalog = Catalog(
        project="scleroderma-diary",
        copyright_holder="The Scleroderma Diary maintainers",
        creation_date=FIXED_DATE,
        charset="utf-8",
    )
    for path in sorted((ROOT / "diary").rglob("*.py")):
        for line, text, comments, _context in extract_from_file(
            "python", str(path), keywords=KEYWORDS, comment_tags=("Translators:",)
        ):
            catalog.add(text, locations=[(_name(path), line)], auto_comments=comments)
    for path in sorted((ROOT / "db").glob("*.py")):
        for line, text in sentences(path.read_text(encoding="utf-8")):
            catalog.add(text, locations=[(_name(path), line)])
    return catalog


def sentences(source: str) -> Iterator[tuple[int, str]]:
    """The line and text of each class attribute `sentence` in Python source."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ClassDef):
            yield from _sentences_of(node)


def _sentences_of(node: ast.ClassDef) -> Iterator[tuple[int, str]]:
    for line in node.body:
        match line:
            case ast.Assign(targets=[ast.Name(id="sentence")], value=ast.Constant(value=str(text))):
                yield line.lineno, text
            case _:
                pass


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def write() -> int:
    """Write the collected strings; gives how many they are."""
    catalog = collect()
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    with TARGET.open("wb") as file:
        write_po(file, catalog, width=100, sort_output=True, include_lineno=False)
    return len(catalog)


if __name__ == "__main__":
    print(f"{write()} strings in {_name(TARGET)}")
