"""Names stand in the order in which a reader looks for them."""

from __future__ import annotations

from diary.logic.names import in_reading_order


def test_numbers_in_names_count_by_their_size_and_case_does_not_count() -> None:
    names = [
        "Medicine 10",
        "medicine 2",
        "Aspirin",
        "Medicine",
        "Medicine 1",
        "Vitamin B12",
        "10 mg",
    ]

    assert sorted(names, key=in_reading_order) == [
        "10 mg", "Aspirin", "Medicine", "Medicine 1", "medicine 2", "Medicine 10", "Vitamin B12"
    ]  # fmt: skip


def test_odd_digits_and_long_numbers_do_not_stop_it() -> None:
    names = ["x²", "x٣", "9" * 4400, ""]

    assert len(sorted(names, key=in_reading_order)) == len(names)
