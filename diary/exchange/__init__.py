"""Everything out of the diary and in again: JSON and CSV. No Qt."""
