"""The words of documents: dates, numerals, letters, lists."""

from __future__ import annotations

from datetime import date

import pytest

from phoihop.document.measure import text_width, wrapped_width
from phoihop.model.number import type_name
from phoihop.views.document_wording import date_in_words, ended, joined, letter, listed, roman


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2020, 1, 5), "ngày 05 tháng 01 năm 2020"),
        (date(2026, 2, 10), "ngày 10 tháng 02 năm 2026"),
        (date(2019, 6, 29), "ngày 29 tháng 6 năm 2019"),
        (date(2026, 3, 1), "ngày 01 tháng 3 năm 2026"),
        (date(2026, 12, 31), "ngày 31 tháng 12 năm 2026"),
        (None, "ngày ... tháng ... năm ..."),
    ],
)
def test_dates_pad_days_and_the_first_two_months_only(day: date | None, words: str) -> None:
    assert date_in_words(day) == words


def test_letters_follow_the_vietnamese_alphabet() -> None:
    assert "".join(letter(n) for n in range(1, 24)) == "abcdđeghiklmnopqrstuvxy"


def test_letters_never_repeat() -> None:
    assert [letter(n) for n in (24, 25, 28, 46, 47)] == ["aa", "ab", "ađ", "ay", "ba"]
    assert len({letter(n) for n in range(1, 1000)}) == 999


@pytest.mark.parametrize(
    ("number", "written"), [(1, "I"), (4, "IV"), (9, "IX"), (14, "XIV"), (49, "XLIX"), (1994, "MCMXCIV")]
)
def test_roman(number: int, written: str) -> None:
    assert roman(number) == written


def test_type_names() -> None:
    assert [type_name(kind) for kind in ("KH", "QC", "CTr", "ĐA", "QyĐ", "KL", "XYZ")] == [
        "Kế hoạch", "Quy chế", "Chương trình", "Đề án", "Quy định", "Kết luận", "XYZ",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "mark", "result"),
    [
        ("xong", "./.", "xong./."),
        ("xong.", "./.", "xong./."),
        ("xong ;", ".", "xong."),
        ("xong./.", ".", "xong."),
        ("xong...", "./.", "xong..../."),
        ("(hết)", ".", "(hết)."),
        ("", ".", "."),
    ],
)
def test_ended_has_exactly_one_end_mark(text: str, mark: str, result: str) -> None:
    assert ended(text, mark) == result


def test_lists() -> None:
    assert listed(["A.", "B", "Lưu: VT"]) == ("A;", "B;", "Lưu: VT.")
    assert listed([]) == ()
    assert [joined(names) for names in ([], ["A"], ["A", "B"], ["A", "B", "C"])] == ["", "A", "A và B", "A, B và C"]


@pytest.mark.parametrize(
    ("text", "size", "points"),
    [
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 250.3),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, 271.2),
        ("Độc lập - Tự do - Hạnh phúc", 14, 171.4),
    ],
)
def test_widths_are_those_of_times_new_roman(text: str, size: float, points: float) -> None:
    assert text_width(text, size, bold=True) == pytest.approx(points, rel=0.005)


def test_the_longest_line_of_a_wrapped_text() -> None:
    ten = text_width("x" * 10, 12, bold=False)
    assert wrapped_width("x" * 10, 12, False, 2 * ten) == ten
    assert wrapped_width(f"{'x' * 10} {'x' * 4} {'x' * 8}", 12, False, 1.1 * ten) == ten
    assert wrapped_width(f"{'x' * 8} {'x' * 4} {'x' * 6}", 12, False, 1.2 * ten) == text_width("xxxx xxxxxx", 12, False)
    assert wrapped_width("x" * 100, 12, False, ten) == ten  # a word longer than the column
    assert wrapped_width("xx\xa0xx", 12, False, 0.3 * ten) == pytest.approx(0.3 * ten)
    assert wrapped_width("xx\nxxx", 12, False, ten) == text_width("xxx", 12, False)
    assert wrapped_width("", 12, False, ten) == 0
