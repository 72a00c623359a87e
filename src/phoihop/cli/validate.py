"""`phoihop validate`."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from phoihop.cli.common import (
    CLEAN,
    ENVIRONMENT,
    FINDINGS,
    Paths,
    Today,
    choice,
    complain_unreadable,
    echo,
    echo_json,
    load_workspace,
    style,
    today_given,
)
from phoihop.cli.reporting import report_on
from phoihop.faults import UsageFault
from phoihop.i18n import _

if TYPE_CHECKING:
    from phoihop.lint import Report
    from phoihop.text.diagnostic import Severity
    from phoihop.workspace import Workspace

FORMS = ("plain", "json", "github", "gitlab", "sarif", "junit")


def validate(
    paths: Paths = None,
    format: Annotated[str, typer.Option(metavar="|".join(FORMS), help=_("how to print the findings"))] = "plain",
    fail_on: Annotated[
        str,
        typer.Option(metavar="error|warning|hint", help=_("the mildest finding that makes the exit code 1")),
    ] = "error",
    select: Annotated[
        list[str] | None, typer.Option(metavar="RULES", help=_("only these rules or families, parted by commas"))
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="RULES", help=_("without these rules or families, parted by commas"))
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help=_("mend what has one right answer"))] = False,
    unsafe_fixes: Annotated[
        bool, typer.Option("--unsafe-fixes", help=_("with --fix or --diff: also what is only probably right"))
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help=_("show what --fix would change (then exit code 1), and change nothing"))
    ] = False,
    stdin_filename: Annotated[
        str, typer.Option(metavar="FILE", help=_('with "-" (standard input): the file that it stands for'))
    ] = "",
    watch: Annotated[bool, typer.Option("--watch", help=_("validate again whenever a file is saved"))] = False,
    today: Today = "",
) -> None:
    from phoihop.text.diagnostic import Severity

    choice(format, FORMS, "--format")
    threshold = Severity(choice(fail_on, tuple(severity.value for severity in Severity), "--fail-on"))
    day = today_given(today)
    names = (_names(select), _names(ignore))
    mends = fix or diff or unsafe_fixes
    if Path("-") in (paths or ()) and (mends or watch):
        raise UsageFault(_("standard input can be validated, not mended or watched"))
    if unsafe_fixes and not (fix or diff):
        raise UsageFault(_("--unsafe-fixes mends nothing by itself: add --fix, or --diff to see what would change"))
    if watch and mends:
        raise UsageFault(_("--watch only validates: it goes with neither --fix nor --diff"))
    if diff and format != "plain":
        raise UsageFault(_("--diff prints a patch: it does not go with --format {format}").format(format=format))
    typed = _typed(paths or [], stdin_filename)
    if mends:
        from phoihop.cli import fixing

        if diff:
            raise typer.Exit(fixing.show(paths or (), day, names, unsafe=unsafe_fixes))
        fixing.mend(paths or (), day, names, unsafe=unsafe_fixes)

    def once() -> int:
        workspace = load_workspace(paths or (), typed=typed)
        report = report_on(workspace, day, *names)
        _print(report, workspace, format, threshold)
        if complain_unreadable(workspace):
            return ENVIRONMENT
        return FINDINGS if report.at_least(threshold) else CLEAN

    if watch:
        _watch(once)
    raise typer.Exit(once())


def _print(report: "Report", workspace: "Workspace", form: str, threshold: "Severity") -> None:
    from phoihop.output import findings

    count = len(workspace.selected)
    sources = {file.source.path: file.source for file in workspace.files}
    match form:
        case "json":
            echo_json(findings.as_json(report, count))
        case "github":
            from phoihop.output import github

            echo("\n".join(github.workflow_commands(report, count)))
            _summarise("\n".join(github.page(report, count)))
        case "gitlab":
            from phoihop.output import gitlab

            echo_json(gitlab.code_quality(report))
        case "sarif":
            from phoihop.output import sarif
            from phoihop.rules import every_rule

            echo_json(sarif.log(report, every_rule()))
        case "junit":
            from phoihop.output import junit

            echo(junit.document(report, (file.source.path for file in workspace.selected), threshold))
        case _:
            echo("\n".join(findings.plain(report, sources, count, style())))


def _summarise(page: str) -> None:
    """Put every finding on the summary page of a GitHub job, where there is one."""
    if path := os.environ.get("GITHUB_STEP_SUMMARY"):
        with open(path, "a", encoding="utf-8") as file:
            file.write(page + "\n")


def _names(given: list[str] | None) -> list[str]:
    return [name for one in given or () for name in (part.strip() for part in one.split(",")) if name]


def _typed(paths: list[Path], filename: str) -> tuple[Path, bytes] | None:
    """What stands on standard input, if that is what is to be validated."""
    if Path("-") not in paths:
        if filename:
            raise UsageFault(_('--stdin-filename goes with "-"'))
        return None
    if len(paths) > 1:
        raise UsageFault(_('"-" stands alone'))
    if not filename:
        raise UsageFault(_('"-" needs --stdin-filename: plans/NAME.yaml, so that its kind and its offices are known'))
    return Path(filename), sys.stdin.buffer.read()


def _watch(once: Callable[[], int]) -> None:
    """Validate now and whenever a file below plans/ changes, until interrupted."""
    import time

    from phoihop.workspace import state

    seen, begun, missed = None, False, False
    try:
        while True:
            if (now := state()) != seen:
                if sys.stdout.isatty() and not missed:
                    echo("\033[2J\033[H")
                try:
                    once()
                    seen, begun, missed = now, True, False
                except UsageFault as fault:
                    # What was there a moment ago is being renamed or checked out: it may come back as it was.
                    if not begun:
                        raise
                    if not missed:
                        message = _("phoihop: {reason}; waiting for it")
                        typer.echo(message.format(reason=fault), err=True)
                    seen, missed = None, True
            time.sleep(0.5)
    except KeyboardInterrupt:
        raise SystemExit(CLEAN) from None
