"""The summary for an appointment: choose what goes in, see the very PDF, save or print it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from db.errors import DiaryError
from db.records import Appointment, Medicine, Profile, Question
from diary.change import Change
from diary.errors import sentence
from diary.i18n import _
from diary.jobs import Jobs
from diary.logic.visits import since_last_visit
from diary.session import Session
from diary.summary import file_name
from diary.summary.photos import of_period
from diary.ui.summary_maker import SummaryMaker
from diary.ui.summary_memory import SummaryMemory
from diary.ui.summary_output import SummaryOutput
from diary.ui.theme import Theme
from diary.ui.widgets.beside_or_below import BesideOrBelow
from diary.ui.widgets.controls import GAP, PART, button, label, scrolling
from diary.ui.widgets.invitation import Invitation
from diary.ui.widgets.pdf_preview import PdfPreview
from diary.ui.widgets.summary_side import SummarySide

SAVE_KEY, PRINT_KEY = "Ctrl+S", "Ctrl+P"
TAKEN_ALONG = (Medicine, Appointment, Question)
"""What makes a summary worth while, also of a diary without a day."""
SETTLED = 150
"""Milliseconds after the last change until the preview is made anew."""


class SummaryPage(QWidget):
    """The page of the summary.

    `section_wanted` asks for the article section about appointments; `announced` says what was
    done; `made` that the preview shows the diary as it is.
    """

    section_wanted = Signal(str)
    announced = Signal(str)
    day_wanted = Signal(object)
    sample_wanted = Signal()
    made = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setProperty("role", "page")
        self._jobs = Jobs("summary", self)
        self._waiting: list[Callable[[bytes], None]] = []
        self._saving_profile = False
        self._saved = Path()
        self.maker = SummaryMaker(self._jobs, session, self)
        self.output = SummaryOutput(self._jobs, self)
        self.side = SummarySide(session.today, session.catalogue.groups())
        self.choices, self.profile = self.side.choices, self.side.profile
        self.memory = SummaryMemory(session, self.choices, self)
        self.preview = PdfPreview(self._jobs)
        self.empty = Invitation(
            _("Your summary will appear here"),
            _(
                "Once something is recorded, you see the two pages here as they will be printed: "
                "how the last months were, what you take, and your questions."
            ),
        )
        self._soon = QTimer(self, singleShot=True, interval=SETTLED)
        self._lay_out(theme)
        self._connect()
        self.refresh()

    # Laying out.

    def _lay_out(self, theme: Theme) -> None:
        inside = QWidget()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))
        column = QVBoxLayout(inside)
        column.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 2 * GAP)
        column.setSpacing(PART)
        heading = QHBoxLayout()
        heading.addWidget(label(_("Summary"), "title"), 1)
        explain = button("i", "icon", self._on_explain, _("About preparing for an appointment"))
        heading.addWidget(explain)
        column.addLayout(heading)
        column.addWidget(
            label(
                _("For your visit, made from what you recorded. The first page says the most."),
                "secondary",
            )
        )
        self._pages = BesideOrBelow(self.side, self.preview, theme)
        self._rest = QWidget()
        column.addWidget(self.empty)
        column.addWidget(self._pages, 1)
        column.addWidget(self._rest, 1)

    def _connect(self) -> None:
        for key, made, step in (
            (SAVE_KEY, self.side.save_button, self.save),
            (PRINT_KEY, self.side.print_button, self.print),
        ):
            QShortcut(QKeySequence(key), self, step)
            made.setToolTip(key)
            made.clicked.connect(step)
        self.empty.begin_wanted.connect(self._on_begin)
        self.empty.sample_wanted.connect(self.sample_wanted)
        self.side.stop_button.clicked.connect(self.stop)
        self.side.open_button.clicked.connect(self.open_file)
        self.side.folder_button.clicked.connect(self.open_folder)
        self.output.said.connect(self._say)
        self.output.failed.connect(self._on_failed)
        self.output.saved.connect(self._on_saved)
        self.maker.made.connect(self._on_made)
        self.maker.stepped.connect(self.side.show_step)
        self.maker.failed.connect(self._on_failed)
        self.choices.changed.connect(self._soon.start)
        self.profile.profile_changed.connect(self._on_profile_changed)
        self._soon.timeout.connect(self._make)
        self._session.changed.connect(self._on_changed)
        self._session.save_failed.connect(self._on_profile_settled)

    @property
    def first_focus(self) -> QWidget:
        """Where the keyboard is when the page opens."""
        return self.empty.begin_button if self._pages.isHidden() else self.side.save_button

    # Making.

    @Slot()
    def refresh(self) -> None:
        """Show the summary of the diary as it is."""
        self.profile.show_profile(self._session.read.profile())
        self._invite_or_not()
        self._make()

    def _invite_or_not(self) -> None:
        """An empty diary has a summary, too; but nothing is gained by looking at it."""
        events = self._session.events
        empty = self._session.read.span() is None and not any(map(events, TAKEN_ALONG))
        self.empty.setVisible(empty)
        self._rest.setVisible(empty)
        self._pages.setVisible(not empty)

    @Slot()
    def _on_begin(self) -> None:
        self.day_wanted.emit(self._session.today())

    @Slot()
    def _make(self) -> None:
        self._soon.stop()
        visits = self._session.events(Appointment)
        self.choices.time.show_visit(since_last_visit(visits, self._session.today()))
        if not self.choices.time.valid:
            return
        self.memory.show()
        period = self.choices.time.period()
        self.choices.show_photos(of_period(self._session.read, period))
        self.maker.make(period, self.choices.options(self._session.clock.now()))

    @Slot()
    def stop(self) -> None:
        """Give up the pages that are being made."""
        self.maker.stop()
        self._waiting.clear()
        self.side.hide_steps()
        self._say(_("Stopped. The preview shows the summary made before."))

    @Slot(object)
    def _on_made(self, pdf: bytes) -> None:
        self.side.hide_steps()
        self.preview.show_pdf(pdf)
        waiting, self._waiting = self._waiting, []
        for step in waiting:
            step(pdf)
        self.made.emit()

    def _with_pdf(self, step: Callable[[bytes], None]) -> None:
        """Do something with the summary of what is chosen and recorded now."""
        self.profile.commit()
        self._waiting.append(step)
        if not self._saving_profile:
            self._make()

    # Saving and printing.

    @Slot()
    def save(self) -> None:
        """Ask for a place and write the PDF there."""
        self.choices.time.commit()
        if not (self.choices.time.valid and self.side.password.check()):
            return
        self.profile.commit()
        period = self.choices.time.period()
        file = self.output.choose_file(file_name(self.profile.profile, period))
        if file is not None:
            self._with_pdf(partial(self.output.write, file, self.side.password.text()))

    @Slot(object, str)
    def _on_saved(self, file: Path, words: str) -> None:
        """Name the file once, beside the ways to it."""
        self._saved = file
        self.side.say(words)
        self.side.open_button.show()
        self.side.folder_button.show()
        self.announced.emit(_("The summary is saved."))

    @Slot()
    def open_file(self) -> None:
        """Open the saved summary as the system does."""
        self.output.open_file(self._saved)

    @Slot()
    def open_folder(self) -> None:
        """Show where the summary was saved."""
        self.output.open_folder(self._saved)

    @Slot()
    def print(self) -> None:
        """Ask for a printer and send the pages to it."""
        self.choices.time.commit()
        if not self.choices.time.valid:
            return
        options = self.choices.options(self._session.clock.now())
        printer = self.output.choose_printer(options.paper)
        if printer is not None:
            self._with_pdf(partial(self.output.send, printer))

    # What happened.

    @Slot(str)
    def _say(self, words: str) -> None:
        self.side.say(words)
        self.announced.emit(words)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._waiting.clear()
        self.side.hide_steps()
        if not isinstance(error, DiaryError):
            raise error
        self._say(sentence(error))

    @Slot(object)
    def _on_profile_changed(self, profile: Profile) -> None:
        self._saving_profile = True
        self._session.save_profile(profile)

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        self._on_profile_settled()
        if Profile in change.kinds:
            self.profile.show_stored(self._session.read.profile())
        self._invite_or_not()
        if self.isVisible() and not self._soon.isActive():
            self._soon.start()

    @Slot()
    def _on_profile_settled(self) -> None:
        """The profile is saved, or could not be: go on with what waits for it."""
        self._saving_profile = False
        if self._waiting:
            self._make()

    def _on_explain(self) -> None:
        self.section_wanted.emit("preparing")

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep what stands in the lines and end the workers."""
        self.profile.commit()
        self._soon.stop()
        self._waiting.clear()
        self.maker.stop()
        self.preview.close()
        self._jobs.close()
        super().closeEvent(event)
