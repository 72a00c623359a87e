"""`phoihop render`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated
from unicodedata import normalize

import typer

from phoihop.cli.common import (
    ENVIRONMENT,
    FINDINGS,
    choice,
    complain_unreadable,
    echo,
    load_workspace,
    style,
    today_given,
)
from phoihop.cli.writing import write_document
from phoihop.faults import UsageFault, shown, unknown
from phoihop.i18n import _, ngettext

if TYPE_CHECKING:
    from phoihop.model import Plan
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
    by_path = path.suffix.lower() in (".yaml", ".yml", ".md") or path.exists()
    if path.is_dir():
        raise UsageFault(_("{path} is a folder; name one plan").format(path=shown(path)))
    workspace = load_workspace([path] if by_path else ())
    chosen = _chosen(workspace, path.stem if by_path else normalize("NFC", plan), by_path)
    wanted = chosen.id
    for form, data in print_plan(workspace, chosen, template, forms).items():
        if output == "-":
            echo(data)
            continue
        target = Path(output) if output else workspace.root / "build" / f"{wanted}.{form}"
        write_document(target, data, force, None if output else workspace.root)
        echo(shown(target))
    _warn_of_errors(workspace, chosen)


def _form_of(output: str, forms: tuple[str, ...]) -> str:
    """The form that a file's ending asks for; the first where nothing is said."""
    ending = Path(output).suffix[1:].lower()
    if output in ("", "-") or ending in forms:
        return ending if ending in forms else forms[0]
    raise UsageFault(
        _('-o: the ending of "{file}" is none of {forms}').format(file=output, forms=", ".join(f".{f}" for f in forms))
    )


def _chosen(workspace: "Workspace", wanted: str, by_path: bool) -> "Plan":
    """The plan that was named; one that cannot be read ends the command with its findings."""
    if by_path:
        found = next((file.plan for file in workspace.selected if file.plan is not None), None)
    else:
        found = workspace.book.plans.get(wanted)
    if found is not None:
        return found
    from phoihop.lint import Report
    from phoihop.output import findings

    files = workspace.selected if by_path else workspace.files
    broken = [file for file in files if Path(file.source.path).stem == wanted and file.findings]
    if broken or complain_unreadable(workspace):
        report = Report(tuple(finding for file in broken for finding in file.findings))
        sources = {file.source.path: file.source for file in broken}
        typer.echo("\n".join(findings.plain(report, sources, len(broken), style())), err=True)
        raise typer.Exit(FINDINGS if broken else ENVIRONMENT)
    raise unknown(_('there is no plan "{plan}" here').format(plan=wanted), wanted, workspace.book.plans)


def _warn_of_errors(workspace: "Workspace", plan: "Plan") -> None:
    """A document is signed: say at once when the plan behind it has errors."""
    from phoihop.lint import Facts, lint
    from phoihop.rules import every_rule
    from phoihop.text.diagnostic import Severity

    files = [file for file in workspace.files if file.plan is plan]
    errors = lint(every_rule(), workspace.book, files, Facts(lambda: workspace.calendar, today_given(""))).count(
        Severity.ERROR
    )
    if errors:
        message = ngettext(
            "phoihop: {path} has {n} error; do not sign before phoihop validate is clean",
            "phoihop: {path} has {n} errors; do not sign before phoihop validate is clean",
            errors,
        )
        typer.echo(message.format(path=files[0].source.path, n=errors), err=True)
