"""What lies in a diary's folder, by its name. Needs nothing: the window knows it, too."""

from __future__ import annotations

DB_NAME = "diary.db"
BACKUPS_NAME = "backups"
