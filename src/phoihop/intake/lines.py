"""The lines of a reply sheet, whatever the file was: cells by the heads of their columns, and where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias
from unicodedata import normalize

from phoihop.i18n import _
from phoihop.views.reply import FILLED, IDENTITY

MAX_LINES = 20_000
"""Lines with anything in them: far above any office's, and read within some seconds."""

_HEADS = {normalize("NFC", head).casefold(): head for head in (*FILLED, *IDENTITY)}
_HEAD_WITHIN = 30  # rows at the top, in which the heads stand

Value: TypeAlias = date | str | int | float | None
"""What a cell holds; a day with a time is a day."""


class SheetFault(Exception):
    """A file that is no reply sheet, or that is not opened: why, and what to do."""


class Cell(NamedTuple):
    """One cell: what it holds, and where it stands ("SYT!I5"). `odd` tells why it cannot be taken, if it cannot."""

    value: Value = None
    at: str = ""
    odd: str = ""

    @property
    def filled(self) -> bool:
        """Whether there is anything in it."""
        return self.value not in (None, "") or bool(self.odd)


class Line(NamedTuple):
    """One row below the heads: its cells by their heads, those of FILLED and IDENTITY alone."""

    cells: dict[str, Cell]
    at: str

    def cell(self, head: str) -> Cell:
        """The cell under a head; an empty one where the row ends before it."""
        return self.cells.get(head, Cell(at=self.at))

    @property
    def filled(self) -> bool:
        """Whether a cell that is to be filled is not empty."""
        return any(self.cell(head).filled for head in FILLED)

    @property
    def nameless(self) -> bool:
        """Whether nothing says what it is of: a line that somebody wrote below the table."""
        return not any(self.cell(head).filled for head in IDENTITY)


def lines_below_heads(rows: Iterable[tuple[str, Sequence[Cell]]]) -> Iterator[Line] | None:
    """The lines of a table whose heads stand in one of its first rows, in any order of columns; None without them."""
    waiting = iter(rows)
    for number, (_at, row) in enumerate(waiting):
        columns = _columns(row)
        if columns.keys() >= set(_HEADS.values()):
            return _lines(waiting, columns)
        if number >= _HEAD_WITHIN:
            return None
    return None


def _columns(row: Sequence[Cell]) -> dict[str, int]:
    """Which of the known heads stand in a row, and in which column."""
    found: dict[str, int] = {}
    for index, cell in enumerate(row):
        if isinstance(cell.value, str) and len(cell.value) < 100:
            head = _HEADS.get(" ".join(normalize("NFC", cell.value).split()).casefold())
            if head is not None:
                found.setdefault(head, index)
    return found


def _lines(rows: Iterable[tuple[str, Sequence[Cell]]], columns: dict[str, int]) -> Iterator[Line]:
    for at, row in rows:
        cells = {head: row[index] for head, index in columns.items() if index < len(row)}
        if any(cell.filled for cell in cells.values()):
            yield Line(cells, at)


def limited(lines: Iterable[Line]) -> list[Line]:
    """The lines, if there are not too many."""
    found: list[Line] = []
    for line in lines:
        found.append(line)
        if len(found) > MAX_LINES:
            raise SheetFault(_("it has more than {n} rows; send those of one office").format(n=MAX_LINES))
    return found


def no_heads() -> SheetFault:
    """The fault of a file without the heads of a reply sheet."""
    message = _(
        'it has no columns "{first}" ... "{last}": send the sheet that phoihop export made, with all its columns'
    )
    return SheetFault(message.format(first=FILLED[0], last=IDENTITY[-1]))
