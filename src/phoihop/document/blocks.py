"""The blocks of a document: what every writer prints, and nothing that only one of them understands.

A block names its style; what the style means (size, indent, spacing, Word name) stands in dinh_dang.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

# What XML 1.0 or HTML cannot carry: control characters, lone surrogates, noncharacters.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000))
    + "]"
)


def printable(text: str) -> str:
    """The text with a visible mark (U+FFFD) for each character that no document can hold."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNPRINTABLE.sub("\ufffd", text)


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one emphasis; a line feed in it is a line break."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False


def plain(runs: tuple[Run, ...]) -> str:
    """The text of runs without emphasis."""
    return "".join(run.text for run in runs)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in a named style."""

    style: str
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 1 is the document's title, 2 its outermost sections."""

    level: int
    style: str
    runs: tuple[Run, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line, as long as a share of the longest line of the text above it."""

    style: str


Simple: TypeAlias = Paragraph | Heading | Rule


@dataclass(frozen=True, slots=True)
class Area:
    """One cell of columns: blocks side by side with other cells, over `span` columns."""

    blocks: tuple[Simple, ...] = ()
    span: int = 1


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side without lines: a document's head, its signatures. Rows of cells."""

    style: str
    rows: tuple[tuple[Area, ...], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table, in a paragraph style, over `span` columns."""

    style: str
    runs: tuple[Run, ...] = ()
    span: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table with lines; the `head` rows repeat on each page."""

    style: str
    head: tuple[tuple[Cell, ...], ...]
    body: tuple[tuple[Cell, ...], ...]


Block: TypeAlias = Simple | Columns | Table


@dataclass(frozen=True, slots=True)
class PageSection:
    """Blocks on pages of one orientation; the page count starts anew in each section.

    `header` and `footer` stand in the top and bottom margins of the section's first page, and on no other
    (Nghị định 30/2020/NĐ-CP, Phụ lục I, ô số 11 and 13).
    """

    blocks: tuple[Block, ...] = ()
    landscape: bool = False
    header: tuple[Simple, ...] = ()
    footer: tuple[Simple, ...] = ()

    @property
    def in_order(self) -> tuple[Block, ...]:
        """All blocks in the order in which they are read."""
        return (*self.header, *self.blocks, *self.footer)


@dataclass(frozen=True, slots=True)
class Meta:
    """What a file's properties say. `date` is the document's own, as YYYY-MM-DD, or ""."""

    title: str = ""
    author: str = ""
    date: str = ""
    regime: str = "nha-nuoc"


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document."""

    meta: Meta = Meta()
    sections: tuple[PageSection, ...] = field(default=())


def texts(document: Document) -> Iterator[str]:
    """The text of every paragraph, heading and cell, in reading order."""
    for section in document.sections:
        for block in section.in_order:
            yield from _block_texts(block)


def _block_texts(block: Block) -> Iterator[str]:
    match block:
        case Paragraph() | Heading():
            yield plain(block.runs)
        case Columns():
            for row in block.rows:
                for area in row:
                    for inner in area.blocks:
                        yield from _block_texts(inner)
        case Table():
            for cells in (*block.head, *block.body):
                for cell in cells:
                    yield plain(cell.runs)
        case Rule():
            return
