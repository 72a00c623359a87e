"""`phoihop log`."""

from typing import TYPE_CHECKING, Annotated

import typer

from phoihop.cli.common import choice, duty_given, echo, echo_json, load_workspace, terminal_width
from phoihop.i18n import _

if TYPE_CHECKING:
    from phoihop.views.history import History
    from phoihop.workspace import Workspace


def log(
    task: Annotated[str, typer.Argument(metavar="TASK", help=_("a task or review: PLAN/ID, or ID alone"))],
    format: Annotated[str, typer.Option(metavar="plain|json")] = "plain",
) -> None:
    from phoihop.output import history as printer

    form = choice(format, ("plain", "json"), "--format")
    view = _history(load_workspace(), task)
    if form == "json":
        echo_json(printer.as_json(view))
    else:
        echo("\n".join(printer.lines(view, terminal_width())))


def _history(workspace: "Workspace", task: str) -> "History":
    from phoihop.git import need_repository
    from phoihop.revision import past_states, plan_commits
    from phoihop.views.history import history

    plan, duty = duty_given(workspace.book, task)
    repository = need_repository(workspace.root)
    return history(
        plan, duty, past_states(repository, workspace, plan, plan_commits(repository, workspace)), repository.shallow
    )
