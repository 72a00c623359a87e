"""A plan's schedule: every duty's occurrences in a window, anchors resolved inside the plan. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from phoihop.dates.calendar import Calendar
from phoihop.dates.occurrence import Figures, occurrences
from phoihop.dates.rule import After, Before, Cycle, Cycles, Event, Recurring, Rule
from phoihop.dates.statutory import LAST_YEAR
from phoihop.dates.terms import AnchorDay, Occurrence, TermProblem, Terms
from phoihop.dates.units import MONTHS
from phoihop.model import Completion, Duty, Plan, Review
from phoihop.results import RESULT_REACH, assign

BEGINNING = date(1990, 1, 1)
"""The first day that is looked at: what was due before is of no use to anyone."""

# How far past a plan's last day its duties are looked for: closing reports, and what was put off far.
_AHEAD = timedelta(days=731)
# The calendar ends with 2060; what is due at its end may move past it.
_LAST_DAY = date(LAST_YEAR, 3, 1)
# The calendar ends with 2060, and a result reaches a year ahead.
_LAST_RESULT = date(2059, 1, 1)
# How far past the window an anchor may lie whose term is counted backwards into it ("60 ngày trước ngày họp").
_ANCHOR_REACH = timedelta(days=400)
# Duties that count from each other one after the other; a plan has two or three.
_LONGEST_CHAIN = 50


class Dated(NamedTuple):
    """One occurrence of one duty."""

    duty: Duty
    occurrence: Occurrence


class Undated(NamedTuple):
    """A duty without a date: why, where its phrase should have given one."""

    duty: Duty
    problem: TermProblem | None = None


class PlanSchedule(NamedTuple):
    """A plan's dated duties by due day, and those without a date."""

    dated: tuple[Dated, ...]
    undated: tuple[Undated, ...]


def horizon(plan: Plan, today: date) -> date:
    """How far a plan is looked at, by whatever command: two years past its last day, or past `today` and its last
    result where they are later.

    It is the same whatever is asked, so that no duty comes or goes with the question; a plan that never ends has no
    last day.
    """
    days = [today, *(result.day for duty in plan.duties() for result in duty.completions)]
    last = max([*days, plan.head.period.until] if plan.head.period.until else days)
    return max(today, min(last, _LAST_DAY - _AHEAD) + _AHEAD)


def reach(plan: Plan, results: Iterable[Completion]) -> tuple[date, date]:
    """The window in which every occurrence lies that these results may be of; there is at least one result."""
    days = [result.day for result in results]
    last = max([*days, plan.head.period.until] if plan.head.period.until else days)
    return BEGINNING, min(last, _LAST_RESULT) + RESULT_REACH


def schedule(plan: Plan, calendar: Calendar, window: tuple[date, date], as_planned: bool = False) -> PlanSchedule:
    """What falls due in the window (both ends included), in order of due day; `as_planned`: as if nothing was done."""
    scheduler = _Scheduler(plan, calendar, window, as_planned)
    dated: list[Dated] = []
    undated: list[Undated] = []
    first, last = window
    for duty in plan.duties():
        found, problem = scheduler.occurrences(duty)
        dated += [Dated(duty, one) for one in found if first <= one.due <= last or first <= one.nominal <= last]
        if not found and problem is None and scheduler.never_due(duty):
            problem = TermProblem("never-due")
        if problem is not None or not _has_dates(duty):
            undated.append(Undated(duty, problem))
    dated.sort(key=lambda item: item.occurrence.due)
    return PlanSchedule(tuple(dated), tuple(undated))


_Found = tuple[tuple[Occurrence, ...], TermProblem | None]


