"""The working calendar: which days are worked, and everything that follows from that."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import NamedTuple

from phoihop.dates.days import CalendarNote, CalendarYear, DayOff, Swap, WorkedDay
from phoihop.dates.statutory import FIRST_YEAR, LAST_YEAR, statutory_year
from phoihop.dates.units import weekday_name, written

__all__ = [
    "Calendar",
    "CalendarNote",
    "CalendarYear",
    "DayOff",
    "Status",
    "Swap",
    "UnknownYear",
    "WorkedDay",
]

_SATURDAY = 5

_Reason = tuple[str, str]  # a name and its source


class Status(Enum):
    """How sure a year's days off are."""

    ANNOUNCED = "cong-bo"
    PROVISIONAL = "du-kien"


class UnknownYear(Exception):
    """A date outside of the years for which anything is known."""

    def __init__(self, year: int) -> None:
        super().__init__(f"no calendar for the year {year} ({FIRST_YEAR}-{LAST_YEAR})")
        self.year = year


class NamedDay(NamedTuple):
    """A day that is not what its weekday says: off for a holiday or a swap, or worked instead of another."""

    day: date
    off: bool
    name: str
    source: str


class _Year:
    """One year, laid out for counting: `worked` are its working days in order, as ordinals (every command lays out
    several years, and whole numbers are quicker made than dates); `before[i]` is how many of them come before its
    day i (0 for 1 January)."""

    __slots__ = ("before", "first", "off", "worked")

    def __init__(self, year: int, off: dict[date, _Reason], worked: dict[date, _Reason]) -> None:
        self.first = date(year, 1, 1).toordinal()
        self.off = off
        off_days = {day.toordinal() for day in off}
        worked_days = {day.toordinal() for day in worked}
        self.worked: list[int] = []
        self.before: list[int] = [0]
        for ordinal in range(self.first, date(year, 12, 31).toordinal() + 1):
            # Ordinal 1 is a Monday.
            if ordinal in worked_days or (ordinal not in off_days and (ordinal - 1) % 7 < _SATURDAY):
                self.worked.append(ordinal)
            self.before.append(len(self.worked))


