"""Writes a document as a Word file: named styles, real headings, repeated table heads, page numbers."""

from __future__ import annotations

from collections.abc import Sequence

from phoihop.document.blocks import (
    Area,
    Block,
    Cell,
    Columns,
    Document,
    PageSection,
    Rule,
    Run,
    Simple,
    Table,
)
from phoihop.document.docx_parts import HEADER, NAMESPACES, RULE_ID, margin_part, package, style_ids, text, twips
from phoihop.document.layout import (
    FRAME_PAD,
    MM_TO_PT,
    document_date,
    frame_side,
    framed,
    kept_rows,
    rule_length,
    shares,
    style_of,
    text_width_mm,
)
from phoihop.document.style import Sheet, StyleTable, TableStyle

_MARGINS = {"header": "hdr", "footer": "ftr"}
_EMPTY = f'<w:p><w:pPr><w:pStyle w:val="{RULE_ID}"/></w:pPr></w:p>'


def write(document: Document, styles: StyleTable) -> bytes:
    """The .docx file. Twice the same document is twice the same bytes."""
    sheet = styles.sheet(document.meta.regime)
    sections = document.sections or (PageSection(),)
    # A section that names no first header or footer shows that of the section before.
    writer = _Writer(sheet, {margin for margin in _MARGINS if any(getattr(one, margin) for one in sections)})
    last = len(sections) - 1
    for index, section in enumerate(sections):
        writer.section(section, first=index == 0, last=index == last)
    body = f"{HEADER}<w:document {NAMESPACES}><w:body>{''.join(writer.out)}</w:body></w:document>"
    return package(body, sheet, writer.ids, document.meta, document_date(document), writer.parts)


