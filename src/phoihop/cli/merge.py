"""`phoihop merge`: the merge driver that git calls."""

from pathlib import Path
from typing import Annotated

import typer

from phoihop.cli.common import CLEAN, FINDINGS
from phoihop.i18n import _
from phoihop.workspace import read_bytes, write_atomically


def merge(
    base: Annotated[Path, typer.Argument(metavar="%O", help=_("the file from which both edits come"))],
    ours: Annotated[Path, typer.Argument(metavar="%A", help=_("our edit; the result is written here"))],
    theirs: Annotated[Path, typer.Argument(metavar="%B", help=_("their edit"))],
    path: Annotated[str, typer.Argument(metavar="%P", help=_("the file's path in the repository"))],
    marker_size: Annotated[int, typer.Option(metavar="%L", help=_("how long the markers of a conflict are"))] = 7,
) -> None:
    from phoihop.git import merged_lines
    from phoihop.merging import Versions, merged

    names = ("ours", "base", "theirs")
    data = [read_bytes(one, str(one)) for one in (base, ours, theirs)]
    texts = [_text(one) for one in data]
    size = max(marker_size, 1)
    if any(text is None for text in texts):
        result, conflict = merged_lines((data[1], data[0], data[2]), names, size)
        by_lines = True
    else:

        def lines(some: Versions) -> tuple[str, bool]:
            of_lines, conflict = merged_lines(
                tuple(one.encode() for one in (some.ours, some.base, some.theirs)), names, size
            )
            return of_lines.decode(), conflict

        found = merged(path, Versions(*(text or "" for text in texts)), lines, size)
        result, conflict, by_lines = found.text.encode(), found.conflict, found.by_lines
    write_atomically(ours.resolve(), result)
    if conflict and by_lines:
        message = _("phoihop: {path} was merged line by line; look at what both sides changed")
        typer.echo(message.format(path=path), err=True)
    raise typer.Exit(FINDINGS if conflict else CLEAN)


def _text(data: bytes) -> str | None:
    """A file's text; None where it is none that is read as a plan."""
    from phoihop.text.check import decode

    source, _findings = decode("", data)
    return data.decode() if source is not None else None
