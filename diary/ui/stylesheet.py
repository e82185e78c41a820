"""The one style sheet, made from the colours and the text size. Widgets say only their role."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

from diary.palette import Look

_SHEET = Template("""
QWidget { color: $ink; }
QMainWindow, QDialog, QWidget[role="page"], QScrollArea[role="page"] > QWidget > QWidget
  { background: $paper; }
QScrollArea { border: none; background: transparent; }
QScrollArea:focus { border: 2px solid $accent; border-radius: 8px; }
QScrollArea > QWidget > QWidget[role="clear"] { background: transparent; }
QToolTip { background: $card; color: $ink; border: ${border}px solid $line; padding: 4px; }

QFrame[role="card"], QFrame[role="panel"]
  { background: $card; border: ${border}px solid $hairline; border-radius: 12px; }
QFrame[role="side"] { background: $card; border: none; border-left: ${border}px solid $hairline; }
QFrame[role="rail"] { background: $card; border: none; border-right: ${border}px solid $hairline; }
QFrame[role="notice"] { background: $card; border: 2px solid $accent; border-radius: 12px; }
QLabel[role="bubble"] { background: $card; border: 2px solid $ink; border-radius: 8px;
  padding: 6px; }

QFrame[bar] { border: none; border-radius: 3px; min-height: ${bar}px; max-height: ${bar}px; }
QFrame[bar="skin"] { background: $skin; }
QFrame[bar="raynaud"] { background: $raynaud; }
QFrame[bar="digestion"] { background: $digestion; }
QFrame[bar="organs"] { background: $organs; }
QFrame[bar="general"] { background: $general; }
QFrame[bar="own"] { background: $own; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: 600; }
QLabel[role="heading"] { font-size: ${heading}pt; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="problem"] { font-weight: 600; border-left: 4px solid $accent; padding-left: 8px; }
QLabel[role="secondary"] { color: $ink2; }
QLabel[role="small"] { color: $ink2; font-size: ${small}pt; }

QPushButton { background: $card; color: $ink; border: ${border}px solid $line;
  border-radius: 8px; padding: ${pad}px ${side}px; min-height: 34px; }
QPushButton:hover { border-color: $ink; }
QBalloonTip QPushButton { padding: 0; border: none; background: transparent; min-height: 0; }
QPushButton:pressed { background: $hairline; }
QPushButton:focus { border: ${ring}px solid $accent; padding: ${ring_pad}px ${ring_side}px;
  outline: none; }
QPushButton:disabled { color: $ink2; border-color: $hairline; border-style: $off; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent;
  font-weight: 600; min-height: 44px; }
QPushButton[role="primary"]:focus { border: 3px solid $ink; padding: 2px 12px; }
QPushButton[role="primary"]:disabled, QPushButton[role="attack"]:disabled {
  background: $paper; color: $ink2; border-color: $hairline; }
QPushButton[role="attack"] { background: $raynaud; color: $on_accent; border-color: $raynaud;
  font-weight: 600; min-height: 48px; }
QPushButton[role="attack"]:focus { border: 3px solid $ink; padding: 2px 12px; }
QPushButton[role="quiet"] { min-height: 34px; }
QPushButton[role="beside"] { min-height: 44px; }
QPushButton[role="chip"]:checked { background: $accent; color: $on_accent;
  border: 2px solid $accent; padding: 3px 13px; }
QPushButton[role="chip"]:checked:focus { border: 3px solid $ink; padding: 2px 12px; }
QPushButton[role="link"] { background: transparent; border: 2px solid transparent;
  color: $accent; padding: 2px 6px; text-decoration: underline; min-height: 36px; }
QPushButton[role="link"]:focus { border-color: $accent; }
QPushButton[role="link"]:disabled { color: $ink2; text-decoration: none; }
QPushButton[role="icon"] { min-width: 34px; max-width: 34px; min-height: 34px; max-height: 34px;
  padding: 0; border-color: $hairline; color: $accent; font-weight: 600; border-radius: 18px; }
QPushButton[role="icon"]:hover { border-color: $ink; }
QPushButton[role="icon"]:focus { border: 2px solid $accent; }
QPushButton[role="icon"]:disabled { color: transparent; border-color: transparent;
  background: transparent; }
QPushButton[role="rail"] { text-align: left; border: none; border-left: 4px solid transparent;
  border-radius: 6px; padding: 4px 4px 4px 10px; min-height: 38px; background: transparent; }
