"""A passphrase by the bus alone: set, with its recovery code; locked and opened; asked for again.

What is typed must never be on the bus while it is hidden, nor the code in one breath.
"""

from __future__ import annotations

from reader import (  # type: ignore[import-not-found] # it stands beside this script
    Node,
    Reader,
    told,
    walk,
    words_of,
)

PASSPHRASE = "two mild winters"  # noqa: S105 - of a diary that the test makes
HIDDEN, OPEN = "password text", "text"
GROUPS = 7


def set_passphrase(reader: Reader) -> None:
    """From the first start on: a new passphrase in two lines, then the recovery code."""
    for _step in range(2):
        reader.press("Go on")
    reader.press("Set a passphrase…")
    first = _type_hidden(reader, "New passphrase", PASSPHRASE)
    _show_and_hide(reader, first)
    reader.press("Go on")
    reader.hear("The two are not the same.")
    _type_hidden(reader, "The same once more", PASSPHRASE)
    reader.press("Go on")
    _type_code_back(reader, _read_code(reader))
    reader.press("I have written it down")
    reader.hear("The passphrase is set.")


def lock_and_open(reader: Reader) -> None:
    """By the key; wrong words are answered, the right ones open."""
    reader.chord("Control", "l")
    line = reader.find(HIDDEN, "Passphrase")
    print(f"[{line.get_parent().get_parent().get_name()}]")
    _type_hidden(reader, "Passphrase", "wrong words")
    reader.press("Open")
    reader.hear("is not the passphrase")
    _type_hidden(reader, "Passphrase", PASSPHRASE)
    reader.press("Open")
    reader.hear("The diary is open.")


def ask_again(reader: Reader) -> None:
    """The present passphrase is asked for; leaving gives the keyboard back."""
    begin = reader.find("push button", "Change the passphrase…")
    begin.grab_focus()
    begin.do_action(0)
    print(told(reader.find(HIDDEN, "Your present passphrase")))
    reader.press("Keep the old passphrase")
    back = begin.get_name()
    reader.wait(lambda: reader.focused.get_name() == back or None, f"the keyboard on “{back}”")


def _type_hidden(reader: Reader, name: str, words: str) -> Node:
    """Write into a line that hides its words; they must be nowhere on the bus."""
    line = reader.find(HIDDEN, name)
    reader.write(name, words, HIDDEN)
    _must_not_be_there(reader, words)
    print(told(line))
    return line


def _show_and_hide(reader: Reader, line: Node) -> None:
    """The box turns it into a line like others, and back."""
    for role in (OPEN, HIDDEN):
        reader.press("Show what I type", "check box")
        reader.find(role, line.get_name())
        print(told(reader.find("check box", "Show what I type")), "→", line.get_role_name())
    _must_not_be_there(reader, PASSPHRASE)


def _must_not_be_there(reader: Reader, words: str) -> None:
    for node in walk(reader.program):
        if any(words in each for each in words_of(node)):
            raise AssertionError(told(node))


def _read_code(reader: Reader) -> list[str]:
    """Each group is a stop of its own, its signs apart."""
    groups = [reader.find("label", f"Group {number}: ") for number in range(1, GROUPS + 1)]
    for group in groups:
        print(told(group))
    code = [group.get_name().partition(": ")[2].replace(" ", "") for group in groups]
    for joint in ("-", ""):
        _must_not_be_there(reader, joint.join(code[:2]))
    return code


def _type_code_back(reader: Reader, code: list[str]) -> None:
    for number, group in enumerate(code, 1):
        if (line := reader.seek(OPEN, f"Group {number}")) is not None:
            print(told(line))
            line.set_text_contents(group)
            reader.listen(0.1)
