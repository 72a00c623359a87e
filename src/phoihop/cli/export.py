"""`phoihop export`."""

from datetime import date, timedelta
from pathlib import Path
from typing import Annotated

import typer

from phoihop.cli.common import (
    ENVIRONMENT,
    Today,
    choice,
    complain_unreadable,
    day_given,
    echo,
    load_workspace,
    offices_given,
    plan_given,
    today_given,
    warn_of_mistakes,
)
from phoihop.cli.writing import write_document
from phoihop.faults import UsageFault, shown
from phoihop.i18n import _

FORMS = ("ics",)

_AN_OPEN_PLAN = timedelta(days=731)
"""How far ahead a plan without end is exported."""


def export(
    to: Annotated[str, typer.Option(metavar="ics", help=_("the form: a calendar for Outlook, Google, Thunderbird"))],
    office: Annotated[str, typer.Option(metavar="CODE", help=_("only what this office leads or is a partner of"))] = "",
    plan: Annotated[str, typer.Option(metavar="ID", help=_("only this plan"))] = "",
    first: Annotated[str, typer.Option("--from", metavar="DATE", help=_("the first due day; by default all"))] = "",
    last: Annotated[
        str, typer.Option("--until", metavar="DATE", help=_("the last due day; by default all, two years if open"))
    ] = "",
    remind: Annotated[
        list[int] | None,
        typer.Option(metavar="DAYS", help=_("a reminder so many days before; several may be given; 0 for none")),
    ] = None,
    since: Annotated[
        str, typer.Option(metavar="REF", help=_("also cancel the events that are gone since this git revision"))
    ] = "",
    output: Annotated[
        str,
        typer.Option("-o", "--output", metavar="FILE", help=_('where to write; by default build/lich.ics; "-" prints')),
    ] = "",
    force: Annotated[
        bool,
        typer.Option("--force", help=_("overwrite a file that phoihop did not make, or that was changed")),
    ] = False,
    today: Today = "",
) -> None:
    from phoihop.document.stamp import stamp_calendar
    from phoihop.output import ics
    from phoihop.revision import last_changes, load_revision
    from phoihop.views.feed import FeedQuery, cancelled, feed

    choice(to, FORMS, "--to")
    ahead = [3, 1] if remind is None else [days for days in remind if days]
    if any(not 0 < days <= 365 for days in ahead):
        raise UsageFault(_("--remind takes 0 to 365 days"))
    day = today_given(today)
    workspace = load_workspace()
    book = workspace.book
    wanted = plan_given(book, plan)
    ends = [one.head.period.until or day for one in book.plans.values()]
    query = FeedQuery(
        today=day,
        since=day_given(first, "--from") if first else date.min,
        until=day_given(last, "--until") if last else max([day, *ends]) + _AN_OPEN_PLAN,
        office=offices_given(book, office),
        plan=wanted,
    )
    changes = last_changes(workspace)
    events = feed(book, workspace.calendar, query, changes)
    if since:
        old = load_revision(workspace, since)
        # Later than anything that an earlier export can have said of them.
        events += cancelled(feed(old.book, old.calendar, query, {}), events, max(changes.values(), default=0) + 1)
    data = stamp_calendar(ics.write(events, _name(office, wanted), ahead))
    if output == "-":
        echo(data)
    else:
        target = Path(output) if output else workspace.root / "build" / _file_name(office, wanted)
        write_document(target, data, force, None if output else workspace.root)
        echo(shown(target))
    warn_of_mistakes(workspace.files)
    if complain_unreadable(workspace):
        raise typer.Exit(ENVIRONMENT)


def _name(office: str, plan: str) -> str:
    """What the calendar is called in the list of calendars."""
    return " ".join(part for part in ("Hạn công việc phối hợp", office, plan) if part)


def _file_name(office: str, plan: str) -> str:
    return "-".join(part for part in ("lich", plan, office) if part) + ".ics"
