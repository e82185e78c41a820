"""Pages that have nothing to show yet, and the sample diary, by the bus alone."""

from __future__ import annotations

from reader import Reader, told, walk  # type: ignore[import-not-found] # beside this script

INVITED = {
    "Attacks": "Your attacks will appear here",
    "Trends": "Your charts will appear here",
    "Medicines & visits": "Your medicines will appear here",
    "History": "Your days will appear here",
    "Summary": "Your summary will appear here",
}


def see_invitations(reader: Reader) -> None:
    """Each says in a part of its own what will stand there, and how to begin."""
    for page, title in INVITED.items():
        reader.press(page, "radio button")
        for node in walk(reader.find("panel", title)):
            if node.get_name():
                print(told(node))


def look_around(reader: Reader) -> None:
    """The sample says that it is one before its page, and leads back."""
    reader.press("See a sample diary")
    sample = reader.find("frame", "Sample diary")
    reader.find("slider", "Skin tightness")
    names = [node.get_name() for node in walk(sample) if node.get_name()]
    print(*names[: names.index("Skin tightness")], sep="\n")
    reader.hear("This is a sample.")
    roles = {node.get_role_name() for node in walk(reader.program)}
    print("roles:", *sorted(roles), sep="\n")
    reader.press("Back to my diary")
    reader.find("frame", "Scleroderma Diary")
