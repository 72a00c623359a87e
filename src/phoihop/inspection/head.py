"""The head of a document: cells 1 to 5b and 10 of the diagram (Phụ lục I, mục IV), in a table, at tabs or in lines."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from phoihop.inspection.content import Line, ruled
from phoihop.inspection.words import (
    BASIS,
    CIRCULATION,
    MOTTO,
    NUMBER,
    PARTY_NAME,
    STATE_NAME,
    SUBJECT,
    URGENCY,
    fold,
    is_place_date,
    is_type,
    lettered,
    stands_over,
)

STATE, PARTY = "nha-nuoc", "dang"
_NAMES = {STATE: STATE_NAME, PARTY: PARTY_NAME}
_SEARCHED = 80
"""Lines from the top among which the head is looked for."""
_MAX_HEAD = 30


class Head(NamedTuple):
    """The head's parts by id; `end` is the index of the first line after it, in `lines` (cut at tabs where needed)."""

    regime: str
    lines: tuple[Line, ...]
    found: dict[str, list[Line]]
    end: int
    left: tuple[Line, ...] = ()
    right: tuple[Line, ...] = ()
    """The two sides with everything in them, lines and blanks too: what stands under what."""


def find_head(lines: tuple[Line, ...], regime: str) -> Head:
    """Recognise the head and, unless it is given, the regime."""
    lines = tuple(_cut(lines))
    at, named = _name(lines, regime)
    if at is None:
        return Head(regime, lines, {}, 0)
    name = lines[at]
    if name.paragraph.cell is not None:
        table, column = name.paragraph.cell.table, name.paragraph.cell.column
        own = [i for i, line in enumerate(lines) if line.paragraph.cell and line.paragraph.cell.table == table]
        inside = [lines[i] for i in own[:200]]
        right = tuple(line for line in inside if line.paragraph.cell and line.paragraph.cell.column == column)
        left = tuple(line for line in inside if line.paragraph.cell and line.paragraph.cell.column != column)
        end = own[-1] + 1
    else:
        end = _loose_end(lines, at)
        left, right = _loose_sides(lines[:end], at)
    found: dict[str, list[Line]] = {"party-name" if named == PARTY else "state-name": [name]}
    end = _after(lines, end, found)
    _right_side(right, name, found)
    _left_side(left, found)
    return Head(regime or named, lines, found, end, left, right)


def _cut(lines: tuple[Line, ...]) -> Iterator[Line]:
    """The lines; those of the head that hold both sides at tabs are cut in two."""
    for index, line in enumerate(lines):
        pieces = line.pieces() if index < _SEARCHED and line.paragraph.cell is None else (line,)
        if len(pieces) > 1 and any(_telling(piece.text) or ruled(piece.text) for piece in pieces):
            yield from pieces
        else:
            yield line


def _telling(text: str) -> bool:
    folded = fold(text)
    return (
        folded in (STATE_NAME, PARTY_NAME)
        or (folded.startswith(MOTTO) and len(folded) < 40)
        or bool(NUMBER.match(text) and len(text) < 60)
    )


def _name(lines: tuple[Line, ...], regime: str) -> tuple[int | None, str]:
    for index, line in enumerate(lines[:_SEARCHED]):
        folded = fold(line.text)
        for name, phrase in _NAMES.items():
            if folded == phrase:
                return index, name
    return None, regime


def _loose_end(lines: tuple[Line, ...], at: int) -> int:
    """Where a head ends that stands in no table."""
    last = at
    for index in range(at, min(at + _MAX_HEAD, len(lines))):
        text = lines[index].text
        if is_type(text) or BASIS.match(text) or fold(text).startswith("kinh gui"):
            return index
        if _telling(text) or is_place_date(text) or SUBJECT.match(text):
            last = index
    return last + 1


def _loose_sides(lines: tuple[Line, ...], at: int) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """The sides of a head without a table; a line or a blank below a text is on that text's side."""
    sides: tuple[list[Line], list[Line]] = ([], [])
    side = 0
    for index, line in enumerate(lines):
        text = line.text
        if (
            (line.piece and index and lines[index - 1].paragraph is line.paragraph)
            or index == at
            or fold(text).startswith(MOTTO)
            or is_place_date(text)
        ):
            side = 1
        elif line.piece or (text and not ruled(text)):
            side = 0
        sides[side].append(line)
    return tuple(sides[0]), tuple(sides[1])


def _after(lines: tuple[Line, ...], end: int, found: dict[str, list[Line]]) -> int:
    """Number, place and date, and subject that stand below the head's table."""
    for index in range(end, min(end + 6, len(lines))):
        text = lines[index].text
        if is_type(text) or BASIS.match(text):
            break
        part = "number" if NUMBER.match(text) else "place-date" if is_place_date(text) else ""
        if part and len(text) < 80 and text[:1] not in "(-":
            found.setdefault(part, []).append(lines[index])
            end = index + 1
    return end


def _right_side(side: tuple[Line, ...], name: Line, found: dict[str, list[Line]]) -> None:
    for line in side:
        if line is name or not line.text:
            continue
        if fold(line.text).startswith(MOTTO):
            found.setdefault("motto", []).append(line)
        elif is_place_date(line.text):
            found.setdefault("place-date", []).append(line)
        elif NUMBER.match(line.text):
            found.setdefault("number", []).append(line)


def _left_side(side: tuple[Line, ...], found: dict[str, list[Line]]) -> None:
    bodies: list[Line] = []
    part = ""
    for line in side:
        text = line.text
        if not text or ruled(text):
            continue
        if fold(text) in URGENCY or fold(text) in CIRCULATION:
            found.setdefault("urgency" if fold(text) in URGENCY else "circulation", []).append(line)
        elif NUMBER.match(text):
            part = "number"
            found.setdefault(part, []).append(line)
        elif is_place_date(text):
            found.setdefault("place-date", []).append(line)
        elif SUBJECT.match(text) or part == "subject":
            part = "subject"
            found.setdefault(part, []).append(line)
        elif not part and lettered(text):
            bodies.append(line)
    if bodies:
        first = _first_issuer(bodies)
        found["superior"], found["issuer"] = bodies[:first], bodies[first:]
        if not first:
            del found["superior"]


def _first_issuer(bodies: list[Line]) -> int:
    """Superiors stand first and are not bold; the issuing bodies follow."""
    if len(bodies) > 1 and stands_over(bodies[0].text, bodies[1].text):
        return 1
    return next((index for index, line in enumerate(bodies) if line.bold), len(bodies) - 1)
