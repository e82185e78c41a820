"""Each pair of colours of the style sheet, in each look: text 7:1, lines, signs and rings 3:1."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest

import diary.ui
from diary.palette import Look, colours, contrast, design
from diary.ui.stylesheet import stylesheet

TEXT, PART = 7.0, 3.0
GROUNDS = ("paper", "card")
CONDITION = re.compile(r"\[[^]]*\]|(?<!:):(?!:)[\w-]+")
WORDLESS = ("QFrame[bar", "QScrollBar", "QCheckBox::indicator")
EDGES = {
    'QFrame[role="card"]': "its ground and its heading tell it, too",
    'QFrame[role="panel"]': "as a card",
    'QFrame[role="side"]': "as a card",
    'QFrame[role="rail"]': "as a card",
    'QPushButton[role="icon"]': "its sign tells it, and reaches 7:1",
    'QPushButton[role="photo"]': "the photo tells it",
    "QListView": "its rows tell it",
    "QTreeView": "its rows tell it",
    "QTableView": "its numbers tell it",
    'QTableView[role="records"]': "the lines of its words tell its rows",
}
"""What may have a faint edge, since something else shows where it is. So may what is off."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What one selector of the sheet says, with all that it takes from plainer ones."""

    selector: str
    says: dict[str, str]

    def role(self, *names: str) -> str:
        """The colour role of the first property that is there."""
        return next((found for name in names if (found := _role(self.says.get(name, "")))), "")

    @property
    def grounds(self) -> tuple[str, ...]:
        """What stands behind its words: its own ground, or any of the window's."""
        own = self.role("background")
        return (own,) if own else GROUNDS


def _role(value: str) -> str:
    found = re.search(r"<(\w+)>", value)
    return found.group(1) if found else ""


def _simple(selector: str) -> tuple[str, frozenset[str]]:
    """The kind of a selector, and what it asks besides."""
    return CONDITION.sub("", selector).strip(), frozenset(CONDITION.findall(selector))


def _rules(look: Look) -> Iterator[Rule]:
    named = {role: f"<{role}>" for role in colours(look)}
    sheet = stylesheet(named, 11, look)
    plain: list[tuple[str, dict[str, str]]] = []
    for selectors, body in re.findall(r"([^{}]+)\{([^}]*)\}", sheet):
        says = dict(re.findall(r"([\w-]+):\s*([^;]+)", body))
        plain += [(" ".join(each.split()), says) for each in selectors.split(",")]
    for selector, says in plain:
        kind, asks = _simple(selector)
        below = [
            (len(_simple(other)[1]), other_says)
            for other, other_says in plain
            if _simple(other)[0] in {kind, "QWidget"} and _simple(other)[1] <= asks
        ]
        merged: dict[str, str] = {}
        for _asks, other_says in sorted(below, key=lambda each: each[0]):
            merged = _over(merged, other_says)
        yield Rule(selector, _over(merged, says))


def _over(below: dict[str, str], says: dict[str, str]) -> dict[str, str]:
    """A whole line takes the place of the colour of the line before."""
    if "border" in says:
        below = {name: value for name, value in below.items() if not name.startswith("border")}
    return below | says


RULES = {look: list(_rules(look)) for look in Look}


def _pairs(rule: Rule) -> Iterator[tuple[str, str]]:
    """The words of a rule and what they stand on."""
    text = rule.role("color")
    if text and not rule.selector.startswith(WORDLESS):
        yield from ((text, ground) for ground in rule.grounds)
    chosen, behind = rule.role("selection-color"), rule.role("selection-background-color")
    if chosen and behind:
        yield chosen, behind


@pytest.mark.parametrize("look", Look)
def test_words_reach_seven_to_one(look: Look) -> None:
    pairs = [(rule.selector, *pair) for rule in RULES[look] for pair in _pairs(rule)]
    assert len(pairs) > 60
    here = colours(look)
    assert [each for each in pairs if contrast(here[each[1]], here[each[2]]) < TEXT] == []


