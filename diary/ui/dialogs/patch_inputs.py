"""The inputs that only patches have: where one is, its sizes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from diary.field import Group
from diary.i18n import _, format_number
from diary.logic.entered import decimal_of
from diary.ui.theme import Theme
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, button, label
from diary.ui.widgets.form_rows import Ways
from diary.ui.widgets.map_picker import MapPicker
from diary.ui.widgets.maps.body import BODY
from diary.ui.widgets.record_form import RecordForm
from diary.ui.widgets.typed_edit import Reading, TypedEdit


class RegionEdit(QWidget):
    """Where a patch is. Drawing and list are there until a region is chosen, then on request."""

    value_changed = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.picker = MapPicker(BODY, theme, Group.SKIN.value)
        self.place = label("", "heading")
        self.change = button(_("Choose another place"), "beside", self.open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.place)
        column.addWidget(self.change, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.picker)
        self.picker.chosen.connect(self._on_chosen)
        self.show_value("")

    def value(self) -> str:
        """The key of the region; empty before one was chosen."""
        return self.picker.chosen_or_none() or ""

    def show_value(self, region: str) -> None:
        """Show a region without saying that it changed."""
        self.picker.show_chosen(region or None)
        self._show(open_=not region)

    def _show(self, *, open_: bool) -> None:
        region = self.value()
        self.place.setText(BODY.label(region) if region else "")
        self.place.setVisible(bool(region))
        self.picker.setVisible(open_)
        self.change.setVisible(not open_)
        self.setFocusProxy(self.picker if open_ else self.change)

    @Slot()
    def open(self) -> None:
        """Show the drawing and the list."""
        self._show(open_=True)
        self.picker.setFocus()

    @Slot(str)
    def _on_chosen(self, region: str) -> None:
        self._show(open_=True)
        announce(self, BODY.label(region))
        self.value_changed.emit(region)


def add_region(form: RecordForm, words: str, theme: Theme) -> RegionEdit:
    """Where it is."""
    edit = RegionEdit(theme)
    form.add("region", words, edit, Ways(edit.show_value, edit.value, edit.value_changed))
    return edit


def add_centimetres(form: RecordForm, part: str, words: str) -> TypedEdit:
    """A length in centimetres, with a decimal comma or point; it may stay empty."""
    line = TypedEdit(words, 8, Reading(_parse, _write, _no_number, optional=True))
    form.add_typed(part, words, line)
    return line


def _parse(text: str) -> float | None:
    return decimal_of(text, _("cm"))


def _write(centimetres: float) -> str:
    return format_number(centimetres, 2)


def _no_number(text: str) -> str:
    return _("“{text}” is not a number that can be read. Try “{example}”.").format(
        text=text[:40], example=format_number(4.5)
    )
