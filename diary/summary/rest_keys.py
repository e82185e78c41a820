"""The keys by which the first pages point to tables further back. They name labels in the PDF."""

from __future__ import annotations

NAMES, QUESTIONS, MEDICINES, VISITS, SORES = "names", "questions", "medicines", "visits", "sores"
NOTES, WORDING = "notes", "wording"
