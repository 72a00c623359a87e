"""Lines wrapped for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator


def wrapped(lines: Iterable[str], width: int) -> Iterator[str]:
    """Lines no longer than a width, if one is given; what goes on is indented below what it belongs to."""
    for line in lines:
        if width and len(line) > width:
            indent = " " * (len(line) - len(line.lstrip()) + 2)
            yield from textwrap.wrap(line, width, subsequent_indent=indent, break_on_hyphens=False) or [""]
        else:
            yield line
