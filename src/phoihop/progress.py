"""Progress: which occurrence each result completes, and in which of the four official classes it stands. Pure.

What is suspended (tạm dừng) stands in none of them; the offices' own systems count it apart as well:

* while a suspension lasts, nothing of the duty is due or overdue, even what fell due before it;
* of work that comes back, what falls due in a suspension is never asked for, not even when the work is resumed;
* work that is done once is asked for again as soon as it is resumed, by its own deadline: a suspension does not move
  a deadline, an extension does;
* what counts from work that rests ("05 ngày sau khi hoàn thành ...") rests with it.

The classes are those of the Government's reports on assigned tasks: finished or not, in time or late
(báo cáo 1270/BC-TCTTTg ngày 27/12/2017).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import NamedTuple

from phoihop.bind.duty import deadline_of
from phoihop.dates.rule import After, Before, Event
from phoihop.model import Completion, Duty, Plan, Suspension
from phoihop.model.replacing import with_duties
from phoihop.results import assign, named
from phoihop.schedule import Dated


class Status(Enum):
    """The four classes, and what stands in none; the values are those of the JSON forms."""

    DONE_ON_TIME = "done-on-time"
    DONE_LATE = "done-late"
    OPEN_IN_TIME = "open-in-time"
    OPEN_OVERDUE = "open-overdue"
    SUSPENDED = "suspended"

    @property
    def done(self) -> bool:
        """Whether it is finished."""
        return self in (Status.DONE_ON_TIME, Status.DONE_LATE)


class Tracked(NamedTuple):
    """One occurrence, what completed it, and its class on a day; `suspension` where it stands in none."""

    duty: Duty
    dated: Dated
    completion: Completion | None
    status: Status
    suspension: Suspension | None = None


def as_of(plan: Plan, day: date) -> Plan:
    """The plan with the deadlines that stood on a day: what was put off later was not put off then."""
    earlier: dict[int, Duty] = {}
    for duty in plan.own_duties():
        later = [one for one in duty.extensions if one.day > day]
        if later:
            phrase, known = later[0].old, tuple(one for one in duty.extensions if one.day <= day)
            earlier[id(duty)] = duty._replace(deadline=deadline_of(phrase), extensions=known)
    return with_duties(plan, earlier) if earlier else plan


def track(dated: Iterable[Dated], today: date, known: date = date.max) -> list[Tracked]:
    """Every occurrence with its class on `today`. `dated` holds each duty's occurrences from its first on.

    Results later than `known` are left out: a report of a past day tells what was so on that day.
    """
    tracked = []
    for items in _by_duty(dated):
        results = [result for result in items[0].duty.completions if result.day <= known]
        completions = assign(results, [item.occurrence for item in items])
        for item in items:
            completion = completions.get(item.occurrence.number)
            rest = suspension_of(item, today) if completion is None else None
            status = Status.SUSPENDED if rest else classify(item.occurrence.due, completion, today)
            tracked.append(Tracked(item.duty, item, completion, status, rest))
    if any(item.suspension for item in tracked):
        _rest_with_anchors(tracked)
    tracked.sort(key=lambda item: item.dated.occurrence.due)
    return tracked


def _rest_with_anchors(tracked: list[Tracked]) -> None:
    """What is open and counts from an occurrence that rests gets its suspension, and so what counts from that."""
    resting = {(item.duty.id, item.dated.occurrence.label): item.suspension for item in tracked if item.suspension}
    found = True
    while found:
        found = False
        for number, item in enumerate(tracked):
            label = item.dated.occurrence.label
            rest = resting.get((item.duty.anchor, label))
            if rest is None or item.completion is not None or item.suspension or _counts_from_due(item.duty):
                continue
            tracked[number] = item._replace(status=Status.SUSPENDED, suspension=rest)
            resting[item.duty.id, label] = rest
            found = True


def _counts_from_due(duty: Duty) -> bool:
    """Whether a term runs from its anchor's deadline, done or not."""
    rule = duty.deadline.reading.rule if duty.deadline else None
    return isinstance(rule, After | Before) and rule.event is Event.DUE


def classify(due: date, completion: Completion | None, today: date) -> Status:
    """The class of an occurrence: a result on the due day, and the due day itself, are in time."""
    if completion is not None:
        return Status.DONE_ON_TIME if completion.day <= due else Status.DONE_LATE
    return Status.OPEN_IN_TIME if today <= due else Status.OPEN_OVERDUE


def suspension_of(item: Dated, today: date) -> Suspension | None:
    """The suspension for which an open occurrence is in no class on a day."""
    due, comes_back = item.occurrence.due, bool(item.occurrence.label)
    for rest in item.duty.suspensions:
        lasts = rest.holds(today)
        if (rest.holds(due) and (lasts or comes_back or today < rest.since)) or (lasts and due < rest.since):
            return rest
    return None


def unmatched_results(dated: Iterable[Dated]) -> list[tuple[Duty, str]]:
    """The results that name an occurrence which their duty does not have: each duty, and the name."""
    return [
        (items[0].duty, completion.occurrence)
        for items in _by_duty(dated)
        for completion in items[0].duty.completions
        if completion.occurrence and not named(completion.occurrence, [item.occurrence for item in items])
    ]


def _by_duty(dated: Iterable[Dated]) -> list[list[Dated]]:
    """Each duty's occurrences together. Not by its code: two duties may have the same by mistake."""
    grouped: dict[int, list[Dated]] = {}
    for item in dated:
        grouped.setdefault(id(item.duty), []).append(item)
    return list(grouped.values())
