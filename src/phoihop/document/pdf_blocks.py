"""A document as the data that khung.typ lays out: every length in points, every choice made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from phoihop.document.blocks import (
    Area,
    Block,
    Cell,
    Columns,
    Document,
    Heading,
    PageSection,
    Paragraph,
    Rule,
    Simple,
    Table,
    plain,
)
from phoihop.document.layout import (
    FRAME_GAP,
    FRAME_PAD,
    MM_TO_PT,
    frame_side,
    framed,
    kept_rows,
    rule_length,
    shares,
    style_of,
    text_width_mm,
)
from phoihop.document.measure import text_width
from phoihop.document.pdf_text import pieces, shown
from phoihop.document.style import ParagraphStyle, Sheet, TableStyle

Data = dict[str, Any]

_ALIGN = {"trai": "left", "giua": "center", "phai": "right", "deu": "justify"}
# Of Liberation Serif, in parts of its size: the height of a line, and what of it is below the letters' foot.
_LINE = 1.149
_BELOW = 0.216
_RULE_ABOVE = 3.0  # points, as the Word writer's style of rules has them
_RULE_HEIGHT = 3.0
_BETWEEN_TABLES = 6.0  # the paragraph that the Word writer puts between tables


def data_of(document: Document, sheet: Sheet, day: date) -> Data:
    """The whole document, made on some day, as plain data for JSON."""
    page = sheet.trang
    inner = _Blocks(sheet)
    sections = [inner.section(section) for section in document.sections or (PageSection(),)]
    lengths = {
        "width": page.rong, "height": page.cao, "top": page.tren, "bottom": page.duoi,
        "left": page.trai, "right": page.phai, "head": page.cach_dau_trang,
    }  # fmt: skip
    return {
        "title": shown(document.meta.title) or "phoihop",  # PDF/UA wants one
        "author": shown(document.meta.author),
        "date": [day.year, day.month, day.day],
        "page": {name: length * MM_TO_PT for name, length in lengths.items()}
        | {"number": page.so_trang, "two_sided": page.hai_mat},
        "frame_pad": FRAME_PAD,
        "looks": {name: _look(style) for name, style in sheet.kieu.items()},
        "sections": sections,
    }


def _look(style: ParagraphStyle) -> Data:
    # Word puts four fifths of an exact line above the letters' foot.
    below = style.dong_pt * 0.2 if style.dong_pt else _BELOW * style.co
    in_frame = style.khung > 0
    return {
        "size": style.co,
        "bold": style.dam,
        "italic": style.nghieng,
        "underline": style.gach_chan,
        "align": _ALIGN[style.can],
        "first": 0 if in_frame else style.thut_dau * MM_TO_PT,
        "left": 0 if in_frame else style.thut_trai * MM_TO_PT,
        "top": _line(style) - below,
        "bottom": below,
        "fill": style.nen,
        "colour": style.mau or "000000",
        "frame": style.khung,
    }


def _line(style: ParagraphStyle) -> float:
    return style.dong_pt or style.dong * _LINE * style.co


class _Blocks:
    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.level = 0  # of the heading before

    def section(self, section: PageSection) -> Data:
        width = text_width_mm(self.sheet, section.landscape) * MM_TO_PT
        page = self.sheet.trang
        high = ((page.rong if section.landscape else page.cao) - page.tren - page.duoi) * MM_TO_PT
        self.width, self.room = width, high
        header, blocks, footer = section.header, section.blocks, section.footer
        # What would fill the page from its margin is read in the text instead.
        if self.high_of(header, width) > high / 3:
            header, blocks = (), (*header, *blocks)
        if self.high_of(footer, width) > high / 3:
            blocks, footer = (*blocks, *footer), ()
        return {
            "landscape": section.landscape,
            "width": width,
            "header": self.stack(header, width),
            "blocks": self.flow(blocks),
            "footer": self.stack(footer, width),
        }

    def flow(self, blocks: Sequence[Block]) -> list[Data]:
        found: list[Data] = []
        for index, block in enumerate(blocks):
            before = blocks[index - 1] if index else None
            following = blocks[index + 1] if index + 1 < len(blocks) else None
            found.append(self.block(block, blocks[:index], self.kept(following)))
            if isinstance(before, Columns | Table) and isinstance(block, Columns | Table):
                found[-1]["above"] = _BETWEEN_TABLES
        return found

    def kept(self, block: Block | None) -> bool:
        """Whether a block wants the paragraph before it on its page."""
        return isinstance(block, Columns) and style_of(self.sheet.bang, "bang", block.style).giu

    def block(self, block: Block, above: Sequence[Block], keep: bool) -> Data:
        match block:
            case Columns():
                return self.columns(block) | {"above": self.after(above)}
            case Table():
                return self.table(block) | {"above": self.after(above)}
            case _:
                return self.simple(block, above, self.width, keep)

    def after(self, above: Sequence[Block]) -> float:
        """The space that the last of some blocks wants below it."""
        last = above[-1] if above else None
        if isinstance(last, Rule):
            return style_of(self.sheet.ke, "ke", last.style).sau
        if isinstance(last, Paragraph | Heading):
            return style_of(self.sheet.kieu, "kieu", last.style).sau
        return 0.0

    def stack(self, blocks: Sequence[Simple], width: float) -> list[Data]:
        return [self.simple(block, blocks[:index], width) for index, block in enumerate(blocks)]

    def simple(self, block: Simple, above: Sequence[Block], width: float, keep: bool = False) -> Data:
        # Word adds the space below one paragraph to that above the next.
        space = self.after(above)
        if isinstance(block, Rule):
            rule = style_of(self.sheet.ke, "ke", block.style)
            length = rule_length(rule, above, self.sheet, width)
            more = {"length": length, "thick": rule.day, "height": _RULE_HEIGHT + rule.day, "keep": True}
            return {"kind": "rule", "above": space + _RULE_ABOVE, **more}
        style = style_of(self.sheet.kieu, "kieu", block.style)
        if above and framed(block, self.sheet) and framed(above[-1], self.sheet):
            space += FRAME_GAP
        frame = width - 2 * frame_side(style, width)
        indent = (style.thut_trai + max(style.thut_dau, 0)) * MM_TO_PT
        inner = frame - 2 * (style.khung + FRAME_PAD) if style.khung else width - indent
        fits = self.high(plain(block.runs), style, inner) < self.room
        return {
            "kind": "text",
            "look": block.style,
            "level": self.heading(block.level) if isinstance(block, Heading) and plain(block.runs).strip() else 0,
            "runs": pieces(block.runs, style, inner),
            "above": space + style.truoc,
            "keep": (keep or style.giu_voi_sau) and fits,
            "whole": style.giu_lien and fits,
            "frame": frame,
        }

    def heading(self, level: int) -> int:
        """The level of a heading, at most one below the heading before: what a tagged PDF demands."""
        self.level = min(level, self.level + 1)
        return self.level

    def high(self, text: str, style: ParagraphStyle, width: float) -> float:
        """More than the height of a paragraph: two lines that follow one another hold more than one is wide."""
        bold = True  # the wider face
        lines = sum(2 * text_width(line, style.co, bold) / max(width, 1) + 1 for line in text.split("\n"))
        return lines * _line(style) + style.truoc + style.sau + 2 * (style.khung + FRAME_PAD)

    def widths(self, style: TableStyle) -> list[float]:
        return [width / 20 for width in shares(style.cot, round(self.width * 20))]

    def columns(self, columns: Columns) -> Data:
        style = style_of(self.sheet.bang, "bang", columns.style)
        widths = self.widths(style)
        rows = [self.row(row, widths) for row in columns.rows]
        whole = style.giu and sum(row["high"] for row in rows) < self.room
        return {"kind": "columns", "widths": widths, "rows": rows, "whole": whole}

    def table(self, table: Table) -> Data:
        style = style_of(self.sheet.bang, "bang", table.style)
        widths = self.widths(style)
        pad = style.dem * MM_TO_PT
        head = [self.row(_areas(row), widths, pad) for row in table.head]
        body = [self.row(_areas(row), widths, pad) for row in table.body]
        top = sum(row["high"] for row in head)
        self.group(body, kept_rows(table.body, self.sheet), self.room - top)
        if top > self.room / 2:
            # A head that leaves no room for rows is not repeated, and may go over pages itself.
            head, body = [], [*head, *body]
        return {"kind": "table", "widths": widths, "head": head, "body": body, "line": style.vien, "pad": pad}

    def group(self, rows: list[Data], kept: list[bool], room: float) -> None:
        """Ties the rows that stay together, if a page has room for them."""
        at = 0
        while at < len(rows):
            count = next(n for n, keep in enumerate(kept[at:], 1) if not keep)
            tied = rows[at : at + count]
            if count > 1 and sum(row["high"] for row in tied) < room:
                for index, row in enumerate(tied):
                    row["group"] = 1 if index else count
            at += count

    def row(self, row: Sequence[Area], widths: list[float], pad: float = 0.0) -> Data:
        cells = []
        at, high = 0, 0.0
        for area in row:
            width = sum(widths[at : at + area.span]) - 2 * pad
            at += area.span
            cells.append(
                {"span": area.span, "blocks": self.stack(area.blocks, width), "after": self.after(area.blocks)}
            )
            high = max(high, self.high_of(area.blocks, width))
        return {"cells": cells, "high": high, "tall": high >= self.room, "group": 0}

    def high_of(self, blocks: Sequence[Simple], width: float) -> float:
        """More than the height of some blocks, one below the other."""
        high = 0.0
        for block in blocks:
            if isinstance(block, Rule):
                rule = style_of(self.sheet.ke, "ke", block.style)
                high += _RULE_ABOVE + _RULE_HEIGHT + rule.day + rule.sau
            else:
                high += self.high(plain(block.runs), style_of(self.sheet.kieu, "kieu", block.style), width)
        return high


def _areas(row: tuple[Cell, ...]) -> list[Area]:
    return [Area((Paragraph(cell.style, cell.runs),), cell.span) for cell in row]
