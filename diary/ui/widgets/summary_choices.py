"""What goes into a summary: period, visit, groups, photos, appendix, paper and language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from db.records import Photo
from diary.field import GROUP_NAMES, Group
from diary.i18n import _, format_short_day, locale, ngettext
from diary.languages import NAMES, review_note
from diary.summary import Options, Paper
from diary.summary.options import usual_paper
from diary.summary.photos import MOST
from diary.summary.visit_kinds import KIND_NAMES, VisitKind
from diary.ui.widgets.choice import ChoiceInput
from diary.ui.widgets.controls import GAP, label
from diary.ui.widgets.summary_period import PeriodChoice

UNDER_WORDS = 38
"""Pixels from a box's left edge to its words."""
DIRECTLY = Qt.FindChildOption.FindDirectChildrenOnly


class SummaryChoices(QWidget):
    """The choices; `changed` says that one of them is another.

    `visit_chosen` carries another kind of visit, `sections_chosen` the groups that are shown for
    it now, `language_chosen` another language: they are to be remembered.
    """

    changed = Signal()
    visit_chosen = Signal(object)
    sections_chosen = Signal(object)
    language_chosen = Signal(str)

    def __init__(
        self, today: Callable[[], date], groups: Iterable[Group], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.time = PeriodChoice(today)
        self.visit = ChoiceInput([(kind.value, str(name)) for kind, name in KIND_NAMES.items()])
        self.sections = {group: QCheckBox(str(GROUP_NAMES[group])) for group in groups}
        self.appendix = QCheckBox(_("Appendix: every day and note"))
        self.with_photos = QCheckBox()
        self.photos: dict[str, QCheckBox] = {}
        self._photo_list = QWidget()
        self.paper = ChoiceInput([(Paper.A4.value, "A4"), (Paper.LETTER.value, _("Letter"))])
        self.language = ChoiceInput(list(NAMES.items()))
        self._note = label("", "secondary")
        self._lay_out()
        self.show_language("")
        self.visit.show_value(VisitKind.RHEUMATOLOGY.value)
        self.paper.show_value(usual_paper().value)
        self.show_photos(())
        self._connect()

    def _lay_out(self) -> None:
        self.visit.set_names(_("For"))
        self.paper.set_names(_("Paper"))
        self.language.set_names(_("Language"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.time)
        _begin_group(column, _("For"))
        column.addWidget(self.visit)
        _begin_group(column, _("Show"))
        for box in self.sections.values():
            column.addWidget(box)
        column.addWidget(self.appendix)
        column.addWidget(self.with_photos)
        listed = QVBoxLayout(self._photo_list)
        listed.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._photo_list)
        _begin_group(column, _("Paper"))
        column.addWidget(self.paper)
        _begin_group(column, _("Language"))
        column.addWidget(self.language)
        column.addWidget(self._note)

    def _connect(self) -> None:
        self.time.changed.connect(self.changed)
        self.visit.value_changed.connect(self._on_visit_chosen)
        self.paper.value_changed.connect(self._on_paper_chosen)
        self.language.value_changed.connect(self._on_language_chosen)
        for box in self.sections.values():
            box.toggled.connect(self._on_sections_chosen)
        self.appendix.toggled.connect(self.changed)
        self.with_photos.toggled.connect(self._photo_list.setVisible)
        self.with_photos.toggled.connect(self.changed)

    # What is remembered.

    def show_kind(self, kind: VisitKind, sections: frozenset[Group]) -> None:
        """Show a kind of visit and its groups, without saying that they changed."""
        self.visit.show_value(kind.value)
        for group, box in self.sections.items():
            box.blockSignals(True)  # noqa: FBT003 - Qt's signature
            box.setChecked(group in sections)
            box.blockSignals(False)  # noqa: FBT003 - as above

    def show_language(self, language: str) -> None:
        """Show the language of the pages, without saying that it changed; empty is the window's."""
        shown = language or locale().language
        note = review_note(shown)
        self.language.show_value(shown)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def shown_sections(self) -> frozenset[Group]:
        """The groups that are ticked."""
        return frozenset(group for group, box in self.sections.items() if box.isChecked())

    def show_photos(self, photos: Sequence[Photo]) -> None:
        """Offer the photos of the period, the last first; those ticked before stay as they are."""
        before = {key: box.isChecked() for key, box in self.photos.items()}
        offered = photos[:MOST]
        if [photo.id for photo in offered] != list(self.photos):
            for row in self._photo_list.findChildren(QWidget, options=DIRECTLY):
                row.deleteLater()
            self.photos = {photo.id: self._photo_box(photo, before) for photo in offered}
        self.with_photos.setText(
            ngettext("Photo page ({n} photo)", "Photo page ({n} photos)", len(offered))
        )
        self.with_photos.setVisible(bool(offered))
        self._photo_list.setVisible(bool(offered) and self.with_photos.isChecked())

    def _photo_box(self, photo: Photo, before: dict[str, bool]) -> QCheckBox:
        """A box with the day; what the photo shows stands below it, whole."""
        day, caption = format_short_day(photo.day, year=True), " ".join(photo.caption.split())
        row = QWidget(self._photo_list)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        box = QCheckBox(day)
        box.setAccessibleName(": ".join(filter(None, (day, caption))))
        box.setChecked(before.get(photo.id, True))
        box.toggled.connect(self.changed)
        column.addWidget(box)
        if caption:
            said = label(caption, "secondary")
            said.setIndent(UNDER_WORDS)
            column.addWidget(said)
        layout = self._photo_list.layout()
        assert layout is not None  # noqa: S101 - made in `_lay_out`
        layout.addWidget(row)
        return box

    # What was chosen.

    @Slot()
    def _on_visit_chosen(self) -> None:
        if self.visit.value_or_none() is None:
            self.visit.show_value(VisitKind.RHEUMATOLOGY.value)
        self.visit_chosen.emit(self.kind)
        self.changed.emit()

    @Slot()
    def _on_sections_chosen(self) -> None:
        self.sections_chosen.emit(self.shown_sections())
        self.changed.emit()

    @Slot()
    def _on_paper_chosen(self) -> None:
        if self.paper.value_or_none() is None:
            self.paper.show_value(usual_paper().value)
        self.changed.emit()

    @Slot()
    def _on_language_chosen(self) -> None:
        chosen = str(self.language.value_or_none() or locale().language)
        self.show_language(chosen)
        self.language_chosen.emit(chosen)
        self.changed.emit()

    def _other_language(self) -> str:
        """The language of the pages; empty where it is the window's."""
        chosen = str(self.language.value_or_none())
        return "" if chosen == locale().language else chosen

    @property
    def kind(self) -> VisitKind:
        """The kind of visit that is chosen."""
        return VisitKind(str(self.visit.value_or_none()))

    def options(self, made: datetime) -> Options:
        """All but the period."""
        chosen = (key for key, box in self.photos.items() if box.isChecked())
        return Options(
            made=made,
            paper=Paper(str(self.paper.value_or_none())),
            appendix=self.appendix.isChecked(),
            sections=self.shown_sections(),
            visit=self.kind,
            photos=tuple(chosen) if self.with_photos.isChecked() else (),
            language=self._other_language(),
        )


def _begin_group(column: QVBoxLayout, name: str) -> None:
    """Say what the next choices are about, apart from those above."""
    column.addSpacing(2 * GAP)
    column.addWidget(label(name, "strong"))
