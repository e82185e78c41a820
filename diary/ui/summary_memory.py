"""Remembers in the diary for which visit, without what, and in which language summaries are."""

from __future__ import annotations

from PySide6.QtCore import QObject, Slot

from diary.field import Group
from diary.session import Session
from diary.summary.options import LANGUAGE, usual_language
from diary.summary.visit_kinds import KIND, VisitKind, key_of, sections_for, usual_kind
from diary.ui.widgets.summary_choices import SummaryChoices


class SummaryMemory(QObject):
    """Between the choices and the diary's preferences."""

    def __init__(self, session: Session, choices: SummaryChoices, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._choices = session, choices
        choices.visit_chosen.connect(self._on_visit_chosen)
        choices.sections_chosen.connect(self._on_sections_chosen)
        choices.language_chosen.connect(self._on_language_chosen)

    def show(self) -> None:
        """Show what is remembered."""
        kind = usual_kind(self._session.preference)
        self._choices.show_kind(kind, sections_for(kind, self._session.preference))
        self._choices.show_language(usual_language(self._session.preference))

    @Slot(object)
    def _on_visit_chosen(self, kind: VisitKind) -> None:
        self._session.prefer(KIND, kind.value)

    @Slot(str)
    def _on_language_chosen(self, language: str) -> None:
        self._session.prefer(LANGUAGE, language)

    @Slot(object)
    def _on_sections_chosen(self, shown: frozenset[Group]) -> None:
        left_out = [each.value for each in self._choices.sections if each not in shown]
        self._session.prefer(key_of(self._choices.kind), left_out)
