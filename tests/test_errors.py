"""Every sentence that `db` can raise is marked for translation."""

from __future__ import annotations

import ast
from pathlib import Path

from db import errors as db_errors
from db.errors import DiaryError, NoDiaryError
from diary.errors import SENTENCES, sentence

DB = Path(db_errors.__file__).parent


def subclasses(kind: type[DiaryError]) -> set[type[DiaryError]]:
    return {kind}.union(*(subclasses(each) for each in kind.__subclasses__()))


def test_each_error_of_db_has_its_sentence_marked() -> None:
    ours = {kind for kind in subclasses(DiaryError) if kind.__module__.startswith("db.")}
    said = {kind.sentence for kind in ours} | set(written_on_the_spot())

    assert said == {message.text for message in SENTENCES}


def written_on_the_spot() -> list[str]:
    """Sentences that `db` hands to an error where it raises it."""
    names = {kind.__name__ for kind in subclasses(DiaryError)}
    return [
        call.args[0].value
        for file in DB.rglob("*.py")
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and (getattr(call.func, "id", None) or getattr(call.func, "attr", None)) in names
        and call.args
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    ]


def test_a_sentence_is_filled_in_whatever_the_value_holds() -> None:
    folder = Path("/home/{x}/%s")

    assert sentence(NoDiaryError(folder=folder)).startswith("There is no diary in /home/{x}/%s.")
