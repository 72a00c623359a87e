"""`phoihop why`."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from phoihop.cli.common import (
    CLEAN,
    FINDINGS,
    Today,
    choice,
    day_given,
    duty_given,
    echo,
    echo_json,
    load_workspace,
    today_given,
)
from phoihop.faults import UsageFault
from phoihop.i18n import _

if TYPE_CHECKING:
    from phoihop.dates.terms import Occurrence
    from phoihop.views.explanation import Explanation
    from phoihop.workspace import Workspace


def why(
    task: Annotated[str, typer.Argument(metavar="[TASK]", help=_("a task or review: PLAN/ID, or ID alone"))] = "",
    phrase: Annotated[str, typer.Option(metavar="TEXT", help=_("explain this phrase instead of a task"))] = "",
    on: Annotated[str, typer.Option(metavar="DATE", help=_("the occurrence that is due on this day"))] = "",
    occurrence: Annotated[int, typer.Option(metavar="N", help=_("the N-th occurrence"))] = 0,
    anchor: Annotated[
        list[str] | None, typer.Option(metavar="DATE", help=_("with --phrase: the day that the term counts from"))
    ] = None,
    period: Annotated[
        str, typer.Option(metavar="A..B", help=_("with --phrase: the plan's period, as in 2026-01-01..2026-12-31"))
    ] = "",
    today: Today = "",
    format: Annotated[str, typer.Option(metavar="plain|json")] = "plain",
) -> None:
    from phoihop.output import explanation as printer

    form = choice(format, ("plain", "json"), "--format")
    day = today_given(today)
    if bool(task) is bool(phrase):
        raise UsageFault(_("name a task, or give --phrase"))
    if task and (anchor or period):
        raise UsageFault(_("--anchor and --period go with --phrase; a task has its plan's"))
    if phrase:
        view = _phrase(phrase, anchor or [], period, day)
        shown = view.occurrences if not (on or occurrence) else _picked(view, on, occurrence, day)
    else:
        workspace = load_workspace()
        view = _task(workspace, task, day)
        shown = _picked(view, on, occurrence, day)
    if form == "json":
        echo_json(printer.as_json(view, shown))
    else:
        echo("\n".join(printer.lines(view, shown)))
    unreadable = view.reading is not None and not view.reading.readable
    raise typer.Exit(FINDINGS if unreadable else CLEAN)


def _phrase(phrase: str, anchors: list[str], period: str, today: date) -> "Explanation":
    from phoihop.dates.calendar import Calendar
    from phoihop.dates.terms import Terms
    from phoihop.resources import shipped_years
    from phoihop.views.explanation import anchored, explain_phrase

    since, until = _period(period)
    terms = Terms(since, until, None, anchored(tuple(day_given(one, "--anchor") for one in anchors)))
    # Open cycles are shown for the plan's period, else for a year from the first day or from today.
    first = since or today
    window = (since or date(1990, 1, 1), until or first + timedelta(days=366))
    if not period:
        window = (date(1990, 1, 1), date(2060, 12, 31)) if anchors else (date(1990, 1, 1), first + timedelta(days=3660))
    return explain_phrase(phrase, terms, Calendar(shipped_years()), window)


def _period(text: str) -> tuple[date | None, date | None]:
    if not text:
        return None, None
    since, dots, until = text.partition("..")
    if not dots:
        raise UsageFault(_("--period: two days with two dots between them, as in 2026-01-01..2026-12-31"))
    first = day_given(since, "--period") if since else None
    last = day_given(until, "--period") if until else None
    if first and last and last < first:
        raise UsageFault(_("--period: the last day is earlier than the first"))
    return first, last


def _task(workspace: "Workspace", name: str, today: date) -> "Explanation":
    from phoihop.schedule import horizon
    from phoihop.views.explanation import explain_duty

    plan, duty = duty_given(workspace.book, name)
    return explain_duty(plan, duty, workspace.book, workspace.calendar, horizon(plan, today))


def _picked(view: "Explanation", on: str, number: int, today: date) -> "tuple[Occurrence, ...]":
    from phoihop.views.explanation import around

    if on and number:
        raise UsageFault(_("give --on or --occurrence, not both"))
    if on:
        day = day_given(on, "--on")
        found = tuple(item for item in view.occurrences if day in (item.due, item.nominal))
        if not found:
            days = ", ".join(item.due.isoformat() for item in view.occurrences[:12])
            raise UsageFault(_("--on: nothing is due on that day; due days: {days}").format(days=days or "-"))
        return found
    if number:
        found = tuple(item for item in view.occurrences if item.number == number)
        if not found:
            raise UsageFault(_("--occurrence: there are {n} occurrences").format(n=len(view.occurrences)))
        return found
    return around(view.occurrences, today)
