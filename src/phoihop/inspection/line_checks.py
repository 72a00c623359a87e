"""The lines under motto, issuing body and title: there, and about as long as asked; the Party's star and hyphens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from phoihop.document.measure import text_width
from phoihop.i18n import _
from phoihop.inspection.content import Content, Line, ruled, size_of
from phoihop.inspection.finding import Gathered
from phoihop.inspection.head import PARTY
from phoihop.inspection.norms import guidance
from phoihop.inspection.parts import Parts
from phoihop.inspection.words import drafted
from phoihop.text.diagnostic import Severity

_RAISED = 0.65
"""How much smaller Word sets text above the line."""
_WHOLE = (0.85, 1.15)
_PART = (0.22, 0.56)
"""Length by the text's: as long, and a third to a half, each with what a hand misses by: the decree's own samples
draw lines of 24 %."""


class _Asked(NamedTuple):
    """The line that a part asks for; `share` is its length by the text's."""

    part: str
    clause: str
    share: tuple[float, float]

    @property
    def words(self) -> str:
        whole = self.share == _WHOLE
        return _("a line as long as the text") if whole else _("a line of 1/3 to 1/2 of the text")


_MOTTO = _Asked("motto", "Phụ lục I, mục II.1.b, ô số 1", _WHOLE)
_ISSUER = _Asked("issuer", "Phụ lục I, mục II.2.b, ô số 2", _PART)
_TITLE = _Asked("title", "Phụ lục I, mục II.5.b, ô số 5a", _PART)
_HYPHENS = re.compile(r"-{3,}")
_BELOW = 4


def check_lines(content: Content, parts: Parts, issued: date | None, into: Gathered) -> None:
    """The lines that each regime asks for."""
    head = parts.head
    title = parts.found.get("title", [])
    below_title = _following(parts.lines, title[-1] if title else None)
    if parts.regime == PARTY:
        clause = guidance(PARTY, issued)
        _line(content, parts, _Asked("party-name", clause, _WHOLE), head.right, into)
        _star(parts, clause, into)
        if title and not any(_HYPHENS.fullmatch(line.text) for line in below_title):
            into.add("rule-line", "title", _('no "-----" under it'), '"-----"', clause, title[-1])
        return
    # Two lines drawn anywhere above the title are those of the two sides: what they hang from is not where they lie.
    kind = parts.found.get("type", [])
    above = parts.lines[: next((i for i, line in enumerate(parts.lines) if kind and line is kind[0]), head.end)]
    spare = sum(len(paragraph.drawn) for paragraph in dict.fromkeys(line.paragraph for line in above)) > 1
    _line(content, parts, _MOTTO, head.right, into, spare)
    _line(content, parts, _ISSUER, head.left, into, spare)
    if not parts.attached:
        _line(content, parts, _TITLE, (*kind, *title, *below_title), into)


def _following(lines: Sequence[Line], last: Line | None) -> tuple[Line, ...]:
    if last is None:
        return ()
    at = next(index for index, line in enumerate(lines) if line is last)
    return tuple(lines[at + 1 : at + 1 + _BELOW])


def _line(
    content: Content, parts: Parts, asked: _Asked, side: Sequence[Line], into: Gathered, spare: bool = False
) -> None:
    """`spare`: a line that hangs from elsewhere may be this one."""
    part = parts.found.get(asked.part, [])
    lengths = list(_lengths(content, part, side)) if part else []
    if not lengths:
        if part and not spare:
            into.add("rule-line", asked.part, _("no line under it"), asked.words, asked.clause, part[-1])
        return
    texts = [line.width(content.available(line.paragraph)) for line in part]
    shares = [length / text for length in lengths if length for text in (max(texts), texts[-1]) if text]
    low, high = asked.share
    if shares and not drafted(part[-1].text) and not any(low <= share <= high for share in shares):
        found = _("a line of {share} of the text").format(share=f"{shares[0]:.0%}")
        into.add("rule-length", asked.part, found, asked.words, asked.clause, part[-1], Severity.WARNING)


def _lengths(content: Content, part: list[Line], side: Sequence[Line]) -> Iterable[float]:
    """The lengths of what may be the line under a part: drawn, typed, or a border; 0 where it cannot be measured."""
    for paragraph in dict.fromkeys(line.paragraph for line in side):
        yield from paragraph.drawn
    last = part[-1]
    if last.share("underline") > 0.9:
        yield last.width(content.available(last.paragraph))
    if last.paragraph.look.border:
        yield content.available(last.paragraph)
    at = next((index for index, line in enumerate(side) if line is last), len(side))
    for line in side[at + 1 : at + 1 + _BELOW]:
        if ruled(line.text) and line.shown:
            run = line.shown[0]
            yield text_width(line.text, size_of(run), line.bold) * (_RAISED if run.look.raised else 1)
        elif line.text:
            return
        elif line.paragraph.look.border:
            yield content.available(line.paragraph)


def _star(parts: Parts, clause: str, into: Gathered) -> None:
    issuer = parts.found.get("issuer", [])
    if issuer and not any(line.text.strip() in ("*", "★", "∗") for line in parts.head.left):
        into.add("rule-line", "issuer", _("no star under it"), '"*"', clause, issuer[-1])
