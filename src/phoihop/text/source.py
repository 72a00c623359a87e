"""A source: the text of one file, and where in it an offset stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

# Odd spaces; letters of Greek, Cyrillic and others; the d of Icelandic and of phonetics, the dotless i.
ODD_SET = "\u00a0\u00d0\u00f0\u0131\u0189\u0251\u0370-\u03ff\u0400-\u052f\u1680\u2000-\u200a\u202f\u205f\u3000"
ODD = re.compile(f"[{ODD_SET}]")


class Place(NamedTuple):
    """Where something stands in a file, as editors count.

    Lines and columns start at 1; columns count characters (code points); the end is exclusive.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


class Source:
    """The text of one file. `path` is what a person sees: relative, with forward slashes."""

    __slots__ = ("_odd", "_starts", "path", "text")

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self._starts: list[int] | None = None
        self._odd: list[int] | None = None

    def __repr__(self) -> str:
        return f"Source({self.path!r}, {len(self.text)} characters)"

    @property
    def line_starts(self) -> list[int]:
        """Offsets at which lines begin; built once, when the first place is asked for."""
        if self._starts is None:
            starts = [0]
            find, position = self.text.find, 0
            while (position := find("\n", position) + 1) > 0:
                starts.append(position)
            self._starts = starts
        return self._starts

    def nothing_odd(self) -> None:
        """Note that no such character stands anywhere, as somebody has looked."""
        self._odd = []

    def odd(self, characters: str) -> list[int]:
        """Where characters of some set stand, of those that no Vietnamese text needs (`ODD`); looked for once."""
        if self._odd is None:
            self._odd = [match.start() for match in ODD.finditer(self.text)]
        return [at for at in self._odd if self.text[at] in characters] if self._odd else []

    def line_column(self, offset: int) -> tuple[int, int]:
        """The line and column (from 1) of a character offset."""
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1] + 1

    def place(self, start: int, end: int | None = None) -> Place:
        """The place of the characters from `start` up to `end` (one character if no end is given)."""
        size = len(self.text)
        start = min(max(start, 0), size)
        end = start + 1 if end is None else min(max(end, start), size)
        return Place(self.path, *self.line_column(start), *self.line_column(end))

    def line(self, number: int) -> str:
        """The text of a line (from 1) without its line ending; empty past the end."""
        starts = self.line_starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")
