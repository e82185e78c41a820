"""Collects every visible string for translators. Run by `tasks.py translations`, inside .venv.

Babel finds the calls of `_`, `N_` and `ngettext`. The sentences of `db`, which knows no gettext,
are found by their shape: the class attribute `sentence` of an error.

Each translation (`LANGUAGE/LC_MESSAGES/*.po`, for people) then gets what is new, without guesses,
loses what is gone, and is compiled beside itself (`.mo`, for the program).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
TARGET = TRANSLATIONS / "scleroderma-diary.pot"
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


def write() -> None:
    """Write the collected strings, and bring each translation up to them."""
    template = collect()
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    _write_po(TARGET, template)
    print(f"{len(template)} strings in {_name(TARGET)}")
    for path in translations():
        catalog = merged(path, template)
        _write_po(path, catalog)
        with path.with_suffix(".mo").open("wb") as file:
            write_mo(file, catalog)
        print(f"{untranslated(catalog)} of them not translated in {_name(path)}")


def translations() -> list[Path]:
    """The catalogues that people translate."""
    return sorted(TRANSLATIONS.glob("*/LC_MESSAGES/*.po"))


def read(path: Path) -> Catalog:
    """A catalogue; its language is the folder's name."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name, domain=path.stem)


def merged(path: Path, template: Catalog) -> Catalog:
    """A translation with the strings of `template`: a new one stays empty rather than guessed."""
    catalog = read(path)
    catalog.update(template, no_fuzzy_matching=True)
    return catalog


def untranslated(catalog: Catalog) -> int:
    """How many strings of a translation still have no words."""
    return sum(not _has_words(message) for message in catalog if message.id)


def _has_words(message: Message) -> bool:
    words = message.string or ""
    return bool(words) and all(words)


def _write_po(path: Path, catalog: Catalog) -> None:
    with path.open("wb") as file:
        write_po(
            file, catalog, width=100, sort_output=True, include_lineno=False, ignore_obsolete=True
        )


if __name__ == "__main__":
    write()
