"""The recovery code on a sheet of paper, with a QR code. Nothing of it is kept anywhere."""

from __future__ import annotations

import io
from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from diary.i18n import _

Ask = Callable[[QPrinter], bool]
QR_SIDE, TEXT_TOP = 0.3, 0.06
"""Parts of the sheet's width and height."""


def print_code(code: str, parent: QWidget, ask: Ask | None = None) -> bool:
    """Ask for a printer and print the sheet; whether it was sent."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    agreed = ask(printer) if ask else _asked(printer, parent)
    if not agreed:
        return False
    painter = QPainter()
    if not painter.begin(printer):
        return False
    draw(painter, QRectF(printer.pageRect(QPrinter.Unit.DevicePixel)), code)
    return painter.end()


def draw(painter: QPainter, sheet: QRectF, code: str) -> None:
    """Draw the sheet: what it is for, the code in groups, the QR code."""
    sheet = QRectF(0, 0, sheet.width(), sheet.height())
    title = _("Recovery code")
    words = _(
        "It opens a diary when its passphrase is forgotten: “I forgot it: use the recovery code”. "
        "Keep it where you keep your papers. Who has it can read the diary."
    )
    top = sheet.height() * TEXT_TOP
    for text, points, gap in ((title, 20, 0.03), (words, 12, 0.04), (code, 22, 0.04)):
        painter.setFont(QFont("Source Sans 3", points))
        room = QRectF(0, top, sheet.width(), sheet.height())
        flags = int(Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextWordWrap)
        painter.drawText(room, flags, text)
        top += painter.boundingRect(room, flags, text).height() + sheet.height() * gap
    side = sheet.width() * QR_SIDE
    painter.drawImage(QRectF(0, top, side, side), qr_code(code))


def qr_code(code: str) -> QImage:
    """The code as a QR code that a telephone reads, black on white."""
    import segno  # noqa: PLC0415 - only for those who print it

    stream = io.BytesIO()
    segno.make(code, error="m", micro=False).save(stream, kind="png", scale=8, border=4)
    return QImage.fromData(stream.getvalue())


def _asked(printer: QPrinter, parent: QWidget) -> bool:
    return QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted
