"""The Scleroderma Diary: what the patient sees, and the rules behind it."""

__version__ = "0.1.0"
