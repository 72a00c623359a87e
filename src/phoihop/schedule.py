"""A plan's schedule: every duty's occurrences in a window, anchors resolved inside the plan. Pure."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from phoihop.dates.calendar import Calendar
from phoihop.dates.occurrence import occurrences
from phoihop.dates.terms import AnchorDay, Occurrence, TermProblem, Terms
from phoihop.model.plan import Duty, Plan

# How far past the window an anchor may lie whose term is counted backwards into it ("60 ngày trước ngày họp").
_ANCHOR_REACH = timedelta(days=400)


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


def schedule(plan: Plan, calendar: Calendar, window: tuple[date, date]) -> PlanSchedule:
    """What falls due in the window (both ends included), in order of due day."""
    scheduler = _Scheduler(plan, calendar)
    dated: list[Dated] = []
    undated: list[Undated] = []
    for duty in plan.duties():
        found, problem = scheduler.occurrences(duty, window)
        dated += [Dated(duty, occurrence) for occurrence in found]
        if problem is not None or not _has_dates(duty, scheduler):
            undated.append(Undated(duty, problem))
    dated.sort(key=lambda item: item.occurrence.due)
    return PlanSchedule(tuple(dated), tuple(undated))


def _has_dates(duty: Duty, scheduler: _Scheduler) -> bool:
    """Whether the duty has dates at all, in this window or another."""
    if duty.deadline is None or not duty.deadline.reading.dated:
        return False
    anchor = scheduler.duties.get(duty.anchor)
    return anchor is None or anchor is duty or _has_dates(anchor, scheduler)


class _Scheduler:
    """Computes a duty's occurrences, its anchor's first; remembers nothing but the plan."""

    def __init__(self, plan: Plan, calendar: Calendar) -> None:
        self.calendar = calendar
        self.duties = {duty.id: duty for duty in plan.duties()}
        period = plan.head.period
        self.since, self.until, self.signed = period.since, period.until, plan.head.issued

    def occurrences(
        self, duty: Duty, window: tuple[date, date], seen: frozenset[str] = frozenset()
    ) -> tuple[tuple[Occurrence, ...], TermProblem | None]:
        """The duty's occurrences in the window, and what was missing to compute them."""
        if duty.deadline is None or not duty.deadline.reading.dated:
            return (), None
        anchors = self._anchors(duty, window, seen | {duty.id})
        terms = Terms(self.since, self.until, self.signed, anchors)
        if anchors == ():
            return (), None  # counts from an event that has no date itself, such as an ad hoc meeting
        result = occurrences(duty.deadline.reading, terms, self.calendar, window)
        return result.occurrences, result.problems[0] if result.problems else None

    def _anchors(self, duty: Duty, window: tuple[date, date], seen: frozenset[str]) -> tuple[AnchorDay, ...] | None:
        if not duty.anchor:
            return None
        anchor = self.duties.get(duty.anchor)
        if anchor is None or anchor.id in seen:
            return None  # dangling-reference speaks of it
        wider = (_earlier(window[0]), _later(window[1]))
        found, _problem = self.occurrences(anchor, wider, seen)
        return tuple(AnchorDay(occurrence.due, occurrence.label) for occurrence in found)


def _earlier(day: date) -> date:
    return day - _ANCHOR_REACH if day - date.min > _ANCHOR_REACH else date.min


def _later(day: date) -> date:
    return day + _ANCHOR_REACH if date.max - day > _ANCHOR_REACH else date.max
