"""Small shared words of time: units, days of a year, spans of months, and how Vietnamese documents write
them.
"""

from __future__ import annotations

from calendar import isleap
from datetime import date
from enum import Enum
from typing import NamedTuple

_ROMAN = ("", "I", "II", "III", "IV")
_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


class Unit(Enum):
    """What a term is counted in, or how long a period is."""

    DAY = "ngày"
    WORKING_DAY = "ngày làm việc"
    WEEK = "tuần"
    WORKING_WEEK = "tuần làm việc"
    MONTH = "tháng"
    QUARTER = "quý"
    HALF = "6 tháng"
    NINE_MONTHS = "9 tháng"
    YEAR = "năm"


# How many months a period lasts; periods of these units begin with the calendar's own.
MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.HALF: 6, Unit.NINE_MONTHS: 9, Unit.YEAR: 12}


class MonthDay(NamedTuple):
    """A day and month, with a year if it was said (0 if not)."""

    day: int
    month: int
    year: int = 0

    def on(self, year: int) -> date:
        """The date in its own year, else in `year`.

        29/02 is the last of February in other years (Đ.148.3).
        """
        year = self.year or year
        return date(year, self.month, min(self.day, days_in(year, self.month)))


class Span(NamedTuple):
    """Whole months of one year, both ends included: a month, a quarter, a half, nine months, a year.

    `later`: how many years after the plan's own, when the words say that and no year ("năm sau").
    """

    first: int
    last: int
    year: int = 0
    later: int = 0

    def begin(self, year: int) -> date:
        """The first day, in its own year, else as many years after `year` as it says."""
        return date(self.year or year + self.later, self.first, 1)

    def end(self, year: int) -> date:
        """The last day, in its own year, else as many years after `year` as it says."""
        return month_end(self.year or year + self.later, self.last)

    def label(self, year: int) -> str:
        """How a document names it: "quý III/2026", "6 tháng đầu năm 2026"."""
        return span_label(self.first, self.last, self.year or year + self.later)


def days_in(year: int, month: int) -> int:
    """How many days the month has."""
    return 29 if month == 2 and isleap(year) else _DAYS[month]


def month_end(year: int, month: int) -> date:
    """The month's last day; months beyond 12 run into the following years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return date(year, month, days_in(year, month))


def span_label(first: int, last: int, year: int) -> str:
    """The name of the months from `first` to `last` of a year."""
    match last - first + 1, first:
        case 1, _:
            return f"tháng {first:02}/{year}" if first < 3 else f"tháng {first}/{year}"  # as in dates
        case 3, 1 | 4 | 7 | 10:
            return f"quý {_ROMAN[last // 3]}/{year}"
        case 6, 1:
            return f"6 tháng đầu năm {year}"
        case 6, 7:
            return f"6 tháng cuối năm {year}"
        case 9, 1:
            return f"9 tháng đầu năm {year}"
        case 12, _:
            return f"năm {year}"
    return f"từ tháng {first} đến tháng {last}/{year}"


def written(day: date) -> str:
    """A date as documents write it: days below 10 and months 1 and 2 take a 0 (Nghị định 30/2020/NĐ-CP)."""
    month = f"{day.month:02d}" if day.month < 3 else str(day.month)
    return f"{day.day:02d}/{month}/{day.year}"


def weekday_name(day: date) -> str:
    """ "Thứ Hai" to "Chủ nhật"."""
    return _WEEKDAYS[day.weekday()]
