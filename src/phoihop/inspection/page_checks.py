"""Paper, margins, font, colour, page numbers, annexes' own numbers (Phụ lục I, mục I and III.1.đ)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from phoihop.i18n import _
from phoihop.inspection.content import POINTS_PER_MM, Content, Line, Paragraph, Section, size_of
from phoihop.inspection.finding import Gathered, millimetres, points
from phoihop.inspection.head import PARTY
from phoihop.inspection.norms import guidance, limits
from phoihop.inspection.parts import Parts
from phoihop.inspection.words import ANNEX
from phoihop.text.diagnostic import Severity

_FONT = "Times New Roman"
_A4 = (210.0, 297.0)
_SLACK = 0.3
"""Millimetres: what rounding to twentieths of a point, or to hundredths of an inch, makes."""
_LYING = (15.0, 35.0)
"""Margins of a page in landscape, in millimetres: the least and the most of any edge."""
_BLACK = {None, "auto", "000000"}


def check_pages(content: Content, parts: Parts, issued: date | None, into: Gathered) -> None:
    """Every section, then the letters in it."""
    party = guidance(PARTY, issued) if parts.regime == PARTY else ""
    filled = {paragraph.section for paragraph in content.paragraphs if any(paragraph.lines)}
    tables = {paragraph.section for paragraph in content.paragraphs if paragraph.cell}
    for index, section in enumerate(content.sections):
        if index in filled or len(content.sections) == 1:
            _paper(section, party, into)
            _margins(section, parts.regime, party, into)
            if index == 0 and index not in tables and section.width > section.height:
                found, asked = _("landscape"), _("portrait, unless tables need the width")
                clause = party or "Phụ lục I, mục I.2"
                into.add("page-orientation", "page", found, asked, clause, severity=Severity.WARNING)
    _letters(content, parts, party, into)
    _page_number(content, parts, party, into)
    _annexes(content, parts, party, into)


def _paper(section: Section, party: str, into: Gathered) -> None:
    sides = sorted((section.width / POINTS_PER_MM, section.height / POINTS_PER_MM))
    if any(abs(side - wanted) > 1 for side, wanted in zip(sides, _A4, strict=True)):
        found = f"{millimetres(section.width)} x {millimetres(section.height)}"
        into.add("page-size", "page", found, "A4 (210 mm x 297 mm)", party or "Phụ lục I, mục I.1")


def _margins(section: Section, regime: str, party: str, into: Gathered) -> None:
    names = {
        "top": _("top margin {length}"),
        "bottom": _("bottom margin {length}"),
        "left": _("left margin {length}"),
        "right": _("right margin {length}"),
    }
    lying = section.width > section.height
    for side, (low, high) in limits(regime).margins.items():
        if lying:  # the rule speaks of an upright page; which edge is bound is then the office's choice
            low, high = _LYING
        measured = section.margins[side] / POINTS_PER_MM
        if not low - _SLACK <= measured <= high + _SLACK:
            asked = f"{low:g}-{high:g} mm" if low != high else f"{low:g} mm"
            found = names[side].format(length=millimetres(section.margins[side]))
            severity = Severity.WARNING if lying else Severity.ERROR
            into.add("margin", "page", found, asked, party or "Phụ lục I, mục I.3", severity=severity)


def _letters(content: Content, parts: Parts, party: str, into: Gathered) -> None:
    clause = party or "Phụ lục I, mục I.4"
    stamps = {line.paragraph for part in ("urgency", "circulation") for line in parts.found.get(part, ())}
    margins = [p for section in content.sections for p in (*section.header, *section.first_header)]
    for paragraph in (*content.paragraphs, *dict.fromkeys(margins)):
        for line in paragraph.split():
            for run in line.shown:
                for font in sorted({run.look.ascii, run.look.other} - {None, ""}, key=str):
                    if (
                        font
                        and not font.casefold().startswith(_FONT.casefold())
                        and _uses(run.text, font, run.look.ascii)
                    ):
                        into.add("font", "text", font[:40], _FONT, clause, line)
                if run.look.colour not in _BLACK and paragraph not in stamps:
                    found = _("colour #{colour}").format(colour=str(run.look.colour)[:12])
                    into.add("colour", "text", found, _("black"), clause, line)


def _uses(text: str, font: str, plain: str | None) -> bool:
    """Whether a run shows letters of a font: one is for plain letters, another for those with marks."""
    letters = [sign for sign in text if sign.isalnum()]  # a tick or a box is of no text's font
    return any((sign < "\x80") == (font == plain) or font == plain for sign in letters)


def _page_number(content: Content, parts: Parts, party: str, into: Gathered) -> None:
    clause = party or "Phụ lục I, mục I.7"
    if not content.sections:
        return
    section = content.sections[0]
    field = next((p for p in section.header if p.page_field), None)
    if field is None:
        if any(p.page_field for p in section.footer):
            into.add("page-number", "page-number", _("at the foot of the page"), _("in the top margin"), clause)
        elif _pages(content, 0) > 1.15:
            into.add("page-number", "page-number", _("none"), _("in the top margin, from page 2"), clause)
        return
    if not section.title_page or any(p.page_field for p in section.first_header):
        into.add("first-page-number", "page-number", _("shown on page 1"), _("not shown on page 1"), clause)
    if section.start not in (None, 1):
        into.add("page-number", "page-number", _("from {n}").format(n=section.start), _("from 1"), clause)
    _number_look(field, section, parts.regime, clause, into)


def _number_look(field: Paragraph, section: Section, regime: str, clause: str, into: Gathered) -> None:
    look = next((run.look for line in field.lines for run in line if run.visible), None)
    tabbed = any(run.text.startswith("\t") for line in field.lines for run in line)
    if field.look.align != "center" and not field.framed and not tabbed:
        into.add("page-number", "page-number", _("not centred"), _("centred"), clause)
    low, high = limits(regime).page_number
    if look is not None:
        size = look.size or 10.0
        if not low <= size <= high:
            into.add("page-number", "page-number", points([size]), points([low, high]), clause)
        if look.italic:
            into.add("page-number", "page-number", _("italic"), _("upright"), clause)
    wanted = limits(regime).header_distance
    if wanted and section.header_distance is not None and abs(section.header_distance / POINTS_PER_MM - wanted) > 1:
        found = _("{length} from the edge").format(length=millimetres(section.header_distance))
        into.add("page-number", "page-number", found, f"{wanted:g} mm", clause, severity=Severity.WARNING)


def _annexes(content: Content, parts: Parts, party: str, into: Gathered) -> None:
    annexes = parts.found.get("annex", [])
    numbered = any(p.page_field for section in content.sections for p in section.header)
    for line in annexes:
        index = line.paragraph.section
        before = [p for p in content.paragraphs if p.section == index and p.number < line.paragraph.number]
        shared = any(run.visible for p in before for one in p.lines for run in one)
        if numbered and (shared or (index > 0 and content.sections[index].start != 1)):
            found = _("its page numbers go on from what stands before it")
            into.add("annex-pages", "annex", found, _("its own, from 1"), party or "Phụ lục I, mục III.1.đ", line)
    if len(annexes) > 1 and not party:
        for line in annexes:
            match = ANNEX.fullmatch(line.text)
            if match and not re.fullmatch(r"[IVXLC]+|[.…\s0-9]*[.…][.…\s0-9]*", match["number"] or ""):
                found = f'"{line.text[:20]}"'
                into.add("annex-number", "annex", found, _("a Roman number"), "Phụ lục I, mục III.1.a", line)


def _pages(content: Content, section: int) -> float:
    """About how many pages a section fills: lines by their widths, cells of a row side by side."""
    height, rows = 0.0, dict[tuple[int, int], dict[int, float]]()
    for paragraph in content.paragraphs:
        if paragraph.section != section:
            continue
        own = _height(content, paragraph.split(), paragraph)
        if paragraph.cell is None:
            height += own
        else:
            columns = rows.setdefault((paragraph.cell.table, paragraph.cell.row), {})
            columns[paragraph.cell.column] = columns.get(paragraph.cell.column, 0.0) + own
    height += sum(max(columns.values()) for columns in rows.values())
    breaks = sum(p.breaks_page for p in content.paragraphs if p.section == section)
    return height / content.sections[section].text_height + breaks


def _height(content: Content, lines: Iterable[Line], paragraph: Paragraph) -> float:
    look = paragraph.look
    total = (look.before or 0) + (look.after or 0)
    for line in lines:
        size = max(
            (size_of(run) for run in line.shown), default=look.line if look.rule == "exact" and look.line else 12.0
        )
        count = max(-(-line.width(1e9) // content.available(paragraph)), 1)
        single = (
            (look.line or 1)
            if look.rule == "exact"
            else 1.15 * size * (look.line or 1 if look.rule != "atLeast" else 1)
        )
        total += count * single
    return total
