"""Writes a document as one self-contained HTML file: reads on a phone, prints like the paper."""

from __future__ import annotations

from html import escape

from phoihop.document.blocks import (
    Area,
    Block,
    Cell,
    Columns,
    Document,
    Heading,
    Paragraph,
    Rule,
    Run,
    Table,
    printable,
)
from phoihop.document.html_css import css
from phoihop.document.layout import MM_TO_PT, rule_length, shares, style_of, text_width_mm
from phoihop.document.style import Sheet, StyleTable


def write(document: Document, styles: StyleTable) -> str:
    """The page. Nothing in it is loaded from elsewhere."""
    sheet = styles.sheet(document.meta.regime)
    writer = _Writer(sheet)
    for section in document.sections:
        writer.section_width = text_width_mm(sheet, section.landscape) * MM_TO_PT
        writer.out.append(f'<section class="{"ngang" if section.landscape else "dung"}">\n')
        above: Block | None = None
        for block in section.blocks:
            writer.block(block, above)
            above = block
        writer.out.append("</section>\n")
    title = _text(document.meta.title) or "phoihop"
    author = f'<meta name="author" content="{_text(document.meta.author)}">\n' if document.meta.author else ""
    return (
        '<!DOCTYPE html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta name="generator" content="phoihop">\n{author}<title>{title}</title>\n'
        f"<style>\n{css(sheet)}</style>\n</head>\n<body>\n{''.join(writer.out)}</body>\n</html>\n"
    )


def _text(text: str) -> str:
    return escape(printable(text))


def _runs(runs: tuple[Run, ...]) -> str:
    written = []
    for run in runs:
        piece = _text(run.text).replace("\n", "<br>")
        for tag, wanted in (("u", run.underline), ("i", run.italic), ("b", run.bold)):
            piece = f"<{tag}>{piece}</{tag}>" if wanted else piece
        written.append(piece)
    return "".join(written)


class _Writer:
    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.out: list[str] = []
        self.section_width = 0.0  # in points

    def block(self, block: Block, above: Block | None) -> None:
        match block:
            case Columns():
                self.columns(block)
            case Table():
                self.table(block)
            case _:
                self.simple(block, above, self.section_width)

    def simple(self, block: Paragraph | Heading | Rule, above: Block | None, width: float) -> None:
        if isinstance(block, Rule):
            length = rule_length(style_of(self.sheet.ke, "ke", block.style), above, self.sheet, width)
            self.out.append(f'<hr class="{_text(block.style)}" style="width:{length:.1f}pt">\n')
            return
        style_of(self.sheet.kieu, "kieu", block.style)
        tag = f"h{block.level}" if isinstance(block, Heading) else "p"
        self.out.append(f'<{tag} class="{_text(block.style)}">{_runs(block.runs)}</{tag}>\n')

    def open_table(self, style: str, role: str) -> list[int]:
        """Opens a table and gives its column widths in thousandths."""
        widths = shares(style_of(self.sheet.bang, "bang", style).cot, 1000)
        columns = "".join(f'<col style="width:{width / 10:.1f}%">' for width in widths)
        self.out.append(f'<table class="{_text(style)}"{role}>\n<colgroup>{columns}</colgroup>\n')
        return widths

    def columns(self, columns: Columns) -> None:
        widths = self.open_table(columns.style, ' role="presentation"')
        self.out.append("<tbody>\n")
        for row in columns.rows:
            self.out.append("<tr>")
            at = 0
            for area in row:
                width = self.section_width * sum(widths[at : at + area.span]) / 1000
                at += area.span
                self.area(area, width)
            self.out.append("</tr>\n")
        self.out.append("</tbody>\n</table>\n")

    def area(self, area: Area, width: float) -> None:
        self.out.append(f"<td{_span(area.span)}>")
        above: Block | None = None
        for block in area.blocks:
            self.simple(block, above, width)
            above = block
        self.out.append("</td>")

    def table(self, table: Table) -> None:
        # A phone scrolls the table sideways, not the page.
        self.out.append('<div class="cuon">\n')
        self.open_table(table.style, "")
        for tag, rows, cell_tag in (("thead", table.head, "th"), ("tbody", table.body, "td")):
            self.out.append(f"<{tag}>\n" if rows else "")
            for row in rows:
                self.out.append(f"<tr>{''.join(self.cell(cell, cell_tag) for cell in row)}</tr>\n")
            self.out.append(f"</{tag}>\n" if rows else "")
        self.out.append("</table>\n</div>\n")

    def cell(self, cell: Cell, tag: str) -> str:
        style_of(self.sheet.kieu, "kieu", cell.style)
        scope = ' scope="col"' if tag == "th" else ""
        return f'<{tag}{scope} class="{_text(cell.style)}"{_span(cell.span)}>{_runs(cell.runs)}</{tag}>'


def _span(span: int) -> str:
    return f' colspan="{span}"' if span > 1 else ""
