"""Windows: the stretch of days that figures are given for, as people ask for it, and the one before it."""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from phoihop.dates.phrase import read
from phoihop.dates.rule import Period, Range
from phoihop.dates.statutory import FIRST_YEAR, LAST_YEAR
from phoihop.dates.units import MonthDay, Span, days_in, month_end, span_label, written

EXAMPLES = (
    "2026",
    "2026-03",
    "Q2/2026",
    "quý II/2026",
    "6 tháng đầu năm 2026",
    "giai đoạn 2021-2025",
    "2026-01-01..2026-06-30",
)
"""An example of each way to say a window."""

_LONGEST = 100  # characters: more than any way to say a window
_YEAR = re.compile(r"(\d{4})", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{1,2})", re.ASCII)
_DAYS = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})\s*\.\.\s*(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)


class Window(NamedTuple):
    """A stretch of days, the first and the last included."""

    first: date
    last: date

    @property
    def name(self) -> str:
        """What Vietnamese reports call it: "năm 2026", "quý II/2026", "từ ngày 05/01/2026 đến ngày 30/6/2026"."""
        first, last = self
        if not self.months:
            return f"từ ngày {written(first)} đến ngày {written(last)}"
        if first.year == last.year:
            return span_label(first.month, last.month, first.year)
        if first.month == 1 and last.month == 12:
            return f"giai đoạn {first.year}-{last.year}"
        return f"từ tháng {first.month}/{first.year} đến tháng {last.month}/{last.year}"

    @property
    def slug(self) -> str:
        """What a file's name calls it: "2026", "2026-06", "2026-04-01_2026-06-30"."""
        if self == year_of(self.first):
            return f"{self.first.year}"
        if self.first.day == 1 and self.last == month_end(self.first.year, self.first.month):
            return f"{self.first:%Y-%m}"
        return f"{self.first.isoformat()}_{self.last.isoformat()}"

    def holds(self, day: date) -> bool:
        """Whether the day lies in it."""
        return self.first <= day <= self.last

    @property
    def months(self) -> int:
        """How many months it is made of; 0 where these are not whole."""
        whole = self.first.day == 1 and self.last == month_end(self.last.year, self.last.month)
        return 12 * (self.last.year - self.first.year) + self.last.month - self.first.month + 1 if whole else 0

    def before(self) -> Window:
        """The window of the same length that ends the day before: as many months, where it is made of whole months."""
        last = self.first - timedelta(days=1)
        first = _months_before(self.first, self.months) if self.months else last - (self.last - self.first)
        return Window(first, last)

    def day_before(self, day: date) -> date:
        """The day that stands to the window before as `day` stands to this one: the last to the last."""
        earlier = self.before()
        if day >= self.last:
            return earlier.last + (day - self.last)
        same = _months_before(day, self.months) if self.months else earlier.first + (day - self.first)
        return min(same, earlier.last)


def year_of(day: date) -> Window:
    """The calendar year in which a day lies."""
    return Window(date(day.year, 1, 1), date(day.year, 12, 31))


def read_window(text: str, today: date) -> Window | None:
    """The window that a text says; None where it says none, or one beyond the calendar.

    A year, a month or a range of days in figures, else periods as the deadline language knows them; one without a
    year is of today's.
    """
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        return None
    try:
        window = _in_figures(text) or _in_words(text, today.year)
    except (ValueError, OverflowError):  # a day that does not exist
        return None
    if window is None or window.last < window.first:
        return None
    return window if window.first.year >= FIRST_YEAR and window.last.year <= LAST_YEAR else None


def _in_figures(text: str) -> Window | None:
    if found := _YEAR.fullmatch(text):
        return year_of(date(int(found[1]), 1, 1))
    if found := _MONTH.fullmatch(text):
        first = date(int(found[1]), int(found[2]), 1)
        return Window(first, month_end(first.year, first.month))
    if found := _DAYS.fullmatch(text):
        numbers = [int(number) for number in found.groups()]
        return Window(date(*numbers[:3]), date(*numbers[3:]))
    return None


def _in_words(text: str, year: int) -> Window | None:
    match read(text).rule:
        case Period(spans=spans, exclusive=False):
            windows = sorted(Window(span.begin(year), span.end(year)) for span in spans)
            pairs = pairwise(windows)
            joined = all(later.first == earlier.last + timedelta(days=1) for earlier, later in pairs)
            return Window(windows[0].first, windows[-1].last) if joined else None
        case Range(first=first, last=last):
            return Window(_begin(first, year), _end(last, year))
    return None


def _begin(of: MonthDay | Span, year: int) -> date:
    return of.begin(year) if isinstance(of, Span) else of.on(year)


def _end(of: MonthDay | Span, year: int) -> date:
    return of.end(year) if isinstance(of, Span) else of.on(year)


def _months_before(day: date, months: int) -> date:
    """The same day so many months earlier, the last of its month where that month is shorter."""
    month = 12 * day.year + day.month - 1 - months
    year, month = month // 12, month % 12 + 1
    return date(year, month, min(day.day, days_in(year, month)))
