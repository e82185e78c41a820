"""Skin and sores: the skin check, the patches and the sores, each with its history.

Each section’s property "explains" is the part of the article that F1 opens in it.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from diary.field import Group
from diary.fields import SKIN_CHECK
from diary.i18n import _
from diary.session import Session
from diary.ui.theme import Theme
from diary.ui.widgets.controls import GAP, TARGET, button, card, label, scrolling
from diary.ui.widgets.form_column import FormColumn
from diary.ui.widgets.patches_panel import PatchesPanel
from diary.ui.widgets.skin_check_panel import SkinCheckPanel
from diary.ui.widgets.sores_panel import SoresPanel


class BodyPage(QWidget):
    """The page of what is seen on the body."""

    announced = Signal(str)
    field_explained = Signal(str)
    section_wanted = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.to_patches = button(_("Patches"), on_click=self._go_to_patches)
        self.to_sores = button(_("Sores"), on_click=self._go_to_sores)
        self.skin_check = SkinCheckPanel(session, theme)
        self.patches = PatchesPanel(session, theme)
        self.sores = SoresPanel(session, theme)
        self._lay_out()
        self.skin_check.field_explained.connect(self.field_explained)
        for panel in (self.patches, self.sores):
            panel.announced.connect(self.announced)
            panel.section_wanted.connect(self.section_wanted)

    @property
    def first_focus(self) -> QWidget:
        """Where the keyboard begins: the way to a skin check."""
        return self.skin_check.check_button

    def _lay_out(self) -> None:
        inside = FormColumn()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._area = scrolling(inside)
        outer.addWidget(self._area)
        column = QVBoxLayout(inside)
        column.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 3 * GAP)
        column.setSpacing(2 * GAP)
        heading = QHBoxLayout()
        heading.setSpacing(GAP)
        heading.addWidget(label(_("Skin & sores"), "title"), 1)
        for way in (self.to_patches, self.to_sores):
            way.setMinimumHeight(TARGET)
            heading.addWidget(way)
        column.addLayout(heading)
        for title, group, panel, about in (
            (_("Skin check"), Group.SKIN, self.skin_check, SKIN_CHECK),
            (_("Patches"), Group.SKIN, self.patches, "patch"),
            (_("Finger and toe sores"), Group.RAYNAUD, self.sores, "sore"),
        ):
            panel.setProperty("explains", about)
            frame, body = card(title, group, panel.explain_button)
            body.addWidget(panel)
            column.addWidget(frame)
        column.addStretch(1)

    def _go_to_patches(self) -> None:
        self._go_to(self.patches, self.patches.add_button)

    def _go_to_sores(self) -> None:
        self._go_to(self.sores, self.sores.add_button)

    def _go_to(self, panel: QWidget, first: QWidget) -> None:
        """Have a card at the top of what is seen, with the keyboard on its first way."""
        first.setFocus(Qt.FocusReason.TabFocusReason)
        card_of = panel.parentWidget()
        if card_of is not None:
            self._area.verticalScrollBar().setValue(card_of.y() - GAP)
            self._area.ensureWidgetVisible(first, 0, 2 * GAP)

    @Slot()
    def refresh(self) -> None:
        """Show what is stored."""
        self.skin_check.refresh()
        self.patches.refresh()
        self.sores.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep what an open form holds."""
        self.patches.close_editor()
        self.sores.close_editor()
        super().closeEvent(event)
