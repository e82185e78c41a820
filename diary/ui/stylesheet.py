"""The one style sheet, made from the colours and the text size. Widgets say only their role."""

from __future__ import annotations

from collections.abc import Mapping
from string import Template

from diary.palette import Look, design

_INSET_OF = {"primary": "button", "attack": "button"}

_SHEET = Template("""
QWidget { color: $ink; }
QMainWindow, QDialog, QWidget[role="page"], QScrollArea[role="page"] > QWidget > QWidget
  { background: $paper; }
QScrollArea { border: none; background: transparent; }
QScrollArea:focus { border: ${line_ring}px solid $accent; border-radius: ${corner_control}px; }
QScrollArea > QWidget > QWidget[role="clear"] { background: transparent; }
QToolTip { background: $card; color: $ink; border: ${line_thin}px solid $line;
  padding: ${space_tight}px; }

QFrame[role="card"], QFrame[role="panel"]
  { background: $card; border: ${line_thin}px solid $hairline; border-radius: ${corner_card}px; }
QFrame[role="side"] { background: $card; border: none;
  border-left: ${line_thin}px solid $hairline; }
QFrame[role="rail"] { background: $card; border: none;
  border-right: ${line_thin}px solid $hairline; }
QFrame[role="notice"] { background: $card; border: ${line_thin}px solid $line;
  border-left: ${line_mark}px solid $accent; border-radius: ${corner_row}px; }
QFrame[role="strip"] { background: $card; border: none;
  border-top: ${line_firm}px solid $line; }

QFrame[bar] { border: none; border-radius: ${corner_bar}px;
  min-height: ${bar}px; max-height: ${bar}px; }
QFrame[bar="skin"] { background: $skin; }
QFrame[bar="raynaud"] { background: $raynaud; }
QFrame[bar="digestion"] { background: $digestion; }
QFrame[bar="organs"] { background: $organs; }
QFrame[bar="general"] { background: $general; }
QFrame[bar="own"] { background: $own; }

QLabel { background: transparent; }
QLabel[role="title"] { font-size: ${title}pt; font-weight: $type_strong; }
QLabel[role="heading"] { font-size: ${heading}pt; font-weight: $type_strong; }
QLabel[role="strong"] { font-weight: $type_strong; }
QLabel[role="problem"] { font-weight: $type_strong;
  border-left: ${line_mark}px solid $accent; padding-left: ${space_gap}px; }
QLabel[role="secondary"] { color: $ink2; }
QLabel[role="small"] { color: $ink2; font-size: ${small}pt; }

QPushButton { background: $card; color: $ink; border: ${line_thin}px solid $line;
  border-radius: ${corner_control}px; padding: $button_thin; min-height: ${button_height}px; }
QPushButton:hover { border-color: $ink; }
QBalloonTip QPushButton { padding: 0; border: none; background: transparent; min-height: 0; }
QPushButton:pressed { background: $paper; border-color: $ink; }
QPushButton:focus { border: ${line_ring}px solid $accent; padding: $button_ring;
  outline: none; }
QPushButton:disabled { color: $ink2; border-color: $hairline; border-style: $off; }
QPushButton[role="primary"] { background: $accent; color: $on_accent; border-color: $accent;
  font-weight: $type_strong; min-height: ${primary_height}px; }
QPushButton[role="primary"]:disabled, QPushButton[role="attack"]:disabled {
  background: $paper; color: $ink2; border-color: $hairline; }
QPushButton[role="attack"] { background: $raynaud; color: $on_accent; border-color: $raynaud;
  font-weight: $type_strong; min-height: ${attack_height}px; }
QPushButton[role="beside"] { min-height: ${primary_height}px; }
QPushButton[role="chip"]:checked { background: $accent; color: $on_accent;
  border-color: $accent; }
QPushButton[role="primary"]:focus, QPushButton[role="attack"]:focus,
QPushButton[role="chip"]:checked:focus { border: ${line_ring_on_fill}px solid $ink;
  padding: $button_ring_on_fill; outline: none; text-decoration: underline; }
QPushButton[role="link"] { background: transparent; border: ${line_ring}px solid transparent;
  color: $accent; padding: $link_ring; text-decoration: underline; min-height: ${link_height}px; }
QPushButton[role="link"]:focus { border-color: $accent; }
QPushButton[role="link"]:disabled { color: $ink2; text-decoration: none; }
QPushButton[role="icon"] { min-width: ${icon}px; max-width: ${icon}px; min-height: ${icon}px;
  max-height: ${icon}px; padding: 0; border-color: $hairline; color: $accent;
  font-weight: $type_strong; border-radius: ${round}px; }
QPushButton[role="icon"]:hover { border-color: $ink; }
QPushButton[role="icon"]:focus { border: ${line_ring}px solid $accent; }
QPushButton[role="icon"]:disabled { color: transparent; border-color: transparent;
  background: transparent; }
QPushButton[role="rail"] { text-align: left; border: none;
  border-left: ${line_mark}px solid transparent; border-radius: ${corner_row}px;
  border-top-left-radius: 0; border-bottom-left-radius: 0;
  padding: 0; padding-left: ${space_gap}px; min-height: ${rail_height}px;
  background: transparent; }
QPushButton[role="rail"]:hover { background: $paper; }
QPushButton[role="rail"]:checked { background: $paper; border-left: ${line_mark}px solid $accent;
  font-weight: $type_strong; }
QPushButton[role="rail"]:focus { border: ${line_ring}px solid $accent;
  border-left: ${line_mark}px solid $accent; padding: 0;
  padding-left: ${space_gap}px; }
QPushButton[role="photo"] { padding: 0; border-color: $hairline; min-height: ${target_least}px; }
QPushButton[role="photo"]:hover { border-color: $ink; }
QPushButton[role="photo"]:focus { border: ${line_ring}px solid $accent; padding: 0; }
QPushButton[role="fold"] { text-align: left; border: ${line_ring}px solid transparent;
  padding: $fold_ring; font-size: ${heading}pt; font-weight: $type_strong;
  min-height: ${fold_height}px; background: transparent; }
QPushButton[role="fold"]:focus { border-color: $accent; }

QLineEdit, QTextEdit, QPlainTextEdit, QSpinBox, QDateEdit, QTimeEdit, QComboBox
  { background: $card; border: ${line_thin}px solid $line;
    border-radius: ${corner_control}px; padding: $input_thin; min-height: ${input_height}px;
    selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit { placeholder-text-color: $ink2; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDateEdit:focus,
QTimeEdit:focus, QComboBox:focus { border: ${line_ring}px solid $accent;
  padding: $input_ring; }
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled,
QDateEdit:disabled, QTimeEdit:disabled, QComboBox:disabled
  { background: $paper; color: $ink2; border-color: $hairline; border-style: $off; }
QComboBox::drop-down { border: none; width: ${arrow}px; subcontrol-position: right center; }
QComboBox::down-arrow { image: url("$down"); width: ${arrow}px; height: ${arrow}px; }
QComboBox QAbstractItemView { background: $card; border: ${line_thin}px solid $line; }
QLabel[role="signs"] { border: ${line_ring}px solid transparent; padding: ${space_tight}px; }
QLabel[role="signs"]:focus { border-color: $accent; border-radius: ${corner_control}px; }
QTextBrowser { background: $card; border: none; }
QTextBrowser:focus { border: ${line_ring}px solid $accent; border-radius: ${corner_control}px; }
QListView, QTreeView, QTableView { background: $card; border: ${line_thin}px solid $hairline;
  border-radius: ${corner_control}px; gridline-color: $hairline;
  alternate-background-color: $paper; outline: none; }
QListView:focus, QTableView:focus { border: ${line_ring}px solid $accent; }
QListView::item { min-height: ${target_row}px; border: ${line_ring}px solid transparent;
  padding: ${space_hair}px ${space_gap}px; border-radius: ${corner_row}px; }
QListView::item:selected { background: $paper; color: $ink;
  border-left: ${line_mark}px solid $accent; }
QListView::item:selected:focus { border: ${line_ring}px solid $accent; }
QTableView::item:selected { background: $accent; color: $on_accent; }
QTableView[role="records"] { alternate-background-color: $card; }
QTableView[role="records"]::item { border: none; border-bottom: ${line_thin}px solid $hairline;
  padding: 0 ${space_edge}px; }
QTableView[role="twin"]::item { padding: ${space_hair}px ${space_gap}px; }
QHeaderView::section { background: $card; color: $ink2; border: none;
  border-bottom: ${line_thin}px solid $line; padding: ${space_tight}px; }
QTableView[role="twin"] QHeaderView::section { padding: ${space_tight}px ${space_gap}px; }
QTableView[role="records"] QHeaderView::section
  { padding: ${space_tight}px ${space_edge}px; }
QCheckBox, QRadioButton { min-height: ${check_height}px; spacing: ${space_gap}px;
  border: ${line_ring}px solid transparent; border-radius: ${corner_row}px; padding: $check_ring; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator { width: ${target_box}px; height: ${target_box}px;
  border: ${line_firm}px solid $line; border-radius: ${corner_box}px; background: $card; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QCheckBox::indicator:disabled { border-color: $hairline; }
QCheckBox::indicator:checked:disabled { background: $ink2; border-color: $ink2; }
QMenu { background: $card; border: ${line_thin}px solid $line; padding: ${space_tight}px; }
QMenu::item { padding: ${space_gap}px ${space_room}px; border-radius: ${corner_row}px; }
QMenu::item:selected { background: $accent; color: $on_accent; }
QScrollBar:vertical { width: ${target_scroll}px; background: transparent; margin: 0; }
QScrollBar:horizontal { height: ${target_scroll}px; background: transparent; margin: 0; }
QScrollBar::handle { background: $line; border-radius: ${corner_box}px; margin: ${space_hair}px;
  min-height: ${target_handle}px; min-width: ${target_handle}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QCalendarWidget QAbstractItemView { selection-background-color: $accent;
  selection-color: $on_accent; background: $card; outline: none; padding: ${space_tight}px; }
""")


