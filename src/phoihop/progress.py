"""Progress: which occurrence each result completes, and in which of the four official classes it stands. Pure.

The classes are those of the Government's reports on assigned tasks: finished or not, in time or late
(báo cáo 1270/BC-TCTTTg ngày 27/12/2017).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import NamedTuple

from phoihop.dates.phrase import read
from phoihop.dates.rule import Period
from phoihop.model import Completion, Duty
from phoihop.schedule import Dated


class Status(Enum):
    """The four classes; the values are those of the JSON forms."""

    DONE_ON_TIME = "done-on-time"
    DONE_LATE = "done-late"
    OPEN_IN_TIME = "open-in-time"
    OPEN_OVERDUE = "open-overdue"

    @property
    def done(self) -> bool:
        """Whether it is finished."""
        return self in (Status.DONE_ON_TIME, Status.DONE_LATE)


class Tracked(NamedTuple):
    """One occurrence, what completed it, and its class on a day."""

    duty: Duty
    dated: Dated
    completion: Completion | None
    status: Status


def track(dated: Iterable[Dated], today: date) -> list[Tracked]:
    """Every occurrence with its class on `today`. `dated` holds each duty's occurrences from its first on."""
    tracked = []
    for items in _by_duty(dated):
        completions = _assign(items)
        for item in items:
            completion = completions.get(item.occurrence.number)
            tracked.append(Tracked(item.duty, item, completion, classify(item.occurrence.due, completion, today)))
    tracked.sort(key=lambda item: item.dated.occurrence.due)
    return tracked


def classify(due: date, completion: Completion | None, today: date) -> Status:
    """The class of an occurrence: a result on the due day, and the due day itself, are in time."""
    if completion is not None:
        return Status.DONE_ON_TIME if completion.day <= due else Status.DONE_LATE
    return Status.OPEN_IN_TIME if today <= due else Status.OPEN_OVERDUE


def _assign(items: list[Dated]) -> dict[int, Completion]:
    """Which result completes which occurrence (by its number).

    A result that names its occurrence (`ky`: the number, or the label) completes that one. One that does not
    completes the first open occurrence that was still due on its day, else the last open one before it.
    """
    completions = items[0].duty.completions
    assigned: dict[int, Completion] = {}
    unnamed = []
    for completion in completions:
        if not completion.occurrence:
            unnamed.append(completion)
        elif number := _named(completion.occurrence, items):
            assigned.setdefault(number, completion)
    for completion in sorted(unnamed, key=lambda result: result.day):
        free = [item.occurrence for item in items if item.occurrence.number not in assigned]
        still_due = [occurrence for occurrence in free if occurrence.due >= completion.day]
        if chosen := (still_due[:1] or free[-1:]):
            assigned[chosen[0].number] = completion
    return assigned


def _named(name: str, items: list[Dated]) -> int:
    """The number of the occurrence of that name, 0 when there is none.

    A name is the number, the label, or another way to say the label's period ("quý 2/2026", "quý II" in a plan
    that has only one).
    """
    wanted = " ".join(name.split()).casefold()
    for item in items:
        occurrence = item.occurrence
        if wanted in (str(occurrence.number), occurrence.label.casefold()):
            return occurrence.number
    said = read(wanted).rule
    if not isinstance(said, Period):
        return 0
    same = [item.occurrence.number for item in items if _says(said, read(item.occurrence.label).rule)]
    return same[0] if len(same) == 1 else 0


def _says(said: Period, label: object) -> bool:
    """Whether a period that was said, perhaps without its year, is the one of a label."""
    if not isinstance(label, Period) or len(said.spans) != len(label.spans):
        return False
    pairs = zip(said.spans, label.spans, strict=True)
    return all((a.first, a.last) == (b.first, b.last) and a.year in (0, None, b.year) for a, b in pairs)


def unmatched_results(dated: Iterable[Dated]) -> list[tuple[Duty, str]]:
    """The results that name an occurrence which their duty does not have: each duty, and the name."""
    return [
        (items[0].duty, completion.occurrence)
        for items in _by_duty(dated)
        for completion in items[0].duty.completions
        if completion.occurrence and not _named(completion.occurrence, items)
    ]


def _by_duty(dated: Iterable[Dated]) -> list[list[Dated]]:
    """Each duty's occurrences together. Not by its code: two duties may have the same by mistake."""
    grouped: dict[int, list[Dated]] = {}
    for item in dated:
        grouped.setdefault(id(item.duty), []).append(item)
    return list(grouped.values())
