"""`phoihop textconv`: what git compares instead of a file's own text."""

from pathlib import Path
from typing import Annotated

import typer

from phoihop.cli.common import echo
from phoihop.i18n import _
from phoihop.workspace import read_bytes


def textconv(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=_("the file, or the copy of it that git makes"))],
) -> None:
    from phoihop.text.check import decode
    from phoihop.views.facts import facts

    data = read_bytes(file, str(file))
    source, _findings = decode(str(file), data)
    lines = facts(source) if source is not None else None
    # A page of a folder may be no plan, and a file may be broken in this revision: git then shows what is there.
    echo(data if lines is None else "".join(line + "\n" for line in lines).encode())
