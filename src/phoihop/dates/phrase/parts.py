"""What productions hand to the composer: rules that stand by themselves, and parts that need one another."""

from __future__ import annotations

from typing import Any, TypeVar

from phoihop.dates.units import MonthDay, Span, Unit

T = TypeVar("T")
Match = tuple[T, int] | None  # what was read, and the place after it


# Plain classes: these live for one reading and are never compared, and dataclasses cost time at every start.


class Days:
    """Days as far as they were said: month and year may be 0."""

    __slots__ = ("days",)

    def __init__(self, days: tuple[MonthDay, ...]) -> None:
        self.days = days


class Spans:
    """Periods as far as they were said: the year may be 0."""

    __slots__ = ("spans",)

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self.spans = spans


class Window:
    """From one day to another, as far as they were said."""

    __slots__ = ("first", "last")

    def __init__(self, first: MonthDay, last: MonthDay) -> None:
        self.first = first
        self.last = last


class TermDay:
    """A day of the first (1) or last (-1) month of a reporting term whose length stands elsewhere
    ("tháng cuối kỳ")."""

    __slots__ = ("after", "day", "month")

    def __init__(self, month: int, day: int, after: bool = False) -> None:
        self.month = month
        self.day = day
        self.after = after


class Weekday:
    """A day of the week, 0 for Monday."""

    __slots__ = ("number",)

    def __init__(self, number: int) -> None:
        self.number = number


class ClosingDay:
    """The day of the month on which figures are closed, and the months if they were said."""

    __slots__ = ("day", "months")

    def __init__(self, day: int, months: tuple[int, ...] = ()) -> None:
        self.day = day
        self.months = months


class Undated:
    """Words that give no date: continuous, on-demand, conditional, not-a-deadline, or cycle
    (of no said length)."""

    __slots__ = ("why",)

    def __init__(self, why: str) -> None:
        self.why = why


class Passed:
    """Words that were understood as something else altogether (the date of a cited document)."""

    __slots__ = ()


# What gives no day: these say something else, or that there is none.
SILENT = (Undated, Passed)


class Refusal(Exception):
    """Words that cannot stand as they are.

    `weak` ones count only when nothing else in the phrase gives a date, or when what does cannot stand beside them:
    `beside` is "since" for words that say from when (they may stand beside one day, not beside days that come back)
    and "name" for words that may be no more than the name of what is done.
    """

    def __init__(
        self,
        kind: str,
        words: tuple[int, int],
        message: str,
        nearest: str = "",
        *,
        weak: bool = False,
        beside: str = "",
        expected: tuple[str, ...] = (),
    ) -> None:
        super().__init__(message)
        self.kind = kind
        self.words = words
        self.message = message
        self.nearest = nearest
        self.weak = weak or bool(beside)
        self.beside = beside
        self.expected = expected


def filled(days: tuple[MonthDay, ...]) -> tuple[MonthDay, ...]:
    """The days, each taking the month and year it lacks from the one after it ("ngày 15 và 20/6/2026")."""
    month = year = 0
    out: list[MonthDay] = []
    for day in reversed(days):
        month, year = day.month or month, day.year or year
        out.append(MonthDay(day.day, month, year))
    return tuple(reversed(out))


def filled_spans(spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """The spans, each taking the year it lacks from the one after it ("quý II và quý IV/2026")."""
    year = later = 0
    out: list[Span] = []
    for span in reversed(spans):
        year, later = (span.year, 0) if span.year else (year, span.later or later)
        out.append(span._replace(year=year, later=0 if year else later))
    return tuple(reversed(out))


# How many of a unit make one of the calendar's own periods.
_PERIODS = {(3, Unit.MONTH): Unit.QUARTER, (6, Unit.MONTH): Unit.HALF, (12, Unit.MONTH): Unit.YEAR}
_PERIODS |= {(2, Unit.QUARTER): Unit.HALF, (4, Unit.QUARTER): Unit.YEAR, (9, Unit.MONTH): Unit.NINE_MONTHS}


def plain(count: int, unit: Unit) -> tuple[int, Unit]:
    """The same length in the calendar's own periods, if it has one: three months are a quarter."""
    period = _PERIODS.get((count, unit))
    return (1, period) if period else (count, unit)


class Found:
    """One part of a phrase: what it is, which words it covers, and whether "trước" stands before it."""

    __slots__ = ("end", "exclusive", "part", "start")

    def __init__(self, part: Any, start: int, end: int, exclusive: bool = False) -> None:
        self.part = part
        self.start = start
        self.end = end
        self.exclusive = exclusive
