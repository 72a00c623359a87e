"""Occurrences: the days on which a reading falls due, each with its reasons."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from phoihop.dates import counting, recurring, single
from phoihop.dates.calendar import Calendar, Status, UnknownYear
from phoihop.dates.moment import CODE, CONVENTION, Missing, Moment
from phoihop.dates.reading import Reading
from phoihop.dates.roll import Roll
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
    Range,
    Recurring,
    Rule,
    Until,
)
from phoihop.dates.statutory import LAST_YEAR
from phoihop.dates.terms import AnchorDay, Because, Occurrence, Schedule, TermProblem, Terms
from phoihop.dates.units import MONTHS, Unit, month_end, written

__all__ = [
    "AnchorDay",
    "Because",
    "Occurrence",
    "Schedule",
    "TermProblem",
    "Terms",
    "missing",
    "nominal_days",
    "occurrences",
]

# The longest that a day can move: over Tết with its weekends and swaps, generously.
_MARGIN = timedelta(31)


class Figures(NamedTuple):
    """When a report's figures are closed: a day of the last month of its periods, which are so long."""

    day: int
    periods: tuple[Unit, ...]


def occurrences(
    reading: Reading,
    terms: Terms,
    calendar: Calendar,
    window: tuple[date, date],
    roll: Roll = Roll.FORWARD,
    figures: Figures | None = None,
) -> Schedule:
    """The occurrences whose due day or nominal day lies in the window, both ends included.

    `figures` gives each the window of its figures, where the phrase itself gives none.
    """
    if reading.rule is None:
        return Schedule()
    first, last = window
    found: list[Occurrence] = []
    problems: list[TermProblem] = []
    try:
        limit = min(_plus(last, _MARGIN), date(LAST_YEAR, 12, 31))
        for number, moment in enumerate(_moments(reading.rule, terms, limit, calendar), 1):
            if not (first <= _plus(moment.nominal, _MARGIN) and _plus(moment.nominal, -_MARGIN) <= last):
                continue
            if figures and moment.closed is None:
                moment = _with_figures(moment, figures)
            occurrence = _settled(number, moment, calendar, roll)
            if first <= occurrence.due <= last or first <= occurrence.nominal <= last:
                found.append(occurrence)
    except Missing as missing:
        problems.append(missing.problem)
    except UnknownYear as unknown:
        problems.append(TermProblem("beyond-calendar", str(unknown.year)))
    except (OverflowError, ValueError):
        problems.append(TermProblem("beyond-calendar", str(date.max.year)))
    return Schedule(tuple(found), tuple(problems))


@lru_cache(maxsize=32768)  # plans of one year share most of their phrases
def nominal_days(reading: Reading, terms: Terms) -> tuple[date, ...]:
    """The nominal days of a phrase that names single dates, without a calendar; () for every other kind.

    () also when something is missing, and for terms in working days, which need a calendar.
    """
    rule = reading.rule
    single_kinds = FixedDay | Period | Range | NamedPoint | NamedPoints | Until | Lunar | After | Before
    if not isinstance(rule, single_kinds) or (isinstance(rule, Lunar) and rule.yearly):
        return ()
    if isinstance(rule, After | Before) and rule.every:
        return ()
    try:
        return tuple(moment.nominal for moment in _moments(rule, terms, date.max, None))
    except (Missing, UnknownYear, OverflowError, ValueError):
        return ()


def missing(reading: Reading, terms: Terms) -> TermProblem | None:
    """What a phrase that names single dates lacks, told without a calendar."""
    try:
        for _moment in _moments(reading.rule, terms, date.max, None) if reading.rule else ():
            pass
    except Missing as fault:
        return fault.problem
    return None


def _plus(day: date, delta: timedelta) -> date:
    """The sum, held inside the dates that there are."""
    try:
        return day + delta
    except OverflowError:
        return date.max if delta > timedelta(0) else date.min


def _moments(rule: Rule, terms: Terms, limit: date, calendar: Calendar | None) -> Iterator[Moment]:
    """The moments of any rule, in order, none after the limit but those that a few days may bring back."""
    match rule:
        case FixedDay():
            return single.fixed_day(rule, terms)
        case Period():
            return single.period(rule, terms)
        case Range():
            return single.range_(rule, terms)
        case NamedPoint():
            return single.named_point(rule, terms)
        case NamedPoints():
            return single.named_points(rule, terms)
        case Until():
            return single.until(rule, terms)
        case Lunar() if not rule.yearly:
            return single.lunar(rule, terms)
        case After():
            return counting.after(rule, terms, limit, calendar)
        case Before():
            return counting.before(rule, terms, limit, calendar)
    return _recurring(rule, terms, limit, calendar or Calendar())


