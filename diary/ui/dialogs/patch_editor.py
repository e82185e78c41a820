"""A patch: added with its first size, or corrected; and one of its sizes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtWidgets import QWidget
from uuid_utils import uuid7

from db.records import Patch, PatchCheck
from diary.event_words import PATCH_SHAPES
from diary.field import Group
from diary.i18n import _, format_day
from diary.logic.patches import has_size, place_words
from diary.logic.valid import Problems, problems
from diary.session import Session
from diary.ui.dialogs.patch_inputs import (
    add_centimetres,
    add_region,
)
from diary.ui.dialogs.record_dialog import RecordDialog
from diary.ui.theme import Theme
from diary.ui.widgets.visit_day import DayRule

SIZE = ("length_cm", "width_cm", "shiny")


class PatchEditor(RecordDialog):
    """One patch. A new one is added with its size of today, as one step."""

    section, group = "patch", Group.SKIN
    wide = 820

    def __init__(
        self,
        session: Session,
        theme: Theme,
        patch: Patch | None = None,
        region: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(session, theme, _title(patch), parent)
        self._is_new = patch is None
        now = session.clock.now()
        today = session.today()
        self._patch = patch or Patch(
            id=str(uuid7()), region="", shape="", noticed=today, recorded_at=now
        )
        self._check = PatchCheck(patch=self._patch.id, day=today, recorded_at=now)
        self._add_inputs()
        parts = {**_parts(self._patch), **_parts(self._check)}
        parts["region"] = region or self._patch.region
        self.form.show_values({part: parts[part] for part in self.form.inputs})
        if self._is_new:
            self.for_new()
        else:
            self.add_remove(_("Delete this patch"), self._patch.id)

    def _add_inputs(self) -> None:
        form = self.form
        self.region = add_region(form, _("Where it is"), self.theme)
        shapes = [(choice.key, str(choice.label)) for choice in PATCH_SHAPES]
        self.shape = form.add_choice("shape", _("Its shape"), shapes)
        form.add_day("noticed", _("Noticed on"), DayRule())
        if self._is_new:
            _add_size(self, _("Length today, in cm"), _("Width today, in cm"))
        else:
            form.add_day("settled", _("Settled on"), DayRule(empty=_("still there")))
        form.add_text("note", _("Note"))

    def open_first(self) -> None:
        """Open with the keyboard where there is something to choose."""
        self.open_at("shape" if self.region.value() else "region")

    @property
    def entered(self) -> tuple[Patch, PatchCheck]:
        """The patch and its size as entered."""
        values = self.form.values()
        size = {part: values.pop(part) for part in SIZE if part in values}
        values["region"] = self.region.value()
        values["shape"] = values.get("shape", self._patch.shape) or ""
        return replace(self._patch, **values), replace(self._check, **size)

    def problems(self) -> Problems:
        """What does not fit."""
        patch, check = self.entered
        found = {}
        if not patch.region:
            found["region"] = _("Choose where it is, in the drawing or in the list.")
        if not patch.shape:
            found["shape"] = _("Choose the shape that comes closest.")
        today = self.session.today()
        return found | problems(patch, today) | problems(check, today)

    def save(self) -> str:
        """Keep the patch, and its size where there is one."""
        patch, check = self.entered
        if self._is_new:
            self.session.put(patch, *([check] if has_size(check) else []))
            return _("The patch was added.")
        if patch != self._patch:
            self.session.put(patch)
        return _("The patch was kept.")


class PatchCheckEditor(RecordDialog):
    """How large a patch was on a day: measured again, or corrected."""

    section, group = "patch", Group.SKIN

    def __init__(  # noqa: PLR0913, PLR0917 - which size of which patch, beside which others
        self,
        session: Session,
        theme: Theme,
        patch: Patch,
        check: PatchCheck | None,
        others: Sequence[PatchCheck],
        parent: QWidget | None = None,
    ) -> None:
        title = _("Measure again: {patch}") if check is None else _("Correct a size: {patch}")
        super().__init__(session, theme, title.format(patch=place_words(patch)), parent)
        self._is_new, self._others = check is None, others
        now = session.clock.now()
        self._check = check or PatchCheck(patch=patch.id, day=session.today(), recorded_at=now)
        if self._is_new:
            self.form.add_day("day", _("Measured on"), DayRule())
        _add_size(self, _("Length in cm"), _("Width in cm"))
        parts = _parts(self._check)
        self.form.show_values({part: parts[part] for part in self.form.inputs})

    def open_first(self) -> None:
        """Open with the keyboard on the length."""
        self.open_at("length_cm")

    @property
    def entered(self) -> PatchCheck:
        """The size as entered."""
        return replace(self._check, **self.form.values())

    def problems(self) -> Problems:
        """What does not fit."""
        check = self.entered
        found = problems(check, self.session.today())
        if self._is_new and any(each.day == check.day for each in self._others):
            found["day"] = _("That day has a size already. Correct it in the history.")
        if not found and not has_size(check):
            found["length_cm"] = _("Write the length, the width, or whether it is shiny.")
        return found

    def save(self) -> str:
        """Keep the size."""
        if self.entered != self._check or self._is_new:
            self.session.put(self.entered)
        return _("The size of {day} was kept.").format(day=format_day(self.entered.day))


def _title(patch: Patch | None) -> str:
    if patch is None:
        return _("Add a patch")
    return _("Patch: {patch}").format(patch=place_words(patch))


def _add_size(editor: RecordDialog, length: str, width: str) -> None:
    add_centimetres(editor.form, "length_cm", length)
    add_centimetres(editor.form, "width_cm", width)
    editor.form.add_yes_no("shiny", _("Is the skin shiny?"))


def _parts(record: Patch | PatchCheck) -> dict[str, object]:
    return {name: getattr(record, name) for name in record.__slots__}
