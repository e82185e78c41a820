"""Thousands of files that nobody would write, read as if somebody had chosen them for import."""
