"""What the text of a PDF needs: which characters its fonts have, and where a word wider than its column is parted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Any, NamedTuple
from unicodedata import normalize

from phoihop.document.blocks import Document, Run, printable, texts
from phoihop.document.glyphs import COVERED, UPRIGHT
from phoihop.document.measure import text_width
from phoihop.document.style import ParagraphStyle

LOST = "\ufffd"


def _class(spans: str) -> str:
    """Spans of code points as a regular expression writes a class of characters."""
    return "".join(f"\\U{first:0>8}-\\U{last:0>8}" for first, last in (span.split("-") for span in spans.split()))


_NOT_COVERED = re.compile(f"[^{_class(COVERED + UPRIGHT)}\n{LOST}]")
# What is a piece of its own: a line break, and a sign that is never slanted.
_ALONE = re.compile(f"[\n{_class(UPRIGHT)}]")
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
        places = sorted({at, end, *(place for place in marks.bounds if at <= place < end)})
        for start, stop in pairwise(places):
            if start in marks.cuts:
                found.append({"cut": True})
            if text[start - at] == "\n":
                found.append({"line": True})
            else:
                kinds = (("upright", marks.upright), ("whole", marks.whole))
                special = {kind: True for kind, where in kinds if start in where}
                found.append({"t": text[start - at : stop - at], **look, **special})
        at = end
    return found


class _Marks(NamedTuple):
    """Where a text is taken apart, and what begins there."""

    bounds: set[int]
    cuts: set[int]  # the rest of a word that a line has no room for
    whole: set[int]  # a word that would be parted at its stroke, and by Word is not
    upright: set[int]  # a sign that no slanted face has


def _marks(parts: list[tuple[str, bool]], size: float, width: float) -> _Marks:
    text = "".join(part for part, _bold in parts)
    bold = [heavy for part, heavy in parts for _sign in part]
    marks = _Marks(set(accumulate(len(part) for part, _bold in parts)), set(), set(), set())
    for sign in _ALONE.finditer(text):
        marks.bounds.update(sign.span())
        if sign[0] != "\n":
            marks.upright.add(sign.start())
    for word in _UNBROKEN.finditer(text):
        start, end = word.span()
        widths = (text_width(text[at], size, bold[at]) for at in range(start, end))
        if len(word[0]) * size > width and sum(widths) > width:  # no letter is wider than high
            marks.cuts.update(_cuts(text, bold, range(start, end), size, width))
        elif "/" in word[0][:-1] and marks.bounds.isdisjoint(range(start + 1, end)):
            marks.whole.add(start)
            marks.bounds.add(end)
    marks.bounds.update(marks.cuts, marks.whole)
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
