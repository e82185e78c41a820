"""Which days Trends shows: one of the ranges, or days that were zoomed or moved to."""

from __future__ import annotations

from datetime import date

from db.records import Appointment
from diary.logic import zoom
from diary.logic.periods import Period
from diary.logic.ranges import DAYS, Range, range_period
from diary.logic.visits import last_visit
from diary.session import Session


class TrendTime:
    """Every step asks the diary anew: days pass, and entries come, while a page is open."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._chosen = Range.QUARTER
        self._own: Period | None = None

    @property
    def shown(self) -> Period:
        """The days that are shown."""
        return self._own or self._of(self._chosen)

    @property
    def chosen(self) -> Range | None:
        """The range that is shown, be it of earlier days; None where it has another length."""
        if self._own is None:
            return self._chosen
        return next((key for key, days in DAYS.items() if days == len(self._own)), None)

    @property
    def is_all_so_far(self) -> bool:
        """Whether a range is shown that a young diary does not fill yet."""
        longest = DAYS.get(self._chosen, 0) if self._own is None else 0
        return len(self.shown) < longest

    @property
    def visit(self) -> date | None:
        """The day of the last visit."""
        found = last_visit(self._session.events(Appointment), self._session.today())
        return found.day if found else None

    def choose(self, chosen: Range) -> None:
        """Show a range that ends today."""
        self._chosen, self._own = chosen, None

    @property
    def earlier(self) -> Period | None:
        """The days before those shown, where there are any."""
        return zoom.earlier(self.shown, self._whole)

    @property
    def later(self) -> Period | None:
        """The days after those shown, where there are any."""
        return zoom.later(self.shown, self._whole)

    def closer(self, about: date | None = None) -> Period | None:
        """Fewer days, around one of them."""
        return zoom.closer(self.shown, about)

    @property
    def wider(self) -> Period | None:
        """More days, where there are more."""
        return zoom.wider(self.shown, self._whole)

    def go(self, to: Period | None) -> bool:
        """Show these days; whether there were any to show."""
        if to is None:
            return False
        same = (key for key in (self._chosen, Range.ALL, *DAYS) if self._of(key) == to)
        named = next(same, None)
        self._chosen, self._own = (named, None) if named else (self._chosen, to)
        return True

    @property
    def _whole(self) -> Period:
        return self._of(Range.ALL)

    def _of(self, chosen: Range) -> Period:
        """A range, cut where it begins before "All" does: a young diary's charts are not bare."""
        whole = self._whole_of(self._session.today())
        if chosen is Range.ALL:
            return whole
        visit = self.visit if chosen is Range.VISIT else None
        found = range_period(chosen, whole.last, None, 0, visit)
        return Period(max(found.first, whole.first), whole.last)

    def _whole_of(self, today: date) -> Period:
        span = self._session.read.span()
        return range_period(Range.ALL, today, span[0] if span else None)
