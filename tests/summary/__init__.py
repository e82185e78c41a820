"""Tests of the summary and its PDF."""
