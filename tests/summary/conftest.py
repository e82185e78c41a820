"""A filled diary, and a PDF as text."""

from __future__ import annotations

from collections.abc import Callable

import pypdfium2
import pytest

from db.store import Store
from tests.summary.examples import fill

Text = Callable[[bytes], list[str]]


@pytest.fixture
def filled(store: Store) -> Store:
    fill(store)
    return store


@pytest.fixture
def text_of() -> Text:
    """The text of each page of a PDF."""

    def read(pdf: bytes) -> list[str]:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return [page.get_textpage().get_text_range() for page in document]
        finally:
            document.close()

    return read
