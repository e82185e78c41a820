"""Prints what the fuzzer tried, as the table of docs/reliability.md has it."""

from __future__ import annotations

import pytest

from tests.fuzz.table import FUZZED, HEAD, row


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The figures come with the reports, also from other processes."""
    reports = terminalreporter.stats.get("passed", [])
    properties = [each for report in reports for each in getattr(report, "user_properties", ())]
    rows = [row(*value) for key, value in properties if key == FUZZED]
    for line in (*HEAD.splitlines(), *rows) if rows else ():
        terminalreporter.write_line(line)
