"""What may be typed at the command line, and how wrong usage is said.

What a command needs is imported only when it runs.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

from diary import i18n
from diary.i18n import _
from diary.languages import NAMES
from diary.paths import NAME

USAGE = 2
MOST_DAYS = 36_525
EARLIEST = date(1900, 1, 1)
PAPERS = ("a4", "letter")
VISITS = ("rheumatology", "gastroenterology", "gp")

Command = Callable[[argparse.Namespace], int]


def given_in(arguments: Sequence[str] | None) -> argparse.Namespace:
    """What these arguments ask for (default: the command line's); `run` is the command to call.

    Leaves the program with `USAGE` and one sentence on stderr where they are wrong.
    """
    return _parser().parse_args(arguments)


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
        parser.exit()


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
