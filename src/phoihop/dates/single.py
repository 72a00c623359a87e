"""Moments of the rules that name single days and periods."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from phoihop.dates.lunar import from_lunar
from phoihop.dates.moment import CODE, CONVENTION, Missing, Moment, existing, single_year
from phoihop.dates.rule import THIRDS, FixedDay, Lunar, NamedPoint, NamedPoints, Period, Point, Range, Until
from phoihop.dates.terms import Because, Terms
from phoihop.dates.units import MonthDay, Span, span_label, written

_POINT_LAW = f"{CODE}, Điều 146"


def fixed_day(rule: FixedDay, terms: Terms) -> Iterator[Moment]:
    """Days of the calendar (decisions 1 and 2)."""
    year, steps = _year(rule.days[-1].year, terms)
    for number, day in enumerate(rule.days, 1):
        at = existing(day, year)
        # Not the day itself: a day before it, or the next working day, may be the one on which it is due.
        label = f"đợt {number} năm {at.year}" if len(rule.days) > 1 else ""
        yield Moment(at, (*steps, _on(at, exclusive=rule.exclusive)), label, rule.exclusive)


def period(rule: Period, terms: Terms) -> Iterator[Moment]:
    """Whole periods: the last day, assumed (decision 3)."""
    year, steps = _year(rule.spans[-1].year, terms, rule.spans[-1].later)
    for span in rule.spans:
        label = span.label(year) if len(rule.spans) > 1 else ""
        if rule.exclusive:
            begin = span.begin(year)
            yield Moment(begin, (*steps, _on(begin, exclusive=True)), label, exclusive=True)
            continue
        because = (*steps, last_day(span.label(year), span.end(year)))
        yield Moment(span.end(year), because, label, assumed=True, since=span.begin(year))


def range_(rule: Range, terms: Terms) -> Iterator[Moment]:
    """A window, due on its last day; a last period without a day is assumed to end with its own."""
    later = rule.last.later if isinstance(rule.last, Span) else 0
    last_year, steps = _year(rule.last.year, terms, later)
    year = rule.first.year or last_year
    first = rule.first.begin(year) if isinstance(rule.first, Span) else rule.first.on(year)
    if isinstance(rule.last, MonthDay):
        last = rule.last.on(last_year)
        if first > last and not rule.first.year:
            first = (
                rule.first.on(last_year - 1) if isinstance(rule.first, MonthDay) else rule.first.begin(last_year - 1)
            )
        text = f"Khoảng thời gian từ ngày {written(first)} đến hết ngày {written(last)}."
        yield Moment(last, (*steps, Because(text)), since=first)
        return
    last = rule.last.end(last_year)
    yield Moment(last, (*steps, last_day(rule.last.label(last_year), last)), assumed=True, since=first)


def named_point(rule: NamedPoint, terms: Terms) -> Iterator[Moment]:
    """The beginning, the middle, the end or the third of a period."""
    year, steps = _year(rule.span.year, terms, rule.span.later)
    begin, end = rule.span.begin(year), rule.span.end(year)
    third = THIRDS.get(rule.point, 0)
    match rule.point:
        case _ if third:
            at = begin.replace(day=min(third, end.day))
        case Point.START:
            at = begin
        case Point.END:
            at = end
        case _:
            at = date(begin.year, 6, 30) if rule.span.last == 12 and rule.span.first == 1 else begin.replace(day=15)
    law = _POINT_LAW if rule.span.last - rule.span.first in (0, 11) and not third else CONVENTION
    text = f"{rule.point.value.capitalize()} {rule.span.label(year)} là ngày {written(at)}."
    if third:
        text = f"{text[:-1]} theo cách dùng quen (ngày 10, ngày 20, ngày cuối tháng); luật không quy định."
    because = (*steps, Because(text, law), *((_on(at, exclusive=True),) if rule.exclusive else ()))
    yield Moment(at, because, exclusive=rule.exclusive, assumed=bool(third))


def named_points(rule: NamedPoints, terms: Terms) -> Iterator[Moment]:
    """Each point in order, told apart by its period's name."""
    for point in rule.points:
        for moment in named_point(point, terms):
            yield moment._replace(label=point.span.label(moment.nominal.year - point.span.later))


def until(rule: Until, terms: Terms) -> Iterator[Moment]:
    """The end of the period named."""
    year, steps = _year(rule.span.year, terms, rule.span.later)
    end = rule.span.end(year)
    text = f"Đến hết {rule.span.label(year)}: ngày cuối cùng là {written(end)}."
    yield Moment(end, (*steps, Because(text)), since=terms.since)


def lunar(rule: Lunar, terms: Terms) -> Iterator[Moment]:
    """One lunar day; those of every year are among the recurring ones."""
    at, steps = lunar_date(rule, terms)
    yield lunar_moment(rule, at, "", steps)


def lunar_date(rule: Lunar, terms: Terms) -> tuple[date, tuple[Because, ...]]:
    """The solar date; when the year is not said, the one that falls in the plan's own year."""
    if rule.year:
        return from_lunar(rule.day, rule.month, rule.year), ()
    year, steps = _year(0, terms)
    for candidate in (year, year - 1):
        at = from_lunar(rule.day, rule.month, candidate)
        if at.year == year:
            return at, steps
    raise Missing("year-missing")


def lunar_moment(rule: Lunar, at: date, label: str, steps: tuple[Because, ...] = ()) -> Moment:
    """The moment of a lunar day that falls on a solar date."""
    name = rule.name or f"{rule.day}/{rule.month} âm lịch"
    day = f"{rule.day}/{rule.month}"
    found = Because(f"{name} ({day} âm lịch) là ngày {written(at)}.", "âm lịch Việt Nam, múi giờ UTC+7")
    return Moment(at, (*steps, found, _on(at, exclusive=rule.exclusive)), label, rule.exclusive)


def last_day(name: str, at: date) -> Because:
    """Decision 3, in words."""
    return Because(f"{name[:1].upper()}{name[1:]} không nêu ngày: lấy ngày cuối kỳ, {written(at)}.", CONVENTION)


def _on(at: date, *, exclusive: bool) -> Because:
    if not exclusive:
        return Because(f"Thời hạn là ngày {written(at)}, tính cả ngày đó.")
    before = at - timedelta(1)
    text = f"Trước ngày {written(at)}: không tính ngày {written(at)}, ngày cuối cùng là {written(before)}."
    return Because(text, CONVENTION)


def _year(said: int, terms: Terms, later: int = 0) -> tuple[int, tuple[Because, ...]]:
    """The year that was said, else the plan's own, and a word on that. `later`: the phrase counts from it."""
    if said:
        return said, ()
    year = single_year(terms)
    if later:
        text = f"“Năm sau” là năm {year + later}, năm liền sau năm thực hiện kế hoạch ({year})."
        return year, (Because(text, CONVENTION),)
    text = f"Thời hạn không ghi năm: lấy {span_label(1, 12, year)}, năm thực hiện kế hoạch."
    return year, (Because(text, CONVENTION),)
