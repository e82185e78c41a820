"""Rows that wrap keep working when others before them were made and deleted."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QPushButton, QWidget

from diary.ui.widgets.flow import FlowLayout


def _row(buttons: int) -> tuple[QWidget, FlowLayout]:
    widget = QWidget()
    row = FlowLayout(widget)
    for _number in range(buttons):
        row.addWidget(QPushButton())
    return widget, row


def test_new_rows_are_not_confused_with_deleted_ones(qapp):
    kept = []
    for _turn in range(50):
        widget, row = _row(5)
        widget.resize(200, 400)
        assert row.heightForWidth(200) > 0
        assert row.minimumSize().width() > 0
        kept.append(row)
        widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_widget_that_leaves_is_no_longer_counted(qapp):
    widget, row = _row(3)
    first = widget.findChildren(QPushButton)[0]

    first.setParent(None)

    assert row.count() == 2
    assert row.heightForWidth(400) > 0
    first.deleteLater()
    widget.deleteLater()


def test_what_stands_in_one_row_has_its_middles_in_one_line(qapp):
    widget = QWidget()
    row = FlowLayout(widget)
    parts = [QWidget() for _height in range(3)]
    for part, height in zip(parts, (60, 44, 20), strict=True):
        part.setFixedSize(50, height)
        row.addWidget(part)
    widget.resize(1000, 100)
    row.activate()

    assert [part.y() for part in parts] == [0, 8, 20]
    assert row.heightForWidth(1000) == 60
    widget.deleteLater()
