"""Windows: every way to ask for a period, what it is called, and the one before it."""

from __future__ import annotations

from datetime import date

import pytest

from phoihop.dates.window import EXAMPLES, Window, read_window

TODAY = date(2026, 11, 22)


def window(first: str, last: str) -> Window:
    return Window(date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("text", "first", "last", "name"),
    [
        ("2026", "2026-01-01", "2026-12-31", "năm 2026"),
        ("năm 2025", "2025-01-01", "2025-12-31", "năm 2025"),
        ("2026-03", "2026-03-01", "2026-03-31", "tháng 3/2026"),
        ("2024-2", "2024-02-01", "2024-02-29", "tháng 02/2024"),
        ("tháng 3/2026", "2026-03-01", "2026-03-31", "tháng 3/2026"),
        ("Q2/2026", "2026-04-01", "2026-06-30", "quý II/2026"),
        ("quý II/2026", "2026-04-01", "2026-06-30", "quý II/2026"),
        ("  Quý 2  năm 2026 ", "2026-04-01", "2026-06-30", "quý II/2026"),
        ("quý II", "2026-04-01", "2026-06-30", "quý II/2026"),
        ("quý I, II/2026", "2026-01-01", "2026-06-30", "6 tháng đầu năm 2026"),
        ("6 tháng đầu năm 2026", "2026-01-01", "2026-06-30", "6 tháng đầu năm 2026"),
        ("6 tháng cuối năm 2026", "2026-07-01", "2026-12-31", "6 tháng cuối năm 2026"),
        ("9 tháng đầu năm 2026", "2026-01-01", "2026-09-30", "9 tháng đầu năm 2026"),
        ("giai đoạn 2021-2025", "2021-01-01", "2025-12-31", "giai đoạn 2021-2025"),
        ("2026-01-01..2026-06-30", "2026-01-01", "2026-06-30", "6 tháng đầu năm 2026"),
        ("2026-01-05 .. 2026-01-05", "2026-01-05", "2026-01-05", "từ ngày 05/01/2026 đến ngày 05/01/2026"),
        ("2025-11-01..2026-02-28", "2025-11-01", "2026-02-28", "từ tháng 11/2025 đến tháng 2/2026"),
        ("từ ngày 05/01/2026 đến ngày 30/6/2026", "2026-01-05", "2026-06-30", "từ ngày 05/01/2026 đến ngày 30/6/2026"),
    ],
)
def test_every_way_to_say_a_period(text: str, first: str, last: str, name: str) -> None:
    found = read_window(text, TODAY)
    assert found == window(first, last)
    assert found.name == name


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "blah",
        "26",
        "0000",
        "1989",
        "2061",
        "9999",
        "٢٠٢٦",
        "2026-13",
        "2026-00",
        "2026-02-01..2026-02-30",
        "2026-06-30..2026-01-01",
        "2026-06-30..",
        "2050-01-01..2099-01-01",
        "hằng quý",
        "trước quý III/2026",
        "quý I, III/2026",
        "ngày 05/3/2026",
        "thường xuyên",
        "năm 2026" * 40,
        "9" * 5000,
    ],
)
def test_what_is_no_period(text: str) -> None:
    assert read_window(text, TODAY) is None


def test_every_example_is_read() -> None:
    assert all(read_window(example, TODAY) for example in EXAMPLES)


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (("2026-01-01", "2026-12-31"), ("2025-01-01", "2025-12-31")),
        (("2024-01-01", "2024-12-31"), ("2023-01-01", "2023-12-31")),
        (("2026-03-01", "2026-03-31"), ("2026-02-01", "2026-02-28")),
        (("2026-01-01", "2026-01-31"), ("2025-12-01", "2025-12-31")),
        (("2026-04-01", "2026-06-30"), ("2026-01-01", "2026-03-31")),
        (("2026-01-01", "2026-06-30"), ("2025-07-01", "2025-12-31")),
        (("2021-01-01", "2025-12-31"), ("2016-01-01", "2020-12-31")),
        (("2026-01-05", "2026-01-11"), ("2025-12-29", "2026-01-04")),
        (("2026-01-05", "2026-01-05"), ("2026-01-04", "2026-01-04")),
    ],
)
def test_the_window_before(now: tuple[str, str], before: tuple[str, str]) -> None:
    assert window(*now).before() == window(*before)


@pytest.mark.parametrize(
    ("now", "day", "before"),
    [
        (("2026-01-01", "2026-12-31"), "2026-11-22", "2025-11-22"),
        (("2026-01-01", "2026-12-31"), "2026-12-31", "2025-12-31"),
        (("2026-01-01", "2026-12-31"), "2027-01-10", "2026-01-10"),
        (("2021-01-01", "2021-12-31"), "2021-06-28", "2020-06-28"),
        (("2024-01-01", "2024-12-31"), "2024-02-29", "2023-02-28"),
        (("2026-03-01", "2026-03-31"), "2026-03-30", "2026-02-28"),
        (("2026-02-01", "2026-02-28"), "2026-02-28", "2026-01-31"),
        (("2026-01-05", "2026-01-11"), "2026-01-07", "2025-12-31"),
        (("2026-01-01", "2026-12-31"), "2025-12-01", "2024-12-01"),
    ],
)
def test_the_same_point_of_the_window_before(now: tuple[str, str], day: str, before: str) -> None:
    assert window(*now).day_before(date.fromisoformat(day)) == date.fromisoformat(before)
