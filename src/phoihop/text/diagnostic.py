"""A diagnostic: one thing that a person can mend, at its place."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from phoihop.text.source import Place


class Severity(Enum):
    """How bad it is: an error stops a plan from being relied on, a warning may, a hint helps."""

    ERROR = "error"
    WARNING = "warning"
    HINT = "hint"

    @property
    def rank(self) -> int:
        """0 for an error, 2 for a hint: sorts the worst first."""
        return _RANK[self]


_RANK = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}


class Related(NamedTuple):
    """Another place that has to do with a diagnostic, and how."""

    place: Place
    message: str


class Diagnostic(NamedTuple):
    """One finding: which rule, where, what, and what to do about it.

    `message` states one fact with the offending value quoted; `help` is one remedy.
    Whoever finds it leaves `severity` alone: `lint` sets it from the rule.
    """

    rule: str
    place: Place
    message: str
    help: str = ""
    related: tuple[Related, ...] = ()
    severity: Severity = Severity.ERROR
