"""What a screen reader has of the program: its tree on the AT-SPI bus, and what it does there.

Runs in the system's own Python, which has the bus's bindings; it knows nothing of the diary's code.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import gi  # type: ignore[import-not-found] # only the system’s Python has it

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found] # noqa: E402 - its version is chosen first

WAIT, SLOWEST_MS = 20.0, 15_000
KEYS = {"Tab": 0xFF09, "F6": 0xFFC3, "Escape": 0xFF1B, "Down": 0xFF54, "Return": 0xFF0D}
CODES = {"Control": 37}
"""Of keys that are held, as the X server numbers them."""
Node = Any
T = TypeVar("T")


def states(node: Node) -> set[str]:
    """Its states as words."""
    return {state.value_nick for state in node.get_state_set().get_states()}


def children(node: Node) -> Iterator[Node]:
    """What is in it and can be seen."""
    for place in range(node.get_child_count()):
        child = node.get_child_at_index(place)
        if child is not None and "showing" in states(child):
            yield child


def walk(node: Node) -> Iterator[Node]:
    """It and everything in it, in reading order."""
    yield node
    for child in children(node):
        yield from walk(child)


def told(node: Node) -> str:
    """One line about it, as a screen reader would say it: name, role, value, state, description."""
    said = [node.get_name(), node.get_role_name(), _value(node), *_marks(node)]
    return ", ".join(filter(None, [*said, node.get_description()]))


def words_of(node: Node) -> list[str]:
    """All that is written on it: its name, its description, its text."""
    text = node.get_text_iface()
    written = "" if text is None else Atspi.Text.get_text(node, 0, -1)
    return [node.get_name(), node.get_description(), written]


def _value(node: Node) -> str:
    if node.get_editable_text_iface() is not None:
        return f"“{Atspi.Text.get_text(node, 0, -1)}”"
    return f"{node.get_current_value():g}" if node.get_role_name() == "slider" else ""


def _marks(node: Node) -> list[str]:
    there = states(node)
    answers = node.get_role_name() in {"check box", "radio button"}
    marks = ["checked" if "checked" in there else "not checked"] if answers else []
    off = "enabled" not in there
    return [*marks, *(each for each in ("expanded", "collapsed") if each in there)] + (
        ["off"] if off else []
    )


class Reader:
    """The program as it is on the bus. Names are those that are said."""

    def __init__(self) -> None:
        Atspi.init()
        Atspi.set_timeout(SLOWEST_MS, SLOWEST_MS)
        self.said: list[str] = []
        self.focused: Node = None
        self._moves = 0
        self._listeners = [
            self._listen("object:announcement", self._on_announcement),
            self._listen("object:state-changed:focused", self._on_focus),
        ]
        self.program = self.wait(self._program, "the program on the bus")

    @staticmethod
    def _listen(event: str, heard: Callable[[Any], None]) -> Any:
        listener = Atspi.EventListener.new(heard)
        listener.register(event)
        return listener

    def _program(self) -> Node:
        return next(children_of_desktop(), None)

    def _on_announcement(self, event: Any) -> None:
        self.said.append(str(event.any_data))

    def _on_focus(self, event: Any) -> None:
        if event.detail1:
            self.focused = event.source
            self._moves += 1

    def listen(self, seconds: float) -> None:
        """Hear what comes for so long."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            GLib.MainContext.default().iteration(False)  # noqa: FBT003 - GLib's form
            time.sleep(0.005)

    def wait(self, wanted: Callable[[], T | None], what: str) -> T:
        """Listen until something is there."""
        end = time.monotonic() + WAIT
        while (found := wanted()) is None:
            if time.monotonic() > end:
                raise LookupError(what, self.said)
            self.listen(0.1)
        return found

    # Finding and doing.

    def find(self, role: str, name: str) -> Node:
        """The control of this role whose name begins so, once it is there."""
        return self.wait(lambda: self.seek(role, name), f"{role} “{name}”")

    def seek(self, role: str, name: str) -> Node:
        """The same, or None; what stands on top is searched first."""
        for top in reversed(list(children(self.program))):
            for node in walk(top):
                if node.get_role_name() == role and node.get_name().startswith(name):
                    return node
        return None

    def press(self, name: str, role: str = "push button") -> None:
        """Press or turn it by its own first action."""
        node = self.find(role, name)
        if not node.do_action(0):
            raise LookupError(name)
        self.listen(0.1)

    def choose(self, name: str, number: int) -> None:
        """Give a scale a value."""
        slider = self.find("slider", name)
        slider.set_current_value(number)
        self.wait(lambda: slider.get_description().startswith(f"{number} of 10") or None, name)

    def write(self, name: str, words: str, role: str = "text") -> None:
        """Write into a line."""
        self.find(role, name).set_text_contents(words)
        self.listen(0.1)

    def key(self, name: str) -> None:
        """Press a key on whatever has the keyboard."""
        Atspi.generate_keyboard_event(KEYS[name], None, Atspi.KeySynthType.SYM)
        self.listen(0.15)

    def chord(self, held: str, letter: str) -> None:
        """Press a letter while another key is held."""
        kind = Atspi.KeySynthType
        Atspi.generate_keyboard_event(CODES[held], None, kind.PRESS)
        Atspi.generate_keyboard_event(ord(letter), None, kind.SYM)
        Atspi.generate_keyboard_event(CODES[held], None, kind.RELEASE)
        self.listen(0.15)

    def step(self, name: str) -> None:
        """Press a key that moves the keyboard, and wait until it has moved."""
        before = self._moves
        self.key(name)
        self.wait(lambda: self._moves > before or None, f"focus after {name}")

    def type(self, letters: str) -> None:
        """Type on whatever has the keyboard."""
        Atspi.generate_keyboard_event(0, letters, Atspi.KeySynthType.STRING)
        self.listen(0.15)

    def hear(self, words: str) -> None:
        """Wait until it announced something with these words."""
        self.wait(lambda: any(words in each for each in self.said) or None, f"“{words}”")


def children_of_desktop() -> Iterator[Node]:
    """The programs on the bus."""
    desktop = Atspi.get_desktop(0)
    for place in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(place)
        if program is not None and program.get_child_count():
            yield program
