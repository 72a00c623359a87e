"""Writing what a command makes: never over a file that phoihop did not make, or that somebody changed since."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from phoihop.cli.common import echo
from phoihop.faults import EnvironmentFault, UsageFault, reason, shown
from phoihop.i18n import _
from phoihop.workspace import write_atomically

MAX_DOCUMENT = 64 * 1024 * 1024
"""The largest file that is looked into before it is overwritten."""


def form_of(output: str, forms: tuple[str, ...]) -> str:
    """The form that a file's ending asks for; the first where nothing is said."""
    ending = Path(output).suffix[1:].lower()
    if output in ("", "-") or ending in forms:
        return ending if ending in forms else forms[0]
    raise UsageFault(
        _('-o: the ending of "{file}" is none of {forms}').format(file=output, forms=", ".join(f".{f}" for f in forms))
    )


def need_ending(output: str, form: str, forms: tuple[str, ...]) -> None:
    """Refuse a file whose ending says another form than the one that was named."""
    if output not in ("", "-") and form != form_of(output, forms):
        message = _('-o: the ending of "{file}" is not that of --to {form}')
        raise UsageFault(message.format(file=output, form=form))


def deliver(data: bytes, output: str, root: Path, name: str, force: bool) -> None:
    """Print what was made where `-` asks for it; else write it to `output`, by default to that name in the workspace's
    build/, and tell where."""
    if output == "-":
        echo(data)
        return
    target = Path(output) if output else root / "build" / name
    write_document(target, data, force, None if output else root)
    echo(shown(target))


def write_document(path: Path, data: bytes, force: bool, inside: Path | None) -> None:
    """Write a document; a file that phoihop did not make, or that was changed since, stays unless forced."""
    if inside is not None:
        _stay(path, inside)
    if os.path.lexists(path) and not force and not _is_ours(path):
        raise EnvironmentFault(
            _("{path} was not made by phoihop, or was changed since; --force overwrites it").format(path=shown(path))
        )
    write_atomically(path, data)


def write_new(path: Path, data: bytes, inside: Path) -> None:
    """Write a file that must not be there yet."""
    _stay(path, inside)
    if os.path.lexists(path):
        message = _("{path} is there already, and stays as it is: move it away to have it anew")
        raise EnvironmentFault(message.format(path=shown(path)))
    write_atomically(path, data)


def _stay(path: Path, inside: Path) -> None:
    if not path.parent.resolve().is_relative_to(inside.resolve()):
        raise EnvironmentFault(_("{path}: the folder leads out of the workspace").format(path=shown(path)))


def _is_ours(path: Path) -> bool:
    """Whether the file is a document that phoihop wrote; a link, a device or a huge file is not looked into."""
    from phoihop.document.stamp import is_ours

    try:
        about = os.lstat(path)
        return stat.S_ISREG(about.st_mode) and about.st_size <= MAX_DOCUMENT and is_ours(path.read_bytes())
    except OSError as problem:
        raise EnvironmentFault(f"{shown(path)}: {reason(problem)}") from None
