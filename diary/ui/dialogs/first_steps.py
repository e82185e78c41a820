"""The three steps of the first start: what this diary is, what it asks, a passphrase or none."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from diary.field import GROUP_NAMES, Group
from diary.i18n import N_, Message, _
from diary.session import Session
from diary.ui.widgets.check_line import CheckLine
from diary.ui.widgets.controls import GAP, PART, bar, button, card, label, scrolling

IS = N_(
    "A place to write down how you are, in under a minute a day. It shows you weeks and years of "
    "it, and makes two pages to take to an appointment."
)
IS_NOT = N_(
    "It records and shows; it makes no diagnosis and no judgement, and never says what is normal "
    "or what to take. It is not for emergencies: nobody reads along."
)
STAYS = N_("Your diary stays on this computer. Nothing is sent anywhere by itself.")
ASKS = N_(
    "Each day shows the groups that you tick. Every answer is optional. You can change this at "
    "any time in Settings, down to single questions."
)
LINES: dict[Group, Message] = {
    Group.SKIN: N_("Tightness, movement and itch; a skin check once a month."),
    Group.RAYNAUD: N_("Attacks: how many, how long, and how much they got in the way."),
    Group.DIGESTION: N_("Heartburn, swallowing, bloating, cramps and bowels."),
    Group.ORGANS: N_("Breathlessness; cough, palpitations and more if you want."),
    Group.GENERAL: N_("Tiredness, pain, your hands, and the day as a whole."),
}
WITHOUT = N_(
    "The diary opens at once. Anybody who can use this computer under your name can read it. You "
    "can set a passphrase later, in Settings."
)
WITH = N_(
    "The diary opens only with words that you choose, and locks by itself. It comes with a "
    "recovery code to print. If you lose both, nobody can open the diary any more."
)


class FirstStep(QWidget):
    """Cards; they scroll where there is little room, then also by keyboard."""

    def __init__(self, name: str, section: str) -> None:
        super().__init__()
        self.name, self.section = name, section
        inside = QWidget()
        self.column = QVBoxLayout(inside)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(PART)
        self.area = scrolling(inside)
        self.area.setAccessibleName(name)
        self.area.verticalScrollBar().rangeChanged.connect(self._on_room_changed)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.area)

    def needed(self, width: int) -> int:
        """How high it is when nothing of it has to be scrolled."""
        return self.column.totalHeightForWidth(width)

    def card(self, title: str, *words: Message) -> QVBoxLayout:
        """Add a card; gives where more can stand in it."""
        frame, body = card(title)
        for each in words:
            body.addWidget(label(str(each)))
        self.column.addWidget(frame)
        return body

    def lead_on(self, *cards: tuple[str, Message, QPushButton]) -> None:
        """Add cards as high as their words, each with a button below them."""
        for title, words, way in cards:
            self.card(title, words).addWidget(way, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def _on_room_changed(self, _least: int, most: int) -> None:
        self.column.setContentsMargins(0, 0, GAP if most else 0, 0)
        policy = Qt.FocusPolicy
        self.area.setFocusPolicy(policy.StrongFocus if most else policy.NoFocus)


class AboutStep(FirstStep):
    """What this diary is and is not, and where it stays."""

    def __init__(
        self,
        *,
        call: Callable[[], object],
        where: Callable[[], object],
        look_around: Callable[[], object],
    ) -> None:
        super().__init__(_("what this diary is"), "what-it-is")
        self.look_around = button(_("Look around in a sample diary"), "link", look_around)
        self.call = button(_("When to call"), "link", call)
        self.where = button(_("Where everything is kept"), "link", where)
        self.lead_on(
            (_("What it is"), IS, self.look_around),
            (_("What it is not"), IS_NOT, self.call),
            (_("Where it stays"), STAYS, self.where),
        )


class GroupLine(CheckLine):
    """A group, and below its name what it asks."""

    def __init__(self, group: Group) -> None:
        name, about = str(GROUP_NAMES[group]), str(LINES.get(group, ""))
        super().__init__(name, "strong")
        self.box.setAccessibleDescription(about)
        self.column.addWidget(label(about, "secondary"))


class GroupsStep(FirstStep):
    """Which groups a day asks: the same switches as in the settings, applied at once."""

    def __init__(self, session: Session) -> None:
        super().__init__(_("what it asks"), "how-this-diary-counts")
        self._session = session
        self.lines: dict[Group, GroupLine] = {}
        body = self.card(_("What shall it ask?"), ASKS)
        for group in session.choices.groups():
            if session.in_use.in_group(group):
                body.addStretch(1)
                body.addLayout(self._row(group))

    def _row(self, group: Group) -> QHBoxLayout:
        line = GroupLine(group)
        line.show_on(on=self._session.choices.is_group_on(group))
        line.switched.connect(partial(self._on_switched, group))
        self.lines[group] = line
        row = QHBoxLayout()
        row.setSpacing(PART)
        row.addWidget(bar(group))
        row.addWidget(line, 1)
        return row

    def _on_switched(self, group: Group, on: bool) -> None:  # noqa: FBT001 - Qt's signal carries it
        self._session.prefer_all(self._session.choices.switch_group(group, on=on))


class PassphraseStep(FirstStep):
    """Both choices, said honestly, each with its button; neither stands before the other."""

    def __init__(self, *, begin: Callable[[], object], set_one: Callable[[], object]) -> None:
        super().__init__(_("a passphrase, or none"), "keeping-it-safe")
        self.without = button(_("Begin without a passphrase"), "beside", begin)
        self.set = button(_("Set a passphrase…"), "beside", set_one)
        self.lead_on(
            (_("Without a passphrase"), WITHOUT, self.without),
            (_("With one"), WITH, self.set),
        )
