"""Whatever a file holds, it is bound, linted and scheduled without a fault; every finding has its rule and place."""

from __future__ import annotations

from datetime import date
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from phoihop.bind.book import assemble
from phoihop.bind.file import bind_bytes
from phoihop.dates.calendar import Calendar
from phoihop.lint import Facts, lint
from phoihop.resources import shipped_years
from phoihop.rules import every_rule
from phoihop.rules._page import TODAY
from phoihop.views.agenda import Query, agenda

from .samples import FULL

OFFICES = "phoihop: co-quan/1\nco_quan:\n  - {ma: SYT, ten: Sở Y tế, den: 2025-02-28, ke_thua: [{ma: SNV}]}\n"
DAYS = (
    "phoihop: lich/1\nnam:\n  - nam: 2026\n    trang_thai: cong-bo\n    nghi:\n"
    "      - {tu: 2026-02-01, den: 2026-02-05, ten: Tết}\n"
    "    hoan_doi: [{nghi: 2026-01-02, lam_bu: 2026-01-10, theo: x}]\n"
)
MARKDOWN = (
    "---\nphoihop: ke-hoach/1\nvan_ban: {loai: KH, trich_yeu: X}\n"
    "noi_dung:\n  - muc: A\n    nhiem_vu: [{ma: B, ten: C}]\n"
    "---\n# T\n\n## A\n\n1. k\n\n- x\n\n```\ny\n```\n"
)
FILES = [
    ("kh.yaml", FULL),
    ("co-quan.yaml", OFFICES),
    ("lich.yaml", DAYS),
    ("kh.md", MARKDOWN),
    ("phoihop.yaml", "phoihop: cau-hinh/1\n"),
]

PIECES = st.one_of(
    st.sampled_from(
        [
            "",
            "\n",
            "  ",
            "-",
            "- ",
            ": ",
            "[",
            "]",
            "{",
            "}",
            "'",
            '"',
            "|\n",
            "#",
            "~",
            "null",
            "*a",
            "&a ",
            "!x ",
            "\t",
            "\r",
            "0",
            "9999-12-31",
            "0001-01-01",
            "NV-01",
            "GB",
            "---\n",
            "\u0302",
            "\x00",
            "😀",
            "hằng ngày",
            "sau 99999 ngày",
            "# ",
        ]
    ),
    st.text(max_size=5),
)
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 12), PIECES), min_size=1, max_size=5)


@cache
def calendar() -> Calendar:
    return Calendar(shipped_years())


def edited(text: str, edits: list[tuple[float, int, str]]) -> str:
    """The text with some characters replaced by some pieces."""
    for where, length, piece in edits:
        start = int(where * len(text))
        text = text[:start] + piece + text[start + length :]
    return text


@settings(max_examples=250, deadline=None, derandomize=True)
@given(st.sampled_from(FILES), EDITS)
def test_a_damaged_file_never_faults(file: tuple[str, str], edits: list[tuple[float, int, str]]) -> None:
    """Read, bound, linted, scheduled; places lie inside the file."""
    name, text = file
    data = edited(text, edits).encode("utf-8", "replace")
    bound = bind_bytes(f"plans/{name}", data)
    book = assemble([bound])
    report = lint(every_rule(), book, [bound], Facts(Calendar, TODAY))
    lines = data.count(b"\n") + 1
    for found in report.diagnostics:
        assert found.place.path == f"plans/{name}"
        assert 1 <= found.place.line <= lines
        assert found.place.column >= 1
        assert found.message
    days = calendar().overlay(bound.years)
    today = date(2026, 11, 17)
    view = agenda(book, days, Query(today, date(2026, 1, 1), date(2026, 12, 31), include_ended=True))
    assert view.today == today
