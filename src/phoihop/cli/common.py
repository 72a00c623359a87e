"""What the commands share: loading, complaining, options that several have."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from unicodedata import normalize

import typer

from phoihop import i18n
from phoihop.dates.statutory import FIRST_YEAR, LAST_YEAR
from phoihop.faults import EnvironmentFault, UsageFault, reason, unknown
from phoihop.i18n import _
from phoihop.resources import load_catalogue
from phoihop.text.diagnostic import Severity
from phoihop.workspace import load

if TYPE_CHECKING:
    from collections.abc import Callable

    from phoihop.bind.file import BoundFile
    from phoihop.dates.window import Window
    from phoihop.model import Book, Duty, Plan
    from phoihop.workspace import Workspace

CLEAN, FINDINGS, USAGE, ENVIRONMENT = 0, 1, 2, 3
"""Exit codes: clean; findings (with `due --check`: something overdue); wrong usage; the environment."""


def speak(setting: str = "") -> None:
    """Choose the language of messages; `setting` is the workspace's wish."""
    language = i18n.choose(os.environ, setting)
    if language != i18n.language() or not setting:
        i18n.use(language, load_catalogue(language))


speak()  # help texts are looked up when the commands are declared

Paths = Annotated[list[Path] | None, typer.Argument(help=_("files or folders; without any, the whole workspace"))]
OneOffice = Annotated[str, typer.Option(metavar="CODE", help=_("only what this office leads or is a partner of"))]
OnePlan = Annotated[str, typer.Option(metavar="ID", help=_("only this plan"))]
Force = Annotated[
    bool, typer.Option("--force", help=_("overwrite a file that phoihop did not make, or that was changed"))
]
Today = Annotated[str, typer.Option(metavar="DATE", help=_("the day to call today, as in 2026-11-21"))]


def load_workspace(paths: Iterable[Path] = (), *, typed: tuple[Path, bytes] | None = None) -> Workspace:
    """Read the workspace, and speak as its settings say."""
    workspace = load(paths, typed=typed)
    if workspace.settings and workspace.settings.language:
        speak(workspace.settings.language)
    return workspace


def terminal_width() -> int:
    """How wide the terminal is; 0 for a pipe, where nothing is wrapped."""
    return os.get_terminal_size().columns if sys.stdout.isatty() else 0


def complain_unreadable(workspace: Workspace) -> bool:
    """Say which files could not be read; whether there are any."""
    for file in workspace.unreadable:
        typer.echo(_("phoihop: cannot read {path}: {reason}").format(path=file.path, reason=file.reason), err=True)
    return bool(workspace.unreadable)


def echo(text: str | bytes) -> None:
    """Print to standard output. A reader that has had enough (`head`) is no fault; a full disk is."""
    try:
        if isinstance(text, bytes):
            sys.stdout.buffer.write(text)
        else:
            sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except OSError as problem:
        # What is left in the buffer must not fail once more when the program ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(problem, BrokenPipeError):
            raise SystemExit(CLEAN) from None
        raise EnvironmentFault(_("standard output: {reason}").format(reason=reason(problem))) from None


def json_text(value: Any) -> str:
    """A JSON form as text."""
    import json

    return json.dumps(value, ensure_ascii=False, indent=2)


def echo_json(value: Any) -> None:
    """Print a JSON form."""
    echo(json_text(value))


def warn_of_repeated(book: Book) -> None:
    """Say which plans and offices are there twice."""
    for again in book.repeated:
        message = _("phoihop: {id} is there twice; only the first counts: run phoihop validate")
        typer.echo(message.format(id=getattr(again, "id", "") or getattr(again, "code", "")), err=True)


def warn_of_mistakes(files: Iterable[BoundFile]) -> bool:
    """Say which files have something that could not be read, and is neither due nor printed; whether any has.

    A short list must not look like good news.
    """
    found = False
    for file in files:
        unread = any(finding.severity is Severity.ERROR for finding in file.findings)
        duties = file.plan.duties() if file.plan and not unread else ()
        if unread or any(duty.deadline and not duty.deadline.reading.readable for duty in duties):
            found = True
            message = _(
                "phoihop: {path} has mistakes, and what could not be read is missing here: run phoihop validate"
            )
            typer.echo(message.format(path=file.source.path), err=True)
    return found


