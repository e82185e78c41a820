"""Decodes a file as UTF-8 in pieces, and says plainly when it is something else."""

from __future__ import annotations

import codecs
from typing import IO

from diary.exchange.content import BadFileError
from diary.i18n import _

PIECE = 1 << 18
UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class TextPieces:
    """The text of a binary stream; a byte order mark of UTF-8 at its start is left out."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._begun = False

    def next(self, at_least: int = 0) -> str:
        """The next piece, of `at_least` bytes if there are as many; empty at the end.

        Raises:
            BadFileError: It is not UTF-8.
        """
        while True:
            data = self._stream.read(max(PIECE, at_least))
            if not self._begun:
                self._begun = True
                refuse_utf16(data[:4])
            try:
                text = self._decoder.decode(data, final=not data)
            except UnicodeDecodeError:
                raise BadFileError(
                    _("This file is not in UTF-8. Save it as UTF-8, then import it again.")
                ) from None
            if text or not data:
                return text


def refuse_utf16(start: bytes) -> None:
    """Say so if these first bytes of a file are UTF-16's."""
    if start[:2] in UTF16_MARKS or (len(start) > 1 and 0 in start[:2]):
        raise BadFileError(
            _("This file is saved as UTF-16. Save it as UTF-8, then import it again.")
        )
