"""Results: which recorded result completes which occurrence of its duty. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from phoihop.dates.phrase import read
from phoihop.dates.rule import Period
from phoihop.dates.terms import Occurrence
from phoihop.model import Completion

RESULT_REACH = timedelta(days=400)
"""How far ahead a result may be of what it completes: a yearly duty and some days."""


def assign(completions: Sequence[Completion], occurrences: Sequence[Occurrence]) -> dict[int, Completion]:
    """The result of each completed occurrence, by the occurrence's number.

    A result that names its occurrence (`ky`) completes that one. One that does not completes the free occurrence
    whose due day is nearest to its own day: a meeting held some days late is that meeting, not the next.
    """
    assigned: dict[int, Completion] = {}
    unnamed = []
    for completion in completions:
        if not completion.occurrence:
            unnamed.append(completion)
        elif number := named(completion.occurrence, occurrences):
            assigned.setdefault(number, completion)
    for completion in sorted(unnamed, key=lambda result: result.day):
        free = [occurrence for occurrence in occurrences if occurrence.number not in assigned]
        if free:
            nearest = min(free, key=lambda occurrence: abs((occurrence.due - completion.day).days))
            assigned[nearest.number] = completion
    return assigned


def named(name: str, occurrences: Sequence[Occurrence]) -> int:
    """The number of the occurrence of that name, 0 when there is none.

    A name is the number, the label, or another way to say the label's period ("quý 2/2026", "quý II" in a plan
    that has only one).
    """
    wanted = " ".join(name.split()).casefold()
    for occurrence in occurrences:
        if wanted in (str(occurrence.number), occurrence.label.casefold()):
            return occurrence.number
    said = read(wanted).rule
    if not isinstance(said, Period):
        return 0
    same = [occurrence.number for occurrence in occurrences if _says(said, read(occurrence.label).rule)]
    return same[0] if len(same) == 1 else 0


def _says(said: Period, label: object) -> bool:
    """Whether a period that was said, perhaps without its year, is the one of a label."""
    if not isinstance(label, Period) or len(said.spans) != len(label.spans):
        return False
    pairs = zip(said.spans, label.spans, strict=True)
    return all((a.first, a.last) == (b.first, b.last) and a.year in (0, None, b.year) for a, b in pairs)
