"""The summary for an appointment: choose what goes in, see the very PDF, save or print it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from db.errors import DiaryError
from db.records import Appointment, Profile
from diary.change import Change
from diary.errors import sentence
from diary.i18n import _
from diary.jobs import Jobs
from diary.logic.visits import since_last_visit
from diary.session import Session
from diary.summary import file_name, make
from diary.ui.summary_output import SummaryOutput
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, button, card, label, scrolling
from diary.ui.widgets.pdf_preview import PdfPreview
from diary.ui.widgets.profile_form import ProfileForm
from diary.ui.widgets.summary_choices import SummaryChoices

SAVE_KEY, PRINT_KEY = "Ctrl+S", "Ctrl+P"
SETTLED = 150
"""Milliseconds after the last change until the preview is made anew."""
SIDE = 330
BESIDE_FROM = 760
LOWEST = 360
"""Widths at the usual text size: of the choices, and from which the preview stands beside."""


class SummaryPage(QWidget):
    """The page of the summary.

    `section_wanted` asks for the article section about appointments; `announced` says what was
    done; `made` that the preview shows the diary as it is.
    """

    section_wanted = Signal(str)
    announced = Signal(str)
    made = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self.setProperty("role", "page")
        self._jobs = Jobs("summary", self)
        self._asked = 0
        self._pdf = b""
        self._waiting: list[Callable[[bytes], None]] = []
        self._saving_profile = False
        self.output = SummaryOutput(self._jobs, self)
        self.choices = SummaryChoices(session.today, session.catalogue.groups())
        self.profile = ProfileForm(session.today)
        self.preview = PdfPreview(self._jobs)
        self.said = label("", "strong")
        self.save_button = button(_("Save as PDF"), "primary", self.save)
        self.print_button = button(_("Print"), "beside", self.print)
        self._soon = QTimer(self, singleShot=True, interval=SETTLED)
        self._lay_out()
        self._connect()
        self.refresh()

    # Laying out.

    def _lay_out(self) -> None:
        self._inside = QWidget()
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 2 * GAP)
        column.setSpacing(GAP + 4)
        heading = QHBoxLayout()
        heading.addWidget(label(_("Summary"), "title"), 1)
        explain = button("i", "icon", self._on_explain, _("About preparing for an appointment"))
        heading.addWidget(explain)
        column.addLayout(heading)
        column.addWidget(
            label(_("Two pages for your appointment, made from what you recorded."), "secondary")
        )
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._halves.setSpacing(2 * GAP)
        self._side = self._side_column()
        self._side_area = scrolling(self._side)
        self._halves.addWidget(self._side_area)
        self._halves.addWidget(self.preview, 1)
        column.addLayout(self._halves, 1)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(self._inside))

    def _side_column(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP + 4)
        self.save_button.setToolTip(SAVE_KEY)
        self.print_button.setToolTip(PRINT_KEY)
        column.addWidget(self.save_button)
        column.addWidget(self.print_button)
        column.addWidget(self.said)
        what, body = card(_("What goes in"))
        body.addWidget(self.choices)
        column.addWidget(what)
        who, body = card(_("Whose it is"))
        body.addWidget(self.profile)
        column.addWidget(who)
        self.said.hide()
        return side

    def _connect(self) -> None:
        QShortcut(QKeySequence(SAVE_KEY), self, self.save)
        QShortcut(QKeySequence(PRINT_KEY), self, self.print)
        self.output.said.connect(self._say)
        self.output.failed.connect(self._on_failed)
        self.choices.changed.connect(self._soon.start)
        self.profile.profile_changed.connect(self._on_profile_changed)
        self._soon.timeout.connect(self._make)
        self._session.changed.connect(self._on_changed)
        self._session.save_failed.connect(self._on_profile_settled)
        self._theme.changed.connect(self._fit)

    @property
    def first_focus(self) -> QWidget:
        """Where the keyboard is when the page opens."""
        return self.save_button

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the preview beside the choices or below them."""
        super().resizeEvent(event)
        self._fit()

    @Slot()
    def _fit(self) -> None:
        beside = self.width() >= self._theme.px(BESIDE_FROM)
        direction = QBoxLayout.Direction
        self._halves.setDirection(direction.LeftToRight if beside else direction.TopToBottom)
        bar = self._side_area.verticalScrollBar().sizeHint().width()
        if beside:
            least = self._side.minimumSizeHint().width() + bar
            self._side_area.setFixedWidth(max(self._theme.px(SIDE), least))
            self._side_area.setMinimumHeight(0)
            self.preview.setMinimumHeight(0)
        else:
            width = self.width() - 6 * GAP - bar
            self._side_area.setFixedWidth(width)
            self._side_area.setMinimumHeight(self._side.heightForWidth(width))
            self.preview.setMinimumHeight(max(self.height() - 6 * GAP, LOWEST))

    # Making.

    @Slot()
    def refresh(self) -> None:
        """Show the summary of the diary as it is."""
        self.profile.show_profile(self._session.read.profile())
        self._make()

    @Slot()
    def _make(self) -> None:
        self._soon.stop()
        visits = self._session.events(Appointment)
        self.choices.show_visit(since_last_visit(visits, self._session.today()))
        if not self.choices.valid:
            return
        self._asked += 1
        options = self.choices.options(self._session.clock.now())
        job = partial(
            make, self._session.read, self._session.catalogue, self.choices.period(), options
        )
        self._jobs.run(job, partial(self._on_made, self._asked), self._on_failed)

    def _on_made(self, asked: int, pdf: bytes) -> None:
        if asked != self._asked:
            return
        self._pdf = pdf
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
        if not self.choices.valid:
            return
        self.profile.commit()
        file = self.output.choose_file(file_name(self.profile.profile, self.choices.period()))
        if file is not None:
            self._with_pdf(partial(self.output.write, file))

    @Slot()
    def print(self) -> None:
        """Ask for a printer and send the pages to it."""
        if not self.choices.valid:
            return
        options = self.choices.options(self._session.clock.now())
        printer = self.output.choose_printer(options.paper)
        if printer is not None:
            self._with_pdf(partial(self.output.send, printer))

    # What happened.

    @Slot(str)
    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        self.announced.emit(words)

    @Slot(object)
    def _on_failed(self, error: Exception) -> None:
        self._waiting.clear()
        if not isinstance(error, DiaryError):
            raise error
        self._say(sentence(error))

    @Slot(object)
    def _on_profile_changed(self, profile: Profile) -> None:
        self._saving_profile = True
        self._session.save_profile(profile)

    @Slot(object)
    def _on_changed(self, _change: Change) -> None:
        self._on_profile_settled()
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
        self.preview.close()
        self._jobs.close()
        super().closeEvent(event)
