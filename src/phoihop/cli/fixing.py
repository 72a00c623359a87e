"""`phoihop validate --fix`: findings mended by splices; what no fix names does not change by a byte."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

import typer

from phoihop.cli.common import echo, load_workspace
from phoihop.cli.reporting import report_on
from phoihop.faults import EnvironmentFault, reason
from phoihop.i18n import _, ngettext
from phoihop.text.diagnostic import Diagnostic, Severity
from phoihop.workspace import Workspace, write_atomically

Names = tuple[list[str], list[str]]
"""The rules and families selected, and those ignored."""

_ROUNDS = 8
"""A fix may uncover another one, or touch the same words; more rounds than this would be a circle."""


def mend(paths: Iterable[Path], day: date, names: Names, *, write: bool, unsafe: bool) -> None:
    """Mend the selected files, or show what would change; say how many findings were mended."""
    workspace = load_workspace(paths)
    fixable = {one.place.path for one in _report(workspace, day, names) if one.fix and (one.fix.safe or unsafe)}
    for name in sorted(fixable):
        path = workspace.here / name
        before = _bytes(path, name)
        after, count = mended(workspace, name, before, day, names, unsafe=unsafe)
        if after == before:
            continue
        if not write:
            echo(_difference(name, before, after))
            continue
        if _bytes(path, name) != before:
            raise EnvironmentFault(_("{path} was changed meanwhile; run the command again").format(path=name))
        write_atomically(path, after)
        message = ngettext("{path}: {n} finding mended", "{path}: {n} findings mended", count)
        typer.echo(message.format(path=name, n=count), err=True)


def mended(workspace: Workspace, name: str, data: bytes, day: date, names: Names, *, unsafe: bool) -> tuple[bytes, int]:
    """A file's bytes with its fixes made, and how many; as they were when that would make more errors than it mends."""
    from phoihop.text.splice import changes, spliced

    now, total, errors = data, 0, -1
    for _round in range(_ROUNDS):
        found = _report(_with(workspace, name, now), day, names)
        worse = sum(one.severity is Severity.ERROR for one in found)
        if errors >= 0 and worse > errors:
            return data, 0
        errors = worse
        fixes = [one.fix for one in found if one.fix is not None and (one.fix.safe or unsafe)]
        text = now.decode("utf-8")  # what is not UTF-8 has one finding, and that has no fix
        bare = text.removeprefix("\ufeff")
        mark = "" if any(not fix.edits for fix in fixes) else text[: len(text) - len(bare)]
        wanted, fitting = changes(bare, fixes)
        after = (mark + spliced(bare, wanted)).encode()
        if after == now:
            break
        now, total = after, total + fitting
    return now, total


def _with(workspace: Workspace, name: str, data: bytes) -> Workspace:
    """The workspace in which a file says something else; that file is what is selected."""
    from phoihop.bind.file import bind_bytes

    bound = bind_bytes(name, data)
    files = [bound if file.source.path == name else file for file in workspace.files]
    return Workspace(workspace.root, workspace.here, files, [bound], [])


def _report(workspace: Workspace, day: date, names: Names) -> Sequence[Diagnostic]:
    return report_on(workspace, day, *names).diagnostics


def _bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise EnvironmentFault(f"{name}: {reason(problem)}") from None


def _difference(name: str, before: bytes, after: bytes) -> str:
    from difflib import unified_diff

    old, new = (text.decode("utf-8", "replace").splitlines(keepends=True) for text in (before, after))
    lines = "".join(unified_diff(old, new, f"a/{name}", f"b/{name}"))
    shown = "".join(c if c.isprintable() or c in "\n\t" else "\N{REPLACEMENT CHARACTER}" for c in lines)
    return shown if sys.stdout.isatty() else lines.rstrip("\n")
