"""Reads a PDF as a screen reader does: the text of each tagged paragraph, in order, without what is no content."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, ContentStream, DictionaryObject

_PAIR = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]+)>")
_SPAN = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>\s*<([0-9A-Fa-f]{4})>")


def opened(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data), strict=True)


def pdf_texts(data: bytes) -> list[str]:
    """The text of each paragraph; where lines break there is no sign. Drawn lines and page numbers are left out."""
    return [text for text in map("".join, pdf_lines(data)) if text]


def pdf_lines(data: bytes) -> list[list[str]]:
    """The lines of each paragraph; a change of looks parts a line as well."""
    reader = opened(data)
    marked = {}
    for page in reader.pages:
        for number, text in _marked(reader, page):
            if number is not None:
                at = page.indirect_reference.idnum, number
                marked[at] = marked.get(at, "") + text
    return [[marked.get(at, "") for at in places] for _tag, places in paragraphs(reader)]


def page_texts(data: bytes) -> list[tuple[str, str]]:
    """Of each page, what is read of it, and what is not: page numbers, table heads that were read before."""
    reader = opened(data)
    found = []
    for page in reader.pages:
        pieces = list(_marked(reader, page))
        read = "".join(text for number, text in pieces if number is not None)
        found.append((read, "".join(text for number, text in pieces if number is None)))
    return found


def paragraphs(reader: PdfReader) -> Iterator[tuple[str, list[tuple[int, int]]]]:
    """Each paragraph's tags from the root ("Document/H1/P"), and the places of its text: page and number."""

    def walk(node: Any, path: str) -> Iterator[tuple[str, list[tuple[int, int]]]]:
        for child in _children(node):
            if isinstance(child, DictionaryObject) and "/S" in child:
                below = f"{path}{child['/S']}"
                if child["/S"] == "/P":
                    yield below, list(_places(child, 0))
                else:
                    yield from walk(child, below)

    yield from walk(reader.root_object["/StructTreeRoot"], "")


def _children(node: Any) -> list[Any]:
    below = node.get("/K", [])
    return [child.get_object() for child in (below if isinstance(below, ArrayObject) else [below])]


def _places(node: Any, page: int) -> Iterator[tuple[int, int]]:
    """Where the text of an element stands, in order, that of its spans as well."""
    page = node.raw_get("/Pg").idnum if "/Pg" in node else page
    for child in _children(node):
        if not isinstance(child, DictionaryObject):
            yield page, int(child)
        elif "/S" in child:
            yield from _places(child, page)
        else:
            yield child.raw_get("/Pg").idnum if "/Pg" in child else page, int(child["/MCID"])


def tags(reader: PdfReader) -> set[str]:
    """The names of all tags with text below them."""
    return {tag for path, _places in paragraphs(reader) for tag in path.split("/")}


def _marked(reader: PdfReader, page: Any) -> Iterator[tuple[int | None, str]]:
    fonts = {name: _unicode(font.get_object()) for name, font in page["/Resources"].get("/Font", {}).items()}
    open_marks: list[tuple[int | None, bool]] = []
    table: dict[int, str] = {}
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator in (b"BDC", b"BMC"):
            properties = operands[1] if operator == b"BDC" else {}
            actual = properties.get("/ActualText")
            open_marks.append((properties.get("/MCID"), actual is not None))
            if actual is not None:
                yield from _inside(open_marks, str(actual))
        elif operator == b"EMC":
            open_marks.pop()
        elif operator == b"Tf":
            table = fonts[operands[0]]
        elif operator in (b"Tj", b"TJ") and not any(actual for _number, actual in open_marks):
            strings = operands[0] if operator == b"TJ" else operands
            codes = b"".join(one.original_bytes for one in strings if hasattr(one, "original_bytes"))
            text = "".join(table[int.from_bytes(codes[at : at + 2], "big")] for at in range(0, len(codes), 2))
            yield from _inside(open_marks, text)


def _inside(open_marks: list[tuple[int | None, bool]], text: str) -> Iterator[tuple[int | None, str]]:
    numbers = [number for number, _actual in open_marks if number is not None]
    yield (int(numbers[-1]) if numbers else None), text


def _unicode(font: Any) -> dict[int, str]:
    data = font["/ToUnicode"].get_data()
    table = {}
    for part in re.findall(rb"beginbfchar(.*?)endbfchar", data, re.DOTALL):
        for code, text in _PAIR.findall(part):
            table[int(code, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    for part in re.findall(rb"beginbfrange(.*?)endbfrange", data, re.DOTALL):
        for first, last, text in _SPAN.findall(part):
            for step in range(int(last, 16) - int(first, 16) + 1):
                table[int(first, 16) + step] = chr(int(text, 16) + step)
    return table
