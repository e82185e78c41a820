"""A day of somebody who sees nothing of the window: a screen reader’s bus is all that is used.

    python3 tests/atspi/journey.py SUMMARY.pdf

Scales are set by their value, buttons pressed by their action, lines written as text. Ends with 0
when each step was there, by its name, and was answered in words.
"""

from __future__ import annotations

import sys

from reader import Reader  # type: ignore[import-not-found] # it stands beside this script

SCALES = {"Skin tightness": 6, "Itch": 0, "Heartburn": 10, "Tiredness": 4}


def record_the_day(reader: Reader) -> None:
    """Scales, one by keys; an answer of several; a count; a note."""
    for name, number in SCALES.items():
        reader.choose(name, number)
    reader.find("slider", "Breathlessness").grab_focus()
    reader.type("3")
    reader.press("Raynaud’s over the day: Attacks that came and went", "radio button")
    reader.find("text", "Raynaud’s attacks").grab_focus()
    reader.write("Raynaud’s attacks", "2")
    reader.write("Note for this day", "cold wind at the bus stop")
    reader.find("slider", "Pain").grab_focus()
    reader.choose("Pain", 5)
    reader.press("Clear: Pain")
    reader.hear("not recorded")


def record_an_attack(reader: Reader) -> None:
    """It begins and ends, and both are said."""
    reader.press("Attack now")
    reader.hear("The attack has begun.")
    reader.press("It has ended")
    reader.hear("The attack has ended.")
    reader.press("Done")


def add_a_medicine(reader: Reader) -> None:
    """Name and dose, in a dialog whose inputs are named."""
    reader.press("Medicines & visits", "radio button")
    reader.press("Add a medicine")
    reader.write("Name of the medicine", "Nifedipine")
    reader.write("Dose", "30 mg")
    reader.press("Done")
    reader.hear("Nifedipine was added.")


def save_a_summary(reader: Reader, file: str) -> None:
    """The page, the dialog for the file, and the sentence that it is saved."""
    reader.press("Summary", "radio button")
    reader.press("Save")
    reader.write("File name", file)
    reader.press("Save")
    reader.hear("The summary is saved")


def main() -> None:
    """All of it, then the window is closed."""
    reader = Reader()
    reader.press("Skip and begin")
    reader.find("slider", "Skin tightness")
    record_the_day(reader)
    record_an_attack(reader)
    add_a_medicine(reader)
    save_a_summary(reader, sys.argv[1])
    print("\n".join(reader.said))


if __name__ == "__main__":
    main()
