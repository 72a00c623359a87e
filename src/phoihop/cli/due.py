"""`phoihop due`."""

import sys
from datetime import date, timedelta
from typing import Annotated

import typer

from phoihop.cli.common import (
    CLEAN,
    ENVIRONMENT,
    FINDINGS,
    OneOffice,
    OnePlan,
    Today,
    choice,
    complain_unreadable,
    day_given,
    echo,
    echo_json,
    load_workspace,
    offices_given,
    plan_given,
    today_given,
    warn_of_mistakes,
    warn_of_repeated,
)
from phoihop.faults import UsageFault
from phoihop.i18n import _


def due(
    week: Annotated[bool, typer.Option("--week", help=_("Monday to Sunday of today's week"))] = False,
    month: Annotated[bool, typer.Option("--month", help=_("this month"))] = False,
    quarter: Annotated[bool, typer.Option("--quarter", help=_("this quarter"))] = False,
    since: Annotated[str, typer.Option("--from", metavar="DATE", help=_("the first day, with --to"))] = "",
    until: Annotated[str, typer.Option("--to", metavar="DATE", help=_("the last day, with --from"))] = "",
    overdue: Annotated[bool, typer.Option("--overdue", help=_("only what is overdue"))] = False,
    ahead: Annotated[int | None, typer.Option("--ahead", metavar="N", help=_("today and the next N days"))] = None,
    office: OneOffice = "",
    plan: OnePlan = "",
    include_ended: Annotated[
        bool,
        typer.Option("--include-ended", help=_("also list what plans left open when their period ended")),
    ] = False,
    undated: Annotated[bool, typer.Option("--undated", help=_("also list work that has no date"))] = False,
    check: Annotated[bool, typer.Option("--check", help=_("exit code 1 when something is overdue"))] = False,
    today: Today = "",
    format: Annotated[
        str,
        typer.Option(metavar="table|plain|json", help=_("table in a terminal, plain lines in a pipe, JSON")),
    ] = "",
) -> None:
    from phoihop.output import agenda as printer
    from phoihop.views.agenda import Query, agenda

    form = choice(format or ("table" if sys.stdout.isatty() else "plain"), ("table", "plain", "json"), "--format")
    day = today_given(today)
    window = _window(day, week, month, quarter, (since, until), overdue, ahead)
    workspace = load_workspace()
    warn_of_repeated(workspace.book)
    query = Query(
        day,
        *window,
        office=offices_given(workspace.book, office),
        plan=plan_given(workspace.book, plan),
        with_overdue=not (since or until),
        include_ended=include_ended,
    )
    view = agenda(workspace.book, workspace.calendar, query)
    if form == "json":
        echo_json(printer.as_json(view))
    elif form == "plain":
        echo("\n".join(printer.plain(view, undated)))
    else:
        from phoihop.output.table import agenda_text

        echo(agenda_text(view, undated))
    for result in view.unmatched:
        message = _("phoihop: the result of {result} names an occurrence that there is not; it completes nothing")
        typer.echo(message.format(result=result), err=True)
    incomplete = warn_of_mistakes(workspace.files)
    if complain_unreadable(workspace):
        raise typer.Exit(ENVIRONMENT)
    late = any(item.days_left < 0 for item in view.items)
    raise typer.Exit(FINDINGS if check and (late or incomplete) else CLEAN)


def _window(
    today: date,
    week: bool,
    month: bool,
    quarter: bool,
    exact: tuple[str, str],
    overdue: bool,
    ahead: int | None,
) -> tuple[date, date]:
    """The first and last day asked for; a window whose end comes before its beginning holds nothing."""
    if sum((week, month, quarter, any(exact), overdue, ahead is not None)) > 1:
        raise UsageFault(_("give one of --week, --month, --quarter, --from with --to, --overdue, --ahead"))
    if any(exact):
        if not all(exact):
            raise UsageFault(_("--from and --to go together"))
        since, until = day_given(exact[0], "--from"), day_given(exact[1], "--to")
        if until < since:
            raise UsageFault(_("--to is earlier than --from"))
        return since, until
    if overdue:
        return today, today - timedelta(days=1)
    if ahead is not None:
        if not 0 <= ahead <= 3660:
            raise UsageFault(_("--ahead takes 0 to 3660 days"))
        return today, today + timedelta(days=ahead)
    if month or quarter:
        first = today.month if month else 3 * ((today.month - 1) // 3) + 1
        last = first if month else first + 2
        after = date(today.year + last // 12, last % 12 + 1, 1)
        return date(today.year, first, 1), after - timedelta(days=1)
    monday = today - timedelta(days=today.weekday())
    return monday, monday + timedelta(days=6)
