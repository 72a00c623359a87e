"""What the writers with pages share: styles by name, column widths, the length of rules."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TypeVar

from phoihop.document.blocks import Block, Cell, Document, Heading, Paragraph, plain
from phoihop.document.measure import wrapped_width
from phoihop.document.style import ParagraphStyle, RuleStyle, Sheet, StyleFault
from phoihop.i18n import _

MM_TO_PT = 72 / 25.4
FRAME_GAP = 6  # points between two frames, one right below the other
FRAME_PAD = 3  # points between a frame's line and its text: around one line of 13 points this is 8 mm high

Style = TypeVar("Style")


def style_of(styles: Mapping[str, Style], kind: str, name: str) -> Style:
    """The style of a class; one that dinh_dang.yaml does not have is a fault of template or table."""
    if name not in styles:
        raise StyleFault(f"{kind}.{name}", _("a template uses this style, and dinh_dang.yaml does not have it"))
    return styles[name]


def text_width_mm(sheet: Sheet, landscape: bool) -> float:
    """The width of the text area in millimetres."""
    page = sheet.trang
    return (page.cao if landscape else page.rong) - page.trai - page.phai


def shares(parts: tuple[float, ...], total: int) -> list[int]:
    """`total` divided as `parts`, in whole units that add up to it."""
    whole = sum(parts)
    ends = [round(total * sum(parts[: index + 1]) / whole) for index in range(len(parts))]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


def rule_length(style: RuleStyle, above: Sequence[Block], sheet: Sheet, width: float) -> float:
    """How long a rule is, in points, in a column of `width` points, under the blocks above it.

    The text that it is measured by is the longest line of all paragraphs of one style that end right above it.
    """
    text = width
    last = above[-1] if above else None
    if isinstance(last, Paragraph | Heading):
        look = style_of(sheet.kieu, "kieu", last.style)
        same = itertools.takewhile(
            lambda block: isinstance(block, Paragraph | Heading) and block.style == last.style, reversed(above)
        )
        lines = [plain(block.runs) for block in same if isinstance(block, Paragraph | Heading)]
        text = max(wrapped_width(line, look.co, look.dam, width) for line in lines)
    return min(max(text * style.dai, 0), width)


def framed(block: Block, sheet: Sheet) -> bool:
    """Whether a block is a paragraph in a frame."""
    return isinstance(block, Paragraph | Heading) and style_of(sheet.kieu, "kieu", block.style).khung > 0


def frame_side(style: ParagraphStyle, width: float) -> float:
    """The room left and right of a frame, line included, in a column; both in points."""
    return max((width - style.rong * MM_TO_PT) / 2, 0) if style.rong else 0.0


def kept_rows(rows: Sequence[tuple[Cell, ...]], sheet: Sheet) -> list[bool]:
    """Which rows of a table stay on one page with the row after them.

    Those whose first cell's style says so (a group's heading), and the last row but one with all down to the last:
    a page does not begin with a single row that ends the table.
    """
    kept = [bool(row) and style_of(sheet.kieu, "kieu", row[0].style).giu_voi_sau for row in rows]
    for index in range(len(rows) - 2, -1, -1):
        heading, kept[index] = kept[index], True
        if not heading:
            break
    if kept:
        kept[-1] = False
    return kept


def document_date(document: Document) -> date | None:
    """The document's own date, or none; never today."""
    try:
        return date.fromisoformat(document.meta.date)
    except ValueError:
        return None
