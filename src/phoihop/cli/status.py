"""`phoihop status`."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from phoihop.cli.common import (
    CLEAN,
    ENVIRONMENT,
    FINDINGS,
    Force,
    OneOffice,
    OnePlan,
    Paths,
    Today,
    choice,
    complain_unreadable,
    echo,
    json_text,
    load_workspace,
    offices_given,
    plan_given,
    today_given,
    warn_of_mistakes,
    warn_of_repeated,
    window_given,
)
from phoihop.cli.writing import deliver
from phoihop.faults import UsageFault
from phoihop.i18n import _

if TYPE_CHECKING:
    from phoihop.model import Book
    from phoihop.views.status import StatusView
    from phoihop.workspace import Workspace

FORMS = ("table", "plain", "json", "csv", "xlsx", "md")
GROUPS = ("office", "plan", "field", "month")


def status(
    paths: Paths = None,
    by: Annotated[
        str, typer.Option(metavar="office|plan|field|month", help=_("what the groups are made of"))
    ] = "office",
    period: Annotated[
        str,
        typer.Option(
            metavar="PERIOD",
            help=_(
                "what fell due in: 2026, 2026-03, Q2/2026, 2026-01-01..2026-06-30; by default the year of today, "
                "with one plan its whole time"
            ),
        ),
    ] = "",
    office: OneOffice = "",
    plan: OnePlan = "",
    today: Today = "",
    check: Annotated[bool, typer.Option("--check", help=_("exit code 1 when something is overdue"))] = False,
    format: Annotated[
        str,
        typer.Option(metavar="table|plain|json|csv|xlsx|md", help=_("by default what -o ends in, else table or plain")),
    ] = "",
    output: Annotated[
        str,
        typer.Option(
            "-o",
            "--output",
            metavar="FILE",
            help=_('where to write; by default it is printed, .xlsx written to build/status.xlsx; "-" prints'),
        ),
    ] = "",
    force: Force = False,
) -> None:
    from phoihop.views.grouping import By
    from phoihop.views.status import StatusQuery
    from phoihop.views.status import status as view_of

    form = choice(format or _form_of(output), FORMS, "--format")
    choice(by, GROUPS, "--by")
    day = today_given(today)
    window = window_given(period, day)
    workspace = load_workspace(paths or ())
    book = _selected(workspace) if paths else workspace.book
    wanted = plan_given(book, plan) or (next(iter(book.plans)) if paths and len(book.plans) == 1 else "")
    warn_of_repeated(book)
    query = StatusQuery(day, window, offices_given(book, office), wanted, By(by))
    view = view_of(book, workspace.calendar, query)
    _deliver(view, form, output, force, workspace)
    for result in view.unmatched:
        message = _("phoihop: the result of {result} names an occurrence that there is not; it completes nothing")
        typer.echo(message.format(result=result), err=True)
    incomplete = warn_of_mistakes(workspace.selected if paths else workspace.files)
    if complain_unreadable(workspace):
        raise typer.Exit(ENVIRONMENT)
    raise typer.Exit(FINDINGS if check and (view.late or incomplete) else CLEAN)


def _form_of(output: str) -> str:
    """The form that a file's ending asks for; in a terminal a table, in a pipe plain lines."""
    if output in ("", "-"):
        return "table" if sys.stdout.isatty() else "plain"
    ending = Path(output).suffix[1:].lower()
    form = "plain" if ending == "txt" else ending
    if form in FORMS[1:]:
        return form
    endings = ", ".join(f".{form}" for form in ("txt", *FORMS[2:]))
    raise UsageFault(_('-o: the ending of "{file}" is none of {forms}').format(file=output, forms=endings))


def _selected(workspace: "Workspace") -> "Book":
    """The book with the plans of the files that were named alone."""
    named = [file.plan for file in workspace.selected if file.plan is not None]
    book = workspace.book
    # By identity: of two files with one plan id, the book holds the first.
    return book._replace(plans={id: plan for id, plan in book.plans.items() if any(plan is one for one in named)})


def _deliver(view: "StatusView", form: str, output: str, force: bool, workspace: "Workspace") -> None:
    """Print the view, or write it to a file. A workbook is written unless `-` asks for its bytes."""
    if output == "-" or (form != "xlsx" and not output):
        data = _laid_out(view, form)
        echo(data if form in ("csv", "xlsx") else data.decode().rstrip("\n"))
        return
    data = _laid_out(view, form)
    if form == "md":
        from phoihop.document.stamp import stamp

        data = stamp(data.decode())
    deliver(data, output, workspace.root, "status.xlsx", force)


def _laid_out(view: "StatusView", form: str) -> bytes:
    """The bytes of a form."""
    from phoihop.output import status_text as printer

    match form:
        case "csv":
            return printer.as_csv(view)
        case "xlsx":
            from phoihop.output.status_sheet import status_sheet

            return status_sheet(view)
        case "json":
            return (json_text(printer.as_json(view)) + "\n").encode()
        case "md":
            return (printer.markdown(view) + "\n").encode()
        case "table":
            from phoihop.output.status_table import status_table

            return (status_table(view) + "\n").encode()
    return ("\n".join(printer.plain(view)) + "\n").encode()
