"""A password on a finished summary: AES with 256 bits (PDF 2.0, revision 6), in memory alone.

PDF/A forbids passwords, so the claim to be archivable is taken away; the tags and the claim to be
accessible stay, and reading aloud is allowed. The password is kept nowhere.
"""

from __future__ import annotations

from io import BytesIO

ARCHIVABLE = ("pdfaid:part", "pdfaid:conformance")


def locked(pdf: bytes, password: str) -> bytes:
    """The PDF that opens with this password alone."""
    import pikepdf  # noqa: PLC0415 - only where a password is wanted

    body = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        with document.open_metadata(set_pikepdf_as_editor=False) as about:
            for claim in ARCHIVABLE:
                about.pop(claim, None)
        document.save(
            body,
            encryption=pikepdf.Encryption(user=password, owner=password, R=6),
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return body.getvalue()
