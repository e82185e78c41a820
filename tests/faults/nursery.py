"""Raises processes quickly: each does one work under strace, which puts a fault in its way.

Usage: python -m tests.faults.nursery. Each line in is a request, each line out its outcome, both
as JSON. A process is forked off one that has loaded everything, which takes a few milliseconds
in the place of half a second.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

from db.errors import DiaryError
from tests.faults.works import WORKS

DONE, FAILED, BUG = "+", "!", "?"
"""How a process says that a step is done, or failed: with a sentence, or otherwise."""


def work(name: str, folder: Path, line: socket.socket) -> None:
    """Do one step after the other and tell each; a failed one again, once the fault is over."""
    for step in WORKS[name].steps(folder):
        try:
            step()
        except DiaryError as error:
            tell(line, f"{FAILED}{type(error).__name__}: {error}")
            line.recv(1)
            step()
        tell(line, DONE)


def tell(line: socket.socket, words: str) -> None:
    """Say one thing; a socket, because the faults hit what is written to files."""
    line.send(words.replace("\n", " | ").encode() + b"\n")


def child(name: str, folder: Path, line: socket.socket) -> None:
    """The process that is traced: it begins when it is told to, and never returns."""
    try:
        line.recv(1)
        work(name, folder, line)
    except BaseException:  # noqa: BLE001 - whatever it is, the test shows it
        tell(line, BUG + traceback.format_exc()[-900:])
    finally:
        os._exit(0)


def raised(request: dict[str, Any]) -> dict[str, Any]:
    """Trace one process from its first step to its end; what it said, and how it ended."""
    ours, theirs = socket.socketpair()
    pid = os.fork()
    if pid == 0:
        ours.close()
        child(request["work"], Path(request["folder"]), theirs)
    theirs.close()
    command = ["strace", "-f", "-p", str(pid), *request["options"]]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer, ours:
        assert tracer.stderr is not None
        if "attached" not in (line := tracer.stderr.readline()):
            os.kill(pid, 9)
            return {"said": [BUG + line], "status": os.waitpid(pid, 0)[1]}
        ours.send(b"g")
        said = ""
        while heard := ours.recv(10_000).decode("utf-8", "replace"):
            said += heard
            if heard.rpartition("\n")[0].rpartition("\n")[2].startswith(FAILED):
                tracer.terminate()
                tracer.stderr.read()
                ours.send(b"g")
        _, status = os.waitpid(pid, 0)
        tracer.stderr.read()
    return {"said": said.splitlines(), "status": status}


def warm() -> None:
    """Do each work once, so that whatever they import is there."""
    for name in WORKS:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "diary"
            WORKS[name].prepare(folder)
            for step in WORKS[name].steps(folder):
                step()


def serve() -> None:
    """Answer requests until there are no more."""
    warm()
    for line in sys.stdin:
        print(json.dumps(raised(json.loads(line))), flush=True)


if __name__ == "__main__":
    serve()
