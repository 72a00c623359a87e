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


class Edit(NamedTuple):
    """One splice: inside a place, the only occurrence of `old` becomes `new`.

    Said by what stands there, not by offsets: where the file writes it otherwise (an escape, a folded line), the edit
    does not fit, and nothing is changed.
    """

    place: Place
    old: str
    new: str


class Fix(NamedTuple):
    """What mends a finding. `safe`: there is one right answer, and this is it.

    Without edits the file is only written again as it was decoded: without its byte order mark.
    """

    edits: tuple[Edit, ...]
    safe: bool = True


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
    fix: Fix | None = None
