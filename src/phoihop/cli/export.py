"""`phoihop export`."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from phoihop.cli.common import (
    ENVIRONMENT,
    Force,
    OnePlan,
    Today,
    choice,
    complain_unreadable,
    day_given,
    load_workspace,
    offices_given,
    plan_given,
    today_given,
    warn_of_mistakes,
)
from phoihop.cli.writing import deliver
from phoihop.faults import NothingToPrint, UsageFault
from phoihop.i18n import _

if TYPE_CHECKING:
    from phoihop.model import Book
    from phoihop.views.feed import FeedQuery
    from phoihop.views.reply import ReplyQuery
    from phoihop.workspace import Workspace

FORMS = ("ics", "xlsx", "csv")


def export(
    to: Annotated[
        str,
        typer.Option(
            metavar="ics|xlsx|csv",
            help=_("a calendar for Outlook, Google, Thunderbird; or a sheet in which an office tells its results"),
        ),
    ],
    office: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE",
            help=_("only what this office leads or is a partner of; several may be given; a sheet has what it leads"),
        ),
    ] = None,
    plan: OnePlan = "",
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
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help=_('where to write; by default into build/; "-" prints'),
        ),
    ] = "",
    force: Force = False,
    today: Today = "",
) -> None:
    from phoihop.schedule import horizon

    choice(to, FORMS, "--to")
    ahead = [3, 1] if remind is None else [days for days in remind if days]
    if any(not 0 < days <= 365 for days in ahead):
        raise UsageFault(_("--remind takes 0 to 365 days"))
    if to != "ics" and (remind is not None or since):
        raise UsageFault(_("--remind and --since go with --to ics"))
    offices = office or []
    workspace = load_workspace()
    book = workspace.book
    wanted = plan_given(book, plan)
    day = today_given(today)
    span = (
        day_given(first, "--from") if first else date.min,
        day_given(last, "--until") if last else max([day, *(horizon(one, day) for one in book.plans.values())]),
    )
    if to == "ics":
        from phoihop.views.feed import FeedQuery

        codes = frozenset(code for name in offices for code in offices_given(book, name))
        data = _calendar(workspace, FeedQuery(day, *span, office=codes, plan=wanted), since, offices, ahead)
    else:
        from phoihop.views.reply import ReplyQuery

        data = _sheet(workspace, ReplyQuery(day, *span, offices=_each(book, offices), plan=wanted), to)
    deliver(data, output, workspace.root, _file_name(to, offices, wanted), force)
    warn_of_mistakes(workspace.files)
    if complain_unreadable(workspace):
        raise typer.Exit(ENVIRONMENT)


def _calendar(workspace: "Workspace", query: "FeedQuery", since: str, offices: list[str], ahead: list[int]) -> bytes:
    """The due days as iCalendar."""
    from phoihop.document.stamp import stamp_calendar
    from phoihop.output import ics
    from phoihop.revision import last_changes, load_revision
    from phoihop.views.feed import cancelled, feed

    changes = last_changes(workspace)
    events = feed(workspace.book, workspace.calendar, query, changes)
    if since:
        old = load_revision(workspace, since)
        # Later than anything that an earlier export can have said of them.
        events += cancelled(feed(old.book, old.calendar, query, {}), events, max(changes.values(), default=0) + 1)
    name = " ".join(part for part in ("Hạn công việc phối hợp", *offices, query.plan) if part)
    return stamp_calendar(ics.write(events, name, ahead))


def _sheet(workspace: "Workspace", query: "ReplyQuery", to: str) -> bytes:
    """The reply sheets of the offices."""
    from phoihop.output.reply_sheet import reply_book, reply_csv
    from phoihop.views.reply import replies

    sheets = replies(workspace.book, workspace.calendar, query)
    if not any(sheet.rows for sheet in sheets):
        raise NothingToPrint(_("the office leads nothing that is open or falls due then: there is nothing to fill in"))
    return reply_book(sheets) if to == "xlsx" else reply_csv(sheets)


def _each(book: "Book", names: list[str]) -> tuple[str, ...]:
    """The offices that get a sheet each, in the order given; a group stands for its members."""
    if not names:
        raise UsageFault(_("--to xlsx and --to csv need the office that is to fill the sheet: --office"))
    found: list[str] = []
    for name in names:
        codes = sorted(offices_given(book, name))
        if len(codes) > 1:
            message = _('--office: "{name}" may be {codes}')
            raise UsageFault(message.format(name=name, codes=", ".join(codes)))
        every = [member for code in codes for plan in book.plans.values() for member in book.members(plan, code)]
        found += [member for member in every if member not in codes] or codes
    return tuple(dict.fromkeys(found))


def _file_name(to: str, offices: list[str], plan: str) -> str:
    begins = "lich" if to == "ics" else "phieu"
    return "-".join(part for part in (begins, plan, *offices) if part) + f".{to}"
