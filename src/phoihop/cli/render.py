"""`phoihop render`."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple
from unicodedata import normalize

import typer

from phoihop.cli.common import (
    ENVIRONMENT,
    FINDINGS,
    Force,
    OneOffice,
    Today,
    choice,
    complain_unreadable,
    echo,
    load_workspace,
    offices_given,
    style,
    today_given,
    window_given,
)
from phoihop.cli.writing import form_of, need_ending, write_document
from phoihop.faults import MistakeFault, NothingToPrint, UsageFault, shown, unknown
from phoihop.i18n import _, ngettext
from phoihop.workspace import PLANS

if TYPE_CHECKING:
    from phoihop.model import Book, Plan
    from phoihop.printing import Printed
    from phoihop.views.papers.request import Request
    from phoihop.workspace import Workspace


def render(
    plans: Annotated[
        list[str] | None, typer.Argument(metavar="[PLAN]...", help=_("plans' files, or their ids"))
    ] = None,
    template: Annotated[str, typer.Option("--as", metavar="TEMPLATE", help=_("the template; by default by kind"))] = "",
    to: Annotated[str, typer.Option(metavar="docx|pdf|html|md", help=_("the form, or several parted by commas"))] = "",
    every: Annotated[bool, typer.Option("--all", help=_("all plans"))] = False,
    listed: Annotated[bool, typer.Option("--list", help=_("tell the templates"))] = False,
    office: OneOffice = "",
    issuing: Annotated[
        str, typer.Option("--from", metavar="CODE", help=_("the office that issues the paper; by default the lead"))
    ] = "",
    period: Annotated[
        str, typer.Option(metavar="PERIOD", help=_('the period, as in 2026, 2026-03, "quý II/2026"'))
    ] = "",
    review: Annotated[str, typer.Option(metavar="ID", help=_("the meeting, review or report that it is for"))] = "",
    today: Today = "",
    output: Annotated[
        str,
        typer.Option(
            "-o", "--output", metavar="FILE", help=_('where to write; by default build/PLAN.docx; "-" prints')
        ),
    ] = "",
    force: Force = False,
) -> None:
    from phoihop.printing import FORMS

    forms = [choice(form.strip(), FORMS, "--to") for form in (to or form_of(output, FORMS)).split(",")]
    if output and len(forms) > 1:
        raise UsageFault(_("-o names one file; give one form, or leave it out"))
    need_ending(output, forms[0], FORMS)
    named = plans or []
    if listed:
        from phoihop.cli.templates import tell

        tell()
        return
    workspace = load_workspace([Path(name) for name in named if _is_path(name)])
    wish = _Wish(template, office, issuing, period, review, today_given(today), forms)
    chosen = _plans(workspace, named, every, template)
    printed = _printed(workspace, chosen, every, wish)
    if output and len(printed) > 1:
        raise UsageFault(
            _("-o names one file, and these are {count} documents: leave it out").format(count=len(printed))
        )
    for name, form, data in printed:
        if output == "-":
            echo(data)
            continue
        target = Path(output) if output else workspace.root / "build" / f"{name}.{form}"
        if form == "md" and target.resolve().is_relative_to((workspace.root / PLANS).resolve()):
            raise UsageFault(_("{path}: among the plans a Markdown file is a plan").format(path=shown(target)))
        write_document(target, data, force, None if output else workspace.root)
        echo(shown(target))
    _warn_of_errors(workspace, chosen, wish.today)


class _Wish(NamedTuple):
    """What the options say of the papers."""

    template: str
    office: str
    issuing: str
    period: str
    review: str
    today: date
    forms: list[str]


def _is_path(name: str) -> bool:
    path = Path(name)
    if path.is_dir():
        raise UsageFault(_("{path} is a folder; name one plan").format(path=shown(path)))
    return path.suffix.lower() in (".yaml", ".yml", ".md") or path.exists()


def _plans(workspace: "Workspace", named: list[str], every: bool, template: str) -> list["Plan"]:
    """The plans to print, each once."""
    from phoihop.views.papers.catalogue import kind_of

    if named:
        found = [_chosen(workspace, Path(one).stem if _is_path(one) else normalize("NFC", one), one) for one in named]
        return list({plan.id: plan for plan in found}.values())
    plans = list(workspace.book.plans.values())
    if not every and not (template and kind_of(template).of_book):
        raise UsageFault(_("name a plan, or --all"))
    if not plans:
        raise UsageFault(_("there is no plan here"))
    return plans


def _printed(workspace: "Workspace", plans: list["Plan"], every: bool, wish: _Wish) -> list[tuple[str, str, bytes]]:
    """The documents: each one's name, form and bytes. With --all, a plan that has nothing for a paper is told."""
    from phoihop.printing import Press, template_of
    from phoihop.views.papers.catalogue import kind_of
    from phoihop.views.papers.request import Request

    book = workspace.book
    window = window_given(wish.period, wish.today)
    offices, issuing = offices_given(book, wish.office), sorted(offices_given(book, wish.issuing, "--from"))
    press = Press(workspace)
    printed: list[tuple[str, str, bytes]] = []
    for plan in plans:
        template = template_of(workspace, wish.template, plan)
        _heed(template, wish)
        of_book = kind_of(template).of_book
        some = of_book and len(plans) < len(book.plans)
        if some:
            book = book._replace(plans={one.id: one for one in plans})
        issuers = tuple(dict.fromkeys(member for code in issuing for member in book.members(plan, code)))
        request = Request(plan, book, workspace.calendar, wish.today, issuers, offices, window, wish.review, some)
        if every and wish.review and wish.review not in [one.id for one in plan.all_reviews()]:
            continue
        try:
            _known(request, book)
            papers = press.papers(template, request, wish.forms)
        except NothingToPrint as fault:
            if not every or len(plans) == 1:
                raise MistakeFault(str(fault)) from None
            typer.echo(f"phoihop: {fault}", err=True)
            continue
        for paper in papers:
            _tell(paper)
        printed += [(paper.name, form, data) for paper in papers for form, data in paper.data.items()]
        if of_book:
            break
    if every and not printed:
        raise MistakeFault(_("there is nothing to print for any plan"))
    return printed


