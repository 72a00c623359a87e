"""The strict HTML subset that templates write, read into blocks. What it does not know is a fault with its line.

<meta name="title|author|date|regime" content="...">
<section class="dung|ngang">            pages, portrait or landscape
  <h1> ... <h5>, <p>                    class = a style of `kieu`; inside: text, <b> <i> <u> <br>
  <hr>                                  class = a style of `ke`
  <header>, <footer>                    first and last of a section: <p> <h1> <hr> in the first page's margins
  <table role="presentation">           class = a style of `bang`; side by side: <tr>, <td colspan> of <p> <h1> <hr>
  <table> <thead> <tbody>               class = a style of `bang`; <tr>, <th> or <td class colspan> of text
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from phoihop.document.blocks import (
    Area,
    Block,
    Cell,
    Columns,
    Document,
    Heading,
    Meta,
    PageSection,
    Paragraph,
    Rule,
    Run,
    Simple,
    Table,
)
from phoihop.document.markup import Element, SubsetFault, read_markup
from phoihop.document.style import Sheet, StyleTable
from phoihop.i18n import _

__all__ = ["SubsetFault", "parse"]

_HEADINGS = ("h1", "h2", "h3", "h4", "h5")
_INLINE = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline"}
_ORIENTATION = {"dung": False, "ngang": True}
_META = ("title", "author", "date", "regime")
# Only what separates words in HTML: a no-break space is text, and so is anything more exotic.
_SPACE = re.compile(r"[ \t\r\n\f]+")


def parse(html: str, styles: StyleTable | None = None) -> Document:
    """The document that rendered HTML describes. With `styles`, classes and column counts are checked too."""
    root = read_markup(html)
    values: dict[str, str] = {}
    sections: list[PageSection] = []
    for element in _elements(root, ("meta", "section")):
        if element.tag == "meta":
            _attributes(element, ("name", "content"))
            name = element.attributes.get("name", "")
            if name not in _META:
                raise _fault(element, _('"{value}" is not one of: {allowed}'), name, _META)
            values[name] = element.attributes.get("content", "")
            continue
        # The regime is known by now: templates begin with their meta lines.
        reader = _Blocks(_sheet(styles, values, element))
        _attributes(element, ("class",))
        orientation = element.attributes.get("class", "dung")
        if orientation not in _ORIENTATION:
            raise _fault(element, _('"{value}" is not one of: {allowed}'), orientation, _ORIENTATION)
        sections.append(reader.section(element, _ORIENTATION[orientation]))
    return Document(Meta(**values), tuple(sections))


def _sheet(styles: StyleTable | None, values: Mapping[str, str], element: Element) -> Sheet | None:
    if styles is None:
        return None
    regime = values.get("regime", Meta().regime)
    if regime not in styles.sheets:
        raise _fault(element, _('"{value}" is not one of: {allowed}'), regime, styles.sheets)
    return styles.sheets[regime]


def _fault(element: Element, message: str, value: str = "", allowed: object = ()) -> SubsetFault:
    names = ", ".join(str(name) for name in allowed) if isinstance(allowed, tuple | Mapping) else ""
    filled = message.format(tag=element.tag, value=value, allowed=names)
    return SubsetFault(element.line, f"<{element.tag}>: {filled}")


def _attributes(element: Element, allowed: tuple[str, ...]) -> None:
    for name in element.attributes:
        if name not in allowed:
            raise _fault(element, _('the attribute "{value}" is not known here'), name)


def _elements(parent: Element, allowed: tuple[str, ...]) -> Iterator[Element]:
    """The elements inside `parent`, which holds no text of its own."""
    for child in parent.children:
        if isinstance(child, tuple):
            line, text = child
            if text.strip(" \t\r\n\f"):
                line += text[: len(text) - len(text.lstrip())].count("\n")
                message = _('the text "{text}" stands outside a paragraph')
                raise SubsetFault(line, message.format(text=_SPACE.sub(" ", text).strip()[:60]))
        elif child.tag not in allowed:
            place = f"<{parent.tag}>" if parent.tag else _("the document")
            message = _("<{tag}> cannot stand in {place}").format(tag=child.tag, place=place)
            raise SubsetFault(child.line, message)
        else:
            yield child


class _Blocks:
    """Reads the elements of one section; `sheet` holds the classes that exist, if they are to be checked."""

    def __init__(self, sheet: Sheet | None) -> None:
        self.sheet = sheet

    def section(self, element: Element, landscape: bool) -> PageSection:
        inner = list(_elements(element, ("header", *_HEADINGS, "p", "hr", "table", "footer")))
        margins: dict[str, tuple[Simple, ...]] = {}
        for tag, place, message in (
            ("header", 0, _("this tag is the first thing in its section, or not there")),
            ("footer", -1, _("this tag is the last thing in its section, or not there")),
        ):
            if inner and inner[place].tag == tag:
                margins[tag] = self.stacked(inner.pop(place), ())
            if misplaced := next((child for child in inner if child.tag == tag), None):
                raise _fault(misplaced, message)
        return PageSection(tuple(map(self.block, inner)), landscape, **margins)

    def stacked(self, element: Element, attributes: tuple[str, ...]) -> tuple[Simple, ...]:
        """Blocks one below the other in a margin or a cell."""
        _attributes(element, attributes)
        return tuple(map(self.simple, _elements(element, (*_HEADINGS, "p", "hr"))))

    def block(self, element: Element) -> Block:
        if element.tag != "table":
            return self.simple(element)
        _attributes(element, ("class", "role"))
        role = element.attributes.get("role")
        if role not in (None, "presentation"):
            raise _fault(element, _('"{value}" is not one of: {allowed}'), role or "", ("presentation",))
        return self.table(element) if role is None else self.columns(element)

    def simple(self, element: Element) -> Simple:
        _attributes(element, ("class",))
        if element.tag == "hr":
            return Rule(self.style(element, "ke"))
        style = self.style(element, "kieu")
        runs = _runs(element)
        if element.tag == "p":
            return Paragraph(style, runs)
        return Heading(int(element.tag[1]), style, runs)

    def style(self, element: Element, kind: str, default: str = "") -> str:
        """The class of an element: one name, from the sheet's styles of that kind."""
        name = element.attributes.get("class", default)
        if not name or _SPACE.search(name):
            raise _fault(element, _('the class "{value}" is not the name of one style'), name)
        if self.sheet is not None and name not in getattr(self.sheet, kind):
            raise _fault(element, _('dinh_dang.yaml has no style "{value}" for this tag'), name)
        return name

    def columns(self, element: Element) -> Columns:
        style = self.style(element, "bang")
        rows = []
        for row in _elements(element, ("tr",)):
            _attributes(row, ())
            rows.append(tuple(self.area(cell) for cell in _elements(row, ("td",))))
        self.widths(element, style, [sum(area.span for area in row) for row in rows])
        return Columns(style, tuple(rows))

    def area(self, cell: Element) -> Area:
        return Area(self.stacked(cell, ("colspan",)), _span(cell))

    def table(self, element: Element) -> Table:
        style = self.style(element, "bang")
        parts: dict[str, list[tuple[Cell, ...]]] = {"thead": [], "tbody": []}
        for part in _elements(element, ("thead", "tbody")):
            _attributes(part, ())
            for row in _elements(part, ("tr",)):
                _attributes(row, ())
                cells = _elements(row, ("th", "td"))
                parts[part.tag].append(tuple(self.cell(cell) for cell in cells))
        rows = [*parts["thead"], *parts["tbody"]]
        self.widths(element, style, [sum(cell.span for cell in row) for row in rows])
        return Table(style, tuple(parts["thead"]), tuple(parts["tbody"]))

    def cell(self, cell: Element) -> Cell:
        _attributes(cell, ("class", "colspan"))
        style = self.style(cell, "kieu", "o-dau" if cell.tag == "th" else "o")
        return Cell(style, _runs(cell), _span(cell))

    def widths(self, element: Element, style: str, counts: list[int]) -> None:
        """Every row fills every column."""
        if not counts:
            raise _fault(element, _("there are no rows"))
        expected = len(self.sheet.bang[style].cot) if self.sheet is not None else counts[0]
        for count in counts:
            if count != expected:
                message = _("a row has {count} cells where there are {expected} columns")
                raise _fault(element, message.format(count=count, expected=expected))


