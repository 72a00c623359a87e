"""The program: its commands, and what becomes of faults."""

import os
import sys
from collections.abc import Iterable
from importlib import import_module
from typing import Annotated

import typer

from phoihop import __version__
from phoihop.cli.common import ENVIRONMENT, FINDINGS, USAGE
from phoihop.faults import EnvironmentFault, MistakeFault, UsageFault
from phoihop.i18n import _

COMMANDS = {
    "validate": ("validate", _("Find what is wrong in the plans, and say how to mend it.")),
    "due": ("due", _("List what is due (this week, unless told otherwise).")),
    "status": ("status", _("Show what is done, late and owed in a period, for a leader to read.")),
    "why": ("why", _("Explain a due day: the phrase, each step, the law it stands on.")),
    "record": ("record", _("Record what was done, put off or suspended, in the plan's own file.")),
    "agree": ("agree", _("Record that an office agrees to a text; a later edit waits for it again.")),
    "trace": ("trace", _("Show which task carries out which duty of the parent plan, and which none does.")),
    "diff": ("diff", _("Show what changed between two states of the plans, and which due days that moves.")),
    "log": ("log", _("Tell a task's history, newest first: who changed its deadline, lead and results, and when.")),
    "textconv": ("textconv", _("Print a file as lines that git can compare (see docs/git.md).")),
    "merge": ("merge", _("Merge two edits of a file for git, by what they mean (see docs/git.md).")),
    "calendar": ("calendar", _("Show days off and worked days; count days.")),
    "render": ("render", _("Print a plan, or a paper about it: .docx, .pdf, .html, .md.")),
    "templates": ("templates", _("List the templates; copy one into the workspace to change it.")),
    "check": ("check", _("Measure Word documents against the rules of form.")),
    "export": ("export", _("Export due days as a calendar, or as a sheet that an office fills and sends back.")),
    "rules": ("rules", _("List the rules, or print one rule's manual page.")),
    "schema": ("rules", _("Print the JSON Schema of a kind of file, for editors.")),
}
"""Each command: the module of `cli/` that holds it under its own name, and what it does."""


def application(names: Iterable[str]) -> typer.Typer:
    """The command line with these commands; the modules of the others are not even imported."""
    app = typer.Typer(
        name="phoihop",
        help=_("Keep coordination plans between offices: check them, compute what is due, print them."),
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_options)
    for name in names:
        module, summary = COMMANDS[name]
        command = getattr(import_module(f"phoihop.cli.{module}"), name)
        if isinstance(command, typer.Typer):
            app.add_typer(command, name=name, help=summary)
        else:
            app.command(name, help=summary)(command)
    return app


def main() -> None:
    """Run the command line: faults become one line on standard error and an exit code, never a traceback."""
    # A program started without an output (`>&-`, a window without a console) has None there.
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 (as long as the program)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a pipe gets UTF-8 whatever the locale; a console what it can show
            stream.reconfigure(errors="replace", **({} if stream.isatty() else {"encoding": "utf-8"}))
    # A command pays for itself alone; help, and a word that is no command, need them all.
    wanted = sys.argv[1] if len(sys.argv) > 1 else ""
    try:
        application([wanted] if wanted in COMMANDS else [] if wanted == "--version" else COMMANDS)()
    except MistakeFault as fault:
        _fail(str(fault), FINDINGS)
    except UsageFault as fault:
        _fail(str(fault), USAGE)
    except EnvironmentFault as fault:
        _fail(str(fault), ENVIRONMENT)


def _fail(message: str, code: int) -> None:
    typer.echo(f"phoihop: {message}", err=True)
    sys.exit(code)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"phoihop {__version__}")
        raise typer.Exit


def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=_("print the version and stop"))
    ] = False,
) -> None:
    pass
