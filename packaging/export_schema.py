"""Writes the parts of events into the JSON Schema of the export, from their shapes.

Run after a kind of event has changed: `python packaging/export_schema.py`. A test compares.
"""

from __future__ import annotations

import json
import sys
from dataclasses import MISSING, Field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from diary.exchange.event_checks import KEY, UUID
from diary.exchange.shapes import SHAPES, Shape

ROOT = Path(__file__).resolve().parent.parent
PLACES = (ROOT / "docs" / "export.schema.json", ROOT / "diary/exchange/export.schema.json")
SIMPLE: dict[str, dict[str, Any]] = {
    "str": {"type": "string"},
    "int": {"type": "integer"},
    "float": {"type": "number"},
    "bool": {"type": "boolean"},
    "date": {"$ref": "#/$defs/day"},
    "datetime": {"$ref": "#/$defs/moment"},
}


def schema() -> dict[str, Any]:
    """The whole schema, with the parts of events made anew."""
    found: dict[str, Any] = json.loads(PLACES[0].read_text("utf-8"))
    for shape in SHAPES:
        found["properties"][shape.name] = {"type": "array", "items": _items(shape)}
    return found


def _items(shape: Shape) -> dict[str, Any]:
    return {
        "type": "object",
        "description": " ".join((shape.kind.__doc__ or "").split()),
        "properties": {part.name: _part(shape, part) for part in shape.parts},
        "required": sorted(part.name for part in shape.parts if part.default is MISSING),
        "additionalProperties": False,
    }


def _part(shape: Shape, part: Field[Any]) -> dict[str, Any]:
    name, optional = str(part.type).partition(" | ")[::2]
    found = _list(shape, part) if name.startswith("tuple") else _simple(shape, part, name)
    return {"oneOf": [found, {"type": "null"}]} if optional else found


def _list(shape: Shape, part: Field[Any]) -> dict[str, Any]:
    items: dict[str, Any] = {"type": "string"}
    if part.name in shape.words:
        items["enum"] = list(shape.words[part.name])
    return {"type": "array", "items": items, "uniqueItems": True}


def _simple(shape: Shape, part: Field[Any], name: str) -> dict[str, Any]:
    if part.name in shape.words:
        return {"enum": list(shape.words[part.name])}
    if part.name in {"id", shape.parent}:
        return {"type": "string", "pattern": f"^{UUID.pattern}$"}
    if part.name == "key":
        return {"type": "string", "pattern": f"^{KEY.pattern}$"}
    if part.name == "pain":
        return {"type": "integer", "minimum": 0, "maximum": 10}
    return SIMPLE[name]


def main() -> None:
    """Write both copies."""
    text = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    for place in PLACES:
        place.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
