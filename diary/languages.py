"""The languages that the program speaks, and what is said of those that no clinician has read."""

from __future__ import annotations

from diary.i18n import N_, locale, speaking

NAMES = {"en": "English", "es": "Español"}
"""Each by its own name: whoever looks for it may read no other."""
REVIEWED = frozenset({"en"})
"""Those whose medical words a clinician has read."""
NOT_REVIEWED = N_("Translation not yet reviewed by a clinician.")


def review_note(language: str = "") -> str:
    """That nobody reviewed a language (else the one in use), in its own words; or nothing."""
    with speaking(language):
        return "" if locale().language in REVIEWED else str(NOT_REVIEWED)
