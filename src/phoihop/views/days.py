"""The calendar as it is shown: a year's days, a date moved by a term, the days between two dates."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from phoihop.dates.calendar import Calendar, NamedDay, Status
from phoihop.dates.moment import shifted
from phoihop.dates.roll import Roll
from phoihop.dates.units import Unit, month_end, weekday_name, written


class YearView(NamedTuple):
    """A year: whether its notice is out, its notices, its days off and worked days, what is not decided."""

    year: int
    announced: bool
    notices: tuple[str, ...]
    days: tuple[NamedDay, ...]
    notes: tuple[str, ...]


class MoveView(NamedTuple):
    """A date and where a term leads from it, step by step (in Vietnamese)."""

    start: date
    result: date
    provisional: bool
    notes: tuple[str, ...]
    steps: tuple[str, ...]


class SpanView(NamedTuple):
    """Two dates and the days between them; the first is not counted (Bộ luật Dân sự 2015, Điều 147)."""

    first: date
    last: date
    days: int
    working_days: int
    provisional: bool


def year_view(calendar: Calendar, year: int, month: int = 0) -> YearView:
    """A year, or one month of it."""
    days = tuple(day for day in calendar.named_days(year) if not month or day.day.month == month)
    first, last = date(year, month or 1, 1), month_end(year, month or 12)
    notes = tuple(note.text for note in calendar.notes(first, last))
    return YearView(year, calendar.status(year) is Status.ANNOUNCED, calendar.notices(year), days, notes)


def move(calendar: Calendar, start: date, count: int, unit: Unit, roll: Roll) -> MoveView:
    """A date moved by so many units (backwards when negative); the first day is not counted."""
    said = f"{abs(count)} {unit.value} {'kể từ' if count >= 0 else 'trước'} ngày {written(start)}, không tính ngày đó"
    if unit is Unit.WORKING_DAY:
        at = result = calendar.add_working(start, count)
    else:
        at = shifted(start, count, unit)
        result = _rolled(calendar, at, roll)
    steps = [f"{said}: {weekday_name(at)}, ngày {written(at)}."]
    if result != at:
        steps.append(f"Ngày {written(at)} là ngày nghỉ: {calendar.why_off(at)}.")
        steps.append(f"Chuyển sang ngày làm việc {_SIDE[roll]}: {weekday_name(result)}, ngày {written(result)}.")
    elif worked := calendar.why_worked(result):
        steps.append(f"Ngày {written(result)} là ngày làm việc: {worked}.")
    low, high = min(start, at, result), max(start, at, result)
    notes = tuple(note.text for note in calendar.notes(low, high))
    return MoveView(start, result, bool(notes) or _provisional(calendar, low, high), notes, tuple(steps))


_SIDE = {Roll.FORWARD: "tiếp theo", Roll.BACK: "liền trước"}


def _rolled(calendar: Calendar, day: date, roll: Roll) -> date:
    if roll is Roll.FORWARD:
        return calendar.next_working(day)
    return calendar.previous_working(day) if roll is Roll.BACK else day


def between(calendar: Calendar, first: date, last: date) -> SpanView:
    """The days after `first` up to and including `last`; negative when `last` is earlier."""
    low, high = min(first, last), max(first, last)
    working = calendar.working_between(first, last)
    return SpanView(first, last, (last - first).days, working, _provisional(calendar, low, high))


def _provisional(calendar: Calendar, low: date, high: date) -> bool:
    years = range(low.year, high.year + 1)
    return any(calendar.status(year) is Status.PROVISIONAL for year in years) or bool(calendar.notes(low, high))
