"""How the body's paragraphs lie: justified, first line, gaps, line spacing (Phụ lục I, mục II.6.e)."""

from __future__ import annotations

from datetime import date

from phoihop.i18n import _
from phoihop.inspection.content import POINTS_PER_MM, Content, Line, Paragraph
from phoihop.inspection.finding import Gathered, decimal, millimetres, points
from phoihop.inspection.head import PARTY
from phoihop.inspection.look_checks import align_name
from phoihop.inspection.norms import HD_05, guidance, limits
from phoihop.inspection.parts import Parts
from phoihop.inspection.words import drafted, lettered
from phoihop.text.diagnostic import Severity

_FLOWING = ("body", "article", "clause", "point", "basis")
_SPACED = (*_FLOWING, "section", "item")
_SLACK = 0.6
"""Millimetres by which an indent may miss: Word rounds 1.27 cm and 0.5 inch each in its own way."""
_MIN_GAP = 6.0
_SPACE = 0.25
"""The width of a space, in sizes: some indent with spaces."""
_SINGLE = 1.15
"""The height of a line of Times New Roman, set single, in its sizes."""


def check_body(content: Content, parts: Parts, issued: date | None, into: Gathered) -> None:
    """Every paragraph of the body."""
    clause = "Phụ lục I, mục II.6.e, ô số 6" if parts.regime != PARTY else guidance(PARTY, issued)
    if parts.regime != PARTY:
        _head(parts, into)
    before: Paragraph | None = None
    blank: set[int] = {p.number for p in content.paragraphs if not any(run.visible for line in p.lines for run in line)}
    for kind, line in parts.body:
        paragraph = line.paragraph
        if kind not in _SPACED or paragraph.cell is not None or paragraph is before:
            before = paragraph
            continue
        if kind in _FLOWING and lettered(line.text) and not drafted(line.text):
            _alignment(content, line, clause, into)
            _first_line(content, line, parts.regime, clause, into)
        _line_spacing(line, parts.regime, clause, issued, into)
        if before is not None and before.cell is None and paragraph.number - 1 not in blank:
            _gap(before, line, clause, into)
        before = paragraph


def _head(parts: Parts, into: Gathered) -> None:
    """Names above each other stand single; a letter's subject 6 pt below the number."""
    clauses = {"motto": "Phụ lục I, mục II.1.c, ô số 1", "issuer": "Phụ lục I, mục II.2.b, ô số 2"}
    for part, clause in clauses.items():
        for line in parts.found.get(part, ()):
            if not _lines(line) <= 1.06:
                into.add("line-spacing", part, _spacing(line), _("single"), clause, line)
    number, subject = parts.first("number"), parts.first("subject")
    if number and subject and number.paragraph.number + 1 == subject.paragraph.number:
        gap = (number.paragraph.look.after or 0) + (subject.paragraph.look.before or 0)
        if gap < _MIN_GAP - 0.05:
            # The decree's own sample of a letter has no gap here.
            found = _("{size} below the number").format(size=points([round(gap, 2)]))
            clause = "Phụ lục I, mục II.5.b, ô số 5b"
            into.add("paragraph-gap", "subject", found, "6 pt", clause, subject, Severity.WARNING)


def _spacing(line: Line) -> str:
    """A paragraph's line spacing, in the language in use."""
    look = line.paragraph.look
    many, rule = look.line or 1.0, look.rule or "auto"
    return {
        "auto": _("{n} lines").format(n=decimal(round(many, 2))),
        "exact": _("exactly {size}").format(size=points([round(many, 2)])),
    }.get(rule, _("at least {size}").format(size=points([round(many, 2)])))


def _lines(line: Line) -> float:
    """A paragraph's line spacing in lines of its own size."""
    look = line.paragraph.look
    many = look.line or 1.0
    return many if (look.rule or "auto") == "auto" else many / (_SINGLE * (line.size or 14))


def _alignment(content: Content, line: Line, clause: str, into: Gathered) -> None:
    """Both edges straight; a left-aligned paragraph of one line looks the same."""
    align = line.paragraph.look.align or "left"
    available = content.available(line.paragraph) - (line.paragraph.look.first or 0)
    short = line.width(10_000) < available
    if align != "both" and not (align == "left" and short):
        into.add("alignment", "body", align_name(align), align_name("both"), clause, line)


def _first_line(content: Content, line: Line, regime: str, clause: str, into: Gathered) -> None:
    look = line.paragraph.look
    start = (look.left or 0) + (look.first or 0)
    text = "".join(run.text for run in line.runs)
    for sign in text[: len(text) - len(text.lstrip("\t \xa0"))][:40]:
        if sign == "\t":
            stops = [stop for stop in look.tabs or () if stop > start + 0.1]
            start = stops[0] if stops else (start // content.tab_stop + 1) * content.tab_stop
        else:
            start += _SPACE * line.size
    asked = limits(regime).first_line
    measured = start / POINTS_PER_MM
    if any(abs(measured - one) <= _SLACK for one in (*asked, 12.7)):
        return
    written = _("about 10 mm") if regime == PARTY else _("10 mm or 12.7 mm")
    inside = 10 <= measured <= 12.7
    severity = Severity.WARNING if inside or (regime == PARTY and 9 <= measured <= 13.3) else Severity.ERROR
    found = _("first line {length} from the margin").format(length=millimetres(start))
    into.add("first-line", "body", found, written, clause, line, severity)


def _line_spacing(line: Line, regime: str, clause: str, issued: date | None, into: Gathered) -> None:
    look = line.paragraph.look
    many, rule = look.line or 1.0, look.rule or "auto"
    if regime == PARTY:
        if rule != "exact" or not 18 <= many <= 22:
            severity = Severity.WARNING if issued and issued < HD_05 else Severity.ERROR
            into.add("line-spacing", "body", _spacing(line), _("exactly 18-22 pt"), clause, line, severity)
        return
    low = 0.99 if rule == "auto" else 0.0 if rule == "atLeast" else 0.97
    if not low <= _lines(line) <= 1.51:
        into.add("line-spacing", "body", _spacing(line), _("single to 1.5 lines"), clause, line)


def _gap(before: Paragraph, line: Line, clause: str, into: Gathered) -> None:
    above, below = before.look, line.paragraph.look
    gap = (above.after or 0) + (below.before or 0)
    if above.contextual and below.contextual:
        gap = 0.0
    if gap < _MIN_GAP - 0.05:
        found = _("{size} between paragraphs").format(size=points([round(gap, 2)]))
        into.add("paragraph-gap", "body", found, _("at least 6 pt"), clause, line)
