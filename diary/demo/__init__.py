"""A made-up diary: a believable patient to look at, to test and to measure with."""

from diary.demo.sample import ZONE, sample

__all__ = ["ZONE", "sample"]
