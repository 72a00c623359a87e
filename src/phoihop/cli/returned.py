"""`phoihop record --from`: what an office filled into its reply sheet, recorded in the plans."""

from __future__ import annotations

import stat
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from phoihop.cli.common import FINDINGS, echo
from phoihop.cli.planfile import encoded, file_of
from phoihop.faults import EnvironmentFault, MistakeFault, UsageFault, reason, shown
from phoihop.i18n import _

if TYPE_CHECKING:
    from phoihop.intake.judge import Judged
    from phoihop.intake.lines import Line
    from phoihop.workspace import Workspace

_MAX_BYTES = 16 * 1024 * 1024
_LONGEST_NAME = 100  # of the file, as a result's note names it
_READERS = (".xlsx", ".csv")


def take(workspace: Workspace, path: Path, today: date, by: str, yes: bool, dry_run: bool, skip_errors: bool) -> None:
    """Show what a returned sheet changes, and record it where that is wanted.

    Nothing is written if one row is refused, unless errors are skipped: an office that mends its sheet sends the whole
    of it again, and half a sheet would be taken for the whole.
    """
    from phoihop.intake.judge import Outcome, judge
    from phoihop.output import returned as printer

    interactive = sys.stdin.isatty() and sys.stdout.isatty()
    if not (yes or dry_run or interactive):
        raise UsageFault(_("--from shows what it would record with --dry-run, and records it with --yes"))
    name = path.name[-_LONGEST_NAME:]
    judged = judge(_lines(path), workspace.book, workspace.calendar, today, name, by)
    new = [one for one in judged if one.outcome is Outcome.NEW]
    if new:
        echo(printer.table(judged) if sys.stdout.isatty() else "\n".join(printer.plain(judged)))
    for line in printer.problems(judged):
        typer.echo(f"phoihop: {line}", err=True)
    refused = any(one.outcome is Outcome.REFUSED for one in judged)
    held = refused and not skip_errors
    wanted = bool(new) and not dry_run and not held and (yes or typer.confirm(_("Record these results?")))
    if wanted:
        _record(workspace, new)
    echo(printer.summary(judged, wanted, dry_run))
    if new and held and not dry_run:
        typer.echo(
            "phoihop: " + _("nothing is recorded while a row is refused; --skip-errors records the rest"), err=True
        )
    if refused or any(one.outcome is Outcome.LEFT for one in judged):
        raise typer.Exit(FINDINGS)


def _lines(path: Path) -> list[Line]:
    """The lines of a sheet; a file that is none is a mistake of whoever sent it."""
    from phoihop.intake.lines import SheetFault
    from phoihop.intake.table import read_table
    from phoihop.intake.workbook import read_workbook

    ending = path.suffix.lower()
    if ending not in _READERS:
        raise UsageFault(_("--from: {path} is neither .xlsx nor .csv; save it as .xlsx").format(path=shown(path)))
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise UsageFault(_("--from: {path} is not a file").format(path=shown(path)))
        if about.st_size > _MAX_BYTES:
            limit = _("{path}: it is larger than {limit} MiB, and so no reply sheet")
            raise MistakeFault(limit.format(path=shown(path), limit=_MAX_BYTES >> 20))
        data = path.read_bytes()
    except OSError as problem:
        raise EnvironmentFault(f"{shown(path)}: {reason(problem)}") from None
    try:
        return read_workbook(data) if ending == ".xlsx" else read_table(data)
    except SheetFault as fault:
        raise MistakeFault(f"{shown(path)}: {fault}") from None


def _record(workspace: Workspace, new: list[Judged]) -> None:
    """Record the results: of all plans or, where one of them cannot be written, of none."""
    from phoihop.model import Completion, Duty
    from phoihop.recording import with_results
    from phoihop.workspace import replace

    found: dict[str, list[tuple[Duty, Completion]]] = {}
    for one in new:
        assert one.plan is not None
        assert one.state is not None
        assert one.result is not None
        found.setdefault(one.plan.id, []).append((one.state.duty, one.result))
    texts = []
    for plan, results in found.items():
        file = file_of(workspace, workspace.book.plans[plan])
        texts.append((file.source.path, *encoded(file, with_results(file, results), _("the result"))))
    for path, before, after in texts:
        replace(workspace.here, path, before, after)
