"""The calendar: the facts of 2018-2027 day by day, the law for other years, and counting."""

from __future__ import annotations

import time
from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.dates.calendar import (
    Calendar,
    CalendarNote,
    CalendarYear,
    DayOff,
    Status,
    Swap,
    UnknownYear,
    WorkedDay,
)
from phoihop.dates.statutory import statutory_year

from .conftest import shipped_years

VN = Calendar(shipped_years())
D = date.fromisoformat

# Year: weekdays off, Saturdays worked, holidays on weekends (month-day).
FACTS = {
    2018: ("01-01 02-14 02-15 02-16 02-19 02-20 04-25 04-30 05-01 09-03 12-31", "", "02-17 02-18 09-02"),
    2019: ("01-01 02-04 02-05 02-06 02-07 02-08 04-15 04-29 04-30 05-01 09-02", "01-05 05-04", "04-14"),
    2020: ("01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02", "", "01-25 01-26"),
    2021: ("01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03", "", "02-13 02-14 05-01"),
    2022: ("01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02", "", "01-01 04-10 04-30 05-01"),
    2023: (
        "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04",
        "",
        "01-01 01-21 01-22 04-29 04-30 09-02",
    ),
    2024: ("01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03", "05-04", "02-10 02-11"),
    2025: ("01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02", "04-26", ""),
    2026: (
        "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24",
        "01-10 08-22",
        "04-26",
    ),
    2027: ("01-01 02-04 02-05 02-08 02-09 02-10 04-16 04-30 05-03 09-02 09-03 11-24", "", "02-06 02-07 05-01"),
}
# What python-holidays (0.109) says otherwise, and why it is wrong.
ORACLE_LACKS = {D("2026-01-02"): "swapped with Saturday 10/01/2026 (Công văn 12729/VPCP-KGVX)"}


def days(year: int, text: str) -> set[date]:
    return {D(f"{year}-{day}") for day in text.split()}


def every_day(first: int, last: int) -> list[date]:
    start = date(first, 1, 1)
    return [start + timedelta(i) for i in range((date(last, 12, 31) - start).days + 1)]


def test_every_day_of_the_announced_years() -> None:
    off = set().union(*(days(y, f[0]) | days(y, f[2]) for y, f in FACTS.items()))
    worked = set().union(*(days(y, f[1]) for y, f in FACTS.items()))
    for day in every_day(2018, 2027):
        assert VN.is_working(day) == (day in worked or (day.weekday() < 5 and day not in off)), day


def test_weekend_holidays_keep_their_names() -> None:
    for year, (_, _, weekend) in FACTS.items():
        for day in days(year, weekend):
            assert VN.why_off(day) not in (None, "Thứ Bảy", "Chủ nhật"), day


def test_agrees_with_the_oracle_but_for_known_gaps() -> None:
    oracle = holidays.country_holidays("VN", years=range(2018, 2028))
    for day in every_day(2018, 2027):
        if day.weekday() < 5 and (day in oracle) == VN.is_working(day):
            assert day in ORACLE_LACKS, day


@pytest.mark.parametrize("year", FACTS)
def test_the_law_alone_gives_what_was_announced_but_for_swaps(year: int) -> None:
    announced = days(year, FACTS[year][0]) | days(year, FACTS[year][2])
    swapped = {swap.off for record in shipped_years() for swap in record.swaps}
    assert {off.day for off in statutory_year(year).off} == announced - swapped


@pytest.mark.parametrize(
    ("start", "n", "end"),
    [
        ("2026-09-25", 15, "2026-10-16"),
        ("2026-08-19", 3, "2026-08-22"),  # a worked Saturday counts
        ("2026-08-21", 1, "2026-08-22"),
        ("2025-12-31", 1, "2026-01-05"),  # 01/01 is a holiday, 02/01 swapped
        ("2026-01-09", 1, "2026-01-10"),
        ("2026-02-13", 1, "2026-02-23"),  # over Tết
        ("2026-09-04", -3, "2026-08-27"),
        ("2026-03-07", 1, "2026-03-09"),  # from a Saturday
        ("2026-03-07", -1, "2026-03-06"),
        ("2026-03-07", 0, "2026-03-07"),
        ("2026-06-15", 250, "2027-06-15"),
    ],
)
def test_adding_working_days(start: str, n: int, end: str) -> None:
    if n == 250:
        assert VN.working_between(D(start), VN.add_working(D(start), n)) == n
    else:
        assert VN.add_working(D(start), n) == D(end)


known = st.dates(D("2018-01-01"), D("2027-12-31"))
beyond = st.dates(D("1992-01-01"), D("2058-12-31"))


@given(beyond, st.integers(1, 400))
def test_adding_then_subtracting_comes_back(day: date, n: int) -> None:
    start = VN.next_working(day)
    assert VN.add_working(VN.add_working(start, n), -n) == start
    assert VN.is_working(VN.add_working(day, n))
    assert VN.working_between(day, VN.add_working(day, n)) == n
    assert VN.working_between(VN.add_working(day, n), day) == -n


