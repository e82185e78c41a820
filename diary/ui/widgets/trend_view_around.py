"""Around a change: the four weeks before and after a medicine was started, changed or stopped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout

from db.records import DosePeriod, Medicine
from diary.charts.around_words import COMPARED, caution, compared_words, told_change
from diary.charts.pressure_fields import measures, with_pressures
from diary.charts.series import Series, load, numbers
from diary.charts.twin import Shown, Twin
from diary.collector import keep_what_is_loaded
from diary.field import GROUP_NAMES, Field, Group
from diary.i18n import _
from diary.logic.around_change import Sides, Window, offered, others, window_of
from diary.logic.drawn import drawn_fields
from diary.logic.medicines import MedicineChange, courses
from diary.logic.periods import Period
from diary.logic.units import chosen_units
from diary.session import Session
from diary.ui.studio import Studio
from diary.ui.widgets.controls import GAP, label
from diary.ui.widgets.picker import Picker
from diary.ui.widgets.shown_view import ShownView


class AroundView(ShownView):
    """The change is chosen here; the range of the page means nothing to it."""

    uses_range = False

    def __init__(self, studio: Studio) -> None:
        super().__init__(studio)
        self.nothing.setText(
            _(
                "There is no change of a medicine in the days of this diary yet. Once you write "
                "down when one was started, changed or stopped (in “Medicines & visits”), you see "
                "here the four weeks before and after."
            )
        )
        self.change = Picker(_("Change"))
        self.change.chosen.connect(self._on_chosen)
        self.place_tools(self.change)
        self.title, self.caution = label("", "strong"), label("", "secondary")
        self.column.addLayout(self._head())
        for group in Group:
            self.column.addWidget(self.add_part(str(GROUP_NAMES[group]), group))
        self.column.addWidget(self.add_part(str(COMPARED)))

    def _head(self) -> QVBoxLayout:
        """The change in full, since the box may cut it, and what has to be known of the charts."""
        head = QVBoxLayout()
        head.setSpacing(GAP // 2)
        for part in (self.title, self.caution):
            head.addWidget(part)
        return head

    def show_range(self, _shown: Period | None) -> None:
        """Show the chosen change, whatever time is chosen elsewhere."""
        self.refresh()

    @Slot()
    def refresh(self) -> None:
        """Read the medicines and the days around the chosen change, and draw them anew."""
        session = self.studio.session
        found = courses(session.events(Medicine), session.events(DosePeriod))
        today, span = session.today(), session.read.span()
        first = span[0] if span else today
        changes = {_key(change): change for change in offered(found, first, today)}
        for part in (self.change, self.title, self.caution):
            part.setVisible(bool(changes))
        self.change.offer(
            [[(key, told_change(change)) for key, change in changes.items()]], self.change.key
        )
        if not changes:
            self.read(tuple)
            return
        change = changes[self.change.key]
        window = window_of(change, first, today)
        also = others(found, change, window)
        self.title.setText(told_change(change))
        self.caution.setText(caution(also))
        said = compared_words(change, window, also)
        head = Shown(str(COMPARED), said, None, Twin((), ()))
        self.read(partial(_shown, session, change, window, head, _fields(session)))

    @Slot(str)
    def _on_chosen(self, _key: str) -> None:
        self.refresh()


def _key(change: MedicineChange) -> str:
    return f"{change.day} {change.kind} {change.medicine.id}"


def _fields(session: Session) -> list[Field]:
    """Every field whose values are numbers; a blood pressure is two of them."""
    measured = measures(chosen_units(session.preference))
    return [field for field in session.catalogue.with_own(measured) if field.numeric]


def _shown(
    session: Session,
    change: MedicineChange,
    window: Window,
    head: Shown,
    fields: Sequence[Field],
) -> Iterable[Shown]:
    """Read on the worker; the charts load matplotlib."""
    from diary.charts.around_change import Around, around_shown

    keep_what_is_loaded()
    series = with_pressures(load(session.read, window.whole.first, window.whole.last))
    yield head
    for group in Group:
        rows = tuple(_rows(series, window, [each for each in fields if each.group is group]))
        if rows:
            yield around_shown(Around(group, change, window, series, rows))


def _rows(
    series: Series, window: Window, fields: Iterable[Field]
) -> Iterator[tuple[Sides, dict[date, float]]]:
    """The fields of which something is recorded in the window."""
    sides = [side for side in (window.before, window.after) if side]
    for field in drawn_fields(fields, series.used, ()):
        values = numbers(series.shown.get(field.key, {}))
        inside = {day: values[day] for day in values if any(day in side for side in sides)}
        if inside:
            yield Sides.of(field, inside, window), inside
