"""A moment: one nominal day with its reasons, before the calendar has its say.

And what moments are made with.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from phoihop.dates.terms import Because, TermProblem, Terms
from phoihop.dates.units import MonthDay, Unit, days_in

CONVENTION = "quy ước của phoihop"
CODE = "Bộ luật Dân sự 2015"


class Moment(NamedTuple):
    """One nominal day. `back`: on a day off it moves back, whatever the plan's roll; `counted_from`: the day
    from which working days were counted, if they were; `closed`: the last day of a report's figures."""

    nominal: date
    because: tuple[Because, ...]
    label: str = ""
    exclusive: bool = False
    assumed: bool = False
    since: date | None = None
    back: bool = False
    counted_from: date | None = None
    closed: date | None = None


class Missing(Exception):
    """Terms do not give what a rule needs."""

    def __init__(self, code: str, what: str = "") -> None:
        super().__init__(code)
        self.problem = TermProblem(code, what)


def start_of(terms: Terms) -> date:
    """From when a plan runs: its first day or its signing, whichever is later."""
    days = [day for day in (terms.since, terms.signed) if day is not None]
    if not days:
        raise Missing("period-missing")
    return max(days)


def single_year(terms: Terms) -> int:
    """The year of a phrase that names none: the plan's own, if it stands in one year."""
    if terms.since and terms.until and terms.since.year == terms.until.year:
        return terms.since.year
    raise Missing("year-missing")


def existing(day: MonthDay, year: int) -> date:
    """The day in its own year, else in `year`, which may have none: 29/02 is a single day in leap years only."""
    if day.day > days_in(day.year or year, day.month):
        raise Missing("no-such-day", f"{day.day}/{day.month:02d}/{day.year or year}")
    return day.on(year)


def shifted(day: date, count: int, unit: Unit) -> date:
    """The corresponding day `count` units on, or back (Bộ luật Dân sự 2015, Đ.148.1-4)."""
    if unit is Unit.DAY:
        return day + timedelta(count)
    if unit is Unit.WEEK:
        return day + timedelta(7 * count)
    from dateutil.relativedelta import relativedelta

    if unit is Unit.YEAR:
        return day + relativedelta(years=count)
    return day + relativedelta(months=count * (3 if unit is Unit.QUARTER else 1))
