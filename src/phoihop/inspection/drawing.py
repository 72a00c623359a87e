"""Horizontal lines and boxes that are drawn rather than typed, in the new form (DrawingML) and in the old (VML)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from phoihop.inspection.names import DRAWING, VML, WP, WPS, number, w
from phoihop.inspection.package import Element

_EMU_PER_POINT = 12_700
_LINES = {"line", "straightConnector1", "lineInv"}
_LINE_SHAPES = {"#_x0000_t32", "_x0000_t32", "#_x0000_t20", "_x0000_t20"}
_FLAT = 4.0
"""A shape no higher than this many points is a horizontal line."""
_STYLE = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*(-?[0-9.]{1,10})(pt|in|mm|cm|px)?")
_UNITS = {"pt": 1.0, "in": 72.0, "mm": 72 / 25.4, "cm": 720 / 25.4, "px": 0.75, "": 0.75}


def line_lengths(element: Element) -> Iterator[float]:
    """The lengths in points of the horizontal lines drawn in a w:drawing or w:pict."""
    for anchor in (*element.iter(f"{WP}anchor"), *element.iter(f"{WP}inline")):
        kinds = {shape.get("prst") for shape in anchor.iter(f"{DRAWING}prstGeom")}
        extent = anchor.find(f"{WP}extent")
        wide, high = (number(extent.get(side)) if extent is not None else None for side in ("cx", "cy"))
        if wide and kinds & (_LINES | {"rect"}) and (high or 0) / _EMU_PER_POINT <= _FLAT:
            yield wide / _EMU_PER_POINT
    for line in element.iter(f"{VML}line"):
        ends = [[_length(one) for one in line.get(end, "").split(",")] for end in ("from", "to")]
        if all(len(end) == 2 for end in ends) and abs(ends[0][1] - ends[1][1]) <= _FLAT:
            yield abs(ends[1][0] - ends[0][0])
    for shape in (*element.iter(f"{VML}shape"), *element.iter(f"{VML}rect")):
        size = {side: float(many or 0) * _UNITS[unit] for side, many, unit in _sizes(shape)}
        flat = shape.tag.endswith("rect") or shape.get("type") in _LINE_SHAPES
        if flat and size.get("height", 0.0) <= _FLAT and size.get("width", 0.0) > 0:
            yield size["width"]


def boxes_in(element: Element) -> Iterator[Element]:
    """The texts of the boxes in a w:drawing or w:pict."""
    for box in element.iter():
        if box.tag in (f"{WPS}txbx", f"{VML}textbox"):
            yield from box.findall(w("txbxContent"))


def _sizes(shape: Element) -> list[tuple[str, str, str]]:
    return [
        found for found in _STYLE.findall(shape.get("style", "")) if found[1].count(".") <= 1 and found[1] not in "-."
    ]


def _length(text: str) -> float:
    match = re.fullmatch(r"\s*(-?[0-9]{0,7}(?:\.[0-9]{1,6})?)(pt|in|mm|cm|px)?\s*", text)
    return float(match[1]) * _UNITS[match[2] or ""] if match and match[1] not in ("", "-") else 0.0