class _Writer:
    def __init__(self, sheet: Sheet, margins: set[str]) -> None:
        self.sheet = sheet
        self.margins = margins
        self.parts: dict[str, str] = {}  # headers and footers of first pages, by file name
        self.ids = style_ids(sheet)
        self.out: list[str] = []
        self.width = 0  # of the text area of the section, in twips

    def section(self, section: PageSection, first: bool, last: bool) -> None:
        self.width = twips(text_width_mm(self.sheet, section.landscape) * MM_TO_PT)
        blocks = section.blocks
        for index, block in enumerate(blocks):
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            self.block(block, blocks[:index], self.kept(following))
            # Word merges tables that touch, and wants a paragraph after the last one: a section's end is one.
            if isinstance(block, Columns | Table) and (
                last if following is None else isinstance(following, Columns | Table)
            ):
                self.out.append(_EMPTY)
        properties = self.section_properties(section.landscape, self.references(section, first))
        if last:
            self.out.append(properties)
        else:
            # As low as can be: on a full page it must not spill onto one of its own.
            style = f'<w:pStyle w:val="{RULE_ID}"/><w:keepNext w:val="0"/>'
            low = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
            self.out.append(f"<w:p><w:pPr>{style}{low}{properties}</w:pPr></w:p>")

    def kept(self, block: Block | None) -> bool:
        """Whether a block wants the paragraph before it on its page."""
        return isinstance(block, Columns) and style_of(self.sheet.bang, "bang", block.style).giu

    def references(self, section: PageSection, first: bool) -> str:
        """Writes the section's first header and footer, and gives what names them, with the page number's header."""
        named = ['<w:headerReference w:type="default" r:id="rId1"/>'] if first else []
        for margin in sorted(self.margins, reverse=True):
            body, self.out = self.out, []
            self.stack(getattr(section, margin), self.width)
            name = f"{margin}{len(self.parts) + 2}"
            self.parts[f"{name}.xml"] = margin_part(_MARGINS[margin], "".join(self.out))
            self.out = body
            named.append(f'<w:{margin}Reference w:type="first" r:id="{name}"/>')
        return "".join(named)

    def section_properties(self, landscape: bool, references: str) -> str:
        page = self.sheet.trang
        high, wide = (twips(value * MM_TO_PT) for value in (page.cao, page.rong))
        size = f'w:w="{high}" w:h="{wide}" w:orient="landscape"' if landscape else f'w:w="{wide}" w:h="{high}"'
        sides = {"top": page.tren, "right": page.phai, "bottom": page.duoi, "left": page.trai}
        margins = "".join(f'w:{side}="{twips(value * MM_TO_PT)}" ' for side, value in sides.items())
        head = twips(page.cach_dau_trang * MM_TO_PT)
        return (
            f'<w:sectPr>{references}<w:type w:val="nextPage"/><w:pgSz {size}/>'
            f'<w:pgMar {margins}w:header="{head}" w:footer="{head}" w:gutter="0"/>'
            '<w:pgNumType w:start="1"/><w:cols w:space="720"/><w:titlePg/></w:sectPr>'
        )

    def block(self, block: Block, above: Sequence[Block], keep: bool) -> None:
        match block:
            case Columns():
                self.columns(block)
            case Table():
                self.table(block)
            case _:
                self.simple(block, above, self.width, keep)

    def stack(self, blocks: Sequence[Simple], width: int, keep: bool = False) -> None:
        for index, block in enumerate(blocks):
            self.simple(block, blocks[:index], width, keep)

    def simple(self, block: Simple, above: Sequence[Block], width: int, keep: bool) -> None:
        if isinstance(block, Rule):
            self.rule(block, above, width)
            return
        if above and framed(block, self.sheet) and framed(above[-1], self.sheet):
            # Word draws one frame around paragraphs whose frames touch.
            self.out.append(_EMPTY)
        self.paragraph(block.style, block.runs, width, keep)

    def paragraph(self, style: str, runs: tuple[Run, ...], width: int, keep: bool = False) -> None:
        look = style_of(self.sheet.kieu, "kieu", style)
        kept = "<w:keepNext/>" if keep else ""
        if look.khung:
            side = twips(frame_side(look, width / 20) + look.khung + FRAME_PAD)
            kept += f'<w:ind w:left="{side}" w:right="{side}" w:firstLine="0"/>'
        properties = f'<w:pPr><w:pStyle w:val="{self.ids[style]}"/>{kept}</w:pPr>'
        self.out.append(f"<w:p>{properties}{''.join(map(_run, runs))}</w:p>")

    def rule(self, rule: Rule, above: Sequence[Block], width: int) -> None:
        style = style_of(self.sheet.ke, "ke", rule.style)
        side = max(round((width - twips(rule_length(style, above, self.sheet, width / 20))) / 2), 0)
        size = max(round(style.day * 8), 2)
        self.out.append(
            f'<w:p><w:pPr><w:pStyle w:val="{RULE_ID}"/><w:pBdr><w:top w:val="single" w:sz="{size}" '
            f'w:space="0" w:color="auto"/></w:pBdr><w:spacing w:before="60" w:after="{twips(style.sau)}" w:line="60" '
            f'w:lineRule="exact"/><w:ind w:left="{side}" w:right="{side}"/></w:pPr></w:p>'
        )

    def grid(self, style: TableStyle) -> list[int]:
        """Opens a table and gives its column widths in twips."""
        widths = shares(style.cot, self.width)
        size = round(style.vien * 8)
        line = f'w:val="single" w:sz="{size}" w:space="0" w:color="auto"' if size else 'w:val="nil"'
        edges = "".join(f"<w:{e} {line}/>" for e in ("top", "left", "bottom", "right", "insideH", "insideV"))
        pad = twips(style.dem * MM_TO_PT)
        padding = "".join(f'<w:{side} w:w="{pad}" w:type="dxa"/>' for side in ("left", "right"))
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        self.out.append(
            f'<w:tbl><w:tblPr><w:tblW w:w="{self.width}" w:type="dxa"/><w:tblInd w:w="0" w:type="dxa"/>'
            f"<w:tblBorders>{edges}</w:tblBorders>"
            f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{padding}</w:tblCellMar>'
            f'<w:tblLook w:val="0000"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>'
        )
        return widths

    def columns(self, columns: Columns) -> None:
        style = style_of(self.sheet.bang, "bang", columns.style)
        widths = self.grid(style)
        for index, row in enumerate(columns.rows):
            self.out.append("<w:tr><w:trPr><w:cantSplit/></w:trPr>")
            at = 0
            for area in row:
                width = sum(widths[at : at + area.span])
                at += area.span
                self.area(area, width, keep=style.giu and index < len(columns.rows) - 1)
            self.out.append("</w:tr>")
        self.out.append("</w:tbl>")

    def area(self, area: Area, width: int, keep: bool) -> None:
        self.out.append(f"<w:tc>{_cell_properties(width, area.span)}")
        self.stack(area.blocks, width, keep)
        if not area.blocks:
            self.out.append(_EMPTY)
        self.out.append("</w:tc>")

    def table(self, table: Table) -> None:
        widths = self.grid(style_of(self.sheet.bang, "bang", table.style))
        for row in table.head:
            self.row(row, widths, "<w:cantSplit/><w:tblHeader/>")
        for row, keep in zip(table.body, kept_rows(table.body, self.sheet), strict=True):
            self.row(row, widths, "<w:cantSplit/>", keep)
        self.out.append("</w:tbl>")

    def row(self, row: tuple[Cell, ...], widths: list[int], properties: str, keep: bool = False) -> None:
        self.out.append(f"<w:tr><w:trPr>{properties}</w:trPr>")
        at = 0
        for cell in row:
            width = sum(widths[at : at + cell.span])
            at += cell.span
            shade = style_of(self.sheet.kieu, "kieu", cell.style).nen
            self.out.append(f"<w:tc>{_cell_properties(width, cell.span, shade)}")
            self.paragraph(cell.style, cell.runs, width, keep)
            self.out.append("</w:tc>")
        self.out.append("</w:tr>")


def _cell_properties(width: int, span: int, shade: str = "") -> str:
    over = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    return f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{over}{fill}</w:tcPr>'


def _run(run: Run) -> str:
    properties = "<w:b/><w:bCs/>" if run.bold else ""
    properties += "<w:i/><w:iCs/>" if run.italic else ""
    properties += '<w:u w:val="single"/>' if run.underline else ""
    wrapped = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    lines = text(run.text).split("\n")
    return f"<w:r>{wrapped}{'<w:br/>'.join(map(_text, lines))}</w:r>"


def _text(line: str) -> str:
    return f'<w:t xml:space="preserve">{line}</w:t>' if line else ""
