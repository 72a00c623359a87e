"""The effective look: defaults, table style, style chain, list, direct properties, in the order of ECMA-376 17.7.2."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from phoihop.inspection.looks import ParagraphLook, RunLook, read_paragraph, read_run
from phoihop.inspection.names import DRAWING, child, value, w
from phoihop.inspection.numbering import Numbering
from phoihop.inspection.package import Element, Package, Part

_MAX_CHAIN = 50
_TOGGLES = ("bold", "italic", "caps")


class Style(NamedTuple):
    """One style with what it is based on already beneath it."""

    paragraph: ParagraphLook = ParagraphLook()
    run: RunLook = RunLook()
    bordered: bool | None = None
    """Of a table style: whether it draws borders."""


class Styles:
    """The styles of a document."""

    def __init__(self, package: Package, main: Part) -> None:
        """Read the styles, theme and numbering that the main part points to."""
        self.theme = _theme(_related(package, main, "theme"))
        root = _related(package, main, "styles")
        self._elements: dict[str, Element] = {}
        self._defaults: dict[str, str] = {}
        for element in root.iter(w("style")) if root is not None else ():
            name, kind = value(element, "styleId") or "", value(element, "type") or "paragraph"
            self._elements.setdefault(name, element)
            if value(element, "default") in ("1", "true", "on"):
                self._defaults.setdefault(kind, name)
        base = child(root, "docDefaults")
        self._paragraph = read_paragraph(child(base, "pPrDefault", "pPr"))
        self._run = read_run(child(base, "rPrDefault", "rPr"), self.theme)
        self._resolved: dict[str, Style] = {}
        self._plain: dict[tuple[Style, Style], ParagraphLook] = {}
        self._plain_runs: dict[tuple[Style, Style, Style], RunLook] = {}
        self.numbering = Numbering(_related(package, main, "numbering"))

    def style(self, name: str | None, kind: str) -> Style:
        """A style by id; the default of its kind where none is named or known."""
        if name is None or name not in self._elements:
            name = self._defaults.get(kind, "")
        if name not in self._resolved:
            self._resolved[name] = self._chain(name)
        return self._resolved[name]

    def _chain(self, name: str) -> Style:
        """A style with its ancestors beneath it; a circle ends where it closes."""
        seen: list[str] = []
        while name in self._elements and name not in seen and len(seen) < _MAX_CHAIN:
            seen.append(name)
            name = value(child(self._elements[name], "basedOn")) or ""
        paragraph, run, bordered = ParagraphLook(), RunLook(), None
        for one in reversed(seen):
            element = self._elements[one]
            paragraph = paragraph.under(read_paragraph(child(element, "pPr")))
            run = run.under(read_run(child(element, "rPr"), self.theme))
            own = borders_drawn(child(element, "tblPr", "tblBorders"))
            bordered = bordered if own is None else own
        return Style(paragraph, run, bordered)

    def paragraph(self, properties: Element | None, table: Style) -> tuple[ParagraphLook, Style]:
        """A paragraph's effective look, and its style, which its runs need."""
        named = child(properties, "pStyle")
        style = self.style(value(named), "paragraph")
        if properties is None or (named is not None and len(properties) == 1):  # as almost all paragraphs are
            key = style, table
            if key not in self._plain:
                self._plain[key] = self._paragraph_look(None, style, table)
            return self._plain[key], style
        return self._paragraph_look(properties, style, table), style

    def _paragraph_look(self, properties: Element | None, style: Style, table: Style) -> ParagraphLook:
        direct = read_paragraph(properties)
        look = self._paragraph.under(table.paragraph)
        if direct.list_id is None:  # a list that the style asks for: the style's own indents win
            listed = self.numbering.look(style.paragraph.list_id, style.paragraph.list_level)
            return look.under(listed).under(style.paragraph).under(direct)
        listed = self.numbering.look(direct.list_id, direct.list_level)
        return look.under(style.paragraph).under(listed).under(direct)

    def run(self, properties: Element | None, paragraph: Style, table: Style) -> RunLook:
        """A run's effective look. Bold, italic and capitals are toggles: two styles that ask for them cancel out."""
        named = child(properties, "rStyle")
        character = self.style(value(named), "character")
        key = character, paragraph, table
        if key not in self._plain_runs:
            self._plain_runs[key] = self._run_look(character, paragraph, table)
        look = self._plain_runs[key]
        if properties is None or (named is not None and len(properties) == 1):
            return look
        return look.under(read_run(properties, self.theme))

    def _run_look(self, character: Style, paragraph: Style, table: Style) -> RunLook:
        layers = (table.run, paragraph.run, character.run)
        look = self._run
        for layer in layers:
            look = look.under(layer)
        toggled: dict[str, bool] = {}
        for name in _TOGGLES:
            asked = sum(bool(getattr(layer, name)) for layer in layers)
            toggled[name] = bool(getattr(self._run, name)) or asked % 2 == 1
        return look._replace(**toggled)  # type: ignore[arg-type]


def borders_drawn(borders: Element | None) -> bool | None:
    """Whether a w:tblBorders or w:tcBorders draws anything; None where it says nothing."""
    if borders is None or not len(borders):
        return None
    return any(value(edge) not in ("nil", "none", None) for edge in borders)


def _related(package: Package, part: Part, kind: str) -> Element | None:
    for known, target in part.related.values():
        if known == kind and (found := package.part(target)) is not None:
            return found.root
    return None


def _theme(root: Element | None) -> Mapping[str, str]:
    """The fonts that a theme's names stand for: `minor` and `major`."""
    fonts: dict[str, str] = {}
    for kind in ("minor", "major") if root is not None else ():
        latin = next(root.iter(f"{DRAWING}{kind}Font"), None) if root is not None else None
        face = latin.find(f"{DRAWING}latin") if latin is not None else None
        if face is not None:
            fonts[kind] = face.get("typeface", "")
    return fonts
