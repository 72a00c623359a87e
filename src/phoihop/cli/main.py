"""The program: its commands, and what becomes of faults."""

import os
import sys
from typing import Annotated

import typer

from phoihop import __version__
from phoihop.cli.calendar import calendar
from phoihop.cli.common import ENVIRONMENT, FINDINGS, USAGE
from phoihop.cli.due import due
from phoihop.cli.render import render
from phoihop.cli.rules import rules, schema
from phoihop.cli.validate import validate
from phoihop.cli.why import why
from phoihop.faults import EnvironmentFault, MistakeFault, UsageFault
from phoihop.i18n import _

app = typer.Typer(
    name="phoihop",
    help=_("Keep coordination plans between offices: check them, compute what is due, print them."),
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    add_completion=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(help=_("Find what is wrong in the plans, and say how to mend it."))(validate)
app.command(help=_("List what is due (this week, unless told otherwise)."))(due)
app.command(help=_("Explain a due day: the phrase, each step, the law it stands on."))(why)
app.add_typer(calendar, name="calendar", help=_("Show days off and worked days; count days."))
app.command(help=_("Print a plan as a document: .docx, .html, .md."))(render)
app.command(help=_("List the rules, or print one rule's manual page."))(rules)
app.command(help=_("Print the JSON Schema of a kind of file, for editors."))(schema)


def main() -> None:
    """Run the command line: faults become one line on standard error and an exit code, never a traceback."""
    # A program started without an output (`>&-`, a window without a console) has None there.
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: SIM115 (as long as the program)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a pipe gets UTF-8 whatever the locale; a console what it can show
            stream.reconfigure(errors="replace", **({} if stream.isatty() else {"encoding": "utf-8"}))
    try:
        app()
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


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help=_("print the version and stop"))
    ] = False,
) -> None:
    pass
