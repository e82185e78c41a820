"""Where the program offers to save a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def offered(name: str) -> str:
    """A file of this name among the documents; at home where there is no folder for these."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(documents) if documents and Path(documents).is_dir() else Path.home()
    return str(folder / name)