def _known(request: "Request", book: "Book") -> None:
    """Refuse a review that the plan does not have, and an issuer that is a group of another plan."""
    reviews = [one.id for one in request.plan.all_reviews()]
    if request.review and request.review not in reviews:
        message = _('--review: {plan} has no review "{id}"').format(plan=request.plan.id, id=request.review)
        raise unknown(message, request.review, reviews)
    for code in request.issuing:
        if code not in book.organisations and book.organisations:
            message = _('--from: "{code}" is a group of another plan than {plan}')
            raise UsageFault(message.format(code=code, plan=request.plan.id))


def _heed(template: str, wish: _Wish) -> None:
    """Refuse an option that the template would not heed."""
    from phoihop.views.papers.catalogue import kind_of

    given = {"office": wish.office, "from": wish.issuing, "period": wish.period, "review": wish.review}
    for option, value in given.items():
        if value and option not in kind_of(template).takes:
            message = _('--{option} says nothing to the template "{template}"')
            raise UsageFault(message.format(option=option, template=template))


def _tell(paper: "Printed") -> None:
    """What a person should know of a document before it is signed."""
    from phoihop.output.inspection import line

    for warning in paper.warnings:
        typer.echo(f"phoihop: {warning}", err=True)
    for finding in paper.inspection.findings if paper.inspection else ():
        typer.echo(f"phoihop: {paper.name}.docx: {line(finding, style())}", err=True)


def _chosen(workspace: "Workspace", wanted: str, given: str) -> "Plan":
    """The plan that was named; one that cannot be read ends the command with its findings."""
    by_path = _is_path(given)
    files = workspace.selected if by_path else workspace.files
    if by_path:
        found = next((f.plan for f in files if f.plan is not None and Path(f.source.path).stem == wanted), None)
    else:
        found = workspace.book.plans.get(wanted)
    if found is not None:
        return found
    from phoihop.lint import Report
    from phoihop.output import findings

    broken = [file for file in files if Path(file.source.path).stem == wanted and file.findings]
    if broken or complain_unreadable(workspace):
        report = Report(tuple(finding for file in broken for finding in file.findings))
        sources = {file.source.path: file.source for file in broken}
        typer.echo("\n".join(findings.plain(report, sources, len(broken), style())), err=True)
        raise typer.Exit(FINDINGS if broken else ENVIRONMENT)
    raise unknown(_('there is no plan "{plan}" here').format(plan=wanted), wanted, workspace.book.plans)


def _warn_of_errors(workspace: "Workspace", plans: list["Plan"], today: date) -> None:
    """A document is signed: say at once when the plan behind it has errors."""
    from phoihop.lint import Facts, lint
    from phoihop.rules import every_rule
    from phoihop.text.diagnostic import Severity

    files = [file for file in workspace.files if any(file.plan is plan for plan in plans)]
    report = lint(every_rule(), workspace.book, files, Facts(lambda: workspace.calendar, today))
    wrong = Counter(found.place.path for found in report.diagnostics if found.severity is Severity.ERROR)
    for path, errors in wrong.items():
        message = ngettext(
            "phoihop: {path} has {n} error; do not sign before phoihop validate is clean",
            "phoihop: {path} has {n} errors; do not sign before phoihop validate is clean",
            errors,
        )
        typer.echo(message.format(path=path, n=errors), err=True)
