"""`phoihop trace`."""

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from phoihop.cli.common import (
    CLEAN,
    FINDINGS,
    Today,
    choice,
    echo,
    echo_json,
    load_workspace,
    plan_given,
    today_given,
    warn_of_mistakes,
)
from phoihop.i18n import _

if TYPE_CHECKING:
    from datetime import date

    from phoihop.workspace import Workspace

FORMS = ("table", "plain", "md", "html", "json")


def trace(
    plan: Annotated[str, typer.Argument(metavar="[PLAN]", help=_("a parent plan, or one that carries it out"))] = "",
    form: Annotated[
        str, typer.Option("--format", metavar="table|plain|md|html|json", help=_("table in a terminal, else plain"))
    ] = "",
    check: Annotated[
        bool, typer.Option("--check", help=_("exit code 1 when some duty is carried out by none"))
    ] = False,
    today: Today = "",
) -> None:
    from phoihop.output import trace as printer
    from phoihop.views.trace import traces

    chosen = choice(form or ("table" if sys.stdout.isatty() else "plain"), FORMS, "--format")
    workspace = load_workspace()
    found = traces(workspace.book, plan_given(workspace.book, plan))
    if chosen == "json":
        echo_json(printer.as_json(found))
    elif chosen in ("md", "html"):
        for one in found:
            echo(_document(workspace, one.parent, chosen, today_given(today)))
    elif chosen == "table" and found:
        from phoihop.output.trace_table import trace_tables

        echo(trace_tables(found))
    else:
        echo("\n".join(printer.plain(found)) or _("No plan here carries out another (thuc_hien)."))
    warn_of_mistakes(workspace.files)
    left = any(one.covered < len(one.rows) for one in found)
    raise typer.Exit(FINDINGS if check and left else CLEAN)


def _document(workspace: "Workspace", parent: str, form: str, today: "date") -> bytes:
    from phoihop.printing import Press
    from phoihop.views.papers.request import Request

    request = Request(workspace.book.plans[parent], workspace.book, workspace.calendar, today)
    (paper,) = Press(workspace).papers("bang-doi-chieu", request, [form])
    return paper.data[form]
