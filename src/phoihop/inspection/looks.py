"""What a run and a paragraph are told to look like, layer by layer; None is what a layer leaves unsaid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from phoihop.inspection.names import child, measure, number, switch, value, w
from phoihop.inspection.package import Element


class RunLook(NamedTuple):
    """A run's properties (w:rPr). `size` in points; `ascii` and `other`: the fonts of plain and of marked letters."""

    bold: bool | None = None
    italic: bool | None = None
    caps: bool | None = None
    underline: bool | None = None
    size: float | None = None
    ascii: str | None = None
    other: str | None = None
    colour: str | None = None
    raised: bool | None = None
    hidden: bool | None = None

    def under(self, top: RunLook) -> RunLook:
        """These properties with another layer on top."""
        return RunLook._make(low if high is None else high for low, high in zip(self, top, strict=True))


class ParagraphLook(NamedTuple):
    """A paragraph's properties (w:pPr); lengths in points. `line` is points, or multiples where `rule` is auto."""

    align: str | None = None
    left: float | None = None
    right: float | None = None
    first: float | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    rule: str | None = None
    keep_next: bool | None = None
    contextual: bool | None = None
    border: bool | None = None
    tabs: tuple[float, ...] | None = None
    list_id: str | None = None
    list_level: int | None = None

    def under(self, top: ParagraphLook) -> ParagraphLook:
        """These properties with another layer on top."""
        return ParagraphLook._make(low if high is None else high for low, high in zip(self, top, strict=True))


_ALIGN = {"start": "left", "end": "right", "distribute": "both", "lowKashida": "both", "thaiDistribute": "both"}
_AUTO_SPACING = 14.0  # what Word uses for "auto" space around a paragraph


def read_run(element: Element | None, theme: Mapping[str, str]) -> RunLook:
    """A w:rPr, theme fonts resolved."""
    if element is None:
        return RunLook()
    underline = child(element, "u")
    fonts = child(element, "rFonts")
    size = number(value(child(element, "sz")))
    colour = value(child(element, "color"))
    raised = value(child(element, "vertAlign"))
    return RunLook(
        bold=switch(child(element, "b")),
        italic=switch(child(element, "i")),
        caps=switch(child(element, "caps")),
        underline=None if underline is None else value(underline) not in ("none", None),
        size=None if size is None else size / 2,
        ascii=_font(fonts, "ascii", theme),
        other=_font(fonts, "hAnsi", theme),
        colour=None if colour is None else colour.lower(),
        raised=None if raised is None else raised != "baseline",
        hidden=switch(child(element, "vanish")),
    )


def _font(fonts: Element | None, slot: str, theme: Mapping[str, str]) -> str | None:
    named = value(fonts, f"{slot}Theme")
    return theme.get(named.removesuffix("Ascii").removesuffix("HAnsi"), "") if named else value(fonts, slot)


def read_paragraph(element: Element | None) -> ParagraphLook:
    """A w:pPr."""
    if element is None:
        return ParagraphLook()
    align = value(child(element, "jc"))
    spacing, indent = child(element, "spacing"), child(element, "ind")
    hanging = measure(indent, "hanging")
    rule = value(spacing, "lineRule")
    line = number(value(spacing, "line"))
    if line is not None:
        rule = rule or "auto"
        line = line / (240 if rule == "auto" else 20)
    borders = child(element, "pBdr")
    level = number(value(child(element, "numPr", "ilvl")))
    return ParagraphLook(
        align=None if align is None else _ALIGN.get(align, align),
        left=_either(indent, "left", "start"),
        right=_either(indent, "right", "end"),
        first=measure(indent, "firstLine") if hanging is None else -hanging,
        before=_space(spacing, "before"),
        after=_space(spacing, "after"),
        line=line,
        rule=rule,
        keep_next=switch(child(element, "keepNext")),
        contextual=switch(child(element, "contextualSpacing")),
        border=None if borders is None else any(value(edge) not in ("nil", "none", None) for edge in borders),
        tabs=_tabs(child(element, "tabs")),
        list_id=value(child(element, "numPr", "numId")),
        list_level=None if level is None else min(max(int(level), 0), 8),
    )


def _either(element: Element | None, *names: str) -> float | None:
    return next((found for name in names if (found := measure(element, name)) is not None), None)


def _space(spacing: Element | None, side: str) -> float | None:
    automatic = value(spacing, f"{side}Autospacing")
    return _AUTO_SPACING if automatic in ("1", "true", "on") else measure(spacing, side)


def _tabs(element: Element | None) -> tuple[float, ...] | None:
    if element is None:
        return None
    stops = (measure(tab, "pos") for tab in element.findall(w("tab")) if value(tab) not in ("clear", "bar"))
    return tuple(sorted(stop for stop in stops if stop is not None))
