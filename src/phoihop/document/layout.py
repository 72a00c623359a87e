"""What the writers with pages share: styles by name, column widths, the length of rules."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TypeVar

from phoihop.document.blocks import Block, Document, Heading, Paragraph, plain
from phoihop.document.measure import text_width
from phoihop.document.style import RuleStyle, Sheet, StyleFault
from phoihop.i18n import _

MM_TO_PT = 72 / 25.4
# The date of a file whose document has none: fixed, so that the same plan always makes the same bytes.
NO_DATE = date(2000, 1, 1)

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


def rule_length(style: RuleStyle, above: Block | None, sheet: Sheet, width: float) -> float:
    """How long a rule is, in points, in a column of `width` points, under the block above it."""
    text = width
    if isinstance(above, Paragraph | Heading):
        look = style_of(sheet.kieu, "kieu", above.style)
        text = min(text_width(plain(above.runs), look.co, look.dam), width)
    return min(max(text * style.dai, 0), width)


def document_date(document: Document) -> date:
    """The document's own date; never today."""
    try:
        return date.fromisoformat(document.meta.date)
    except ValueError:
        return NO_DATE
