"""The bus of assistive tools is there on Linux alone; its tools come with `tasks.py test`."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from tests.atspi.desk import SYSTEM_PYTHON, read_by_bus

BINDINGS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


@pytest.fixture(autouse=True, scope="session")
def bus_is_there() -> None:
    """Say what is missing rather than fail for an odd reason."""
    if not sys.platform.startswith("linux"):
        pytest.skip("AT-SPI is the bus of Linux")
    done = subprocess.run([SYSTEM_PYTHON, "-c", BINDINGS], check=False, capture_output=True)
    assert done.returncode == 0, "install python3-pyatspi; tasks.py test does so on Debian"


@pytest.fixture(scope="session")
def tour(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What one long look around said, by its parts: `tour.py` names them."""
    said = read_by_bus(tmp_path_factory.mktemp("desk"), "tour.py")
    _before, *parts = re.split(r"^## (.+)\n", said, flags=re.MULTILINE)
    return dict(zip(parts[::2], parts[1::2], strict=True))
