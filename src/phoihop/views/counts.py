"""Counts: how many occurrences stand in each of the four official classes, and the two percentages made of them.

Both percentages are published, and they differ in what they divide by. "98,62%" of 2017 is of what fell due: 16 051
finished of 16 051 + 223 overdue (báo cáo 1270/BC-TCTTTg ngày 27/12/2017). "80,3%" of 2025 is of all assigned: 7 892 of
9 831, those still in time included. So each is always printed with its denominator.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from phoihop.progress import Status

UNDEFINED = "–"
"""What is printed for a percentage of nothing."""


class Share(NamedTuple):
    """A part of a whole."""

    part: int
    whole: int

    @property
    def tenths(self) -> int | None:
        """The share in tenths of a percent, a half rounded up; None of nothing."""
        return (2000 * self.part + self.whole) // (2 * self.whole) if self.whole else None

    @property
    def percent(self) -> float | None:
        """The share in percent with one decimal; None of nothing."""
        return None if self.tenths is None else self.tenths / 10

    @property
    def text(self) -> str:
        """The share as Vietnamese reports print it: "80,3%"; "–" of nothing."""
        return UNDEFINED if self.tenths is None else f"{decimal(self.tenths)}%"


class Counts(NamedTuple):
    """How many occurrences stand in each class."""

    done_on_time: int = 0
    done_late: int = 0
    open_in_time: int = 0
    open_overdue: int = 0

    @property
    def total(self) -> int:
        """All that were assigned."""
        return sum(self)

    @property
    def done(self) -> int:
        """What is finished, in time or late."""
        return self.done_on_time + self.done_late

    @property
    def open(self) -> int:
        """What is not finished, in time or overdue."""
        return self.open_in_time + self.open_overdue

    @property
    def fell_due(self) -> int:
        """What was to be finished by now, as the published percentage counts it: finished, or overdue.

        What was finished before its due day is among it from the day on which it was finished; what is not finished
        and is due today or later is not.
        """
        return self.done + self.open_overdue

    @property
    def of_due(self) -> Share:
        """What is finished of what fell due."""
        return Share(self.done, self.fell_due)

    @property
    def of_all(self) -> Share:
        """What is finished of all that were assigned."""
        return Share(self.done, self.total)

    def of(self, status: Status) -> int:
        """How many stand in a class."""
        return self[_ORDER.index(status)]


_ORDER = (Status.DONE_ON_TIME, Status.DONE_LATE, Status.OPEN_IN_TIME, Status.OPEN_OVERDUE)


def count(statuses: Iterable[Status]) -> Counts:
    """The counts of some occurrences' classes."""
    found = Counter(statuses)
    return Counts(*(found[status] for status in _ORDER))


def decimal(tenths: int) -> str:
    """Tenths with a decimal comma, as Vietnamese writes numbers."""
    sign = "-" if tenths < 0 else ""
    return f"{sign}{abs(tenths) // 10},{abs(tenths) % 10}"
