"""The command line: runs what was asked for, and says a problem in one sentence.

Exit 0: done. 1: a problem that the user can fix, one sentence on stderr. 2: wrong usage.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from db.errors import DiaryError
from diary import errors, i18n, logs
from diary.arguments import Command, given_in
from diary.i18n import _
from diary.paths import ERASING_NAME, Places, places

DONE, PROBLEM = 0, 1
OURS_ALONE = 0o077
"""What others may not do with any file that the program makes: everything."""


def main(arguments: Sequence[str] | None = None, *, in_window: bool = False) -> int:
    """Run the program with these arguments (default: the command line's); gives its exit code.

    `in_window`: there is no terminal, so a problem is said in a dialog too.
    """
    os.umask(OURS_ALONE)
    i18n.use()
    _allow_any_sign()
    given = given_in(arguments)
    given.places = places(given.diary, given.profile)
    command: Command = given.run
    try:
        _finish_erasing(given)
        code = command(given)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return PROBLEM
    except (Exception, KeyboardInterrupt) as problem:  # noqa: BLE001 - the user gets a sentence
        sentence = _sentence(problem, given.places)
        _complain(sentence)
        if in_window:
            from diary.startup import show_problem  # noqa: PLC0415 - only the window needs Qt

            shown = problem if isinstance(problem, DiaryError) else sentence
            return DONE if show_problem(shown, given.places) else PROBLEM
        return PROBLEM
    return code


def _finish_erasing(given: argparse.Namespace) -> None:
    """Erase what an earlier start began to erase, before anything is opened."""
    if given.places.settings.with_name(ERASING_NAME).exists():
        from diary.erasing import finish  # noqa: PLC0415 - hardly ever needed

        finish(given.places)
        given.places = places(given.diary, given.profile)


def _sentence(problem: BaseException, where: Places) -> str:
    match problem:
        case DiaryError():
            return errors.sentence(problem)
        case OSError():
            return _("The system refused: {reason}.").format(reason=errors.refusal(problem))
        case KeyboardInterrupt():
            return _("Stopped.")
        case MemoryError():
            return _("There is not enough memory for this.")
    logs.start(where.logs)
    logs.LOG.error(logs.report(type(problem), problem.__traceback__))
    sentence = _("The program failed. Nothing that was saved is lost. A report is in {folder}.")
    return sentence.format(folder=where.logs)


def _complain(sentence: str) -> None:
    """Say it on one line; a program without a terminal has nowhere to."""
    if sys.stderr is not None:
        sys.stderr.write(" ".join(sentence.split()) + "\n")


def _allow_any_sign() -> None:
    """A terminal that cannot show a sign shows a question mark."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def main_window() -> int:
    """Open the window without a terminal."""
    return main(sys.argv[1:], in_window=True)
