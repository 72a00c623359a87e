"""What a phrase is read against, and what comes out: terms, occurrences, reasons, and what was missing."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from phoihop.i18n import _


class AnchorDay(NamedTuple):
    """One day on which the event that a term counts from takes place; `label` tells it from the others.

    `assumed`: the day is itself this project's reading, so what is counted from it is too.
    """

    day: date
    label: str = ""
    assumed: bool = False


class Terms(NamedTuple):
    """The plan's period (`until` None: open), the day it was signed, and the days of the anchor.

    `anchors` is None when the duty names no anchor, () when it names one that has no date.
    """

    since: date | None = None
    until: date | None = None
    signed: date | None = None
    anchors: tuple[AnchorDay, ...] | None = None


class Because(NamedTuple):
    """One step of an explanation, in Vietnamese, and the law, notice or decision it stands on."""

    text: str
    source: str = ""


class Occurrence(NamedTuple):
    """One time that a duty falls due.

    `number` counts from the beginning of the plan's period, whatever the window asked for; `label` names
    the time ("quý III/2021"), "" for a single one. `nominal` is the day that the words give: the last day
    itself, or the first day that is too late when `exclusive`. `due` is the last day in fact, `careful`
    the last working day on or before the nominal (before it, when exclusive). `assumed`: the day is this
    project's reading, not said. `provisional`: the days off it stands on may change. `since`: the first
    day of the window, if there is one; `closed`: the last day of a report's figures, which then is the window's.
    """

    number: int
    label: str
    nominal: date
    exclusive: bool
    due: date
    careful: date
    assumed: bool
    provisional: bool
    since: date | None
    because: tuple[Because, ...]
    closed: date | None = None


class TermProblem(NamedTuple):
    """What is missing to compute dates: anchor-missing, year-missing, period-missing, no-such-day,
    beyond-calendar or never-due.

    `what` is the event that a term counts from, the day that the plan's year lacks, or the year that no calendar
    knows.
    """

    code: str
    what: str = ""

    @property
    def message(self) -> str:
        """The problem in plain words."""
        match self.code:
            case "anchor-missing" if self.what:
                return _('the term counts from "{event}", which has no date here').format(event=self.what)
            case "anchor-missing":
                return _("the term does not say what it counts from, and no anchor is named")
            case "year-missing":
                return _("the phrase names no year, and the plan does not stand in one year alone")
            case "period-missing":
                return _("the phrase comes back again and again, and the plan has no first day")
            case "no-such-day":
                return _("{day} does not exist").format(day=self.what)
            case "never-due":
                return _("the plan ends before it falls due for the first time")
            case _:
                return _("no calendar is known for the year {year}").format(year=self.what)


class Schedule(NamedTuple):
    """The occurrences in a window, in order, and what was missing."""

    occurrences: tuple[Occurrence, ...] = ()
    problems: tuple[TermProblem, ...] = ()
