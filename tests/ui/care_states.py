"""The care page and its dialogs with something in them, for the tests of every control."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

from PySide6.QtWidgets import QApplication

from db.records import Appointment, DosePeriod, Medicine, Question
from diary.session import Session
from diary.ui.main_window import MainWindow
from diary.ui.pages.care import MEDICINES, QUESTIONS, VISITS, CarePage


def put_care(session: Session) -> None:
    """A medicine with two doses, one that was stopped, two visits and four questions."""
    now, today = session.clock.now(), session.today()
    week = timedelta(days=7)
    session.put(
        Medicine(id="m", name="Nifedipine MR", recorded_at=now),
        DosePeriod(
            id="d1", medicine="m", dose="10 mg", first=None, last=today - week, recorded_at=now
        ),
        DosePeriod(
            id="d2",
            medicine="m",
            dose="20 mg",
            how_often="twice a day, with food",
            first=today - week + timedelta(days=1),
            side_effects="Swollen ankles",
            recorded_at=now,
        ),
        Medicine(id="s", name="Iloprost", recorded_at=now),
        DosePeriod(id="d3", medicine="s", dose="5 days", last=today - 9 * week, recorded_at=now),
        Appointment(id="v1", day=today + 2 * week, time="10:30", who="Dr A", recorded_at=now),
        Appointment(id="v2", day=today - 8 * week, agreed="More nifedipine", recorded_at=now),
        *(
            Question(
                id=f"q{n}",
                text=f"A question with the number {n} that is long enough to be wrapped here?",
                written=today,
                rank=n,
                recorded_at=now,
            )
            for n in range(4)
        ),
    )


def _open(window: MainWindow, part: str, method: str = "", key: str = "") -> None:
    put_care(window.session)
    page = window.show_page("care")
    assert isinstance(page, CarePage)
    panel = page.show_part(part)
    panel.list.choose(key or "m")
    QApplication.processEvents()
    if method:
        getattr(panel, method)(*([key] if key else []))


CARE_STATES: dict[str, Callable[[MainWindow], object]] = {
    "medicines": partial(_open, part=MEDICINES),
    "visits": partial(_open, part=VISITS, key="v1"),
    "questions": partial(_open, part=QUESTIONS, key="q1"),
    "new medicine": partial(_open, part=MEDICINES, method="add"),
    "medicine": partial(_open, part=MEDICINES, method="open_record", key="m"),
    "change of dose": partial(_open, part=MEDICINES, method="change_dose", key="m"),
    "stop": partial(_open, part=MEDICINES, method="stop", key="m"),
    "visit": partial(_open, part=VISITS, method="open_record", key="v2"),
    "question": partial(_open, part=QUESTIONS, method="answer", key="q1"),
}
"""How each state is reached, by its name."""
