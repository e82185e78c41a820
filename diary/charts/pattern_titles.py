"""The titles of Raynaud's patterns: a view knows its charts by them before anything is read."""

from __future__ import annotations

from diary.i18n import N_

BY_HOUR = N_("By hour of the day")
BY_WEEKDAY = N_("By day of the week")
BY_TRIGGER = N_("By trigger")
BY_COLOUR = N_("By colours seen")
BY_PLACE = N_("By place")
BY_COLD = N_("Against the coldest outdoors")
