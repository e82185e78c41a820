"""What can be looked for in the settings: words that stand on the page, and others that find them.

The search of the settings and the list of what can be wanted (Ctrl+K) both read this. They are
the heading of a card or of a choice in it, or the words of a button, as they are shown.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from diary.i18n import N_, Message


@dataclass(frozen=True, slots=True)
class SettingsPlace:
    """A place of the settings by its words there, and what else somebody may call it."""

    shown: Message
    also: Message

    @property
    def name(self) -> str:
        """Its words, without the dots that announce a dialog."""
        return undotted(str(self.shown))


def undotted(words: str) -> str:
    """The words of a button, without the dots that announce a dialog."""
    return words.rstrip("…")


PLACES = (
    SettingsPlace(N_("Text size"), N_("font letters larger bigger smaller zoom points system")),
    SettingsPlace(N_("Look"), N_("colour color dark light night theme contrast black white")),
    SettingsPlace(
        N_("Keys that work at one press"), N_("alone shortcuts keyboard voice control plus minus")
    ),
    SettingsPlace(N_("Language"), N_("translation English Spanish español")),
    SettingsPlace(N_("What is asked"), N_("fields groups questions hide show order sort switch")),
    SettingsPlace(N_("Fields of your own"), N_("custom add field question other")),
    SettingsPlace(N_("Measurements"), N_("units kg lb celsius fahrenheit scales thermometer")),
    SettingsPlace(N_("Day and week"), N_("midnight start calendar Monday Sunday Saturday")),
    SettingsPlace(N_("Reminder"), N_("notification alarm remind evening tray bell")),
    SettingsPlace(N_("Start with the computer"), N_("autostart boot login start automatic")),
    SettingsPlace(N_("On your phone"), N_("calendar mobile appointment")),
    SettingsPlace(N_("Recently deleted"), N_("trash bin lost restore bring back undelete")),
    SettingsPlace(N_("Backups"), N_("copy safe rescue")),
    SettingsPlace(N_("Restore a backup…"), N_("bring back go back older copy")),
    SettingsPlace(N_("A second place"), N_("USB stick drive cloud folder elsewhere")),
    SettingsPlace(
        N_("Other computers and programs"), N_("transfer move share spreadsheet CSV JSON")
    ),
    SettingsPlace(N_("Import entries…"), N_("import from a file bring in another app table CSV")),
    SettingsPlace(N_("Save a copy…"), N_("export file download take out CSV JSON spreadsheet")),
    SettingsPlace(N_("Passphrase"), N_("password PIN code login protect security encryption key")),
    SettingsPlace(N_("Lock by itself after"), N_("lock minutes time away idle automatic")),
    SettingsPlace(N_("A sample diary"), N_("example demo try out show look around practise")),
    SettingsPlace(N_("Check the diary"), N_("damaged broken whole repair error")),
    SettingsPlace(N_("Your diary"), N_("folder file place where disk")),
    SettingsPlace(N_("Where it is kept…"), N_("privacy private data who can read folder")),
    SettingsPlace(N_("Erase everything…"), N_("delete all wipe remove uninstall")),
)


def also(names: Iterable[str]) -> str:
    """What else those who look for one of these names may type."""
    wanted = set(names)
    return " ".join(str(place.also) for place in PLACES if place.name in wanted)
