"""Grids of parameters, of which each run tries a share that has every value, the slow one all."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product

import pytest


def by_turns(*axes: Sequence[object]) -> list[pytest.ParameterSet]:
    """Every combination. As many as the longest axis has values are tried in each run.

    In these every value of the shorter axes has its turns. Useful for axes of unlike lengths.
    """
    turns = {tuple(turn % len(axis) for axis in axes) for turn in range(max(map(len, axes)))}
    return [
        pytest.param(
            *(axis[place] for axis, place in zip(axes, places, strict=True)),
            marks=() if places in turns else pytest.mark.slow,
        )
        for places in product(*(range(len(axis)) for axis in axes))
    ]
