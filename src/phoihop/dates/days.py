"""The records that a calendar is built from: one year's days off, swaps, worked days and open questions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DayOff:
    """A holiday or a made-up day off; `source` is the notice or law, if it is not the year's own notice."""

    day: date
    name: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Swap:
    """A working day given off, and the day worked instead, maybe in another year (hoán đổi)."""

    off: date
    worked: date
    source: str = ""


@dataclass(frozen=True, slots=True)
class WorkedDay:
    """A day that counts as worked although the week or a holiday says otherwise."""

    day: date
    name: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class CalendarNote:
    """A matter not yet decided that touches the days from `since` to `until`, both included."""

    since: date
    until: date
    text: str


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """What is known of one year. `announced`: the year's notice has been given.

    Else it is expected to be so.
    """

    year: int
    announced: bool
    notices: tuple[str, ...] = ()
    off: tuple[DayOff, ...] = ()
    swaps: tuple[Swap, ...] = ()
    notes: tuple[CalendarNote, ...] = ()
    worked: tuple[WorkedDay, ...] = ()
