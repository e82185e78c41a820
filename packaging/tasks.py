"""Everything one does with a clone of the Scleroderma Diary, with nothing but Python.

    python3 packaging/tasks.py run           set up and open the diary
    python3 packaging/tasks.py test          set up, then lint, types, contracts and all tests
    python3 packaging/tasks.py --help        the other commands

Standard library only; Linux, macOS and Windows; Python 3.11 or later.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence

if sys.version_info < (3, 11):  # noqa: UP036 - it is an older Python that has to read this
    sys.exit("The Scleroderma Diary needs Python 3.11 or later, this is " + sys.version.split()[0])

import locks
import qtlibs
import steps
import system
import venvs
from steps import Step

RUN_LOCK = "requirements.lock"
TEST_LOCK = "requirements-test.lock"

SHARED = ("-n", "auto", "--dist", "worksteal")
"""All processors share the tests; who has none left takes some of another's."""

Command = Callable[[Sequence[str]], int]


def setup(_arguments: Sequence[str] = ()) -> int:
    """Make .venv with what running and testing need."""
    venvs.ensure(TEST_LOCK)
    qtlibs.ensure()
    return 0


def run(arguments: Sequence[str]) -> int:
    """Set up and open the diary; further words go to the program."""
    venvs.ensure(RUN_LOCK)
    ready = qtlibs.ensure()
    if not has_screen():
        return _demo(arguments)
    return venvs.python("-m", "diary", *arguments) if ready else 1


def has_screen() -> bool:
    """Whether a window can be shown."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _demo(arguments: Sequence[str]) -> int:
    if arguments:
        return venvs.python("-m", "diary", *arguments)
    steps.say("There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window.")
    steps.say("Writing a sample diary, its charts and its summary to demo/ instead.")
    return venvs.python("-m", "diary", "demo", "demo")


def lint(_arguments: Sequence[str] = ()) -> int:
    """Check style, format, types and import contracts."""
    venvs.ensure(TEST_LOCK)
    return steps.run_all(_lint_steps())


def test(arguments: Sequence[str]) -> int:
    """Lint, then run all tests; --slow runs the long ones too; further words go to pytest."""
    venvs.ensure(TEST_LOCK)
    if not qtlibs.ensure():
        return 1
    system.ensure_tools()
    chosen = [word for word in arguments if word != "--slow"]
    which = ["-m", "slow or not slow"] if "--slow" in arguments else []
    pytest = Step("tests (pytest)", venvs.command("-m", "pytest", *SHARED, *which, *chosen))
    return steps.run_all([*_lint_steps(), pytest])


def _lint_steps() -> list[Step]:
    return [
        Step("style (ruff check)", venvs.command("-m", "ruff", "check", ".")),
        Step("format (ruff format)", venvs.command("-m", "ruff", "format", "--check", ".")),
        Step("types (mypy)", venvs.command("-m", "mypy")),
        Step("layers (import-linter)", [venvs.script("lint-imports")]),
    ]


def screenshots(arguments: Sequence[str]) -> int:
    """Picture every page in each look and text size; --guide: the pictures of the user guide."""
    return _with_window("packaging/screenshots.py", arguments)


def design(arguments: Sequence[str]) -> int:
    """Write the tables and pictures of docs/design-language.md anew."""
    return _with_window("packaging/design_language.py", arguments)


def bench(arguments: Sequence[str]) -> int:
    """Measure each figure of the design beside its floor."""
    return _with_window("packaging/bench.py", arguments)


def _with_window(script: str, arguments: Sequence[str]) -> int:
    venvs.ensure(TEST_LOCK)
    if not qtlibs.ensure():
        return 1
    return venvs.python(script, *arguments, QT_QPA_PLATFORM="offscreen")


def build(_arguments: Sequence[str] = ()) -> int:
    """Build the wheel in dist."""
    venvs.ensure(RUN_LOCK)
    return venvs.python(
        "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", "dist", "."
    )


def lock(_arguments: Sequence[str] = ()) -> int:
    """Write the lock files anew from pyproject.toml."""
    return locks.write(RUN_LOCK, TEST_LOCK)


def translations(_arguments: Sequence[str] = ()) -> int:
    """Collect every visible string, merge them into each translation, and compile these."""
    venvs.ensure(TEST_LOCK)
    return venvs.python("packaging/strings.py")


COMMANDS: dict[str, Command] = {
    command.__name__: command
    for command in (run, test, setup, lint, screenshots, design, bench, build, lock, translations)
}


def main(words: Sequence[str]) -> int:
    """Carry out the command in `words`; gives the exit code."""
    parser = argparse.ArgumentParser(
        prog="tasks.py",
        description="Runs, tests and builds the Scleroderma Diary.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="\n".join(f"  {name:14}{command.__doc__}" for name, command in COMMANDS.items()),
    )
    parser.add_argument("command", choices=COMMANDS)
    chosen = parser.parse_args(words[:1]).command
    try:
        return COMMANDS[chosen](words[1:])
    except steps.StoppedError as stop:
        steps.say(str(stop), bad=True)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
