"""The article beside a page: one section, opened at the field that was asked about."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from diary.article import OWN, anchor_of, section_of
from diary.field import Catalogue
from diary.guide import everything, find
from diary.i18n import _
from diary.ui.theme import Theme
from diary.ui.widgets.article_view import ArticleView
from diary.ui.widgets.controls import GAP, button, label


class ArticlePanel(QFrame):
    """A section with its title and a way to close it."""

    record_wanted = Signal(str)
    trend_wanted = Signal(str)
    closed = Signal()

    def __init__(self, catalogue: Catalogue, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self.setProperty("role", "side")
        self.view = ArticleView(catalogue, theme)
        self.view.record_wanted.connect(self.record_wanted)
        self.view.trend_wanted.connect(self.trend_wanted)
        self.view.section_wanted.connect(self._on_section_wanted)
        self.heading = label("", "small")
        self.close_button = button(_("Close"), "quiet", self.closed.emit, _("Close the article"))
        head = QHBoxLayout()
        head.setContentsMargins(2 * GAP + 4, GAP, GAP, 0)
        head.addWidget(self.heading, 1)
        head.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GAP, 0, 0)
        column.addLayout(head)
        column.addWidget(self.view, 1)

    def show_field(self, key: str) -> None:
        """Open the section of a field at the field's own heading.

        A field of the patient's own may be newer than this panel.
        """
        if key not in self._catalogue:
            self.show_section(OWN)
            return
        field = self._catalogue[key]
        self.heading.setText(str(field.label))
        self.view.show_section(section_of(field), anchor_of(field))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_section(self, what: str) -> None:
        """Open a section or chapter from its top, or at what it explains, such as "sore"."""
        section, anchor = find(what)
        self.heading.setText(_("Article") if section.references else _("Using the diary"))
        self.view.show_section(section, anchor)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_section_wanted(self, slug: str) -> None:
        if any(known.slug == slug for known in everything()):
            self.show_section(slug)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
