"""Fingers and toes by their base, angle, length and width: their sides, nails, folds, fences."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin

from diary.ui.widgets.maps.drawing import Point, Points

FINGER = (
    (0.0, 0.5),
    (0.2, 0.47),
    (0.46, 0.49),
    (0.66, 0.43),
    (0.8, 0.44),
    (0.92, 0.36),
)
"""Half widths along a finger, as shares of its length and width: the joints stand out a little."""
TOE = ((0.0, 0.49), (0.3, 0.45), (0.66, 0.5), (0.88, 0.4))
"""Half widths along a toe: the pad at its end is its widest part."""
AIR = 1.12
"""How much wider than a finger its fence is."""


@dataclass(frozen=True, slots=True)
class Digit:
    """One finger or toe. `angle` is in degrees from straight up, positive to the right."""

    key: str
    base: Point
    angle: float
    length: float
    width: float
    sides: tuple[tuple[float, float], ...] = FINGER
    folds: tuple[float, ...] = (0.48,)
    nail_at: tuple[float, float, float] = (0.8, 0.95, 0.22)

    def at(self, along: float, across: float) -> Point:
        """A point by shares of the length and the width; `across` 0 is the middle line."""
        turn = radians(self.angle)
        up, side = along * self.length, across * self.width
        return (
            round(self.base[0] + up * sin(turn) + side * cos(turn), 1),
            round(self.base[1] - up * cos(turn) + side * sin(turn), 1),
        )

    def outline(self) -> Points:
        """From the left of the base round the tip to the right of the base."""
        left = tuple(self.at(along, -across) for along, across in self.sides)
        right = tuple(self.at(along, across) for along, across in reversed(self.sides))
        return (*left, self.at(1.0, 0), *right)

    def fence(self) -> Points:
        """What belongs to it: all of it above its base, and a little air."""
        left = tuple(self.at(along, -across * AIR) for along, across in self.sides)
        right = tuple(self.at(along, across * AIR) for along, across in reversed(self.sides))
        return (*left, self.at(1.2, -0.5), self.at(1.2, 0.5), *right)

    def nail(self) -> Points:
        """Three sides of a nail, open at the tip."""
        low, high, half = self.nail_at
        corner = (high - low) * 0.3
        return tuple(
            self.at(along, across)
            for along, across in (
                (high, -half * 0.9),
                (low + corner, -half),
                (low, 0),
                (low + corner, half),
                (high, half * 0.9),
            )
        )

    def creases(self) -> tuple[Points, ...]:
        """Short folds over its joints."""
        return tuple(
            (self.at(fold, -0.2), self.at(fold - 0.02, 0), self.at(fold, 0.2))
            for fold in self.folds
        )
