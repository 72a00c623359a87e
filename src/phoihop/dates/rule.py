"""Rules: what a dated phrase says, one frozen record per way of saying it.

They hold no date that was not said.
"""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from phoihop.dates.units import MonthDay, Span, Unit


class FixedDay(NamedTuple):
    """One or more days of the calendar; `exclusive` for "trước ngày X" (decision 1)."""

    days: tuple[MonthDay, ...]
    exclusive: bool = False


class Period(NamedTuple):
    """Whole periods, due on their last day (decision 3).

    `exclusive` for "trước quý III": before its first day.
    """

    spans: tuple[Span, ...]
    exclusive: bool = False


class Range(NamedTuple):
    """From the beginning of one day or period to the end of another, due on the last day."""

    first: MonthDay | Span
    last: MonthDay | Span


class Point(Enum):
    """A named point of a period (Bộ luật Dân sự 2015, Đ.146.2-3)."""

    START = "đầu"
    MIDDLE = "giữa"
    END = "cuối"
    # The thirds of a month, by usage alone: no law says on which day each ends.
    FIRST_THIRD = "thượng tuần"
    SECOND_THIRD = "trung tuần"
    LAST_THIRD = "hạ tuần"


# The third parts of a month, and the day that ends each (31: the last).
THIRDS = {Point.FIRST_THIRD: 10, Point.SECOND_THIRD: 20, Point.LAST_THIRD: 31}


class NamedPoint(NamedTuple):
    """The beginning, middle or end of a month or year, the beginning or end of a quarter, a third of a month."""

    point: Point
    span: Span
    exclusive: bool = False


class NamedPoints(NamedTuple):
    """Several named points: "cuối tháng 6 và cuối tháng 12/2026"."""

    points: tuple[NamedPoint, ...]


class Until(NamedTuple):
    """Work that runs until the end of a period: "đến hết năm 2030"."""

    span: Span


class PeriodDay(NamedTuple):
    """A day of every month, quarter, half or year.

    `month` counts within the period, from 1; a `day` that the month does not have is its last (Đ.148.3),
    so that 31 is always the last. `after`: in the period that follows the one reported. `first`: the day
    of the same month on which the window opens. `working`: counted in working days back from the month's
    end (1: the last).
    """

    unit: Unit
    month: int
    day: int
    after: bool = False
    first: int = 0
    exclusive: bool = False
    working: int = 0


class Closing(NamedTuple):
    """When a report's figures are closed: a day of the period's last month.

    Due `working_days` later, if said.
    """

    day: int
    working_days: int = 0


class Recurring(NamedTuple):
    """Days that come back every period; `assumed` when only the month was said.

    From `since_year` to `until_year`, if said. Days of periods of several lengths that fall together are one
    (decision 5).
    """

    days: tuple[PeriodDay, ...]
    assumed: bool = False
    since_year: int = 0
    until_year: int = 0
    closing: Closing | None = None


class Cycle(NamedTuple):
    """Every `number` units with no day said: the end of each period (decision 4).

    `weekday`: 0 for Monday, -1 unsaid.
    """

    number: int
    unit: Unit
    closing: Closing | None = None
    weekday: int = -1
    since_year: int = 0
    until_year: int = 0


class Cycles(NamedTuple):
    """Several cycles together, finest first: on the same day the coarser takes the finer's place (decision
    5).
    """

    units: tuple[Unit, ...]
    closing: Closing | None = None
    since_year: int = 0
    until_year: int = 0


class Frequency(NamedTuple):
    """How often in a period, not when (decision 9). `most` is 0 when no upper bound was said."""

    least: int
    most: int
    per: Unit


class OpenYearly(NamedTuple):
    """Every year from `first` on, to the end of the plan or without end."""

    first: int


class Lunar(NamedTuple):
    """A day of the lunar calendar; `year` is the lunar year, 0 if not said; `yearly` for every year."""

    day: int
    month: int
    year: int = 0
    name: str = ""
    exclusive: bool = False
    yearly: bool = False


class Event(Enum):
    """What a counted term is counted from."""

    ANCHOR = "anchor"  # an event that the plan must name and date
    SIGNING = "signing"  # the plan's own signing
    START = "start"  # the beginning of its carrying out
    PERIOD = "period"  # the end of every period ("sau khi kết thúc quý")
    DAY = "day"  # a day that the phrase says itself
    DUE = "due"  # the due day of another duty ("trước hạn gửi báo cáo"), whenever that was done in fact


class After(NamedTuple):
    """A term of `number` units after an event (decision 7; the event's day is not counted, Đ.147)."""

    number: int
    unit: Unit
    event: Event
    event_text: str = ""
    every: Unit | None = None
    day: MonthDay | Lunar | None = None


class Before(NamedTuple):
    """A term of `number` units before an event, counted backwards; 0 means merely before its day."""

    number: int
    unit: Unit
    event: Event
    event_text: str = ""
    every: Unit | None = None
    day: MonthDay | Lunar | None = None


Rule = (
    FixedDay
    | Period
    | Range
    | NamedPoint
    | NamedPoints
    | Until
    | Recurring
    | Cycle
    | Cycles
    | Frequency
    | OpenYearly
    | Lunar
    | After
    | Before
)
