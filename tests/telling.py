"""What long tests tried, told to the process that prints it: they may run in several at once."""

from __future__ import annotations

from typing import Any

import pytest

from tests.faults import totals
from tests.fuzz import table

_TELLERS = {"faults": totals, "fuzz": table}


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Of a worker: hand everything over."""
    output = getattr(session.config, "workeroutput", None)
    if output is not None:
        output.update({name: teller.told() for name, teller in _TELLERS.items()})


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Of the one that prints: hear a worker that has ended."""
    for name, teller in _TELLERS.items():
        teller.hear(getattr(node, "workeroutput", {}).get(name, {}))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the tables of docs/reliability.md, where something was tried."""
    for teller in _TELLERS.values():
        for line in teller.lines():
            terminalreporter.write_line(line)