class Calendar:
    """Working days of known years; the years that no record tells are worked out from the law when asked for.

    Immutable: `overlay` gives a new calendar. Years outside of 1990-2060 that no record tells raise
    `UnknownYear`.
    """

    __slots__ = ("_extra", "_notes", "_off", "_records", "_worked", "_years")

    def __init__(self, years: Iterable[CalendarYear] = (), extra: Iterable[CalendarYear] = ()) -> None:
        self._records = {record.year: record for record in years}
        self._extra = tuple(extra)
        self._years: dict[int, _Year] = {}
        self._notes: dict[int, tuple[CalendarNote, ...]] = {}
        # Swaps may reach into another year, so all worked days and swapped days off stand together.
        self._worked: dict[date, _Reason] = {}
        self._off: dict[date, _Reason] = {}
        for record in (*self._records.values(), *self._extra):
            self._add(record)

    def _add(self, record: CalendarYear) -> None:
        """Put a record's days on top of what is there: the later record wins, day by day."""
        for off in record.off:
            self._worked.pop(off.day, None)
            self._off[off.day] = (off.name, off.source or self._notice(record))
        for swap in record.swaps:
            given = f"nghỉ hoán đổi, làm bù ngày {written(swap.worked)}"
            made = f"làm bù cho ngày {written(swap.off)}"
            self._worked.pop(swap.off, None)
            self._off.pop(swap.worked, None)
            self._off[swap.off] = (given, swap.source)
            self._worked[swap.worked] = (made, swap.source)
        for worked in record.worked:
            self._off.pop(worked.day, None)
            self._worked[worked.day] = (worked.name, worked.source)

    @staticmethod
    def _notice(record: CalendarYear) -> str:
        return record.notices[0] if record.notices else ""

    def overlay(self, extra: Iterable[CalendarYear]) -> Calendar:
        """A new calendar in which the days of `extra` win.

        An announced record with days off takes the place of a year that was only provisional so far (the
        notice has come); any other record adds its days to the year that is there.
        """
        records, added = dict(self._records), list(self._extra)
        for record in extra:
            known = records.get(record.year)
            if record.announced and record.off and not (known and known.announced):
                records[record.year] = record
            else:
                added.append(record)
        return Calendar(records.values(), added)

    # The primitive.

    def is_working(self, day: date) -> bool:
        """Whether the day is worked."""
        year = self._years.get(day.year) or self._lay_out(day.year)
        i = day.toordinal() - year.first
        return year.before[i] != year.before[i + 1]

    def _lay_out(self, number: int) -> _Year:
        off = self._off
        if number not in self._records:
            if not FIRST_YEAR <= number <= LAST_YEAR:
                raise UnknownYear(number)
            source = "dự kiến theo {}; chưa có thông báo lịch nghỉ năm " + str(number)
            off = {o.day: (o.name, source.format(o.source)) for o in statutory_year(number).off} | off
        year = _Year(number, off, self._worked)
        self._years[number] = year
        return year

    # Derived from it.

    def next_working(self, day: date) -> date:
        """The day itself if worked, else the first working day after it."""
        return day if self.is_working(day) else self.add_working(day, 1)

    def previous_working(self, day: date) -> date:
        """The day itself if worked, else the last working day before it."""
        return day if self.is_working(day) else self.add_working(day, -1)

    def add_working(self, day: date, n: int) -> date:
        """The n-th working day after the day (before it, when n is negative).

        The day itself is not counted.
        """
        if n == 0:
            return day
        number = day.year
        year = self._years.get(number) or self._lay_out(number)
        i = day.toordinal() - year.first
        # Where in the year's working days the answer stands; it may stand in a year before or after.
        at = year.before[i + 1] + n - 1 if n > 0 else year.before[i] + n
        while at >= len(year.worked):
            at -= len(year.worked)
            number += 1
            year = self._years.get(number) or self._lay_out(number)
        while at < 0:
            number -= 1
            year = self._years.get(number) or self._lay_out(number)
            at += len(year.worked)
        return date.fromordinal(year.worked[at])

    def working_between(self, a: date, b: date) -> int:
        """How many working days there are after `a` up to and including `b`; negative when `b` is earlier."""
        if b < a:
            return -self.working_between(b, a)
        count = self._until(b) - self._until(a)
        for number in range(a.year, b.year):
            count += len((self._years.get(number) or self._lay_out(number)).worked)
        return count

    def _until(self, day: date) -> int:
        """How many working days the day's year has up to and including the day."""
        year = self._years.get(day.year) or self._lay_out(day.year)
        return year.before[day.toordinal() - year.first + 1]

    # What to tell people.

    def why_off(self, day: date) -> str | None:
        """Why the day is off, with the law or notice; None for a working day. The text is Vietnamese."""
        if self.is_working(day):
            return None
        reason = self._years[day.year].off.get(day)
        return _named(*reason) if reason else weekday_name(day)

    def why_worked(self, day: date) -> str | None:
        """Why a day counts as worked that the week alone would give off (làm bù); None otherwise."""
        reason = self._worked.get(day)
        return _named(*reason) if reason else None

    def named_days(self, number: int) -> tuple[NamedDay, ...]:
        """The year's holidays, made-up and swapped days off (weekends that carry one included) and worked days."""
        year = self._years.get(number) or self._lay_out(number)
        off = [NamedDay(day, True, *reason) for day, reason in year.off.items() if day.year == number]
        worked = [NamedDay(day, False, *reason) for day, reason in self._worked.items() if day.year == number]
        return tuple(sorted((*off, *worked)))

    def status(self, year: int) -> Status:
        """Whether the year's notice is loaded."""
        known = self._records.get(year)
        if known is None and not FIRST_YEAR <= year <= LAST_YEAR:
            raise UnknownYear(year)
        return Status.ANNOUNCED if known is not None and known.announced else Status.PROVISIONAL

    def notices(self, year: int) -> tuple[str, ...]:
        """The notices that the year's days off stand on, as far as they are known."""
        known = self._records.get(year)
        own = known.notices if known is not None else ()
        return own + tuple(n for extra in self._extra if extra.year == year for n in extra.notices)

    def notes(self, a: date, b: date) -> tuple[CalendarNote, ...]:
        """The undecided matters that touch the days from `a` to `b`, both included."""
        return tuple(
            note
            for number in range(a.year, b.year + 1)
            for note in (self._notes[number] if number in self._notes else self._notes_of(number))
            if note.since <= b and a <= note.until
        )

    def _notes_of(self, number: int) -> tuple[CalendarNote, ...]:
        """A year's notes, without those that a later record has settled by a swap or a worked day."""
        known = self._records.get(number)
        if known is None and not FIRST_YEAR <= number <= LAST_YEAR:
            raise UnknownYear(number)
        notes = known.notes if known is not None else statutory_year(number).notes
        settled = [day for extra in self._extra for swap in extra.swaps for day in (swap.off, swap.worked)]
        settled += [worked.day for extra in self._extra for worked in extra.worked]
        kept = tuple(n for n in notes if not any(n.since <= day <= n.until for day in settled))
        self._notes[number] = kept + tuple(n for extra in self._extra if extra.year == number for n in extra.notes)
        return self._notes[number]


def _named(name: str, source: str) -> str:
    return f"{name} ({source})" if source else name
