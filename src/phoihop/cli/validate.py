"""`phoihop validate`."""

from typing import Annotated

import typer

from phoihop.cli.common import (
    CLEAN,
    ENVIRONMENT,
    FINDINGS,
    Paths,
    choice,
    complain_unreadable,
    echo,
    echo_json,
    load_workspace,
    style,
)
from phoihop.i18n import _


def validate(
    paths: Paths = None,
    format: Annotated[str, typer.Option(metavar="plain|json", help=_("how to print the findings"))] = "plain",
    fail_on: Annotated[
        str,
        typer.Option(metavar="error|warning|hint", help=_("the mildest finding that makes the exit code 1")),
    ] = "error",
) -> None:
    from phoihop.lint import lint
    from phoihop.output import findings
    from phoihop.rules import every_rule
    from phoihop.text.diagnostic import Severity

    choice(format, ("plain", "json"), "--format")
    threshold = Severity(choice(fail_on, tuple(severity.value for severity in Severity), "--fail-on"))
    workspace = load_workspace(paths or ())
    report = lint(every_rule(), workspace.book, workspace.selected, lambda: workspace.calendar)
    count = len(workspace.selected)
    if format == "json":
        echo_json(findings.as_json(report, count))
    else:
        sources = {file.source.path: file.source for file in workspace.files}
        echo("\n".join(findings.plain(report, sources, count, style())))
    if complain_unreadable(workspace):
        raise typer.Exit(ENVIRONMENT)
    raise typer.Exit(FINDINGS if report.at_least(threshold) else CLEAN)
