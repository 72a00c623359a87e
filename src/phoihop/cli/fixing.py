"""`phoihop validate --fix`: findings mended by splices; what no fix names does not change by a byte."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import typer

from phoihop.cli.common import CLEAN, ENVIRONMENT, FINDINGS, complain_unreadable, echo, load_workspace
from phoihop.cli.reporting import report_on
from phoihop.i18n import ngettext
from phoihop.text.diagnostic import Diagnostic, Fix, Severity
from phoihop.workspace import Workspace, read_bytes, replace

Names = tuple[list[str], list[str]]
"""The rules and families selected, and those ignored."""

_ROUNDS = 8
"""A fix may uncover another one, or touch the same words; more rounds than this would be a circle."""


class Mending(NamedTuple):
    """What the fixes make of one file, and how many were made."""

    name: str
    before: bytes
    after: bytes
    made: int


def mend(paths: Iterable[Path], day: date, names: Names, *, unsafe: bool) -> None:
    """Mend the selected files; say how many findings were mended."""
    workspace = load_workspace(paths)
    for name, before, after, count in _mendings(workspace, day, names, unsafe=unsafe):
        replace(workspace.here, name, before, after)
        message = ngettext("{path}: {n} finding mended", "{path}: {n} findings mended", count)
        typer.echo(message.format(path=name, n=count), err=True)


def show(paths: Iterable[Path], day: date, names: Names, *, unsafe: bool) -> int:
    """Print what would change, as a patch; the exit code, by which a pipeline knows whether anything would."""
    workspace = load_workspace(paths)
    differs = False
    for mending in _mendings(workspace, day, names, unsafe=unsafe):
        differs = True
        echo(_difference(mending.name, mending.before, mending.after))
    if complain_unreadable(workspace):
        return ENVIRONMENT
    return FINDINGS if differs else CLEAN


def _mendings(workspace: Workspace, day: date, names: Names, *, unsafe: bool) -> Iterator[Mending]:
    """The selected files that fixes change, one after the other."""
    fixable = {one.place.path for one in _report(workspace, day, names) if one.fix and (one.fix.safe or unsafe)}
    for name in sorted(fixable):
        before = read_bytes(workspace.here / name, name)
        after, count = mended(workspace, name, before, day, names, unsafe=unsafe)
        if after != before:
            yield Mending(name, before, after, count)


def mended(workspace: Workspace, name: str, data: bytes, day: date, names: Names, *, unsafe: bool) -> tuple[bytes, int]:
    """A file's bytes with its fixes made, and how many; without those that would make an error of another kind."""
    now, total = data, 0
    for _round in range(_ROUNDS):
        found = _report(_with(workspace, name, now), day, names)
        fixes = [one.fix for one in found if one.fix is not None and (one.fix.safe or unsafe)]
        after, fitting = _made(now, _harmless(workspace, name, now, day, fixes))
        if after == now:
            break
        now, total = after, total + fitting
    return now, total


def _harmless(workspace: Workspace, name: str, data: bytes, day: date, fixes: list[Fix]) -> list[Fix]:
    """Those of the fixes that together leave no rule with more errors than it has: all of them, most often.

    What makes one is looked for by halves, for each try is a run of every rule; it is hardly ever a safe one. That a
    rule is not selected here does not allow a fix to break it.
    """
    kept: list[Fix] = []
    kinds = ([fix for fix in fixes if fix.safe is safe] for safe in (False, True))
    waiting = [some for some in kinds if some]
    errors = _errors(workspace, name, data, day) if fixes else Counter()
    while waiting:
        part = waiting.pop()
        after, _count = _made(data, [*kept, *part])
        if after == data or _errors(workspace, name, after, day) <= errors:
            kept += part
        elif len(part) > 1:
            half = len(part) // 2
            waiting += [part[half:], part[:half]]
    return kept


def _errors(workspace: Workspace, name: str, data: bytes, day: date) -> Counter[str]:
    """How many errors each rule finds when the file says this."""
    found = _report(_with(workspace, name, data), day, ([], []))
    return Counter(one.rule for one in found if one.severity is Severity.ERROR)


def _made(data: bytes, fixes: list[Fix]) -> tuple[bytes, int]:
    """A file's bytes with those fixes made that fit, and how many did."""
    from phoihop.text.splice import changes, spliced

    if not fixes:
        return data, 0
    text = data.decode("utf-8")  # what is not UTF-8 has one finding, and that has no fix
    bare = text.removeprefix("\ufeff")
    mark = "" if any(not fix.edits for fix in fixes) else text[: len(text) - len(bare)]
    wanted, fitting = changes(bare, fixes)
    return (mark + spliced(bare, wanted)).encode(), fitting


def _with(workspace: Workspace, name: str, data: bytes) -> Workspace:
    """The workspace in which a file says something else; that file is what is selected."""
    from phoihop.bind.file import bind_bytes

    bound = bind_bytes(name, data)
    files = [bound if file.source.path == name else file for file in workspace.files]
    return Workspace(workspace.root, workspace.here, files, [bound], [])


def _report(workspace: Workspace, day: date, names: Names) -> Sequence[Diagnostic]:
    return report_on(workspace, day, *names).diagnostics


def _difference(name: str, before: bytes, after: bytes) -> str:
    """The patch, as git and patch take it."""
    from difflib import unified_diff

    # A line ends where those programs end it, not at each character that Python takes for a line's end.
    old, new = (re.findall(r"[^\n]*\n|[^\n]+", text.decode("utf-8", "replace")) for text in (before, after))
    end = "\t" if " " in name else ""  # without it, patch ends the name at its first space
    lines = "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in unified_diff(old, new, f"a/{name}{end}", f"b/{name}{end}")
    )
    shown = "".join(c if c.isprintable() or c in "\n\t" else "\N{REPLACEMENT CHARACTER}" for c in lines)
    return (shown if sys.stdout.isatty() else lines).removesuffix("\n")
