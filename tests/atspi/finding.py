"""Looking for things by the bus alone: in the settings, by Ctrl+K, and in Learn."""

from __future__ import annotations

from reader import Node, Reader, children, told, words_of  # type: ignore[import-not-found] # beside

CHAPTER = "Your first day"


def find_settings(reader: Reader) -> None:
    """How many parts fit is said; then all are there again."""
    reader.press("Settings", "radio button")
    reader.write("Search in the settings", "lock")
    reader.hear("of the settings fit")
    reader.write("Search in the settings", "")


def find_aims(reader: Reader) -> None:
    """What Enter would do is said while letters are typed and arrows pressed."""
    reader.chord("Control", "k")
    print(told(reader.find("text", "What do you want to do?")))
    reader.type("itch")
    reader.hear("Record: Itch, 1 of 3")
    reader.key("Down")
    reader.hear("2 of 3")
    _tell_rows(reader.find("list", "What fits"))
    reader.key("Escape")


def find_in_learn(reader: Reader) -> None:
    """Contents below headings, a search that says what it found, a chapter of the guide."""
    reader.press("Learn", "radio button")
    contents = reader.find("list", "Contents")
    _tell_rows(contents)
    reader.write("Search in the article and the guide", "cold")
    reader.hear("found")
    _tell_rows(contents)
    reader.write("Search in the article and the guide", "")


def read_a_chapter(reader: Reader) -> None:
    """Ctrl+K leads to it; its title and its words are there to be read."""
    reader.chord("Control", "k")
    reader.find("text", "What do you want to do?")
    reader.type(CHAPTER)
    reader.hear(CHAPTER)
    reader.key("Return")
    _name, _description, text = words_of(reader.find("label", CHAPTER))
    print("reads:", *text.splitlines()[:2])
    reader.press("Close the article")


def _tell_rows(rows: Node) -> None:
    for row in children(rows):
        print(told(row))
