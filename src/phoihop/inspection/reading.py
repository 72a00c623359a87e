"""From the XML to what is measured: walks the body once, in the order in which it is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from phoihop.i18n import _
from phoihop.inspection.content import Cell, Content, Paragraph, Run, Section
from phoihop.inspection.drawing import boxes_in, line_lengths
from phoihop.inspection.names import MC, REL, child, measure, number, switch, value, w
from phoihop.inspection.package import Element, Package, Part, UnreadableDocument
from phoihop.inspection.styles import Style, Styles, borders_drawn

_THROUGH = {
    w(name) for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple", "dir")
}
_PAGE = re.compile(r"\s*PAGE\b", re.IGNORECASE)
_A4 = (595.3, 841.9)
_NO_TABLE = Style()


def read(package: Package) -> Content:
    """The document of a package."""
    main = package.main()
    body = child(main.root, "body")
    if body is None:
        raise UnreadableDocument(_("there is no document in it"))
    reader = _Reader(package, main)
    reader.blocks(body, None, _NO_TABLE)
    reader.close_section(child(body, "sectPr"))
    settings = next((target for kind, target in main.related.values() if kind == "settings"), "")
    found = package.part(settings)
    stop = measure(child(found.root, "defaultTabStop"), "val") if found else None
    return Content(tuple(reader.sections), tuple(reader.paragraphs), tuple(reader.boxes), stop or 36.0)


class _Inline(NamedTuple):
    """What a paragraph's inside is gathered into."""

    lines: list[list[Run]]
    drawn: list[float]
    boxes: list[Element]
    codes: list[str]
    marks: list[str]


