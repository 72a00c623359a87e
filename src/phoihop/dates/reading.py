"""What a phrase was read into. Imports nothing of the reader, so that the model can name it cheaply."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from phoihop.dates.rule import Rule

# Kinds of a phrase that was understood and yet gives no date.
NO_DATE = frozenset({"no-date", "not-a-deadline"})
# Kinds of a phrase that names a single time by the calendar, and counts from nothing.
SINGLE = frozenset({"fixed-day", "period", "range", "named-point", "until", "lunar"})
# Kinds of a phrase that could not be used: something is wrong with it.
REFUSED = frozenset({"impossible", "unreadable"})


class ReadingProblem(NamedTuple):
    """Where a phrase could not be followed: characters `start` to `end` of it, why, and what would do
    instead.
    """

    start: int
    end: int
    message: str
    expected: tuple[str, ...] = ()
    nearest: str = ""


class ReadingHint(NamedTuple):
    """Something that a phrase leaves open although it can be read: a stable code, and the same in words."""

    code: str
    text: str


class Reading(NamedTuple):
    """A phrase as read: its kind, the rule that gives the dates, or what stands in the way.

    `kind` is one of fixed-day, period, range, named-point, until, yearly-day, monthly-day, quarter-day,
    cycle, cycles, frequency, open-yearly, after, before, lunar (these have a rule); no-date,
    not-a-deadline (these have `undated`: continuous, on-demand, conditional or not-a-deadline);
    impossible, unreadable (these have a problem).
    """

    phrase: str
    kind: str
    rule: Rule | None = None
    problem: ReadingProblem | None = None
    hints: tuple[ReadingHint, ...] = ()
    undated: str = ""

    @property
    def readable(self) -> bool:
        """Whether the phrase was understood, with a date or without."""
        return self.kind not in REFUSED

    @property
    def dated(self) -> bool:
        """Whether dates can be computed from it."""
        return self.rule is not None