@given(known, st.integers(1, 60))
def test_adding_steps_over_days_one_by_one(day: date, n: int) -> None:
    step, left = day, n
    while left:
        step += timedelta(1)
        left -= VN.is_working(step)
    assert VN.add_working(day, n) == step


@given(beyond)
def test_next_and_previous(day: date) -> None:
    following, previous = VN.next_working(day), VN.previous_working(day)
    assert previous <= day <= following
    assert VN.is_working(following)
    assert VN.is_working(previous)
    assert (VN.why_off(day) is None) == VN.is_working(day)


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("2026-03-07", "Thứ Bảy"),
        ("2026-03-08", "Chủ nhật"),
        ("2026-03-09", None),
        ("2026-01-02", "nghỉ hoán đổi, làm bù ngày 10/01/2026 (Công văn 12729/VPCP-KGVX)"),
        ("2026-02-17", "Tết Nguyên đán (Thông báo 9441/TB-BNV ngày 16/10/2025)"),
        ("2026-11-24", "Ngày Văn hóa Việt Nam (Nghị quyết 28/2026/QH16, Điều 2)"),
        ("2020-01-28", "Nghỉ bù Tết Nguyên đán (chưa tra được văn bản thông báo lịch nghỉ năm 2020)"),
    ],
)
def test_why_off(day: str, why: str | None) -> None:
    assert VN.why_off(D(day)) == why


def test_why_off_of_a_year_without_a_notice_says_so() -> None:
    assert "chưa có thông báo lịch nghỉ năm 2029" in (VN.why_off(D("2029-01-01")) or "")


def test_why_worked() -> None:
    text = VN.why_worked(D("2019-01-05"))
    assert text == "làm bù cho ngày 31/12/2018 (Công văn 6519/VPCP-KGVX năm 2018)"
    assert VN.why_worked(D("2026-03-09")) is None


def test_status_and_unknown_years() -> None:
    assert VN.status(2026) is Status.ANNOUNCED
    assert VN.status(2027) is Status.PROVISIONAL
    assert VN.status(2040) is Status.PROVISIONAL
    assert VN.is_working(D("1990-01-02"))
    assert VN.is_working(D("2060-12-30"))
    assert VN.working_between(D("2060-12-30"), D("2060-12-31")) == 1
    for call in (VN.is_working, VN.why_off, VN.next_working):
        with pytest.raises(UnknownYear):
            call(D("2061-01-03"))
    with pytest.raises(UnknownYear):
        VN.status(1989)


def test_notes() -> None:
    assert len(VN.notes(D("2026-11-23"), D("2026-11-23"))) == 1
    assert VN.notes(D("2026-11-29"), D("2026-12-31")) == ()
    # 24/11/2029 is a Saturday: not made up, and noted (decision 13).
    assert VN.is_working(D("2029-11-26"))
    assert len(VN.notes(D("2029-11-24"), D("2029-11-24"))) == 1
    assert VN.notes(D("2028-11-24"), D("2028-11-24")) == ()


def test_a_workspace_overlays_its_own_days() -> None:
    own = CalendarYear(
        2026,
        announced=True,
        swaps=(Swap(D("2026-11-23"), D("2026-11-28"), "Công văn X"),),
        off=(),
        worked=(WorkedDay(D("2026-05-16"), "Làm việc theo kế hoạch của Sở"),),
    )
    calendar = VN.overlay([own])
    assert not calendar.is_working(D("2026-11-23"))
    assert calendar.is_working(D("2026-11-28"))
    assert calendar.is_working(D("2026-05-16"))
    assert not calendar.is_working(D("2026-02-17"))
    assert calendar.notes(D("2026-11-23"), D("2026-11-23")) == (), "the swap settles the matter"
    assert VN.is_working(D("2026-11-23")), "the calendar it came from stays as it was"
    closed = calendar.overlay([CalendarYear(2026, announced=False, off=(DayOff(D("2026-05-16"), "Nghỉ"),))])
    assert not closed.is_working(D("2026-05-16"))


def test_an_announced_year_takes_the_place_of_a_provisional_one() -> None:
    notice = CalendarYear(2027, True, ("Thông báo Y",), (DayOff(D("2027-02-11"), "Tết Nguyên đán"),))
    calendar = VN.overlay([notice])
    assert calendar.status(2027) is Status.ANNOUNCED
    assert calendar.why_off(D("2027-02-11")) == "Tết Nguyên đán (Thông báo Y)"
    assert calendar.is_working(D("2027-02-09"))
    note = CalendarNote(D("2028-01-01"), D("2028-01-05"), "chưa rõ")
    assert VN.overlay([CalendarYear(2028, False, notes=(note,))]).notes(D("2028-01-05"), D("2028-01-06")) == (note,)


def test_counting_is_fast() -> None:
    day = D("2026-01-05")
    VN.add_working(day, 15)
    start = time.perf_counter()
    for _ in range(20_000):
        VN.add_working(day, 15)
    assert (time.perf_counter() - start) / 20_000 < 10e-6  # measured 0.5 us; wide, for busy machines
