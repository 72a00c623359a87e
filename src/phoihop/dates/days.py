"""The records that a calendar is built from: one year's days off, swaps, worked days and open questions."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class DayOff(NamedTuple):
    """A holiday or a made-up day off; `source` is the notice or law, if it is not the year's own notice."""

    day: date
    name: str
    source: str = ""


class Swap(NamedTuple):
    """A working day given off, and the day worked instead, maybe in another year (hoán đổi)."""

    off: date
    worked: date
    source: str = ""


class WorkedDay(NamedTuple):
    """A day that counts as worked although the week or a holiday says otherwise."""

    day: date
    name: str
    source: str = ""


class CalendarNote(NamedTuple):
    """A matter not yet decided that touches the days from `since` to `until`, both included."""

    since: date
    until: date
    text: str


class CalendarYear(NamedTuple):
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