def _span(cell: Element) -> int:
    value = cell.attributes.get("colspan", "1")
    if value not in {str(number) for number in range(1, 21)}:
        raise _fault(cell, _('"{value}" is not a number of columns'), value)
    return int(value)


def _runs(element: Element) -> tuple[Run, ...]:
    """A paragraph's text with spaces as HTML shows them: one between words, none at the ends of a line."""
    pieces: list[Run] = []
    after_space = True
    for run in _pieces(element, {}):
        text = run.text
        if text != "\n":
            text = _SPACE.sub(" ", text)
            if after_space:
                text = text.removeprefix(" ")
            if not text:
                continue
        elif pieces and pieces[-1].text.endswith(" "):
            pieces[-1] = _with_text(pieces[-1], pieces[-1].text[:-1])
        after_space = text.endswith((" ", "\n"))
        if pieces and _with_text(pieces[-1], "") == _with_text(run, ""):
            pieces[-1] = _with_text(run, pieces[-1].text + text)
        else:
            pieces.append(_with_text(run, text))
    if pieces and pieces[-1].text.endswith(" "):
        pieces[-1] = _with_text(pieces[-1], pieces[-1].text[:-1])
    return tuple(piece for piece in pieces if piece.text)


def _with_text(run: Run, text: str) -> Run:
    return Run(text, run.bold, run.italic, run.underline)


def _pieces(element: Element, emphasis: Mapping[str, bool]) -> Iterator[Run]:
    for child in element.children:
        if isinstance(child, tuple):
            yield Run(child[1], **emphasis)
        elif child.tag == "br":
            _attributes(child, ())
            yield Run("\n", **emphasis)
        elif child.tag in _INLINE:
            _attributes(child, ())
            yield from _pieces(child, {**emphasis, _INLINE[child.tag]: True})
        else:
            message = _("<{tag}> cannot stand in {place}").format(tag=child.tag, place=f"<{element.tag}>")
            raise SubsetFault(child.line, message)
