"""A plan's schedule: every duty's occurrences in a window, anchors resolved inside the plan. Pure."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

from phoihop.dates.calendar import Calendar
from phoihop.dates.occurrence import occurrences
from phoihop.dates.terms import AnchorDay, Occurrence, TermProblem, Terms
from phoihop.model import Duty, Plan

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
        if problem is not None or duty.deadline is None or not duty.deadline.reading.dated:
            undated.append(Undated(duty, problem))
    dated.sort(key=lambda item: item.occurrence.due)
    return PlanSchedule(tuple(dated), tuple(undated))


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
        anchors: tuple[AnchorDay, ...] | None = None
        anchor = self.duties.get(duty.anchor)
        if anchor is not None and anchor.id not in seen | {duty.id}:  # else dangling-reference speaks of it
            wider = (_earlier(window[0]), _later(window[1]))
            found, problem = self.occurrences(anchor, wider, seen | {duty.id})
            if problem is not None or anchor.deadline is None or not anchor.deadline.reading.dated:
                return (), TermProblem("anchor-missing", anchor.title)
            anchors = tuple(AnchorDay(occurrence.due, occurrence.label) for occurrence in found)
        terms = Terms(self.since, self.until, self.signed, anchors)
        result = occurrences(duty.deadline.reading, terms, self.calendar, window)
        if anchors == ():
            return (), None  # the anchor has dates, none of them near this window
        return result.occurrences, result.problems[0] if result.problems else None


def _earlier(day: date) -> date:
    return day - _ANCHOR_REACH if day - date.min > _ANCHOR_REACH else date.min


def _later(day: date) -> date:
    return day + _ANCHOR_REACH if date.max - day > _ANCHOR_REACH else date.max
