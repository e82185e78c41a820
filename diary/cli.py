"""The command line: what may be typed, and how a problem is said.

Exit 0: done. 1: a problem that the user can fix, one sentence on stderr. 2: wrong usage. What a
command needs is imported only when it runs.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from db.errors import DiaryError
from diary import errors, i18n, logs
from diary.i18n import _
from diary.languages import NAMES
from diary.paths import ERASING_NAME, NAME, Places, places

DONE, PROBLEM, USAGE = 0, 1, 2
OURS_ALONE = 0o077
"""What others may not do with any file that the program makes: everything."""
MOST_DAYS = 36_525
EARLIEST = date(1900, 1, 1)
PAPERS = ("a4", "letter")
VISITS = ("rheumatology", "gastroenterology", "gp")

Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None, *, in_window: bool = False) -> int:
    """Run the program with these arguments (default: the command line's); gives its exit code.

    `in_window`: there is no terminal, so a problem is said in a dialog too.
    """
    os.umask(OURS_ALONE)
    i18n.use()
    _allow_any_sign()
    given = _parser().parse_args(arguments)
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


class _Parser(argparse.ArgumentParser):
    """Says wrong usage in one sentence."""

    def error(self, message: str) -> NoReturn:
        sentence = _("{problem}. “{program} --help” lists what can be given.")
        said = sentence.format(problem=message[:1].upper() + message[1:], program=NAME)
        self.exit(USAGE, " ".join(said.split()) + "\n")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog=NAME, description=_("A diary for people with scleroderma."), allow_abbrev=False
    )
    parser.add_argument("--diary", type=_path, metavar="DIR", help=_("the diary’s folder"))
    parser.add_argument(
        "--profile", type=_path, metavar="DIR", help=_("folder of settings and log")
    )
    parser.add_argument(
        "--passphrase-file",
        type=_path,
        metavar="FILE",
        help=_("the diary’s passphrase is the file’s first line"),
    )
    parser.add_argument(
        "--in-tray", action="store_true", help=_("begin in the tray, where a reminder is set")
    )
    parser.add_argument("--version", action=_Version, help=_("show the versions and stop"))
    parser.set_defaults(run=_command("window"))
    commands = parser.add_subparsers(title=_("commands"), metavar="COMMAND", parser_class=_Parser)
    for name, (about, declare) in _COMMANDS.items():
        command = commands.add_parser(
            name, help=str(about), description=str(about), allow_abbrev=False
        )
        command.set_defaults(run=_command(name))
        declare(command)
    return parser


def _command(name: str) -> Command:
    """The command of that name, imported when it is called."""

    def run(given: argparse.Namespace) -> int:
        from diary import (  # noqa: PLC0415 - --help needs none of it
            commands,
            commands_backup,
            commands_import,
        )

        elsewhere = {"import": commands_import, **dict.fromkeys(_KEEPING, commands_backup)}
        found: Command = getattr(elsewhere.get(name, commands), f"{name}_command")
        return found(given)

    return run


class _Version(argparse.Action):
    """Shows the versions when asked; looks them up only then."""

    def __init__(self, option_strings: Sequence[str], dest: str, **rest: str | None) -> None:
        super().__init__(option_strings, dest, nargs=0, help=rest.get("help"))

    def __call__(self, parser: argparse.ArgumentParser, *_rest: object) -> NoReturn:
        from diary.versions import versions  # noqa: PLC0415 - it loads the database

        sys.stdout.write(versions() + "\n")
        parser.exit(DONE)


def _path(text: str) -> Path:
    if not text.strip():
        raise argparse.ArgumentTypeError(_("a name is missing"))  # else it would be this folder
    return Path(text).expanduser()


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = date.min
    if day < EARLIEST or day.isoformat() != text:
        message = _("“{text}” is no day: write it as year-month-day, such as 2026-01-31")
        raise argparse.ArgumentTypeError(message.format(text=text[:40]))
    return day


def _number(low: int, high: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        if text.isascii() and text.isdigit() and len(text) <= len(str(high)):
            number = int(text)
            if low <= number <= high:
                return number
        message = _("“{text}” is no whole number from {low} to {high}")
        raise argparse.ArgumentTypeError(message.format(text=text[:40], low=low, high=high))

    return parse


def _declare_demo(command: argparse.ArgumentParser) -> None:
    command.add_argument("folder", type=_path, metavar="DIR")
    command.add_argument("--days", type=_number(1, MOST_DAYS), default=365, metavar="N")
    command.add_argument("--until", type=_day, metavar="DAY", help=_("default: yesterday"))
    command.add_argument("--seed", type=_number(0, 2**31), default=1, metavar="N")


def _declare_period(command: argparse.ArgumentParser) -> None:
    command.add_argument("--from", type=_day, dest="first", metavar="DAY")
    command.add_argument("--to", type=_day, dest="last", metavar="DAY")


def _declare_summary(command: argparse.ArgumentParser) -> None:
    command.add_argument("--output", type=_path, required=True, metavar="FILE")
    begin = command.add_mutually_exclusive_group()
    begin.add_argument("--from", type=_day, dest="first", metavar="DAY")
    begin.add_argument("--since-visit", action="store_true", help=_("begin at the last visit"))
    command.add_argument("--to", type=_day, dest="last", metavar="DAY")
    command.add_argument("--for", dest="visit", choices=VISITS, help=_("the visit that it is for"))
    command.add_argument("--paper", choices=PAPERS, help=_("default: that of your country"))
    command.add_argument("--language", choices=NAMES, help=_("default: that of your system"))
    command.add_argument("--appendix", action="store_true", help=_("add every day and note"))
    command.add_argument(
        "--photos", action="store_true", help=_("add the last photos of the period")
    )
    command.add_argument(
        "--password-file", type=_path, metavar="FILE", help=_("lock it by the file’s first line")
    )


def _declare_export(command: argparse.ArgumentParser) -> None:
    command.add_argument("--output", type=_path, required=True, metavar="FILE")
    command.add_argument("--format", choices=("json", "csv"), required=True)
    _declare_period(command)


def _declare_calendar(command: argparse.ArgumentParser) -> None:
    command.add_argument("--output", type=_path, required=True, metavar="FILE")
    command.add_argument("--names", action="store_true", help=_("write who and where, too"))


def _declare_import(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=_path, metavar="FILE")
    command.add_argument("--dry-run", action="store_true", help=_("change nothing"))
    command.add_argument(
        "--conflicts",
        choices=("newest", "mine", "theirs"),
        default="newest",
        help=_("what counts where diary and file differ (default: the newest)"),
    )
    command.add_argument(
        "--passphrase-file",
        type=_path,
        dest="backup_passphrase_file",
        metavar="FILE",
        help=_("the passphrase of a backup is the file’s first line; default: the diary’s"),
    )
    _declare_recovery_code(command)


def _declare_backup(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--output", type=_path, metavar="FILE", help=_("one file with all, also the photos")
    )


def _declare_restore(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=_path, metavar="FILE")
    _declare_recovery_code(command)


def _declare_recovery_code(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--recovery-code-file",
        type=_path,
        metavar="FILE",
        help=_("the recovery code is the file’s first line"),
    )


def _declare_fields(command: argparse.ArgumentParser) -> None:
    command.add_argument("--json", action="store_true", help=_("as JSON"))


def _declare_nothing(_command: argparse.ArgumentParser) -> None:
    """The command takes nothing more."""


_COMMANDS: dict[str, tuple[i18n.Message, Callable[[argparse.ArgumentParser], None]]] = {
    "demo": (i18n.N_("write a made-up diary, its summary and its charts"), _declare_demo),
    "summary": (i18n.N_("write the summary for an appointment as PDF"), _declare_summary),
    "export": (i18n.N_("write everything to a file that can be imported"), _declare_export),
    "calendar": (i18n.N_("write reminder and visits for a phone’s calendar"), _declare_calendar),
    "import": (i18n.N_("add what an exported file holds"), _declare_import),
    "fields": (i18n.N_("list what can be recorded"), _declare_fields),
    "backup": (i18n.N_("make a verified backup"), _declare_backup),
    "restore": (i18n.N_("put a backup in the diary’s place; that is kept"), _declare_restore),
    "check": (i18n.N_("check that the diary and its backups are whole"), _declare_nothing),
}
_KEEPING = frozenset({"backup", "restore", "check"})
