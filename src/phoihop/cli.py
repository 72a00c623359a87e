"""The command line. Each command is: options, one load, one pure call, print, exit code.

Exit codes: 0 clean; 1 findings (or, with `due --check`, something overdue); 2 wrong usage; 3 the environment.
"""

from __future__ import annotations

import gc
import os
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from phoihop import __version__, i18n
from phoihop.i18n import _
from phoihop.workspace import EnvironmentFault, UsageFault, load, load_catalogue, read_template, shown, write_atomically

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from phoihop.bind.file import BoundFile
    from phoihop.views.agenda import Query
    from phoihop.workspace import Workspace

CLEAN, FINDINGS, USAGE, ENVIRONMENT = 0, 1, 2, 3


def _speak(setting: str = "") -> None:
    language = i18n.choose(os.environ, setting)
    if language != i18n.language() or not setting:
        i18n.use(language, load_catalogue(language))


_speak()  # the help texts below are looked up when the commands are declared

app = typer.Typer(
    name="phoihop",
    help=_("Keep coordination plans between offices: check them, compute what is due, print them."),
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Paths = Annotated[list[Path] | None, typer.Argument(help=_("files or folders; without any, the whole workspace"))]
Today = Annotated[str, typer.Option(metavar="DATE", help=_("the day to call today, as in 2026-11-21"))]


def main() -> None:
    """Run the command line: faults become one line on standard error and an exit code, never a traceback."""
    gc.disable()  # a command is short and its trees have no cycles: collecting them costs a third of the time
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a pipe gets UTF-8 whatever the locale; a console what it can show
            stream.reconfigure(errors="replace", **({} if stream.isatty() else {"encoding": "utf-8"}))
    try:
        app()
        sys.stdout.flush()
    except UsageFault as fault:
        _fail(str(fault), USAGE)
    except EnvironmentFault as fault:
        _fail(str(fault), ENVIRONMENT)
    except BrokenPipeError:  # the reader (`head`) has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(CLEAN)


def _fail(message: str, code: int) -> None:
    print(f"phoihop: {message}", file=sys.stderr)  # noqa: T201
    sys.exit(code)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"phoihop {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=_("print the version and stop"))
    ] = False,
) -> None:
    pass


def _load(paths: Iterable[Path] = ()) -> Workspace:
    workspace = load(paths)
    if workspace.settings and workspace.settings.language:
        _speak(workspace.settings.language)
    return workspace


def _complain_unreadable(workspace: Workspace) -> bool:
    for file in workspace.unreadable:
        typer.echo(_("phoihop: cannot read {path}: {reason}").format(path=file.path, reason=file.reason), err=True)
    return bool(workspace.unreadable)


def _echo_json(value: Any) -> None:
    import json

    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


def _choice(value: str, allowed: tuple[str, ...], option: str) -> str:
    if value not in allowed:
        raise UsageFault(
            _('{option}: "{value}" is not one of {allowed}').format(
                option=option, value=value, allowed=", ".join(allowed)
            )
        )
    return value


# ---------------------------------------------------------------------------------------------- validate, rules


@app.command(help=_("Find what is wrong in the plans: each finding with its place and its remedy."))
def validate(
    paths: Paths = None,
    format: Annotated[str, typer.Option(metavar="plain|json", help=_("how to print the findings"))] = "plain",
    fail_on: Annotated[
        str, typer.Option(metavar="error|warning|hint", help=_("the mildest finding that makes the exit code 1"))
    ] = "error",
) -> None:
    from phoihop.lint import lint
    from phoihop.output import findings
    from phoihop.rules import every_rule
    from phoihop.text.diagnostic import Severity

    _choice(format, ("plain", "json"), "--format")
    threshold = Severity(_choice(fail_on, tuple(severity.value for severity in Severity), "--fail-on"))
    workspace = _load(paths or ())
    report = lint(every_rule(), workspace.book, workspace.selected)
    count = len(workspace.selected)
    if format == "json":
        _echo_json(findings.as_json(report, count))
    else:
        sources = {file.source.path: file.source for file in workspace.files}
        typer.echo("\n".join(findings.plain(report, sources, count, _style())))
    if _complain_unreadable(workspace):
        raise typer.Exit(ENVIRONMENT)
    raise typer.Exit(FINDINGS if report.at_least(threshold) else CLEAN)


def _style() -> Callable[[str, str], str]:
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return lambda text, _part: text
    colours = {"error": "red", "warning": "yellow", "hint": "cyan", "place": "bright_blue"}
    return lambda text, part: typer.style(text, fg=colours.get(part), bold=part != "place")


@app.command(help=_("List the rules, or print one rule's manual page."))
def rules(rule: Annotated[str, typer.Argument(metavar="[ID]", help=_("a rule's id"))] = "") -> None:
    from phoihop.output.rules import overview, page
    from phoihop.rules import every_rule
    from phoihop.text.nearest import nearest

    known = {one.id: one for one in every_rule()}
    if not rule:
        typer.echo("\n".join(overview(known.values())))
    elif rule in known:
        typer.echo("\n".join(page(known[rule])))
    else:
        guess = nearest(rule, known)
        raise UsageFault(
            _('there is no rule "{rule}"').format(rule=rule)
            + (_('; did you mean "{guess}"?').format(guess=guess) if guess else "")
        )


