"""The Vietnamese lunar calendar, against holidays and against the years in which it differs from the Chinese one."""

from __future__ import annotations

from datetime import date

import holidays
import pytest

from phoihop.dates.lunar import from_lunar, tet


def test_tet_and_gio_to_agree_with_holidays() -> None:
    named = holidays.country_holidays("VN", years=range(1990, 2061), language="vi")
    by_name: dict[str, set[date]] = {}
    for day, names in named.items():
        for name in names.split("; "):
            by_name.setdefault(name, set()).add(day)
    for year in range(1990, 2061):
        assert tet(year) in by_name["Tết Nguyên Đán"], year
        if year >= 2007:  # before that it was no holiday
            assert from_lunar(10, 3, year) in by_name["Ngày Giỗ Tổ Hùng Vương"], year


@pytest.mark.parametrize(
    ("year", "day"),
    [  # A day or a month before the Chinese new year, because days are counted at UTC+7.
        (1985, "1985-01-21"),
        (2007, "2007-02-17"),
        (2030, "2030-02-02"),
        (2053, "2053-02-18"),
        # And where both agree.
        (2024, "2024-02-10"),
        (2026, "2026-02-17"),
        (2027, "2027-02-06"),
    ],
)
def test_tet(year: int, day: str) -> None:
    assert tet(year) == date.fromisoformat(day)


def test_other_days() -> None:
    assert from_lunar(15, 8, 2026) == date(2026, 9, 25)  # Trung thu
    assert from_lunar(23, 12, 2026) == date(2027, 1, 30)  # Ông Công, ông Táo: in the next solar year
    assert from_lunar(15, 8, 2025) == date(2025, 10, 6)  # after the leap sixth month
    assert from_lunar(30, 12, 2026) <= date(2027, 2, 5)


@pytest.mark.parametrize(("day", "month"), [(0, 1), (31, 1), (1, 13), (1, 0)])
def test_no_such_day(day: int, month: int) -> None:
    with pytest.raises(ValueError, match="lunar"):
        from_lunar(day, month, 2026)
