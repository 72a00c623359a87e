"""Writes a document as Markdown (CommonMark with GitHub's tables): to read in a repository, to compare."""

from __future__ import annotations

import itertools
import re

from phoihop.document.blocks import (
    Area,
    Block,
    Columns,
    Document,
    Heading,
    Paragraph,
    Rule,
    Run,
    Table,
    plain,
    printable,
)
from phoihop.document.style import StyleTable

# Signs that Markdown may take for its own anywhere, and those that it does at the beginning of a line.
_ANYWHERE = re.compile(r"([\\`*_{}\[\]<>#|~$&])")
_LINE_START = re.compile(r"^(?:([-+=])|(\d+)([.)]))")


def write(document: Document, styles: StyleTable) -> str:
    """The text. Signs that Markdown would read as markup are escaped; columns follow one another."""
    styles.sheet(document.meta.regime)
    pieces: list[str] = []
    for number, section in enumerate(document.sections):
        if number:
            pieces.append("---")
        for block in section.in_order:
            pieces.extend(_block(block))
    return "\n\n".join(piece for piece in pieces if piece) + "\n"


def _block(block: Block) -> list[str]:
    match block:
        case Heading():
            # A heading is one line, and has no list or rule in it that a line's beginning could start.
            return [f"{'#' * block.level} {_line(block.runs)}" if plain(block.runs) else ""]
        case Paragraph():
            return [_paragraph(block.runs)]
        case Columns():
            # Down each column, so that a signer's name follows the signer's title.
            areas = sorted((place for row in block.rows for place in _placed(row)), key=lambda place: place[0])
            return [piece for _, area in areas for inner in area.blocks for piece in _block(inner)]
        case Table():
            return [_table(block)]
        case Rule():
            # Drawn lines belong to the printed form; the text loses nothing.
            return []


def _placed(row: tuple[Area, ...]) -> list[tuple[int, Area]]:
    """The cells of a row, each with the column that it begins in."""
    return list(zip(itertools.accumulate((area.span for area in row), initial=0), row, strict=False))


def _paragraph(runs: tuple[Run, ...]) -> str:
    lines = _marked(runs).split("\n")
    # A line break inside a paragraph is a backslash at the line's end; an empty line would end the paragraph.
    return "\\\n".join(_at_start(line.strip(" \t")) for line in lines if line.strip())


def _line(runs: tuple[Run, ...]) -> str:
    return " ".join(_marked(runs).split("\n")).strip()


def _at_start(line: str) -> str:
    return _LINE_START.sub(lambda found: f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}", line)


def _marked(runs: tuple[Run, ...]) -> str:
    """Runs with their emphasis, where Markdown is sure to see it: between spaces or the paragraph's ends."""
    text = plain(runs)
    pieces = []
    at = 0
    for run in runs:
        before, after = text[at - 1 : at] if at else " ", text[at + len(run.text) :][:1] or " "
        at += len(run.text)
        inner = run.text.strip()
        escaped = _ANYWHERE.sub(r"\\\1", printable(run.text))
        mark = "*" * (2 * run.bold + run.italic)
        closed = before.isspace() or run.text[:1].isspace()
        opened = after.isspace() or run.text[-1:].isspace()
        if mark and inner and "\n" not in inner and closed and opened:
            core = _ANYWHERE.sub(r"\\\1", printable(inner))
            start = run.text[: len(run.text) - len(run.text.lstrip())]
            end = run.text[len(run.text.rstrip()) :]
            escaped = f"{start}{mark}{core}{mark}{end}"
        pieces.append(escaped)
    return "".join(pieces)


def _table(table: Table) -> str:
    rows = [*table.head, *table.body]
    count = sum(cell.span for cell in rows[0])
    lines = []
    for row in rows:
        cells = []
        for cell in row:
            cells.append(_marked(cell.runs).strip().replace("\n", "<br>"))
            cells.extend([""] * (cell.span - 1))
        lines.append(f"| {' | '.join(cells)} |")
    if not table.head:
        lines.insert(0, f"|{'  |' * count}")
    lines.insert(len(table.head[:1]) or 1, f"|{' --- |' * count}")
    return "\n".join(lines)