@app.command(help=_("Print the JSON Schema of a kind of file, for editors: ke-hoach, co-quan, lich, cau-hinh."))
def schema(kind: Annotated[str, typer.Argument(metavar="[KIND]")] = "ke-hoach") -> None:
    from phoihop.bind.schema import KINDS, json_schema

    _echo_json(json_schema(_choice(kind, tuple(KINDS), "KIND")))


# ------------------------------------------------------------------------------------------------------------ due


@app.command(help=_("List what is due, overdue first; without a window, what is due this week."))
def due(
    week: Annotated[bool, typer.Option("--week", help=_("Monday to Sunday of today's week"))] = False,
    month: Annotated[bool, typer.Option("--month", help=_("this month"))] = False,
    quarter: Annotated[bool, typer.Option("--quarter", help=_("this quarter"))] = False,
    since: Annotated[str, typer.Option("--from", metavar="DATE", help=_("the first day, with --to"))] = "",
    until: Annotated[str, typer.Option("--to", metavar="DATE", help=_("the last day, with --from"))] = "",
    overdue: Annotated[bool, typer.Option("--overdue", help=_("only what is overdue"))] = False,
    ahead: Annotated[int | None, typer.Option("--ahead", metavar="N", help=_("today and the next N days"))] = None,
    office: Annotated[
        str, typer.Option(metavar="CODE", help=_("only what this office leads or is a partner of"))
    ] = "",
    plan: Annotated[str, typer.Option(metavar="ID", help=_("only this plan"))] = "",
    include_ended: Annotated[
        bool, typer.Option("--include-ended", help=_("also list what plans left open when their period ended"))
    ] = False,
    undated: Annotated[bool, typer.Option("--undated", help=_("also list work that has no date"))] = False,
    check: Annotated[bool, typer.Option("--check", help=_("exit code 1 when something is overdue"))] = False,
    today: Today = "",
    format: Annotated[
        str, typer.Option(metavar="table|plain|json", help=_("table in a terminal, plain lines in a pipe, JSON"))
    ] = "",
) -> None:
    from phoihop.output import agenda as printer
    from phoihop.views.agenda import agenda

    form = _choice(format or ("table" if sys.stdout.isatty() else "plain"), ("table", "plain", "json"), "--format")
    day = _day(today, "--today") if today else date.today()  # noqa: DTZ011 (an office's day is the local one)
    window = _window(day, week, month, quarter, (since, until), overdue, ahead)
    workspace = _load()
    view = agenda(
        workspace.book, workspace.calendar, _query(workspace, day, window, bool(since or until), office, plan, include_ended)
    )
    if form == "json":
        _echo_json(printer.as_json(view))
    elif form == "plain":
        typer.echo("\n".join(printer.plain(view, undated)))
    else:
        from phoihop.output.table import print_agenda

        print_agenda(view, undated)
    _warn_of_errors(workspace.files)
    if _complain_unreadable(workspace):
        raise typer.Exit(ENVIRONMENT)
    raise typer.Exit(FINDINGS if check and any(item.days_left < 0 for item in view.items) else CLEAN)


def _query(
    workspace: Workspace,
    day: date,
    window: tuple[date, date],
    exact: bool,
    office: str,
    plan: str,
    include_ended: bool,
) -> Query:
    from phoihop.text.nearest import nearest
    from phoihop.views.agenda import Query, offices_called

    book = workspace.book
    codes = frozenset(offices_called(book, office)) if office else frozenset()
    for option, value, known in (("--office", office and not codes, book.organisations), ("--plan", plan and plan not in book.plans, book.plans)):
        if value:
            wanted = office if option == "--office" else plan
            guess = nearest(wanted, known)
            raise UsageFault(
                _('{option}: "{value}" is not known here').format(option=option, value=wanted)
                + (_('; did you mean "{guess}"?').format(guess=guess) if guess else "")
            )
    return Query(day, *window, office=codes, plan=plan, with_overdue=not exact, include_ended=include_ended)


def _day(text: str, option: str) -> date:
    try:
        if "/" in text:
            day, month, year = text.split("/")
            return date(int(year), int(month), int(day))
        return date.fromisoformat(text)
    except ValueError:
        raise UsageFault(
            _('{option}: "{value}" is not a date such as 2026-11-21').format(option=option, value=text)
        ) from None