def _recurring(rule: Rule, terms: Terms, limit: date, calendar: Calendar) -> Iterator[Moment]:
    match rule:
        case Cycle():
            return recurring.cycle(rule, terms, limit, calendar)
        case Cycles():
            return recurring.cycles(rule, terms, limit, calendar)
        case Frequency():
            return recurring.frequency(rule, terms, limit, calendar)
        case OpenYearly():
            return recurring.open_yearly(rule, terms, limit, calendar)
        case Recurring():
            return recurring.recurring(rule, terms, limit, calendar)
        case Lunar():
            return recurring.lunar_yearly(rule, terms, limit)
        case _:
            return iter(())


def _with_figures(moment: Moment, figures: Figures) -> Moment:
    """The moment with the figures that it reports: of the period that closes last before it, the longest of those
    that close together (decision 5)."""
    last = moment.nominal - timedelta(1) if moment.exclusive else moment.nominal
    ends = [
        (end, MONTHS[unit])
        for year in (last.year - 1, last.year)
        for unit in figures.periods
        for month in range(MONTHS[unit], 13, MONTHS[unit])
        if (end := month_end(year, month)).replace(day=min(figures.day, end.day)) <= last
    ]
    end, length = max(ends)
    begin = date(end.year, end.month - length + 1, 1)
    opened, closed, step = recurring.data_window(begin, end, figures.day)
    return moment._replace(because=(step, *moment.because), since=opened, closed=closed)


def _settled(number: int, moment: Moment, calendar: Calendar, roll: Roll) -> Occurrence:
    """A moment with the calendar applied: the day on which it is due in fact, and why."""
    last = moment.nominal - timedelta(1) if moment.exclusive else moment.nominal
    careful = calendar.previous_working(last)
    due, moved = _rolled(last, careful, moment, calendar, roll)
    worked = calendar.why_worked(due)
    steps = [*moment.because, *moved]
    if worked:
        steps.append(Because(f"Ngày {written(due)} là ngày làm việc: {worked}."))
    days = [day for day in (careful, due, moment.nominal, moment.counted_from) if day is not None]
    doubts = _doubts(min(days), max(days), calendar)
    return Occurrence(
        number=number,
        label=moment.label,
        nominal=moment.nominal,
        exclusive=moment.exclusive,
        due=due,
        careful=careful,
        assumed=moment.assumed,
        provisional=bool(doubts),
        since=moment.since,
        because=(*steps, *doubts),
        closed=moment.closed,
    )


def _rolled(
    last: date, careful: date, moment: Moment, calendar: Calendar, roll: Roll
) -> tuple[date, tuple[Because, ...]]:
    """Where a last day that is a day off moves, and why (decisions 1 and 2)."""
    if careful == last:
        return last, ()
    off = Because(f"Ngày {written(last)} là ngày nghỉ: {calendar.why_off(last)}.")
    if roll is Roll.NONE and not moment.back:
        return last, (off, Because("Kế hoạch giữ nguyên ngày, kể cả khi là ngày nghỉ."))
    if moment.exclusive or moment.back or roll is Roll.BACK:
        why = (
            "không được muộn hơn, nên lùi về ngày làm việc liền trước"
            if moment.exclusive or moment.back
            else ("kế hoạch chọn lùi về ngày làm việc liền trước")
        )
        return careful, (off, Because(f"{why[0].upper()}{why[1:]}: {written(careful)}.", CONVENTION))
    due = calendar.next_working(last)
    text = f"Thời hạn kết thúc vào ngày làm việc tiếp theo: {written(due)}."
    return due, (off, Because(text, f"{CODE}, Điều 148 khoản 5"))


def _doubts(a: date, b: date, calendar: Calendar) -> tuple[Because, ...]:
    """What may still change the days from `a` to `b`: years without a notice, matters not decided."""
    steps = []
    for year in range(a.year, b.year + 1):
        if calendar.status(year) is Status.PROVISIONAL:
            known = "; ".join(calendar.notices(year))
            text = f"Lịch nghỉ năm {year} là dự kiến: chưa có thông báo chính thức, kết quả có thể thay đổi."
            steps.append(Because(text, known or "Bộ luật Lao động 2019, Điều 112"))
    steps += [Because(note.text) for note in calendar.notes(a, b)]
    return tuple(steps)