@pytest.mark.parametrize("look", Look)
def test_lines_and_rings_reach_three_to_one(look: Look) -> None:
    here = colours(look)
    weak: list[tuple[str, str, str]] = []
    for rule in RULES[look]:
        line = rule.role("border-color", "border", "border-left", "border-bottom")
        if not line or ":disabled" in rule.selector or _is_edge(rule, line):
            continue
        weak += [
            (rule.selector, line, ground)
            for ground in GROUNDS
            if contrast(here[line], here[ground]) < PART
        ]
    assert weak == []


def _is_edge(rule: Rule, line: str) -> bool:
    return line == "hairline" and rule.selector.split(":")[0].split(" QAbs")[0] in EDGES


@pytest.mark.parametrize("look", Look)
def test_what_has_the_keyboard_is_told_by_more_than_its_colour(look: Look) -> None:
    """A broader line of another colour; on a fill as dark as the line, underlined words."""
    here = colours(look)
    found = [rule for rule in RULES[look] if rule.selector.endswith(":focus")]
    assert len(found) > 12
    for rule in found:
        ring = rule.role("border-color", "border")
        beside = {rule.role("background") or "card"}
        apart = all(contrast(here[ring], here[each]) >= PART for each in beside)
        assert apart or rule.says.get("text-decoration") == "underline", rule.selector


def test_the_ring_is_broader_than_the_line() -> None:
    for lines in (design("line"), {**design("line"), **design("line_contrast")}):
        assert lines["thin"] < lines["ring"] <= min(design("inset")["button"])
        assert lines["thin"] < lines["ring_on_fill"]


@pytest.mark.parametrize("look", Look)
def test_signs_of_the_sheet_reach_three_to_one(look: Look) -> None:
    here = colours(look)
    name = "light" if look is Look.LIGHT else "dark"
    for sign, grounds in (("tick", ("accent", "ink2")), ("down", ("card",))):
        drawing = (files("resources") / "icons" / f"{sign}-{name}.svg").read_text("utf-8")
        (stroke,) = set(re.findall(r'stroke="(#\w{6})"', drawing))
        for ground in grounds:
            assert contrast(stroke, here[ground]) >= PART, (sign, ground)


def test_icons_are_of_one_family_and_drawn_in_a_colour_of_text() -> None:
    folder = Path(str(files("resources") / "icons"))
    drawn = [each for each in folder.glob("*.svg") if "-" not in each.stem]
    assert len(drawn) > 8
    for each in drawn:
        drawing = each.read_text("utf-8")
        assert 'viewBox="0 0 24 24"' in drawing, each.name
        assert 'stroke="currentColor" stroke-width="1.8"' in drawing, each.name
    asked = {role for text in _sources() for role in re.findall(r'icon\(.*colour\("(\w+)"', text)}
    assert asked
    for look in Look:
        for role in asked:
            assert min(contrast(colours(look)[role], colours(look)[g]) for g in GROUNDS) >= TEXT


def test_what_is_painted_uses_colours_that_are_checked() -> None:
    """Each role is text, a line or a ground; the faint edge is for the sheet alone."""
    asked = {role for text in _sources() for role in re.findall(r'\.colour\("(\w+)"', text)}
    assert len(asked) > 5
    assert "hairline" not in asked
    assert asked <= colours(Look.LIGHT).keys()


def test_the_sheet_knows_no_number_of_its_own() -> None:
    source = (Path(diary.ui.__path__[0]) / "stylesheet.py").read_text("utf-8")
    sheet = source.split('Template("""')[1].split('""")')[0]
    assert re.findall(r"\d+(?:px|pt)", sheet) == []
    assert re.findall(r"#[0-9A-Fa-f]{6}", sheet) == []


def _sources() -> Iterator[str]:
    for file in Path(diary.ui.__path__[0]).rglob("*.py"):
        yield file.read_text("utf-8")
