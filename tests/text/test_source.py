"""Places: lines and columns from 1, in characters, whatever the line endings; the end is exclusive."""

from __future__ import annotations

import pytest

from phoihop.text.source import Place, Source

# text, offset, line, column
POINTS = [
    ("", 0, 1, 1),
    ("abc", 0, 1, 1),
    ("abc", 2, 1, 3),
    ("abc", 3, 1, 4),
    ("abc\n", 3, 1, 4),
    ("abc\n", 4, 2, 1),
    ("a\nb", 2, 2, 1),
    ("a\nb\n", 4, 3, 1),
    ("a\r\nb", 1, 1, 2),
    ("a\r\nb", 2, 1, 3),
    ("a\r\nb", 3, 2, 1),
    ("a\r\nb\nc", 5, 3, 1),
    ("\n\n\n", 2, 3, 1),
    ("Đề án\nố", 6, 2, 1),
    ("😀x", 1, 1, 2),
    ("😀😀\n😀x", 4, 2, 2),
    ("a\rb", 2, 1, 3),
    ("a\u2028b", 2, 1, 3),
    ("\tx", 1, 1, 2),
]


@pytest.mark.parametrize(("text", "offset", "line", "column"), POINTS)
def test_an_offset_is_a_line_and_a_column(text: str, offset: int, line: int, column: int) -> None:
    """Lines end at LF (with or without CR); a letter outside the BMP is one column."""
    assert Source("x", text).line_column(offset) == (line, column)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, None, (1, 1, 1, 2)),
        (0, 2, (1, 1, 1, 3)),
        (0, 5, (1, 1, 2, 3)),
        (3, 5, (2, 1, 2, 3)),
        (-5, 1, (1, 1, 1, 2)),
        (4, 2, (2, 2, 2, 2)),  # an end before the start is the start
        (1, 99, (1, 2, 2, 3)),  # past the end is the end
        (99, 100, (2, 3, 2, 3)),
    ],
)
def test_a_place_has_both_ends(start: int, end: int | None, expected: tuple[int, int, int, int]) -> None:
    """The place of a range, held inside the text."""
    place = Source("p", "ab\nde").place(start, end)
    assert (place.line, place.column, place.end_line, place.end_column) == expected


def test_a_place_prints_as_editors_read_it() -> None:
    """path:line:column."""
    assert str(Place("plans/x.yaml", 31, 14, 31, 18)) == "plans/x.yaml:31:14"


@pytest.mark.parametrize(
    ("text", "number", "line"),
    [
        ("", 1, ""),
        ("", 2, ""),
        ("a", 0, ""),
        ("a", -1, ""),
        ("a", 1, "a"),
        ("a\n", 1, "a"),
        ("a\n", 2, ""),
        ("a\r\nb\r\n", 1, "a"),
        ("a\r\nb\r\n", 2, "b"),
        ("a\r\nb\n", 3, ""),
        ("a\n\nb", 2, ""),
        ("😀ố", 1, "😀ố"),
    ],
)
def test_a_line_comes_without_its_ending(text: str, number: int, line: str) -> None:
    """A line that there is not is empty."""
    assert Source("x", text).line(number) == line