def choice(value: str, allowed: tuple[str, ...], option: str) -> str:
    """The value, or wrong usage when it is none of those allowed."""
    if value not in allowed:
        raise UsageFault(
            _('{option}: "{value}" is not one of {allowed}').format(
                option=option, value=value, allowed=", ".join(allowed)
            )
        )
    return value


def day_given(text: str, option: str) -> date:
    """The date in an option's value: 2026-11-21 or 21/11/2026."""
    try:
        if "/" in text:
            day, month, year = text.split("/")
            found = date(int(year), int(month), int(day))
        else:
            year, month, day = text.split("-")
            found = date(int(year), int(month), int(day))
    except ValueError:
        raise UsageFault(
            _('{option}: "{value}" is not a date such as 2026-11-21').format(option=option, value=text)
        ) from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise UsageFault(
            _("{option}: the calendar knows the years {first} to {last}").format(
                option=option, first=FIRST_YEAR, last=LAST_YEAR
            )
        )
    return found


def offices_given(book: Book, name: str, option: str = "--office") -> frozenset[str]:
    """The codes that an option means by an office's name; none without one."""
    from phoihop.views.agenda import offices_called

    codes = frozenset(offices_called(book, name)) if name else frozenset()
    if name and not codes:
        message = _('{option}: there is no office "{name}" here').format(option=option, name=name)
        raise unknown(message, name, book.organisations)
    return codes


def plan_given(book: Book, name: str) -> str:
    """The id of the plan that --plan names; "" without it."""
    name = normalize("NFC", name)
    if name in book.unread:
        raise UsageFault(_('--plan: "{name}" could not be read: run phoihop validate').format(name=name))
    if name and name not in book.plans:
        raise unknown(_('--plan: there is no plan "{name}" here').format(name=name), name, book.plans)
    return name


def duty_given(book: Book, name: str) -> tuple[Plan, Duty]:
    """The task or review of that name: with its plan's id, or alone where no two plans have it."""
    every = {f"{plan.id}/{duty.id}": (plan, duty) for plan in book.plans.values() for duty in plan.duties()}
    if name in every:
        return every[name]
    same = [full for full in every if full.rpartition("/")[2] == name]
    if len(same) == 1:
        return every[same[0]]
    if same:
        raise UsageFault(_('"{name}" is in several plans: {names}').format(name=name, names=", ".join(same)))
    if book.unread:
        message = _('there is no task or review "{name}" in what could be read; run phoihop validate for {plans}')
        raise UsageFault(message.format(name=name, plans=", ".join(sorted(book.unread))))
    raise unknown(_('there is no task or review "{name}" here').format(name=name), name, every)


def today_given(text: str) -> date:
    """The day to call today: what --today says, else the local day, for an office's day is the local one."""
    return day_given(text, "--today") if text else date.today()  # noqa: DTZ011


def window_given(text: str, today: date) -> Window | None:
    """The period that --period says; None without it."""
    from phoihop.dates.window import EXAMPLES, read_window

    found = read_window(text, today) if text else None
    if text and found is None:
        message = _('--period: "{value}" is no period; write it as one of: {forms}')
        raise UsageFault(message.format(value=text, forms="; ".join(EXAMPLES)))
    return found


def style() -> Callable[[str, str], str]:
    """How to colour findings: not at all in a pipe, or where NO_COLOR is set (https://no-color.org)."""
    if not sys.stdout.isatty() or os.environ.get("NO_COLOR"):
        return lambda text, _part: text
    colours = {"error": "red", "warning": "yellow", "hint": "cyan", "place": "bright_blue"}
    return lambda text, part: typer.style(text, fg=colours.get(part), bold=part != "place")
