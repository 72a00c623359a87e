"""How wide text is in Times New Roman: enough to break a name well and to draw a rule without reading a font.

It lives beside the views, which break long names; phoihop.document.measure offers it to the rooms below.
"""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import normalize

# Advance widths in thousandths of the size, of the Times metrics; letters with marks are as wide as without.
_REGULAR = {
    250: " \xa0.,", 278: "/;:ijlt", 333: "I-()fr'", 389: "Js", 444: "aceđz", 408: '"',
    500: "bdghknopquvxy0123456789_đ*+ơ", 556: "FPSư", 611: "ELTZ", 667: "BCR",
    722: "ADGHKNOQUVXYwĐƠ", 778: "m&Ư", 889: "M", 944: "W", 1000: "…",
}  # fmt: skip
_BOLD = {
    250: " \xa0.,", 278: "/il'", 333: "-():;jtf", 389: "Is", 444: "cerz", 500: "Jagovxy0123456789_*",
    556: "bdhknpquđSơ", 611: "FPư", 667: "BELTZ", 722: "ACDNRUVXYwĐ", 778: "GHKOQƠƯ", 833: "m&",
    944: "M", 1000: "W…",
}  # fmt: skip


def _widths(table: dict[int, str]) -> dict[str, int]:
    return {sign: width for width, signs in table.items() for sign in signs}


_WIDTHS = {False: _widths(_REGULAR), True: _widths(_BOLD)}
_UNKNOWN = 600


def text_width(text: str, size: float, bold: bool) -> float:
    """The width in points of the longest line of `text` at `size` points."""
    widths = _WIDTHS[bold]
    longest = 0
    for line in text.split("\n"):
        total = 0
        for sign in line:
            width = widths.get(sign)
            total += width if width is not None else widths.get(normalize("NFD", sign)[0], _UNKNOWN)
        longest = max(longest, total)
    return longest * size / 1000


def wrapped_width(text: str, size: float, bold: bool, width: float) -> float:
    """The width in points of the longest line of `text` in a column of `width` points, broken at its spaces."""
    return min(max(_lines(text, size, bold, width)), width)


def wrapped_lines(text: str, size: float, bold: bool, width: float) -> int:
    """How many lines `text` takes in a column of `width` points; a word that is longer than a line takes several."""
    return sum(int(long // width) + 1 for long in _lines(text, size, bold, width))


def _lines(text: str, size: float, bold: bool, width: float) -> Iterator[float]:
    """The width of each line of `text`, broken at its spaces."""
    space = text_width(" ", size, bold)
    for line in text.split("\n"):
        reached = -space
        for word in line.split(" "):
            long = text_width(word, size, bold)
            if reached + space + long > width and reached > 0:
                yield reached
                reached = -space
            reached += space + long
        yield reached
