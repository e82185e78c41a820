"""All timed attacks: the running one on top, then day by day, newest first."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout, QWidget

from db.records import Attack
from diary.change import Change
from diary.field import Group
from diary.fields import SECTIONS
from diary.i18n import _, format_day, format_number, ngettext
from diary.session import Session
from diary.ui.dialogs.attack_editor import AttackEditor
from diary.ui.models.attack_list import AttackListModel
from diary.ui.theme import Theme
from diary.ui.widgets.attack_rows import AttackRows
from diary.ui.widgets.attack_strip import AttackStrip
from diary.ui.widgets.controls import GAP, button, card, label, scrolling
from diary.ui.widgets.flow import FlowLayout
from diary.ui.widgets.notice import Notice

STRETCH = timedelta(days=90)
ONE_DAY = timedelta(days=1)


class AttacksPage(QWidget):
    """The page of attacks.

    `section_wanted` asks for the article section that explains them; `announced` says what was
    done.
    """

    section_wanted = Signal(str)
    announced = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._theme = session, theme
        self.setProperty("role", "page")
        self._first = session.today() - STRETCH + ONE_DAY
        self._removed = ""
        self.editor: AttackEditor | None = None
        self.model = AttackListModel(self)
        self.list = QListView()
        self.strip = AttackStrip(session, Qt.Orientation.Horizontal)
        self.summary = label("", "secondary")
        self.empty = label("", "secondary")
        self.add_button = button(_("Add an attack"), "quiet", self.add)
        self.edit_button = button(_("Edit"), "quiet", self._on_edit)
        self.remove_button = button(_("Delete"), "quiet", self._on_remove)
        self.earlier_button = button(_("Show earlier"), "quiet", self.show_earlier)
        self.explain_button = button("i", "icon", self._on_explain, _("About Raynaud’s attacks"))
        self._lay_out()
        self._connect()
        self.refresh()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(3 * GAP, 2 * GAP, 3 * GAP, 2 * GAP)
        column.setSpacing(GAP + 4)
        heading = QHBoxLayout()
        heading.addWidget(label(_("Attacks"), "title"), 1)
        heading.addWidget(self.explain_button)
        column.addLayout(heading)
        column.addWidget(self.summary)
        self._running, body = card("", self._theme.group(Group.RAYNAUD))
        body.addWidget(self.strip)
        column.addWidget(self._running)
        column.addWidget(self._tools())
        self.notice = Notice(_("Undo"), self._session.undo, inside)
        column.addWidget(self.notice)
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addWidget(self.earlier_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._dress_list()
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(inside))

    def _tools(self) -> QWidget:
        tools = QWidget()
        row = FlowLayout(tools)
        for made in (self.add_button, self.edit_button, self.remove_button):
            made.setMinimumHeight(44)
            row.addWidget(made)
        self.earlier_button.setMinimumHeight(44)
        return tools

    def _dress_list(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(AttackRows(self._theme, self.list))
        self.list.setAccessibleName(_("Attacks"))
        self.list.setAccessibleDescription(_("Enter edits an attack, Delete removes it."))
        self.list.setMinimumHeight(220)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTabKeyNavigation(False)

    def _connect(self) -> None:
        self._session.changed.connect(self._on_changed)
        self._theme.changed.connect(self.list.doItemsLayout)
        self.strip.details_wanted.connect(self.edit)
        self.list.activated.connect(self._on_activated)
        self.list.selectionModel().currentChanged.connect(self._on_current)

    # Showing.

    @Slot()
    def refresh(self) -> None:
        """Show the attacks as they are stored; the chosen one stays chosen."""
        chosen = self._chosen()
        place = self.list.currentIndex().row()
        attacks = self._session.read.attacks(self._first, self._session.today())
        self.model.show_attacks(attacks, self._session.clock.now())
        kept = self.model.index_of(chosen.id) if chosen is not None else QModelIndex()
        self._choose(kept if kept.isValid() or chosen is None else self.model.nearest(place))
        self._running.setVisible(self._session.running_attack() is not None)
        self._show_summary(attacks)

    def _show_summary(self, attacks: list[Attack]) -> None:
        earlier = self._has_earlier()
        self.earlier_button.setVisible(earlier)
        self.list.setVisible(bool(attacks))
        self.summary.setVisible(bool(attacks))
        self.empty.setVisible(not attacks)
        self.empty.setText(_empty_words(earlier=earlier))
        self.summary.setText(_summary_words(attacks, self._first))

    def _has_earlier(self) -> bool:
        span = self._session.read.span()
        return span is not None and span[0] < self._first

    @Slot()
    def show_earlier(self) -> None:
        """Go back by 90 days, or as far as the next attack before."""
        span = self._session.read.span()
        before = self._first
        while span is not None and self._first > span[0]:
            self._first -= max(STRETCH, before - self._first)
            if self._session.read.attacks(self._first, before - ONE_DAY):
                break
        self.refresh()
        self.list.setFocus()

    # Choosing.

    def _chosen(self) -> Attack | None:
        return self.model.attack(self.list.currentIndex())

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)
        self._on_current()

    @Slot()
    def _on_current(self, _new: object = None, _old: object = None) -> None:
        chosen = self._chosen() is not None
        self.edit_button.setEnabled(chosen)
        self.remove_button.setEnabled(chosen)

    # Doing.

    @Slot()
    def add(self) -> None:
        """Write down an attack afterwards."""
        editor = self._make_editor(None)
        editor.open_at_start()

    @Slot(str)
    def edit(self, attack_id: str) -> None:
        """Open an attack, with the keyboard on what was seen."""
        attack = self._session.read.attack(attack_id)
        if attack is not None:
            self._choose(self.model.index_of(attack_id))
            self._make_editor(attack).open_at_details()

    def _make_editor(self, attack: Attack | None) -> AttackEditor:
        if self.editor is not None:
            self.editor.reject()
        self.editor = AttackEditor(self._session, self._theme, attack, self)
        self.editor.kept.connect(self._on_kept)
        self.editor.finished.connect(self._on_editor_closed)
        return self.editor

    @Slot(str)
    def _on_kept(self, attack_id: str) -> None:
        self._wanted = attack_id

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        attack = self.model.attack(index)
        if attack is not None:
            self.edit(attack.id)

    def _on_edit(self) -> None:
        self._on_activated(self.list.currentIndex())

    def _on_remove(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._removed = chosen.id
            self._session.remove_attack(chosen.id)

    def _on_explain(self) -> None:
        self.section_wanted.emit(SECTIONS[Group.RAYNAUD])

    @Slot()
    def _on_editor_closed(self) -> None:
        if self.editor is not None:
            self.editor.deleteLater()
            self.editor = None
        if self.list.isVisible():
            self.list.setFocus()
        else:
            self.add_button.setFocus()

    @Slot(object)
    def _on_changed(self, change: Change) -> None:
        if Attack not in change.kinds:
            return
        self._say_removed(change)
        if self.isVisible():
            self.refresh()

    def _say_removed(self, change: Change) -> None:
        gone = {e.before.id for e in change.edits if isinstance(e.before, Attack) and not e.after}
        removed, self._removed = self._removed in gone, ""
        self.notice.say(_("The attack was deleted.") if removed else "")
        if removed:
            self.announced.emit(_("The attack was deleted. Control Z brings it back."))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """In the list: Enter edits, Delete removes."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.list.hasFocus():
                self._on_edit()
            case Qt.Key.Key_Delete if self.list.hasFocus():
                self._on_remove()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Wrap the rows anew."""
        super().resizeEvent(event)
        self.list.scheduleDelayedItemsLayout()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep what an open editor holds."""
        if self.editor is not None:
            self.editor.keep_what_can_be()
        super().closeEvent(event)


def _empty_words(*, earlier: bool) -> str:
    if earlier:
        return _("No attacks in these days.")
    return _(
        "No attacks are written down yet. When one begins, choose “Attack now” (F2): it is timed "
        "until you say that it has ended. One that is over can be added here."
    )


def _summary_words(attacks: list[Attack], first: date) -> str:
    """How many since when, and how many of them were recorded at the time."""
    if not attacks:
        return ""
    count = ngettext("{n} attack", "{n} attacks", len(attacks))
    at_the_time = sum(attack.recorded_at_the_time for attack in attacks)
    return _("{count} since {day}, {part} of them recorded at the time").format(
        count=count, day=format_day(first), part=format_number(at_the_time)
    )
