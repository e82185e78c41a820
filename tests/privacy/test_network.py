"""No network: the whole journey opens no connection, and works where there is none.

One thing is not in our hands: who prints, asks the system's own printing service, on this computer.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.faults.nursling import STRACE
from tests.privacy.traveller import travel

ALONE = ("unshare", "--map-root-user", "--net")
"""Runs a command without any network, not even that within the computer."""
OPENED = re.compile(r"socket\((AF_\w+)")
REACHED = re.compile(r"connect\(\d+, \{sa_family=(AF_\w+)")
PLACES = re.compile(r'AF_INET.*htons\((\d+)\).*(?:inet_addr\(|inet_pton\(AF_INET6, )"([^"]+)"')
PRINTING, THIS_COMPUTER = "631", {"127.0.0.1", "::1"}


def refusal() -> str:
    """Why there cannot be a network of its own here; empty where there can."""
    if shutil.which("unshare") is None:
        return "unshare is not installed"
    tried = subprocess.run([*ALONE, "true"], capture_output=True, text=True, check=False)
    return tried.stderr.strip()


def test_the_whole_journey_works_without_a_network(home: Path) -> None:
    if why := refusal():
        pytest.skip(f"the system gives no network of one’s own: {why}")

    ended = travel(home, "closed", before=ALONE)

    assert ended.returncode == 0, ended.stderr


def calls_of(home: Path, end: str) -> str:
    """What the journey asks the system for, of all that has to do with networks."""
    log = home.parent / "calls"
    before = ["strace", "-f", "-qq", "-e", "trace=socket,connect,bind", "-o", str(log)]
    ended = travel(home, end, before=before)
    assert ended.returncode == 0, ended.stderr
    return log.read_text("utf-8")


needs_strace = pytest.mark.skipif(STRACE is None, reason="strace is not installed")


@needs_strace
def test_the_whole_journey_opens_no_connection_to_a_network(home: Path) -> None:
    calls = calls_of(home, "closed")

    assert set(OPENED.findall(calls)) <= {"AF_UNIX"}
    assert set(REACHED.findall(calls)) <= {"AF_UNIX"}
    assert "bind(" not in calls


@needs_strace
@pytest.mark.slow
def test_who_prints_asks_the_printing_service_of_this_computer(home: Path) -> None:
    calls = calls_of(home, "printed")

    lines = [each for each in calls.splitlines() if "connect(" in each and "AF_INET" in each]
    found = [PLACES.findall(each) for each in lines]
    assert all(found), "each place can be read"
    reached = {place for each in found for place in each}
    assert reached <= {(PRINTING, place) for place in THIS_COMPUTER}
    assert "bind(" not in calls
