"""The design as data: the named colours and lengths, shared by window and charts. No Qt here."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


class Look(StrEnum):
    """How the program looks."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


LINEAR_UNTIL = 0.04045  # sRGB is linear below this share


@cache
def _theme() -> dict[str, dict[str, Any]]:
    return tomllib.loads((files("resources") / "theme.toml").read_text("utf-8"))


def design(part: str) -> Mapping[str, Any]:
    """The numbers of one part of `resources/theme.toml`, such as "space": pixels or factors."""
    return MappingProxyType(_theme()[part])


def colours(look: Look) -> Mapping[str, str]:
    """Each colour role of a look as "#RRGGBB". The roles are those of `resources/theme.toml`."""
    return MappingProxyType(_theme()[look.value])


def _channel(part: str) -> float:
    value = int(part, 16) / 255
    return value / 12.92 if value <= LINEAR_UNTIL else ((value + 0.055) / 1.055) ** 2.4


def luminance(colour: str) -> float:
    """Relative luminance (WCAG 2) of "#RRGGBB", from 0 to 1."""
    red, green, blue = (_channel(colour[i : i + 2]) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio (WCAG 2) of two colours, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mixed(one: str, other: str, share: float) -> str:
    """The colour "#RRGGBB" that lies `share`, from 0 to 1, of the way from one to the other."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)
