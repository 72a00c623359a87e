"""Writes a document as one self-contained HTML file: reads on a phone, prints like the paper."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from phoihop.document.blocks import (
    Area,
    Block,
    Cell,
    Columns,
    Document,
    Heading,
    Rule,
    Run,
    Simple,
    Table,
    plain,
    printable,
)
from phoihop.document.html_css import css
from phoihop.document.layout import MM_TO_PT, kept_rows, rule_length, shares, style_of, text_width_mm
from phoihop.document.style import Sheet, StyleTable


def write(document: Document, styles: StyleTable) -> str:
    """The page. Nothing in it is loaded from elsewhere."""
    sheet = styles.sheet(document.meta.regime)
    writer = _Writer(sheet)
    for section in document.sections:
        writer.section_width = text_width_mm(sheet, section.landscape) * MM_TO_PT
        writer.out.append(f'<section class="{"ngang" if section.landscape else "dung"}">\n')
        writer.margin("header", section.header)
        for index, block in enumerate(section.blocks):
            writer.block(block, section.blocks[:index])
        writer.margin("footer", section.footer)
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

    def margin(self, tag: str, blocks: Sequence[Simple]) -> None:
        """What stands in a page's margin on paper, at the top or the foot of the section here."""
        if blocks:
            self.out.append(f"<{tag}>\n")
            for index, block in enumerate(blocks):
                self.simple(block, blocks[:index], self.section_width)
            self.out.append(f"</{tag}>\n")

    def block(self, block: Block, above: Sequence[Block]) -> None:
        match block:
            case Columns():
                self.columns(block)
            case Table():
                self.table(block)
            case _:
                self.simple(block, above, self.section_width)

    def simple(self, block: Simple, above: Sequence[Block], width: float) -> None:
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
        for index, block in enumerate(area.blocks):
            self.simple(block, area.blocks[:index], width)
        self.out.append("</td>")

    def table(self, table: Table) -> None:
        # A phone scrolls the table sideways, not the page; one whose style stacks is shown cell below cell.
        self.out.append('<div class="cuon">\n')
        self.open_table(table.style, "")
        if table.head:
            rows = "".join(f"<tr>{self.cells(row, 'th')}</tr>\n" for row in table.head)
            self.out.append(f"<thead>\n{rows}</thead>\n")
        if table.body:
            labels = _labels(table.head[-1]) if table.head else []
            self.out.append("<tbody>\n")
            for row, keep in zip(table.body, kept_rows(table.body, self.sheet), strict=True):
                kept = ' class="giu"' if keep else ""
                self.out.append(f"<tr{kept}>{self.cells(row, 'td', labels)}</tr>\n")
            self.out.append("</tbody>\n")
        self.out.append("</table>\n</div>\n")

    def cells(self, row: tuple[Cell, ...], tag: str, labels: Sequence[str] = ()) -> str:
        """The cells of a row. One that fills a single column carries the column's label, to be shown on a phone."""
        written = []
        at = 0
        for cell in row:
            style_of(self.sheet.kieu, "kieu", cell.style)
            label = labels[at] if cell.span == 1 and at < len(labels) else ""
            more = ' scope="col"' if tag == "th" else ""
            more += f' data-cot="{_text(label)}"' if label else ""
            written.append(f'<{tag}{more} class="{_text(cell.style)}"{_span(cell.span)}>{_runs(cell.runs)}</{tag}>')
            at += cell.span
        return "".join(written)


def _labels(head: tuple[Cell, ...]) -> list[str]:
    """The label of each column."""
    return [" ".join(plain(cell.runs).split()) for cell in head for _ in range(cell.span)]


def _span(span: int) -> str:
    return f' colspan="{span}"' if span > 1 else ""