def stylesheet(colours: Mapping[str, str], points: float, look: Look) -> str:
    """The style sheet for one look and text size (in points)."""
    stronger = design("line_contrast") if look is Look.CONTRAST else {}
    lines = {**design("line"), **stronger}
    return _SHEET.substitute(
        colours,
        **_named("type", design("type")),
        **_named("space", design("space")),
        **_named("corner", design("corner")),
        **_named("target", design("target")),
        **_named("line", lines),
        **_sizes(points),
        **_insides(lines),
        **_heights(),
        **_round(points, lines),
        off="dotted" if look is Look.CONTRAST else "solid",
        tick=_sign("tick", look),
        down=_sign("down", look),
    )


def _named(part: str, values: Mapping[str, float]) -> dict[str, float]:
    """The numbers of a part by the names that the sheet knows: `space_gap`."""
    return {f"{part}_{name}": value for name, value in values.items()}


def _sizes(points: float) -> dict[str, str]:
    """What grows with the text: letters in points, the arrow and the bar beside them in pixels."""
    letters = {name: design("type")[name] * points for name in ("small", "heading", "title")}
    beside = {"arrow": round(points * 1.6), "bar": round(points * 2)}
    return {name: f"{size:.1f}" for name, size in letters.items()} | {
        name: str(size) for name, size in beside.items()
    }


def _insides(lines: Mapping[str, int]) -> dict[str, str]:
    """What lines leave of the insets, so that a control with the keyboard does not grow."""
    return {
        f"{name}_{line}": f"{up - lines[line]}px {aside - lines[line]}px"
        for name, (up, aside) in design("inset").items()
        for line in ("thin", "ring", "ring_on_fill")
    }


def _heights() -> dict[str, int]:
    """What insets leave of the heights, which is what the sheet asks for."""
    targets, insets = design("target"), design("inset")
    return {
        f"{name}_height": targets[name] - 2 * insets[_INSET_OF.get(name, name)][0]
        for name in ("button", "primary", "attack", "link", "fold", "rail", "input", "check")
    }


def round_side(points: float) -> int:
    """The side of a round button in pixels: it grows with large text."""
    return max(int(design("target")["icon"]), round(2 * points))


def _round(points: float, lines: Mapping[str, int]) -> dict[str, int]:
    side = round_side(points)
    return {"icon": side - 2 * lines["thin"], "round": side // 2}


def _sign(name: str, look: Look) -> str:
    """A small sign: of the tick, dark on the light accents of the dark looks."""
    return f"icons:{name}-{'light' if look is Look.LIGHT else 'dark'}.svg"
