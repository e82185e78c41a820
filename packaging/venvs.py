"""The project's own environment, `.venv`, filled from a lock file. Used by tasks.py.

The lock file names each part by version and hash; pip refuses anything else. A stamp in `.venv`
says which lock files are in, so that a second run installs nothing and needs no network.
"""

from __future__ import annotations

import hashlib
import json
import sys
import venv
from pathlib import Path

import steps
from steps import ROOT, StoppedError, say

HERE = ROOT / "packaging"
VENV = ROOT / ".venv"
STAMP = VENV / "installed.json"
BIN = VENV / ("Scripts" if sys.platform == "win32" else "bin")
EXE = ".exe" if sys.platform == "win32" else ""


def script(name: str) -> str:
    """The path of a command that a part brought along."""
    return str(BIN / f"{name}{EXE}")


def command(*words: str) -> list[str]:
    """A command line for the environment's Python."""
    return [script("python"), *words]


def python(*words: str, **extra: str) -> int:
    """Run the environment's Python, with `extra` added to the environment variables."""
    return steps.call(command(*words), extra)


def ensure(lock: str) -> None:
    """Make `.venv` and install the parts of `lock` and the project, unless they are in already.

    Raises:
        StoppedError: when something cannot be installed; the message says what to do.
    """
    if not _works():
        _make()
    wanted = fingerprint(HERE / lock)
    done = stamp()
    if wanted not in done["locks"]:
        _install(lock)
        done["locks"] = [*_still_in(done["locks"]), wanted]
    project = fingerprint(ROOT / "pyproject.toml")
    if project not in done["project"]:
        _install_project()
        done["project"] = [project]
    STAMP.write_text(json.dumps(done), encoding="utf-8")


def _works() -> bool:
    version = "import sys, pip; print(sys.version)"
    return steps.output(command("-c", version)).strip() == sys.version


def _make() -> None:
    say("Making .venv ...")
    try:
        import ensurepip  # noqa: F401, PLC0415 - Debian's python3 comes without it
    except ImportError:
        wanted = "Python has no venv module. On Debian or Ubuntu: apt-get install python3-venv"
        raise StoppedError(wanted) from None
    venv.EnvBuilder(clear=True, with_pip=True, symlinks=sys.platform != "win32").create(VENV)


def _install(lock: str) -> None:
    say(f"Installing the parts that packaging/{lock} names (some minutes the first time) ...")
    rules = ("--require-hashes", "--no-deps", "--only-binary", ":all:")
    steps.must(
        _pip_install(*rules, "-r", str(HERE / lock)),
        "The parts could not be installed: see above. Is there a network connection?",
    )


def _install_project() -> None:
    steps.must(
        _pip_install("--no-deps", "--no-build-isolation", "--no-index", "--editable", "."),
        "The program itself could not be installed into .venv: see above.",
    )


def _pip_install(*words: str) -> list[str]:
    """The command line of pip; it shows its progress to a person and only errors to a log."""
    quiet = [] if sys.stdout.isatty() else ["-qq"]
    return command("-m", "pip", "install", "--disable-pip-version-check", *quiet, *words)


def stamp() -> dict[str, list[str]]:
    """Which lock files and which project description `.venv` was filled from."""
    try:
        found = json.loads(STAMP.read_text(encoding="utf-8"))
        return {"locks": list(found["locks"]), "project": list(found["project"])}
    except (OSError, ValueError, KeyError, TypeError):
        return {"locks": [], "project": []}


def _still_in(prints: list[str]) -> list[str]:
    """Of the lock files that were installed, those that are still as they were then."""
    return [known for known in prints if known in map(fingerprint, HERE.glob("*.lock"))]


def fingerprint(path: Path) -> str:
    """A file's name and the hash of its text, the same on every system."""
    text = path.read_bytes().replace(b"\r\n", b"\n")
    return f"{path.name} {hashlib.sha256(text).hexdigest()}"
