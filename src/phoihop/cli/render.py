"""`phoihop render`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from phoihop.cli.common import (
    ENVIRONMENT,
    FINDINGS,
    choice,
    complain_unreadable,
    echo,
    load_workspace,
    style,
    unknown,
)
from phoihop.faults import EnvironmentFault, UsageFault, reason, shown
from phoihop.i18n import _, ngettext
from phoihop.workspace import write_atomically

if TYPE_CHECKING:
    from phoihop.workspace import Workspace


def render(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help=_("a plan's file, or its id"))],
    template: Annotated[str, typer.Option("--as", metavar="TEMPLATE", help=_("the template; by default by kind"))] = "",
    to: Annotated[str, typer.Option(metavar="docx|html|md", help=_("the form, or several parted by commas"))] = "",
    output: Annotated[
        str,
        typer.Option(
            "-o", "--output", metavar="FILE", help=_('where to write; by default build/PLAN.docx; "-" prints')
        ),
    ] = "",
    force: Annotated[
        bool,
        typer.Option("--force", help=_("overwrite a file that phoihop did not make, or that was changed")),
    ] = False,
) -> None:
    from phoihop.printing import FORMS, print_plan

    forms = [choice(form.strip(), FORMS, "--to") for form in (to or _form_of(output, FORMS)).split(",")]
    if output and len(forms) > 1:
        raise UsageFault(_("-o names one file; give one form, or leave it out"))
    path = Path(plan)
    by_path = path.suffix in (".yaml", ".yml", ".md") or path.exists()
    workspace = load_workspace([path] if by_path else ())
    wanted = path.stem if by_path else plan
    _print_broken(workspace, wanted)
    for form, data in print_plan(workspace, wanted, template, forms).items():
        if output == "-":
            echo(data)
            continue
        target = Path(output) if output else workspace.root / "build" / f"{wanted}.{form}"
        _write(target, data, force, None if output else workspace.root)
        echo(shown(target))
    _warn_of_errors(workspace, wanted)


def _form_of(output: str, forms: tuple[str, ...]) -> str:
    ending = Path(output).suffix[1:].lower()
    return ending if ending in forms else forms[0]


def _print_broken(workspace: "Workspace", wanted: str) -> None:
    """A plan that cannot be read ends the command with its findings."""
    found = workspace.book.plans.get(wanted)
    if found is not None:
        return
    from phoihop.lint import Report
    from phoihop.output import findings

    broken = [file for file in workspace.files if Path(file.source.path).stem == wanted and file.findings]
    if broken or complain_unreadable(workspace):
        report = Report(tuple(finding for file in broken for finding in file.findings))
        sources = {file.source.path: file.source for file in broken}
        typer.echo("\n".join(findings.plain(report, sources, len(broken), style())), err=True)
        raise typer.Exit(FINDINGS if broken else ENVIRONMENT)
    raise unknown(_('there is no plan "{plan}" here').format(plan=wanted), wanted, workspace.book.plans)


def _warn_of_errors(workspace: "Workspace", wanted: str) -> None:
    """A document is signed: say at once when the plan behind it has errors."""
    from phoihop.lint import lint
    from phoihop.rules import every_rule
    from phoihop.text.diagnostic import Severity

    files = [file for file in workspace.files if file.plan is workspace.book.plans[wanted]]
    errors = lint(every_rule(), workspace.book, files).count(Severity.ERROR)
    if errors:
        message = ngettext(
            "phoihop: {path} has {n} error; do not sign before phoihop validate is clean",
            "phoihop: {path} has {n} errors; do not sign before phoihop validate is clean",
            errors,
        )
        typer.echo(message.format(path=files[0].source.path, n=errors), err=True)


def _write(path: Path, data: bytes, force: bool, inside: Path | None) -> None:
    """Write a document; a file that phoihop did not make, or that was changed since, stays unless forced."""
    from phoihop.document.stamp import is_ours

    if inside is not None and not path.parent.resolve().is_relative_to(inside.resolve()):
        raise EnvironmentFault(_("{path}: the folder leads out of the workspace").format(path=shown(path)))
    if path.exists() and not force:
        try:
            ours = is_ours(path.read_bytes())
        except OSError as problem:
            raise EnvironmentFault(f"{shown(path)}: {reason(problem)}") from None
        if not ours:
            raise EnvironmentFault(
                _("{path} was not made by phoihop, or was changed since; --force overwrites it").format(
                    path=shown(path)
                )
            )
    write_atomically(path, data)
