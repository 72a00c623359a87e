"""`phoihop check`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from phoihop.cli.common import CLEAN, ENVIRONMENT, FINDINGS, choice, day_given, echo, echo_json, style
from phoihop.faults import reason, shown
from phoihop.i18n import _

if TYPE_CHECKING:
    from datetime import date

    from phoihop.inspection.finding import Inspection


def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help=_("Word documents (.docx)"))],
    regime: Annotated[
        str, typer.Option(metavar="nha-nuoc|dang", help=_("whose rules; by default told from the document's head"))
    ] = "",
    form: Annotated[str, typer.Option("--format", metavar="plain|table|json")] = "plain",
    day: Annotated[
        str,
        typer.Option("--date", metavar="DATE", help=_("the day of issue; by default the one that the document bears")),
    ] = "",
) -> None:
    choice(form, ("plain", "table", "json"), "--format")
    if regime:
        choice(regime, ("nha-nuoc", "dang"), "--regime")
    issued = day_given(day, "--date") if day else None
    found: dict[str, Inspection] = {}
    unreadable: dict[str, str] = {}
    for path in dict.fromkeys(files):
        result = _inspected(path, regime, issued)
        if isinstance(result, str):
            unreadable[shown(path)] = result
        else:
            found[shown(path)] = result
    _print(found, unreadable, form)
    for name, why in unreadable.items():
        typer.echo(_("phoihop: cannot read {path}: {reason}").format(path=name, reason=why), err=True)
    clean = all(inspection.clean for inspection in found.values())
    raise typer.Exit(ENVIRONMENT if unreadable else CLEAN if clean else FINDINGS)


def _inspected(path: Path, regime: str, issued: "date | None") -> "Inspection | str":
    """The inspection of a file, or why it cannot be read."""
    from phoihop.inspection.inspect import inspect
    from phoihop.inspection.package import MAX_FILE, UnreadableDocument

    try:
        if path.is_dir():
            return _("it is a folder, not a file")
        if path.exists() and not path.is_file():
            return _("it is not a file")
        with path.open("rb") as stream:
            data = stream.read(MAX_FILE + 1)
        return inspect(data, regime, issued)
    except OSError as problem:
        return reason(problem)
    except UnreadableDocument as problem:
        return str(problem)


def _print(found: "dict[str, Inspection]", unreadable: dict[str, str], form: str) -> None:
    from phoihop.output import inspection as printer

    if form == "json":
        echo_json(printer.as_json(found, unreadable))
    elif found and form == "table":
        from phoihop.output.inspection_table import tables

        echo(tables(found))
    elif found:
        echo("\n".join(printer.lines(found, style())))