class _Scheduler:
    """Computes each duty's occurrences once, its anchor's first, in a window wide enough for what counts from them."""

    def __init__(self, plan: Plan, calendar: Calendar, window: tuple[date, date], as_planned: bool) -> None:
        self.calendar, self.as_planned = calendar, as_planned
        self.window = (_earlier(window[0]), _later(window[1]))
        self.duties = {duty.id: duty for duty in plan.duties()}
        self.known: dict[int, _Found] = {}
        period = plan.head.period
        self.roll = plan.policy.roll
        self.since, self.until, self.signed = period.since, period.until, plan.head.issued

    def occurrences(self, duty: Duty, seen: frozenset[str] = frozenset()) -> _Found:
        """The duty's occurrences in the scheduler's window, and what was missing to compute them."""
        found = self.known.get(id(duty))
        if found is None:
            found = self._computed(duty, seen | {duty.id})
            self.known[id(duty)] = found
        return found

    def never_due(self, duty: Duty) -> bool:
        """Whether a duty that has dates has none before the plan ends: "03 năm/lần" in a plan of two years."""
        return _has_dates(duty) and not duty.anchor and self.until is not None and self.until <= self.window[1]

    def _computed(self, duty: Duty, seen: frozenset[str]) -> _Found:
        if duty.deadline is None or not duty.deadline.reading.dated:
            return (), None
        anchors: tuple[AnchorDay, ...] | None = None
        anchor = self.duties.get(duty.anchor)
        if anchor is not None and anchor.id not in seen:  # else dangling-reference speaks of it
            if len(seen) > _LONGEST_CHAIN:
                return (), TermProblem("anchor-missing", anchor.title)
            found, problem = self.occurrences(anchor, seen)
            results = () if self.as_planned else anchor.completions
            anchors = _anchor_days(results, found, duty.deadline.reading.rule)
            if not anchors and (problem is not None or not _has_dates(anchor)):
                return (), TermProblem("anchor-missing", anchor.title)
            if not anchors:
                return (), None  # the anchor has dates, none of them near this window
        terms = Terms(self.since, self.until, self.signed, anchors)
        reading, figures = duty.deadline.reading, figures_of(duty)
        result = occurrences(reading, terms, self.calendar, self.window, self.roll, figures)
        return result.occurrences, result.problems[0] if result.problems else None


def _has_dates(duty: Duty) -> bool:
    return duty.deadline is not None and duty.deadline.reading.dated


def figures_of(duty: Duty) -> Figures | None:
    """When the figures of a report are closed, if that and the length of its periods are known."""
    if not isinstance(duty, Review) or duty.closing is None:
        return None
    periods = duty.closing.periods
    if not periods and duty.deadline is not None:
        match duty.deadline.reading.rule:
            case Cycle(number=1, unit=unit):
                periods = (unit,)
            case Cycles(units=units):
                periods = units
            case Recurring(days=days):
                periods = tuple({day.unit for day in days})
    lengths = tuple(unit for unit in periods if unit in MONTHS)
    return Figures(duty.closing.day, lengths) if lengths else None


def _anchor_days(
    results: tuple[Completion, ...], found: tuple[Occurrence, ...], rule: Rule | None
) -> tuple[AnchorDay, ...]:
    """The days that terms count from: when the anchor took place, where that is recorded, else when it is due.

    An anchor without dates of its own ("khi cần thiết") took place when its results say. A term that is counted from
    the anchor's deadline does not ask when it was done.
    """
    if isinstance(rule, After | Before) and rule.event is Event.DUE:
        return tuple(AnchorDay(one.due, one.label, one.assumed) for one in found)
    if not found:
        return tuple(AnchorDay(completion.day, completion.occurrence) for completion in results)
    done = assign(results, found)
    return tuple(
        AnchorDay(done[one.number].day if one.number in done else one.due, one.label, one.assumed) for one in found
    )


def _earlier(day: date) -> date:
    return day - _ANCHOR_REACH if day - date.min > _ANCHOR_REACH else date.min


def _later(day: date) -> date:
    return day + _ANCHOR_REACH if date.max - day > _ANCHOR_REACH else date.max
