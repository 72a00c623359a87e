"""What the text of a PDF needs: which characters its fonts have, and where a word wider than its column is parted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from itertools import accumulate, pairwise
from typing import Any, NamedTuple
from unicodedata import normalize

from phoihop.document.blocks import Document, Run, printable, texts
from phoihop.document.glyphs import COVERED
from phoihop.document.measure import text_width
from phoihop.document.style import ParagraphStyle

LOST = "\ufffd"
_COVERED = "".join(f"\\U{first:0>8}-\\U{last:0>8}" for first, last in (span.split("-") for span in COVERED.split()))
_NOT_COVERED = re.compile(f"[^{_COVERED}\n{LOST}]")
# What Word keeps on one line: it parts text at spaces, and behind a hyphen that a letter follows.
_UNBROKEN = re.compile(r"(?:(?!-[^\W\d_])[^ \n])+-?|-")


class Lost(NamedTuple):
    """Characters of a text that no font of ours can print; each is shown as U+FFFD."""

    signs: str
    text: str


def unprintable(document: Document) -> tuple[Lost, ...]:
    """The texts of a document, title and author included, that lose characters in a PDF, and which ones."""
    found = []
    for text in (document.meta.title, document.meta.author, *texts(document)):
        signs = sorted(set(_NOT_COVERED.findall(_clean(text))))
        if signs:
            found.append(Lost("".join(signs), text))
    return tuple(dict.fromkeys(found))


def shown(text: str) -> str:
    """The text as a PDF can show it, in NFC."""
    return _NOT_COVERED.sub(LOST, _clean(text))


def _clean(text: str) -> str:
    return normalize("NFC", printable(text)).replace("\t", " ")


def pieces(runs: tuple[Run, ...], style: ParagraphStyle, width: float) -> list[dict[str, Any]]:
    """Runs as khung.typ reads them: pieces of text, line breaks, and cuts in words wider than `width` points."""
    written = [(run, shown(run.text)) for run in runs]
    marks = _marks([(text, style.dam or run.bold) for run, text in written], style.co, width)
    found: list[dict[str, Any]] = []
    at = 0
    for run, text in written:
        look = {key: True for key, on in (("b", run.bold), ("i", run.italic), ("u", run.underline)) if on}
        end = at + len(text)
        places = sorted({at, end, *(place for place in marks if at <= place < end)})
        for start, stop in pairwise(places):
            mark = marks.get(start)
            if mark is _Mark.CUT:
                found.append({"cut": True})
            if text[start - at] == "\n":
                found.append({"line": True})
            else:
                whole = {"whole": True} if mark is _Mark.WHOLE else {}
                found.append({"t": text[start - at : stop - at], **look, **whole})
        at = end
    return found


class _Mark(Enum):
    """What begins at a place of the text."""

    PLAIN = 0  # text, or a line break
    WHOLE = 1  # a word that would be parted at its stroke, and by Word is not
    CUT = 2  # the rest of a word that a line has no room for


def _marks(parts: list[tuple[str, bool]], size: float, width: float) -> dict[int, _Mark]:
    """The places where a text is to be taken apart."""
    text = "".join(part for part, _bold in parts)
    bold = [heavy for part, heavy in parts for _sign in part]
    ends = set(accumulate(len(part) for part, _bold in parts))
    marks = {place: _Mark.PLAIN for found in re.finditer("\n", text) for place in (found.start(), found.end())}
    for word in _UNBROKEN.finditer(text):
        start, end = word.span()
        widths = (text_width(text[at], size, bold[at]) for at in range(start, end))
        if len(word[0]) * size > width and sum(widths) > width:  # no letter is wider than high
            marks.update(dict.fromkeys(_cuts(text, bold, range(start, end), size, width), _Mark.CUT))
        elif "/" in word[0][:-1] and not ends & set(range(start + 1, end)):
            marks[start] = _Mark.WHOLE
            marks.setdefault(end, _Mark.PLAIN)
    return marks


def _cuts(text: str, bold: list[bool], word: range, size: float, width: float) -> Iterator[int]:
    """Where a word is parted so that each part fits."""
    reached = 0.0
    for at in word:
        one = text_width(text[at], size, bold[at])
        if reached and reached + one > width:
            yield at
            reached = 0.0
        reached += one
