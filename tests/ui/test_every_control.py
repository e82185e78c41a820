"""Each control of each page and dialog has a name, can be hit, is seen whole, is reached by Tab.

What is asked of each state is asked in as few tests as can be: to make its window costs most.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from functools import partial
from itertools import cycle

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from db.errors import DiskFullError
from diary.palette import Look
from diary.session import Session
from diary.settings import Settings
from diary.ui.dialogs.entry_dialog import EntryDialog
from diary.ui.main_window import MainWindow
from diary.ui.theme import Theme
from diary.ui.widgets.earlier_start import EarlierStart
from diary.ui.widgets.wrapped_button import WrappedButton
from tests.ui.asked_states import ASKED_STATES
from tests.ui.backup_states import BACKUP_STATES
from tests.ui.body_states import BODY_STATES
from tests.ui.care_states import CARE_STATES
from tests.ui.chords import chord, keys_of
from tests.ui.conftest import Wait
from tests.ui.crowding import crowded
from tests.ui.cut_cells import cut_cells
from tests.ui.erase_states import ERASE_STATES
from tests.ui.foreign_states import FOREIGN_STATES
from tests.ui.history_states import HISTORY_STATES
from tests.ui.import_states import IMPORT_STATES
from tests.ui.lock_states import LOCK_STATES
from tests.ui.photo_states import PHOTO_STATES
from tests.ui.problem_states import PROBLEM_STATES
from tests.ui.settings_states import SETTINGS_STATES
from tests.ui.sore_states import SORE_STATES
from tests.ui.summary_states import SUMMARY_STATES
from tests.ui.test_every_dialog import begins_at_its_top
from tests.ui.time_states import TIME_STATES
from tests.ui.trend_states import TREND_STATES
from tests.ui.view_states import VIEW_STATES

LEAST, PRIMARY = 24, 44
SMALLEST, LARGEST = 9, 24
BETWEEN = (11, 12, 16)
"""Each state has one of these by turns; the slow run has all of them everywhere."""
TOO_MANY = 400
NOT_BY_TAB = {"A day earlier"}
"""Qt passes over a button before the line that takes its group’s focus; one can type there."""
PRIMARY_ROLES = {"primary", "attack", "beside", "chip", "quiet"}

Open = Callable[[MainWindow], object]


def _article(window: MainWindow) -> None:
    window.today_page().focus_field("skin.tightness")
    window.side.show_field("skin.tightness")


def _past(window: MainWindow) -> None:
    page = window.today_page()
    page.show_day(window.session.today() - timedelta(days=3))


def _search(window: MainWindow) -> None:
    window.show_page("learn").search.setText("skin")  # type: ignore[attr-defined]


def _table(window: MainWindow) -> None:
    window.show_page("trends").choice.chips.choose("table")  # type: ignore[attr-defined]


def _edit(window: MainWindow) -> None:
    attack = window.session.read.attacks(window.session.today(), window.session.today())[0]
    window.edit_attack(attack.id)


def _earlier(window: MainWindow) -> None:
    if window.session.running_attack() is None:
        window.start_or_end_attack()
    window.strip.earlier.click()
    assert isinstance(QApplication.activePopupWidget(), EarlierStart)


def _chapter(window: MainWindow) -> None:
    window.show_page("learn").show_section("an-attack")  # type: ignore[attr-defined]


def _add(window: MainWindow) -> None:
    window.show_page("attacks").add()  # type: ignore[attr-defined]


STATES: dict[str, Open] = {
    **{
        page: partial(MainWindow.show_page, key=page)
        for page in ("today", "attacks", "trends", "care", "learn", "summary", "settings")
    },
    "article": _article,
    "past day": _past,
    "search": _search,
    "table": _table,
    "attack runs": MainWindow.start_or_end_attack,
    "attack began earlier": _earlier,
    "chapter of the guide": _chapter,
    "not saved": lambda window: window.session.save_failed.emit(DiskFullError()),
    "calendar": lambda window: window.today_page().open_calendar(),
    "keys": MainWindow.show_keys,
    "what is wanted": MainWindow.show_aims,
    "attack": _edit,
    "new attack": _add,
    **ASKED_STATES,
    **BACKUP_STATES,
    **BODY_STATES,
    **CARE_STATES,
    **ERASE_STATES,
    **FOREIGN_STATES,
    **HISTORY_STATES,
    **LOCK_STATES,
    **IMPORT_STATES,
    **PHOTO_STATES,
    **PROBLEM_STATES,
    **SETTINGS_STATES,
    **SORE_STATES,
    **SUMMARY_STATES,
    **TIME_STATES,
    **TREND_STATES,
    **VIEW_STATES,
}


@pytest.fixture
def window(
    session: Session, settings: Settings, theme: Theme, qtbot: QtBot, save: Wait
) -> Iterator[MainWindow]:
    save(lambda: session.record(session.today(), "skin.tightness", 3))
    save(session.start_attack)
    save(session.end_attack)
    made = MainWindow(session, settings, theme, "/a/folder")
    made.resize(1024, 640)
    made.show()
    qtbot.waitExposed(made)
    yield made
    made.close()


@pytest.fixture(params=STATES)
def shown(request: pytest.FixtureRequest, theme: Theme) -> Callable[[], QWidget]:
    """Bring the window, made now, into a state; gives what is on top of it then."""

    def top() -> QWidget:
        window: MainWindow = request.getfixturevalue("window")
        STATES[request.param](window)
        _settle()
        return QApplication.activeModalWidget() or QApplication.activePopupWidget() or window

    return top


TURNS = dict(zip(STATES, cycle(BETWEEN), strict=False))
Sizes = Callable[[], Iterator[int]]


def _in_sizes(theme: Theme, sizes: Iterable[int]) -> Iterator[int]:
    for points in sizes:
        theme.apply(Look.LIGHT, points)
        _settle()
        yield points


@pytest.fixture
def sizes(request: pytest.FixtureRequest, theme: Theme) -> Sizes:
    """Shows the state of this test in one size of the text after the other."""
    between = TURNS[request.node.callspec.params["shown"]]
    return partial(_in_sizes, theme, (SMALLEST, between, LARGEST))


@pytest.fixture
def sizes_left(request: pytest.FixtureRequest, theme: Theme) -> Sizes:
    """The sizes that were not its turn."""
    between = TURNS[request.node.callspec.params["shown"]]
    return partial(_in_sizes, theme, [each for each in BETWEEN if each != between])


def visible(root: QWidget) -> list[QWidget]:
    return [each for each in root.findChildren(QWidget) if each.isVisible()]


def controls(root: QWidget) -> list[QWidget]:
    """What can take the focus by Tab or click. A scale of eleven numbers is one control."""
    return [
        each
        for each in visible(root)
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus and each.focusProxy() is None
    ]


def words(widget: QWidget) -> str:
    buddies = [each for each in widget.window().findChildren(QLabel) if each.buddy() is widget]
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text or "".join(each.text() for each in buddies)


def told(widget: QWidget, points: int) -> str:
    size = f"{widget.width()} x {widget.height()}"
    return f"{type(widget).__name__} “{words(widget)}” at {points} pt: {size}"


def test_each_control_can_be_hit_and_is_seen_whole(
    shown: Callable[[], QWidget], sizes: Sizes
) -> None:
    _fits(shown, sizes())


@pytest.mark.slow
def test_so_it_is_in_the_other_sizes(shown: Callable[[], QWidget], sizes_left: Sizes) -> None:
    _fits(shown, sizes_left())


def _fits(shown: Callable[[], QWidget], sizes: Iterator[int]) -> None:
    for points in sizes:
        root = shown()
        _can_be_hit(root, points)
        _is_whole(root, points)
        if isinstance(root, EntryDialog) and points in {SMALLEST, LARGEST}:
            begins_at_its_top(root)
        _close(root)


def _can_be_hit(root: QWidget, points: int) -> None:
    small = [
        told(each, points)
        for each in controls(root)
        if min(each.width(), each.height()) < _least(each) or each.width() < LEAST
    ]
    assert small == []
    assert _lasting(lambda: crowded(root)) == [], points


def _least(widget: QWidget) -> int:
    is_primary = widget.property("role") in PRIMARY_ROLES and isinstance(widget, QAbstractButton)
    return PRIMARY if is_primary else LEAST


def _is_whole(root: QWidget, points: int) -> None:
    assert _lasting(lambda: _cut(root, points)) == []
    assert _lasting(lambda: cut_cells(root)) == [], points
    for area in root.findChildren(QScrollArea):
        inside = area.widget()
        if area.isVisible() and area.property("role") == "page" and inside is not None:
            assert inside.width() <= area.viewport().width(), told(area, points)


def _cut(root: QWidget, points: int) -> list[str]:
    return [
        told(each, points)
        for each in visible(root)
        if isinstance(each, QLabel | QAbstractButton) and _is_cut(each, root)
    ]


def _lasting(faults: Callable[[], list[str]]) -> list[str]:
    """What is still there once a busy computer has finished laying out."""
    for _turn in range(80):
        if not faults():
            return []
        QTest.qWait(25)
        _settle()
    return faults()


def _is_cut(widget: QLabel | QAbstractButton, root: QWidget) -> bool:
    if len(widget.text()) <= 1:
        return False  # a sign on its own has room in the least width
    left = widget.mapTo(root, QPoint(0, 0)).x()
    outside = left < 0 or left + widget.width() > root.width()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return outside or widget.heightForWidth(widget.width()) > widget.height() + 1
    if isinstance(widget, WrappedButton):
        narrow = widget.minimumSizeHint().width() > widget.width()
        return outside or narrow or widget.heightForWidth(widget.width()) > widget.height() + 1
    return outside or widget.sizeHint().width() > widget.width() + 1


def test_each_control_has_a_name_and_tab_visits_it_once(
    shown: Callable[[], QWidget], qtbot: QtBot
) -> None:
    root = shown()

    assert controls(root)
    assert [
        type(each).__name__ for each in controls(root) if not words(each).strip("‹›«»×+− ")
    ] == []
    assert [words(each) for each in controls(root) if "\n" in words(each)] == []
    _has_no_key_twice(root)
    _tab_visits_each_once(root, qtbot)
    _close(root)


def _has_no_key_twice(root: QWidget) -> None:
    """Of a dialog: those of the window are in `test_keys`."""
    keys = [] if isinstance(root, MainWindow) else keys_of(root)
    named = sorted(each.toString() for each in keys)
    assert named == sorted(set(named))
    assert all(len(chord(each)) <= 2 for each in keys)


def _tab_visits_each_once(root: QWidget, qtbot: QtBot) -> None:
    start = QApplication.focusWidget()
    assert start is not None
    visited = [start]
    for _press in range(TOO_MANY):
        here = QApplication.focusWidget()
        assert here is not None
        qtbot.keyClick(here, Qt.Key.Key_Tab)
        after = QApplication.focusWidget()
        assert after is not None
        if after is here:
            continue  # from link to link of a text
        if after is start:
            break
        if after is not visited[-1]:
            assert after not in visited, words(after)
            visited.append(after)
    assert QApplication.focusWidget() is start
    stops = {each for each in controls(root) if _is_stop(each)}
    missed = {words(each) for each in stops - set(visited)}
    assert missed <= NOT_BY_TAB


def _is_stop(widget: QWidget) -> bool:
    by_tab = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    return by_tab and widget.isEnabled()


def _settle() -> None:
    """Let go of what was replaced, and let all cards come that are made turn by turn."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for _turn in range(20):
        QApplication.processEvents()


def _close(root: QWidget) -> None:
    """Leave a dialog, so that it opens anew in the next size."""
    if not isinstance(root, MainWindow):
        root.close()
        QApplication.processEvents()
