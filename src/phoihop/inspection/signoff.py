"""The end of a document: signatures and recipients, cells 7 and 9b of the diagram (Phụ lục I, mục IV)."""

from __future__ import annotations

from typing import NamedTuple

from phoihop.inspection.content import Line
from phoihop.inspection.words import ARTICLE, AUTHORITY, BASIS, ITEM, capitals, fold, is_position, lettered, names_body

_GAP = 30.0
"""Points of space above a line that show it to be a name, below the room for a signature."""
_FAR = 100.0
"""Points of indent from which a line outside of a table stands on the right."""
_LONG = 150
"""Letters beyond which a line outside of a table is neither a recipient nor a signer."""


class SignOff(NamedTuple):
    """Its parts by id, and the lines from `begin` up to `end` that it takes up."""

    found: dict[str, list[Line]]
    begin: int
    end: int


def find_sign_off(lines: tuple[Line, ...], begin: int, end: int) -> SignOff:
    """Recognise signatures and recipients among the lines after the head and before the first annex."""
    tables = {
        line.paragraph.cell.table
        for line in lines[begin:end]
        if line.paragraph.cell and not line.paragraph.cell.bordered and (_recipients(line) or is_position(line.text))
    }
    own = [
        index
        for index in range(begin, end)
        if (cell := lines[index].paragraph.cell) and cell.table in tables and not cell.bordered
    ]
    after = max((index for index in range(begin, end) if _runs_on(lines[index])), default=begin)
    loose = [index for index in range(after, end) if _loose_start(lines[index])]
    starts = [*own[:1], *loose[:1]]
    if not starts:
        first = _table_before(lines, end, begin)
        blank = [line for line in lines[first:end] if line.text]
        return SignOff({"blank-signature": blank} if blank else {}, first, end)
    first = _table_before(lines, min(starts), begin)
    last = max([*own, *loose]) + 1
    if loose and (not own or loose[0] > own[-1]):
        last = next((i for i in range(loose[-1], end) if lines[i].paragraph.breaks_page and i > loose[-1]), end)
    found: dict[str, list[Line]] = {}
    _gather(lines[first:last], found)
    if not {"authority", "name"} <= found.keys() and (blank := [line for line in lines[first:last] if _blank(line)]):
        found["blank-signature"] = blank
    return SignOff(found, first, last)


def _recipients(line: Line) -> bool:
    return fold(line.text).startswith("noi nhan") and len(line.text) < 40


def _runs_on(line: Line) -> bool:
    """Plain text of a body: who signs outside of a table signs below all of it."""
    text = line.text
    return line.paragraph.cell is None and (len(text) > _LONG or bool(BASIS.match(text) or ARTICLE.match(text)))


def _blank(line: Line) -> bool:
    """A place to be filled in: dots alone."""
    return bool(line.text) and not lettered(line.text) and not ITEM.match(line.text)


def _loose_start(line: Line) -> bool:
    if line.paragraph.cell is not None:
        return False
    if _recipients(line):
        return True
    look = line.paragraph.look
    apart = look.align in ("center", "right") or (look.left or 0) + (look.first or 0) > _FAR
    return apart and is_position(line.text)


def _table_before(lines: tuple[Line, ...], at: int, begin: int) -> int:
    """A table of signatures still without names stands right before that of the recipients, or at the very end."""
    index = at - 1
    while index >= begin and not lines[index].text and lines[index].paragraph.cell is None:
        index -= 1
    cell = lines[index].paragraph.cell if index >= begin else None
    if cell is None or cell.bordered:
        return at
    while index >= begin and (one := lines[index].paragraph.cell) and one.table == cell.table:
        index -= 1
    said = [line for line in lines[index + 1 : at] if line.text]
    unnamed = any(_blank(line) for line in said) and all(_blank(line) or capitals(line.text) for line in said)
    return index + 1 if unnamed else at


def _gather(lines: tuple[Line, ...], found: dict[str, list[Line]]) -> None:
    listed: tuple[int, int] | None = None
    columns: dict[tuple[int, int], list[Line]] = {}
    listing = False
    for line in lines:
        cell = line.paragraph.cell
        place = (cell.table, cell.column) if cell else (-1, 0)
        if _recipients(line):
            found.setdefault("recipients", []).append(line)
            listed, listing = place, True
        elif listing and place == listed and (cell is not None or ITEM.match(line.text)):
            if line.text and not is_position(line.text):
                found.setdefault("recipient", []).append(line)
        else:
            columns.setdefault(place, []).append(line)
    for column in columns.values():
        _signatures(column, found)


def _signatures(column: list[Line], found: dict[str, list[Line]]) -> None:
    """Authority, position, name, and so on again in a column that holds several signatures."""
    titles: list[Line] = []
    names: list[Line] = []
    blank = 0
    for line in column:
        text = line.text
        if not lettered(text) or text.startswith("("):
            blank += 1
            if text and not text.startswith("("):
                _close(titles, names, found)
                titles, names = [], []
            continue
        far = blank >= 2 or (line.paragraph.look.before or 0) >= _GAP
        is_name = bool(titles) and not is_position(text) and (far or not capitals(text))
        if not titles and not capitals(text) and not is_position(text):
            continue
        if not is_name and names:
            _close(titles, names, found)
            titles, names = [], []
        (names if is_name else titles).append(line)
        blank = 0
    _close(titles, names, found)


def _close(titles: list[Line], names: list[Line], found: dict[str, list[Line]]) -> None:
    signing = any(is_position(line.text) for line in titles)
    if not titles or not (signing or names):
        return
    found.setdefault("authority", []).append(titles[0])
    for line in titles[1:]:
        # Beside others who sign, the body's name stands between authority and position.
        known = is_position(line.text) and not AUTHORITY.match(line.text)
        position = known or (line is titles[-1] and not names_body(line.text))
        found.setdefault("position" if position else "authority", []).append(line)
    if names:
        found.setdefault("other-position", []).extend(names[:-1])
        found.setdefault("name", []).append(names[-1])
