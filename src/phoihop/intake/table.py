"""A table as CSV that somebody sent: in the encodings and with the separators that spreadsheets write."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.intake.lines import Cell, Line, SheetFault, limited, lines_below_heads, no_heads
from phoihop.text.formula import restored

_SEPARATORS = ",;\t"


def read_table(data: bytes) -> list[Line]:
    """The lines of a reply sheet that was saved as CSV. Raises SheetFault for what is none."""
    text = _decoded(data)
    lines = text.splitlines()[:30]
    head = max(lines, key=lambda line: max(line.count(one) for one in _SEPARATORS), default="")
    separator = max(_SEPARATORS, key=head.count)
    try:
        found = lines_below_heads(_rows(text, separator))
        if found is None:
            raise no_heads()
        return limited(found)
    except csv.Error as problem:
        raise SheetFault(_("it is no table that can be read: {problem}").format(problem=problem)) from None


def _decoded(data: bytes) -> str:
    """The text; Excel writes UTF-8 with a mark, or as "Unicode text" UTF-16 with one."""
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise SheetFault(_('it is not UTF-8; save it as "CSV UTF-8", or as .xlsx')) from None


def _rows(text: str, separator: str) -> Iterator[tuple[str, list[Cell]]]:
    """The rows; a cell is named as a spreadsheet names it."""
    for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), 1):
        cells = [Cell(restored(text), f"{_letters(index)}{number}") for index, text in enumerate(row)]
        yield _("row {n}").format(n=number), cells


def _letters(index: int) -> str:
    """The name of a column: A to Z, then AA."""
    above, last = divmod(index, 26)
    return (_letters(above - 1) if above else "") + chr(ord("A") + last)
