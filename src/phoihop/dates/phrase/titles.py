"""Periods that say nothing of when: those in the name of what is done ("kế hoạch năm 2027", "báo cáo quý I"), and the
years that a cycle is held to."""

from __future__ import annotations

from phoihop.dates.phrase.parts import SILENT, Found, Spans
from phoihop.dates.phrase.tokens import Tokens
from phoihop.dates.rule import OpenYearly, Range, Until
from phoihop.dates.units import Span

# The last words of the nouns that a period follows: "kế hoạch", "báo cáo", "kết quả", "dự toán" ...
_NOUNS = frozenset(
    {"hoạch", "cáo", "quả", "toán", "tiêu", "vụ", "tác", "trình", "án", "kết", "liệu", "sách", "vốn", "đề", "chế"}
    | {"phí", "giá", "thưởng", "đua", "tích", "phẩm", "tra", "thu", "chi"}
)


def title(t: Tokens, said: list[Found], f: Found) -> bool:
    """Whether a period belongs to the name of what is done: "Báo cáo quý I", "kế hoạch năm 2027"."""
    i = f.start - 1
    while i >= 0 and t.words[i] in ("của", "cả", "và", ","):
        i -= 1
    earlier = next((g for g in said if g.end == i + 1 and i < f.start - 1), None)
    if earlier is not None:
        return isinstance(earlier.part, Spans | Range) and title(t, said, earlier)
    if t.words[i] == "kết" and t.words[i - 1] in ("sơ", "tổng") and not whole_years(f):
        return False  # "tổng kết năm 2026" names a review, "tổng kết tháng 12/2026" says when it is held
    if t.words[i] == "kết" and t.words[i - 1] in ("sơ", "tổng"):
        reviews = [g for g in said if g is not f and t.words[g.start - 2 : g.start] in (["sơ", "kết"], ["tổng", "kết"])]
        if reviews:
            return False  # "sơ kết 6 tháng đầu năm, tổng kết năm 2026": each says when
    return i >= 0 and t.words[i] in _NOUNS and i in (f.start - 1, f.start - 2)


def untitled(t: Tokens, found: list[Found]) -> tuple[Span, ...]:
    """The periods that are no part of a name, where some are and some are not ("kế hoạch năm 2027 trong quý IV")."""
    said = [f for f in found if not isinstance(f.part, SILENT)]
    spans = [f for f in said if isinstance(f.part, Spans)]
    own = [f for f in spans if not title(t, said, f)]
    return tuple(span for f in own or spans for span in f.part.spans)


def whole_years(f: Found) -> bool:
    """Whether a part says years that a rule which comes back can be held to."""
    match f.part:
        case Spans():
            return all(s.last - s.first == 11 and s.year for s in f.part.spans)
        case Range():
            ends = (f.part.first, f.part.last)
            return all(isinstance(end, Span) and end.last - end.first == 11 and end.year for end in ends)
        case Until():
            return bool(f.part.span.last == 12 and f.part.span.year)
    return isinstance(f.part, OpenYearly)