def _window(
    today: date,
    week: bool,
    month: bool,
    quarter: bool,
    exact: tuple[str, str],
    overdue: bool,
    ahead: int | None,
) -> tuple[date, date]:
    """The first and last day asked for; a window whose end comes before its beginning holds nothing."""
    if sum((week, month, quarter, any(exact), overdue, ahead is not None)) > 1:
        raise UsageFault(_("give one of --week, --month, --quarter, --from with --to, --overdue, --ahead"))
    if any(exact):
        if not all(exact):
            raise UsageFault(_("--from and --to go together"))
        since, until = _day(exact[0], "--from"), _day(exact[1], "--to")
        if until < since:
            raise UsageFault(_("--to is earlier than --from"))
        return since, until
    if overdue:
        return today, today - timedelta(days=1)
    if ahead is not None:
        if not 0 <= ahead <= 3660:
            raise UsageFault(_("--ahead takes 0 to 3660 days"))
        return today, today + timedelta(days=ahead)
    if month or quarter:
        first = today.month if month else 3 * ((today.month - 1) // 3) + 1
        last = first if month else first + 2
        after = date(today.year + last // 12, last % 12 + 1, 1)
        return date(today.year, first, 1), after - timedelta(days=1)
    monday = today - timedelta(days=today.weekday())
    return monday, monday + timedelta(days=6)


def _warn_of_errors(files: Iterable[BoundFile]) -> None:
    """What could not be read is not due: say so, rather than let a short list look like good news."""
    broken = [file.source.path for file in files if file.schema in ("", "ke-hoach/1") and file.plan is None]
    for path in broken:
        typer.echo(_("phoihop: {path} could not be read as a plan: run phoihop validate").format(path=path), err=True)


# --------------------------------------------------------------------------------------------------------- render


@app.command(help=_("Print a plan as a document: .docx, .html, .md."))
def render(
    plan: Annotated[str, typer.Argument(metavar="PLAN", help=_("a plan's file, or its id"))],
    template: Annotated[str, typer.Option("--as", metavar="TEMPLATE", help=_("the template; by default by kind"))] = "",
    to: Annotated[str, typer.Option(metavar="docx|html|md", help=_("the form, or several parted by commas"))] = "",
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE", help=_('where to write; by default build/PLAN.docx; "-" prints'))
    ] = "",
    force: Annotated[
        bool, typer.Option("--force", help=_("overwrite a file that phoihop did not make, or that was changed"))
    ] = False,
) -> None:
    from phoihop.printing import FORMS, print_plan

    forms = [_choice(form.strip(), FORMS, "--to") for form in (to or _form_of(output, FORMS)).split(",")]
    if output and len(forms) > 1:
        raise UsageFault(_("-o names one file; give one form, or leave it out"))
    path = Path(plan)
    by_path = path.suffix in (".yaml", ".yml", ".md") or path.exists()
    workspace = _load([path] if by_path else ())
    wanted = path.stem if by_path else plan
    _print_broken(workspace, wanted)
    for form in forms:
        data = print_plan(workspace, wanted, template, form)
        if output == "-":
            sys.stdout.buffer.write(data)
            continue
        target = Path(output) if output else workspace.root / "build" / f"{wanted}.{form}"
        _write(target, data, force, None if output else workspace.root)
        typer.echo(shown(target))


def _form_of(output: str, forms: tuple[str, ...]) -> str:
    ending = Path(output).suffix[1:].lower()
    return ending if ending in forms else forms[0]


def _print_broken(workspace: Workspace, wanted: str) -> None:
    """A plan that cannot be read ends the command with its findings; one with errors is printed with a warning."""
    from phoihop.text.nearest import nearest

    found = workspace.book.plans.get(wanted)
    if found is not None:
        return
    from phoihop.lint import Report
    from phoihop.output import findings

    broken = [file for file in workspace.files if Path(file.source.path).stem == wanted and file.findings]
    if broken or _complain_unreadable(workspace):
        report = Report(tuple(finding for file in broken for finding in file.findings))
        sources = {file.source.path: file.source for file in broken}
        typer.echo("\n".join(findings.plain(report, sources, len(broken), _style())), err=True)
        raise typer.Exit(FINDINGS if broken else ENVIRONMENT)
    guess = nearest(wanted, workspace.book.plans)
    raise UsageFault(
        _('there is no plan "{plan}" here').format(plan=wanted)
        + (_('; did you mean "{guess}"?').format(guess=guess) if guess else "")
    )


def _write(path: Path, data: bytes, force: bool, inside: Path | None) -> None:
    """Write a document; a file that phoihop did not make, or that was changed since, stays unless forced."""
    from phoihop.document.stamp import is_ours

    if inside is not None and not path.parent.resolve().is_relative_to(inside.resolve()):
        raise EnvironmentFault(_("{path}: the folder leads out of the workspace").format(path=shown(path)))
    if path.exists() and not force:
        try:
            ours = is_ours(path.read_bytes())
        except OSError as problem:
            raise EnvironmentFault(f"{shown(path)}: {problem.strerror}") from None
        if not ours:
            raise EnvironmentFault(
                _("{path} was not made by phoihop, or was changed since; --force overwrites it").format(path=shown(path))
            )
    write_atomically(path, data)


if __name__ == "__main__":
    main()
