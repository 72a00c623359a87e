"""Holds every line of a part against its row of norms: size, weight, slope, capitals, place on the line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from phoihop.i18n import _
from phoihop.inspection.content import Line, Run, size_of
from phoihop.inspection.finding import Gathered, points
from phoihop.inspection.head import PARTY
from phoihop.inspection.norms import Norm
from phoihop.inspection.parts import Parts
from phoihop.inspection.words import AUTHORITY, capitals, lettered
from phoihop.text.diagnostic import Severity

BODY_KINDS = ("body", "section", "article", "clause", "point", "item")
"""What makes up the body's text: of one size, and reported as one."""
_WHOLE = {"body", "article", "clause", "point", "item"}
"""Parts in which single words may be slanted: they are wrong only as a whole."""


def check_looks(parts: Parts, norms: Sequence[Norm], into: Gathered) -> None:
    """Every part against its norm."""
    clauses = {norm.part: norm.clause for norm in norms}
    for norm in norms:
        # All of the body is of one size: one fact, with the body's clause.
        sized = norm._replace(part="body", clause=clauses["body"]) if norm.part in BODY_KINDS else norm
        for line in parts.found.get(norm.part, ()):
            _size(sized, line, into)
            if lettered(line.text):
                _emphasis(norm, line, parts, into)
                _case(norm, line, into)
            _alignment(norm, line, into)
    _body_size(parts, into)
    _headings(parts, clauses, into)


def _size(norm: Norm, line: Line, into: Gathered) -> None:
    if norm.size is None:
        return
    low, high = norm.size
    wrong = sorted({size_of(run) for run in line.shown if not low <= size_of(run) <= high and not run.look.raised})
    for size in wrong[:2]:
        into.add("size", norm.part, points([size]), points(norm.size), norm.clause, line, norm.severity)


def _emphasis(norm: Norm, line: Line, parts: Parts, into: Gathered) -> None:
    if parts.regime == PARTY and norm.part == "authority" and not AUTHORITY.match(line.text):
        return  # a head who signs directly has only a position, and no rule is at hand for its weight
    words = {
        "bold": (_("bold"), _("not bold")),
        "italic": (_("italic"), _("upright")),
        "underline": (_("underlined"), _("not underlined")),
    }
    for name, wanted in (("bold", norm.bold), ("italic", norm.italic), ("underline", norm.underline)):
        if wanted is None or (share := _share(line, name)) is None:
            continue
        limit = 0.99 if norm.part in _WHOLE else 0.5
        if (wanted and share < 0.99) or (not wanted and share > limit):
            yes, no = words[name]
            found, asked = (no, yes) if wanted else (yes, no)
            into.add(name, norm.part, found, asked, norm.clause, line, norm.severity)


def _share(line: Line, name: str) -> float | None:
    """How many of a line's letters have a property, 0 to 1; None where all letters are in a list's own label."""

    def letters(run: Run) -> int:
        return sum(sign.isalpha() for sign in run.text)

    total = sum(letters(run) for run in line.shown)
    return sum(letters(run) for run in line.shown if getattr(run.look, name)) / total if total else None


def _case(norm: Norm, line: Line, into: Gathered) -> None:
    if norm.case == "upper" and not capitals(line.text):
        into.add("capitals", norm.part, _("not in capitals"), _("capitals"), norm.clause, line, norm.severity)
    elif norm.case == "lower" and capitals(line.text) and sum(sign.isalpha() for sign in line.text) > 5:
        into.add("capitals", norm.part, _("in capitals"), _("ordinary letters"), norm.clause, line, norm.severity)


def _alignment(norm: Norm, line: Line, into: Gathered) -> None:
    align = line.paragraph.look.align or "left"
    if norm.align and align != norm.align and not line.piece:
        into.add("alignment", norm.part, align_name(align), align_name(norm.align), norm.clause, line, norm.severity)


def align_name(align: str) -> str:
    """How a paragraph is aligned, in the language in use."""
    return {
        "left": _("aligned left"),
        "right": _("aligned right"),
        "center": _("centred"),
        "both": _("justified"),
    }.get(align, align)


def _body_size(parts: Parts, into: Gathered) -> None:
    """Headings, clauses and points are of the body's size (Phụ lục I, mục II.6.đ)."""
    if parts.regime == PARTY:
        return
    main: dict[float, int] = {}
    for kind, line in parts.body:
        if kind in BODY_KINDS:
            main[line.size] = main.get(line.size, 0) + len(line.text)
    if not main:
        return
    usual = max(main, key=lambda size: main[size])
    for kind, line in parts.body:
        if (
            kind in ("article", "clause", "point")
            and line.size != usual
            and 13 <= line.size <= 14
            and 13 <= usual <= 14
        ):
            asked = _("{size}, as the body").format(size=points([usual]))
            into.add("size", kind, points([line.size]), asked, "Phụ lục I, mục II.6.đ", line)


def _headings(parts: Parts, clauses: Mapping[str, str], into: Gathered) -> None:
    """What is bold only in part: an article's number; a clause with a heading; a point never as a whole."""
    for index, (kind, line) in enumerate(parts.body):
        if kind == "article" and not (line.shown and line.shown[0].look.bold):
            into.add("bold", kind, _("not bold"), _("bold"), clauses[kind], line)
        if kind == "clause" and _is_heading(parts, index) and not line.bold:
            asked = _("bold: it is a heading")
            into.add("bold", kind, _("not bold"), asked, clauses[kind], line, Severity.WARNING)
        if kind == "point" and (_share(line, "bold") or 0) > 0.99 and parts.regime != PARTY:
            into.add("bold", kind, _("bold"), _("not bold"), clauses[kind], line, Severity.WARNING)


def _is_heading(parts: Parts, index: int) -> bool:
    """A short clause without an end mark, with something of its own below it."""
    text = parts.body[index][1].text
    following = parts.body[index + 1][0] if index + 1 < len(parts.body) else ""
    return len(text) < 120 and text[-1:] not in ".;:,/…" and following in ("body", "point", "item")
