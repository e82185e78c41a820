"""What do you want to do? A line to type in, and below it whatever fits; Enter does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListView, QVBoxLayout

from diary.i18n import _, format_number
from diary.logic.aims import Aim, matching
from diary.ui.aims import aims, day_aim
from diary.ui.dialogs.dialog import Dialog
from diary.ui.enter import ENTER
from diary.ui.models.aim_list import AIM, AimListModel, spoken
from diary.ui.theme import Theme
from diary.ui.widgets.aim_rows import AimRows
from diary.ui.widgets.announce import announce
from diary.ui.widgets.controls import GAP, button, label
from diary.ui.widgets.turned import Line

if TYPE_CHECKING:
    from diary.ui.main_window import MainWindow

WIDE, HIGH = 640, 560
MOVES = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


class AimSheet(Dialog):
    """Finds an action, page, field, day or part of the article by its first letters.

    The keyboard stays in the line; the arrows choose from the list.
    """

    def __init__(self, window: MainWindow, theme: Theme) -> None:
        title = _("What do you want to do?")
        super().__init__(window.session, theme, title, "how-this-diary-counts", window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window, self._all = window, aims(window)
        self._said = ""
        self.line = Line()
        self.line.setAccessibleName(title)
        self.line.setPlaceholderText(_("Some letters, or a day such as “3 October”"))
        self.line.installEventFilter(self)
        self.list = QListView()
        self.list.setAccessibleName(_("What fits"))
        self.list.setModel(AimListModel(self.list))
        self.list.setItemDelegate(AimRows(theme, self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = label(_("Nothing fits. Try other or fewer letters."), "secondary")
        self.do_button = button(_("Do it"), "primary", self._on_enter)
        self.line.textEdited.connect(self._on_typed)
        self.list.clicked.connect(self._on_chosen)
        self._lay_out(title)
        self._show("")
        self.fit(theme.px(WIDE), theme.px(HIGH))
        self.line.setFocus()

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GAP, 2 * GAP, 2 * GAP, 2 * GAP)
        column.setSpacing(GAP)
        column.addLayout(self.heading(title))
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self.none, 1, Qt.AlignmentFlag.AlignTop)
        foot = QHBoxLayout()
        foot.addWidget(self.do_button)
        foot.addWidget(button(_("Close"), "beside", self.reject))
        foot.addStretch(1)
        column.addLayout(foot)

    # Finding.

    @Slot(str)
    def _on_typed(self, typed: str) -> None:
        self._show(typed)
        self._say_chosen()

    def _show(self, typed: str) -> None:
        found = [*day_aim(self._window, typed), *matching(self._all, typed)]
        model = self.list.model()
        assert isinstance(model, AimListModel)  # noqa: S101 - given above
        model.show_aims(found)
        self.list.setVisible(bool(found))
        self.none.setVisible(not found)
        self.do_button.setEnabled(bool(found))
        self.list.setCurrentIndex(model.index(0))
        if not found:
            announce(self.none, self.none.text())

    def _say_chosen(self) -> None:
        """The keyboard is in the line: say what is chosen in the list, and of how many."""
        index = self.list.currentIndex()
        aim = index.data(AIM)
        if isinstance(aim, Aim):
            words = _("{aim}, {n} of {all}").format(
                aim=spoken(aim),
                n=format_number(index.row() + 1),
                all=format_number(self.list.model().rowCount()),
            )
            if words != self._said:
                announce(self.list, words)
            self._said = words

    def eventFilter(self, _line: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Of the keys in the line, hand those on that move in the list."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if event.key() in MOVES:
                self.list.keyPressEvent(event)
                self._say_chosen()
                return True
            if event.key() in ENTER:
                self._on_enter()
                return True
        return False

    # Doing.

    @Slot()
    def _on_enter(self) -> None:
        self._on_chosen(self.list.currentIndex())

    @Slot(QModelIndex)
    def _on_chosen(self, index: QModelIndex) -> None:
        """Close first: what is done may open something of its own."""
        aim = index.data(AIM)
        if isinstance(aim, Aim):
            self.accept()
            QTimer.singleShot(0, self._window, aim.do)
