"""Tables as CSV that a spreadsheet opens as they are, and runs nothing of."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from phoihop.output.status import Cell
from phoihop.text.formula import harmless
from phoihop.views.counts import Share


def text(cell: Cell) -> str:
    """A cell in print: a percentage with its sign."""
    return cell.text if isinstance(cell, Share) else str(cell)


def table_csv(rows: Iterable[Iterable[Cell]]) -> bytes:
    """Rows as CSV (RFC 4180), in UTF-8 with a byte order mark: without it Excel takes it for ANSI.

    A text that a spreadsheet would take for a formula begins with an apostrophe.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    for row in rows:
        writer.writerow([harmless(cell) if isinstance(cell, str) else text(cell) for cell in row])
    return out.getvalue().encode("utf-8-sig")