class _Reader:
    def __init__(self, package: Package, main: Part) -> None:
        self.package, self.main = package, main
        self.styles = Styles(package, main)
        self.paragraphs: list[Paragraph] = []
        self.boxes: list[Paragraph] = []
        self.sections: list[Section] = []
        self.tables = 0
        self.number = 0
        self._headers: dict[str, tuple[Paragraph, ...]] = {}

    def blocks(self, parent: Element, cell: Cell | None, table: Style) -> None:
        for element in parent:
            if element.tag == w("p"):
                self.number += 1
                self.paragraphs.append(self.paragraph(element, self.number, cell, table))
                if (ends := child(element, "pPr", "sectPr")) is not None:
                    self.close_section(ends)
            elif element.tag == w("tbl"):
                self.table(element)
            elif element.tag in _THROUGH:
                self.blocks(element, cell, table)
            elif element.tag == f"{MC}AlternateContent" and (chosen := _chosen(element)) is not None:
                self.blocks(chosen, cell, table)

    def table(self, element: Element) -> None:
        index, self.tables = self.tables, self.tables + 1
        style = self.styles.style(value(child(element, "tblPr", "tblStyle")), "table")
        own = borders_drawn(child(element, "tblPr", "tblBorders"))
        bordered = bool(style.bordered if own is None else own)
        grid = [measure(column, "w") or 0.0 for column in element.findall(f"{w('tblGrid')}/{w('gridCol')}")]
        for row, entry in enumerate(_inside(element, "tr")):
            column = _count(child(entry, "trPr", "gridBefore"))
            for one in _inside(entry, "tc"):
                properties = child(one, "tcPr")
                span = max(_count(child(properties, "gridSpan")), 1)
                width = child(properties, "tcW")
                said = measure(width, "w") if value(width, "type") in ("dxa", None) else None
                drawn = borders_drawn(child(properties, "tcBorders"))
                cell = Cell(
                    index,
                    row,
                    column,
                    said or sum(grid[column : column + span]),
                    bordered if drawn is None else drawn,
                )
                self.blocks(one, cell, style)
                column += span

    def paragraph(
        self, element: Element, number: int, cell: Cell | None, table: Style, boxed: bool = False
    ) -> Paragraph:
        properties = child(element, "pPr")
        look, style = self.styles.paragraph(properties, table)
        inline = _Inline([[]], [], [], [], [])
        self.inline(element, style, table, inline)
        for box in inline.boxes if not boxed else ():  # those in a box are among them already
            self.boxes.extend(self.paragraph(one, number, cell, _NO_TABLE, boxed=True) for one in box.findall(w("p")))
        return Paragraph(
            number,
            look,
            tuple(tuple(line) for line in inline.lines),
            len(self.sections),
            cell,
            label=self.styles.numbering.label(look.list_id, look.list_level),
            drawn=tuple(inline.drawn),
            page_field=any(_PAGE.match(code) for code in inline.codes),
            breaks_page="page" in inline.marks or bool(switch(child(properties, "pageBreakBefore"))),
            framed=value(child(properties, "framePr"), "xAlign") == "center",
        )

    def inline(self, parent: Element, style: Style, table: Style, into: _Inline) -> None:
        for element in parent:
            if element.tag == w("r"):
                look = self.styles.run(child(element, "rPr"), style, table)
                if not look.hidden:
                    self.run(element, Run("", look), into)
            elif element.tag in _THROUGH:
                if (code := value(element, "instr")) is not None:
                    into.codes.append(code)
                self.inline(element, style, table, into)
            elif element.tag == f"{MC}AlternateContent" and (chosen := _chosen(element)) is not None:
                self.inline(chosen, style, table, into)

    def run(self, parent: Element, run: Run, into: _Inline) -> None:
        for element in parent:
            name = element.tag.removeprefix(w(""))
            if name == "t":
                into.lines[-1].append(run._replace(text=(element.text or "").replace("\n", " ")))
            elif name in ("tab", "ptab", "noBreakHyphen"):
                into.lines[-1].append(run._replace(text="-" if name == "noBreakHyphen" else "\t"))
            elif name in ("br", "cr"):
                if (kind := value(element, "type")) in ("page", "column"):
                    into.marks.append(kind or "")
                else:
                    into.lines.append([])
            elif name == "instrText":
                into.codes.append(element.text or "")
            elif name in ("drawing", "pict", "object"):
                into.drawn.extend(line_lengths(element))
                into.boxes.extend(boxes_in(element))
            elif element.tag == f"{MC}AlternateContent" and (chosen := _chosen(element)) is not None:
                self.run(chosen, run, into)

    def close_section(self, properties: Element | None) -> None:
        """A w:sectPr ends the section of everything since the last one; headers that it lacks are the last one's."""
        size, margins = child(properties, "pgSz"), child(properties, "pgMar")
        before = self.sections[-1] if self.sections else None
        gutter = measure(margins, "gutter") or 0.0
        sides = {side: abs(measure(margins, side) or 0.0) for side in ("top", "bottom", "left", "right")}
        sides["left"] += gutter
        start = number(value(child(properties, "pgNumType"), "start"))
        self.sections.append(
            Section(
                measure(size, "w") or _A4[0],
                measure(size, "h") or _A4[1],
                value(size, "orient") == "landscape",
                sides,
                measure(margins, "header"),
                bool(switch(child(properties, "titlePg"))),
                None if start is None else int(start),
                self.margin_text(properties, "header", "default", before.header if before else ()),
                self.margin_text(properties, "header", "first", before.first_header if before else ()),
                self.margin_text(properties, "footer", "default", before.footer if before else ()),
            )
        )

    def margin_text(
        self, properties: Element | None, place: str, kind: str, inherited: tuple[Paragraph, ...]
    ) -> tuple[Paragraph, ...]:
        """The paragraphs of a header or footer of this section."""
        for reference in properties.findall(w(f"{place}Reference")) if properties is not None else ():
            if (value(reference, "type") or "default") == kind:
                _kind, target = self.main.related.get(reference.get(f"{REL}id", ""), ("", ""))
                if target not in self._headers:
                    part = self.package.part(target)
                    every = part.root.iter(w("p")) if part else ()
                    self._headers[target] = tuple(self.paragraph(one, 0, None, _NO_TABLE) for one in every)
                return self._headers[target]
        return inherited


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those in content controls included."""
    for element in parent:
        if element.tag == w(name):
            yield element
        elif element.tag in _THROUGH:
            yield from _inside(element, name)


def _chosen(element: Element) -> Element | None:
    """Of two forms of one thing, the one that Word shows."""
    found = element.find(f"{MC}Choice")
    return found if found is not None else element.find(f"{MC}Fallback")


def _count(element: Element | None) -> int:
    found = number(value(element))
    return min(max(int(found), 0), 1000) if found else 0
