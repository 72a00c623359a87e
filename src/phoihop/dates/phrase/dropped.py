"""What a reading leaves out of its phrase.

A deadline is never guessed and never dropped: when words of time stand in the phrase that nothing read, or a day,
period or cycle was read that the rule has no place for, the phrase is refused and the words are quoted.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Any

from phoihop.dates.phrase.guards import overturned, unclear_year
from phoihop.dates.phrase.leftover import GLUE, LIST, leftover
from phoihop.dates.phrase.parts import (
    SILENT,
    ClosingDay,
    Days,
    Found,
    Refusal,
    Spans,
    TermDay,
    Weekday,
    Window,
)
from phoihop.dates.phrase.titles import title, whole_years
from phoihop.dates.phrase.tokens import Tokens
from phoihop.dates.reading import Reading
from phoihop.dates.rule import (
    After,
    Before,
    Cycle,
    Cycles,
    FixedDay,
    Frequency,
    Lunar,
    NamedPoint,
    NamedPoints,
    OpenYearly,
    Period,
    Point,
    Range,
    Recurring,
    Until,
)
from phoihop.dates.units import MONTHS, MonthDay, Span, Unit
from phoihop.i18n import _

_SINGLE = (FixedDay, Period, Range, NamedPoint, NamedPoints, Until, After, Before)
_REPORTS = frozenset({"báo", "sơ", "tổng", "giao", "họp"})


def refusal(
    t: Tokens, found: list[Found], known: list[Refusal], left: list[Refusal], reading: Reading
) -> Refusal | None:
    """Why the reading cannot stand: what it leaves out. `known` is all that was refused on the way, `left` what no part
    has since made use of."""
    rule = reading.rule
    for refused in left if rule else ():
        first = next((f.start for f in found if not isinstance(f.part, SILENT)), 0)
        # "từ ngày 01/6, xong trước ngày 30/6/2026": from when, and then by when.
        since = refused.beside == "since" and refused.words[0] < first and isinstance(rule, _SINGLE)
        if not since and refused.beside != "name":
            return refused
    if rule and (turned := overturned(t, found)):
        return turned
    return leftover(t, found, known) or (
        _part(t, found, reading, len(known) - len(left)) or unclear_year(t, found, rule) if rule else None
    )


def _part(t: Tokens, found: list[Found], reading: Reading, points: int) -> Refusal | None:
    said = [f for f in found if not isinstance(f.part, SILENT)]
    if len(said) < 2:
        return None
    odd = _unused(t, said, reading.rule, points)
    if odd is None:
        return None
    message = _('"{text}" does not go with the rest: no part of a deadline may be dropped')
    text = t.text(odd.start, odd.end)
    expected = (_("one deadline, or several of the same kind: {example}").format(example="ngày 15/6 và 15/12/2026"),)
    return Refusal("unreadable", (odd.start, odd.end), message.format(text=text), expected=expected)


def _unused(t: Tokens, said: list[Found], rule: object, points: int) -> Found | None:
    """The first part that the rule leaves out; `points` of its days come from words that stand refused elsewhere."""
    match rule:
        case After() | Before():
            odd = _others(said, After | Before, Cycle | Cycles) or _second(said, After | Before)
            # "sơ kết 3 năm; tổng kết 5 năm thực hiện": a length beside it is a review of its own.
            return odd or next((f for f in said if isinstance(f.part, Cycle) and f.part.number != 1), None)
        case FixedDay():
            return _beside_days(t, said, rule)
        case Range() | Period() | NamedPoint() | NamedPoints() | Until():
            return _beside_periods(t, said, rule)
        case Lunar():
            odd = _second(said, Lunar) or _others(said, Lunar, Cycle if rule.yearly else Lunar, Spans)
            return odd or next((f for f in said if isinstance(f.part, Spans) and not title(t, said, f)), None)
        case Cycle() | Cycles():
            return _beside_cycles(t, said, rule)
        case Frequency():
            return _others(said, Frequency, Spans) or _untitled(t, said)
        case Recurring():
            return _beside_recurring(t, said, rule, points)
        case OpenYearly():
            return _others(said, OpenYearly)
    return None


def _others(said: list[Found], *kinds: Any) -> Found | None:
    return next((f for f in said if not any(isinstance(f.part, kind) for kind in kinds)), None)


def _second(said: list[Found], kind: Any) -> Found | None:
    return next(iter([f for f in said if isinstance(f.part, kind)][1:]), None)


def _untitled(t: Tokens, said: list[Found]) -> Found | None:
    return next((f for f in said if isinstance(f.part, Spans) and not title(t, said, f)), None)


def _report(t: Tokens, f: Found) -> bool:
    return isinstance(f.part, Cycle | Cycles) and t.words[f.start] in _REPORTS


def _holds(span: Span, day: MonthDay) -> bool:
    """Whether a period holds a day, as far as both are said."""
    year = not span.year or not day.year or span.year == day.year
    return year and not span.later and span.first <= day.month <= span.last


def _last(rule: Range | Period | NamedPoint | NamedPoints | Until) -> MonthDay:
    """The last month of a rule, as a day of it."""
    last: Span | MonthDay
    match rule:
        case Range():
            last = rule.last
        case Period():
            last = rule.spans[-1]
        case NamedPoints():
            last = rule.points[-1].span
        case _:
            last = rule.span
    return last if isinstance(last, MonthDay) else MonthDay(1, last.last, last.year)


def _beside_days(t: Tokens, said: list[Found], rule: FixedDay) -> Found | None:
    of_months = len(rule.days) > 1 and sum(len(f.part.days) for f in said if isinstance(f.part, Days)) == 1
    for f in said:
        match f.part:
            case Days():
                continue
            case Spans():
                spans = f.part.spans
                if of_months or title(t, said, f):
                    continue
                holds = all(any(_holds(span, day) for span in spans) for day in rule.days)
                if holds and all(any(_holds(span, day) for day in rule.days) for span in spans):
                    continue
            case Range() | Until():
                if title(t, said, f):
                    continue
            case Cycle():
                if _report(t, f):
                    continue
            case Weekday():
                day = rule.days[0]
                named = not (day.year and day.month) or day.on(day.year).weekday() == f.part.number
                beside = [g for g in said if isinstance(g.part, Days) and g.start >= f.end]
                after = [g for g in said if isinstance(g.part, Days) and g.end <= f.start][-1:]
                if named and day.year and after and all(w in ("(", ",", "là") for w in t.words[after[0].end : f.start]):
                    continue  # "ngày 30/6/2026 (thứ Ba)"
                if named and any(all(w in GLUE | {","} for w in t.words[f.end : g.start]) for g in beside[:1]):
                    continue
        return f
    return _mixed(t, said)


def _mixed(t: Tokens, said: list[Found]) -> Found | None:
    """A day that is counted in beside one that is not: "trước ngày 15/6" and "đến ngày 30/6"."""
    days = [f for f in said if isinstance(f.part, Days)]
    for a, b in pairwise(days):
        listed = all(w in LIST or w in GLUE for w in t.words[a.end : b.start])
        if a.exclusive != b.exclusive and not (a.exclusive and listed):
            return b
    return None


def _beside_periods(
    t: Tokens, said: list[Found], rule: Range | Period | NamedPoint | NamedPoints | Until
) -> Found | None:
    main: Any = {Range: Range | Window, Period: Spans, Until: Until}.get(type(rule), NamedPoint)
    if not isinstance(rule, Period | NamedPoints) and (odd := _second(said, main)):
        return odd
    if isinstance(rule, Period) and (odd := _within_another(t, said)):
        return odd
    for f in said:
        if isinstance(f.part, main):
            continue
        if isinstance(f.part, Spans) and title(t, said, f):
            continue
        if isinstance(f.part, Spans) and all(_holds(s, _last(rule)) for s in f.part.spans) and not _listed(t, said, f):
            continue
        if isinstance(f.part, Range) and title(t, said, f):
            continue
        if _report(t, f):
            continue
        start = isinstance(f.part, NamedPoint) and f.part.point is Point.START and f.start > 0
        if start and isinstance(rule, Until) and t.words[f.start - 1] == "từ":
            continue
        return f
    return None


def _listed(t: Tokens, said: list[Found], f: Found) -> bool:
    """Whether only "và" or the like stands between a part and its neighbour."""
    near = [t.words[a.end : b.start] for a, b in pairwise(said) if f in (a, b)]
    return any(words in (["và"], [";"], ["hoặc"], [",", "và"]) for words in near)


def _within_another(t: Tokens, said: list[Found]) -> Found | None:
    """A period told to say when in another ("năm 2026: quý II"), not beside it ("năm 2026 và quý II/2027")."""
    spans = [f for f in said if isinstance(f.part, Spans) and not title(t, said, f)]
    for a, b in pairwise(spans):
        if "và" in t.words[a.end : b.start]:
            continue
        for outer, inner in ((a, b), (b, a)):
            ends = [MonthDay(1, m, s.year) for s in inner.part.spans for m in (s.first, s.last)]
            if any(all(_holds(span, day) for day in ends) for span in outer.part.spans):
                return outer
    return None


def _beside_cycles(t: Tokens, said: list[Found], rule: Cycle | Cycles) -> Found | None:
    units = rule.units if isinstance(rule, Cycles) else (rule.unit,)
    for f in said:
        match f.part:
            case Cycle():
                single = isinstance(rule, Cycle) and (f.part.number, f.part.unit) == (rule.number, rule.unit)
                if single or (isinstance(rule, Cycles) and f.part.number == 1 and f.part.unit in units):
                    continue
            case Cycles():
                if set(f.part.units) <= set(units):
                    continue
            case ClosingDay():
                if all(any(month % MONTHS[u] == 0 for u in units if u in MONTHS) for month in f.part.months):
                    continue
            case Weekday():
                if units == (Unit.WEEK,) and _second(said, Weekday) is None:
                    continue
            case After():
                if rule.closing and rule.closing.working_days:
                    continue
            case Spans() | Range() | Until() | OpenYearly():
                # "báo cáo quý, 6 tháng, năm 2026": of the year, or in it?
                listed = isinstance(rule, Cycles) and f.start > 0 and t.words[f.start - 1] in (",", "và")
                if (whole_years(f) and not listed) or title(t, said, f):
                    continue
        return f
    kinds = [f for f in said if isinstance(f.part, Range | Until | OpenYearly) and not title(t, said, f)]
    return kinds[1] if len(kinds) > 1 else _second(said, ClosingDay)


def _beside_recurring(t: Tokens, said: list[Found], rule: Recurring, points: int) -> Found | None:
    units = {day.unit for day in rule.days}
    from_spans = (
        Unit.YEAR in units
        and not points
        and not any(isinstance(f.part, Days | Window | Recurring | TermDay) for f in said)
    )
    days = sum(len(f.part.days) for f in said if isinstance(f.part, Days | Recurring))
    days += sum(1 for f in said if isinstance(f.part, TermDay | Window))
    of_months = days == 1 and len(rule.days) > 1
    if days + points > len(rule.days):
        return next((f for f in reversed(said) if isinstance(f.part, Days | Recurring | TermDay | Window)), said[-1])
    for f in said:
        match f.part:
            case Days() | Recurring() | TermDay() | Window():
                continue
            case Cycle():
                twice = f.part.unit is Unit.HALF and sum(day.unit is Unit.YEAR for day in rule.days) > 1
                yearly = twice or (f.part.unit is Unit.YEAR and Unit.YEAR in units)
                if f.part.number == 1 and (f.part.unit in units or yearly):
                    continue
            case Cycles():
                if set(f.part.units) <= units | ({Unit.HALF} if Unit.YEAR in units else set()):
                    continue
            case ClosingDay():
                if rule.closing and all(day.after or day.day > rule.closing.day for day in rule.days):
                    continue
            case Spans():
                if from_spans or of_months or whole_years(f) or title(t, said, f):
                    continue
            case NamedPoint():
                if from_spans:
                    continue
            case Range() | Until() | OpenYearly():
                if whole_years(f) or title(t, said, f):
                    continue
        return f
    return _mixed(t, said)