QPushButton[role="rail"]:hover { background: $paper; }
QPushButton[role="rail"]:checked { background: $paper; border-left: 4px solid $accent;
  font-weight: 600; }
QPushButton[role="rail"]:focus { border: 2px solid $accent; border-left: 4px solid $accent; }
QPushButton[role="photo"] { padding: 0; border-color: $hairline; min-height: 24px; }
QPushButton[role="photo"]:hover { border-color: $ink; }
QPushButton[role="photo"]:focus { border: ${ring}px solid $accent; padding: 0; }
QPushButton[role="fold"] { text-align: left; border: 2px solid transparent; padding: 2px 4px;
  font-size: ${heading}pt; font-weight: 600; min-height: 36px; background: transparent; }
QPushButton[role="fold"]:focus { border-color: $accent; }

QLineEdit, QTextEdit, QPlainTextEdit, QSpinBox, QDateEdit, QTimeEdit, QComboBox
  { background: $card; border: ${border}px solid $line; border-radius: 8px; padding: 4px 8px;
    min-height: 32px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit { placeholder-text-color: $ink2; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDateEdit:focus,
QTimeEdit:focus, QComboBox:focus { border: 2px solid $accent; padding: 3px 7px; }
QComboBox::drop-down { border: none; width: ${arrow}px; subcontrol-position: right center; }
QComboBox::down-arrow { image: url("$down"); width: ${arrow}px; height: ${arrow}px; }
QComboBox QAbstractItemView { background: $card; border: 1px solid $line; }
QTextBrowser { background: $card; border: none; }
QTextBrowser:focus { border: 2px solid $accent; border-radius: 8px; }
QListView, QTreeView, QTableView { background: $card; border: ${border}px solid $hairline;
  border-radius: 8px; gridline-color: $hairline; alternate-background-color: $paper; }
QListView:focus, QTableView:focus { border: 2px solid $accent; }
QListView::item { min-height: 34px; padding: 2px 8px; border-radius: 6px; }
QListView::item:selected, QTableView::item:selected { background: $accent; color: $on_accent; }
QTableView[role="twin"]::item { padding: 2px 8px; }
QHeaderView::section { background: $card; color: $ink2; border: none;
  border-bottom: 1px solid $line; padding: 6px; }
QCheckBox, QRadioButton { min-height: 30px; spacing: 8px; border: 2px solid transparent;
  border-radius: 6px; padding: 2px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator { width: 22px; height: 22px; border: 2px solid $line; border-radius: 5px;
  background: $card; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QCheckBox::indicator:disabled { border-color: $hairline; }
QCheckBox::indicator:checked:disabled { background: $ink2; border-color: $ink2; }
QMenu { background: $card; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 8px 24px; border-radius: 6px; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QScrollBar:vertical { width: 14px; background: transparent; margin: 0; }
QScrollBar:horizontal { height: 14px; background: transparent; margin: 0; }
QScrollBar::handle { background: $line; border-radius: 5px; margin: 2px; min-height: 40px;
  min-width: 40px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent;
  selection-color: $on_accent; background: $card; outline: none; }
""")


def stylesheet(colours: Mapping[str, str], points: float, look: Look) -> str:
    """The style sheet for one look and text size (in points)."""
    sizes = {"small": points * 0.9, "heading": points * 1.25, "title": points * 1.9}
    return _SHEET.substitute(
        colours,
        **{name: f"{size:.1f}" for name, size in sizes.items()},
        **_borders(look),
        tick=_sign("tick", look),
        down=_sign("down", look),
        arrow=round(points * 1.6),
        bar=round(points * 2),
    )


def _borders(look: Look) -> dict[str, str]:
    """Borders and what they leave of the padding, so that a focused button does not grow.

    Where every colour is strong, what is off is told by its dotted border.
    """
    border, ring = (2, 3) if look is Look.CONTRAST else (1, 2)
    sizes = {"border": border, "pad": 5 - border, "side": 15 - border}
    sizes |= {"ring": ring, "ring_pad": 5 - ring, "ring_side": 15 - ring}
    off = "dotted" if look is Look.CONTRAST else "solid"
    return {"off": off, **{name: str(size) for name, size in sizes.items()}}


def _sign(name: str, look: Look) -> str:
    """A small sign: of the tick, dark on the light accents of the dark looks."""
    return f"icons:{name}-{'light' if look is Look.LIGHT else 'dark'}.svg"
