"""The phrase reader: what each phrase is read into, what is refused, and that nothing at all makes it fail."""

from __future__ import annotations

import subprocess
import sys
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.dates.phrase import read
from phoihop.dates.phrase.mend import _EXAMPLES
from phoihop.dates.phrase.reader import _read
from phoihop.dates.rule import (
    After,
    Before,
    Closing,
    Cycle,
    Cycles,
    Event,
    FixedDay,
    Frequency,
    Lunar,
    NamedPoint,
    OpenYearly,
    Period,
    PeriodDay,
    Point,
    Range,
    Recurring,
    Rule,
    Until,
)
from phoihop.dates.units import MonthDay, Span, Unit

DAY, WORKING, WEEK = Unit.DAY, Unit.WORKING_DAY, Unit.WEEK
MONTH, QUARTER, HALF, YEAR = Unit.MONTH, Unit.QUARTER, Unit.HALF, Unit.YEAR


def fixed(*days: tuple[int, int, int], exclusive: bool = False) -> FixedDay:
    return FixedDay(tuple(MonthDay(*day) for day in days), exclusive)


def period(*spans: tuple[int, int, int], exclusive: bool = False) -> Period:
    return Period(tuple(Span(*span) for span in spans), exclusive)


def each(unit: Unit, month: int, day: int, exclusive: bool = False, **more: int) -> Recurring:
    return Recurring((PeriodDay(unit, month, day, exclusive=exclusive, **more),))  # type: ignore[arg-type]


JUNE_15 = fixed((15, 6, 2026))
BEFORE_JUNE_15 = fixed((15, 6, 2026), exclusive=True)
YEARLY_TWICE = Recurring((PeriodDay(YEAR, 6, 20), PeriodDay(YEAR, 12, 20)))

READ: list[tuple[str, str, Rule]] = [
    # Days of the calendar (decisions 1 and 2).
    ("ngày 15/6/2026", "fixed-day", JUNE_15),
    ("15/6/2026", "fixed-day", JUNE_15),
    ("15/06/2026", "fixed-day", JUNE_15),
    ("15.6.2026", "fixed-day", JUNE_15),
    ("ngày 15-6-2026", "fixed-day", JUNE_15),
    ("2026-06-15", "fixed-day", JUNE_15),
    ("Ngày 15 tháng 6 năm 2026", "fixed-day", JUNE_15),
    ("ngày 15/6 năm 2026", "fixed-day", JUNE_15),
    ("chậm nhất ngày 15 tháng 06 năm 2026", "fixed-day", JUNE_15),
    ("Chậm nhất là ngày 15/6/2026", "fixed-day", JUNE_15),
    ("đến hết ngày 15/6/2026", "fixed-day", JUNE_15),
    ("vào ngày 15/6/2026", "fixed-day", JUNE_15),
    ("không muộn hơn ngày 15/6/2026", "fixed-day", JUNE_15),
    ("từ ngày ký đến hết ngày 15/6/2026", "fixed-day", JUNE_15),
    ("trước 17 giờ ngày 15/6/2026", "fixed-day", JUNE_15),
    ("trước 16h30 ngày 15/6/2026", "fixed-day", JUNE_15),
    ("trước ngày 15/6/2026", "fixed-day", BEFORE_JUNE_15),
    ("Trước 15/6/2026", "fixed-day", BEFORE_JUNE_15),
    ("chậm nhất trước ngày 15/6/2026", "fixed-day", BEFORE_JUNE_15),
    ("Hoàn thành trước ngày 15.6.2026.", "fixed-day", BEFORE_JUNE_15),
    ("Báo cáo kết quả về Sở Y tế trước ngày 15/6/2026", "fixed-day", BEFORE_JUNE_15),
    ("Xây dựng kế hoạch năm 2027 trước ngày 15/6/2026", "fixed-day", BEFORE_JUNE_15),
    ("Thực hiện Kế hoạch số 12/KH-SYT ngày 20/01/2026, xong trước ngày 15/6/2026", "fixed-day", BEFORE_JUNE_15),
    ("Hoàn thành trong tháng 6/2026, trước ngày 15", "fixed-day", BEFORE_JUNE_15),
    ("Trước 30 tháng 6", "fixed-day", fixed((30, 6, 0), exclusive=True)),
    ("15.6", "fixed-day", fixed((15, 6, 0))),
    ("ngày 15/6 và ngày 15/12/2026", "fixed-day", fixed((15, 6, 2026), (15, 12, 2026))),
    ("ngày 29/02/2028", "fixed-day", fixed((29, 2, 2028))),
    # Whole periods (decision 3).
    ("tháng 12/2021", "period", period((12, 12, 2021))),
    ("Tháng 02 năm 2026", "period", period((2, 2, 2026))),
    ("tháng mười hai năm 2026", "period", period((12, 12, 2026))),
    ("trong tháng 6", "period", period((6, 6, 0))),
    ("quý IV", "period", period((10, 12, 0))),
    ("Quý 4", "period", period((10, 12, 0))),
    ("quí IV", "period", period((10, 12, 0))),
    ("trong quý III/2026", "period", period((7, 9, 2026))),
    ("quý 3 năm 2026", "period", period((7, 9, 2026))),
    ("quý II và quý IV/2026", "period", period((4, 6, 2026), (10, 12, 2026))),
    ("Quý II, IV năm 2026", "period", period((4, 6, 2026), (10, 12, 2026))),
    ("các tháng 3, 6, 9", "period", period((3, 3, 0), (6, 6, 0), (9, 9, 0))),
    ("6 tháng cuối năm 2026", "period", period((7, 12, 2026))),
    ("06 tháng đầu năm 2026", "period", period((1, 6, 2026))),
    ("trong 6 tháng đầu năm", "period", period((1, 6, 0))),
    ("9 tháng năm 2026", "period", period((1, 9, 2026))),
    ("trong năm 2018", "period", period((1, 12, 2018))),
    ("hoàn thành trong năm 2026", "period", period((1, 12, 2026))),
    ("trong năm", "period", period((1, 12, 0))),
    ("trước quý III/2026", "period", period((7, 9, 2026), exclusive=True)),
    # Ranges.
    ("từ tháng 4 đến tháng 6/2026", "range", Range(Span(4, 4, 2026), Span(6, 6, 2026))),
    ("tháng 7 - 8/2026", "range", Range(Span(7, 7, 2026), Span(8, 8, 2026))),
    ("Tháng 7–8/2026", "range", Range(Span(7, 7, 2026), Span(8, 8, 2026))),
    ("quý I - III/2026", "range", Range(Span(1, 3, 2026), Span(7, 9, 2026))),
    ("giai đoạn 2018-2021", "range", Range(Span(1, 12, 2018), Span(1, 12, 2021))),
    ("giai đoạn 2018 – 2021", "range", Range(Span(1, 12, 2018), Span(1, 12, 2021))),
    ("giai đoạn 20182021", "range", Range(Span(1, 12, 2018), Span(1, 12, 2021))),
    ("giai đoạn 2018 2021", "range", Range(Span(1, 12, 2018), Span(1, 12, 2021))),
    ("từ năm 2018 đến năm 2021", "range", Range(Span(1, 12, 2018), Span(1, 12, 2021))),
    ("năm 2018 - 2021", "range", Range(Span(1, 12, 2018), Span(1, 12, 2021))),
    ("từ 01/6 đến 15/6/2026", "range", Range(MonthDay(1, 6, 2026), MonthDay(15, 6, 2026))),
    ("01-15/6/2026", "range", Range(MonthDay(1, 6, 2026), MonthDay(15, 6, 2026))),
    ("từ ngày 01 đến ngày 15 tháng 6 năm 2026", "range", Range(MonthDay(1, 6, 2026), MonthDay(15, 6, 2026))),
    # Named points (Đ.146).
    ("cuối tháng 6", "named-point", NamedPoint(Point.END, Span(6, 6))),
    ("giữa tháng 5/2026", "named-point", NamedPoint(Point.MIDDLE, Span(5, 5, 2026))),
    ("đầu năm 2027", "named-point", NamedPoint(Point.START, Span(1, 12, 2027))),
    ("giữa năm 2026", "named-point", NamedPoint(Point.MIDDLE, Span(1, 12, 2026))),
    ("cuối quý II", "named-point", NamedPoint(Point.END, Span(4, 6))),
    ("ngày cuối cùng của tháng 6/2026", "named-point", NamedPoint(Point.END, Span(6, 6, 2026))),
    # Until.
    ("đến hết năm 2030", "until", Until(Span(1, 12, 2030))),
    ("đến năm 2020", "until", Until(Span(1, 12, 2020))),
    ("hết quý II/2026", "until", Until(Span(4, 6, 2026))),
    # Days of every year.
    ("trước ngày 10/12 hằng năm", "yearly-day", each(YEAR, 12, 10, exclusive=True)),
    ("Hàng năm, trước ngày 10 tháng 12", "yearly-day", each(YEAR, 12, 10, exclusive=True)),
    ("định kỳ hằng năm (trước ngày 10/12)", "yearly-day", each(YEAR, 12, 10, exclusive=True)),
    ("ngày 20/6 và 20/12 hằng năm", "yearly-day", YEARLY_TWICE),
    ("ngày 20 tháng 6 và ngày 20 tháng 12 hàng năm", "yearly-day", YEARLY_TWICE),
    ("báo cáo 6 tháng vào ngày 20/6, báo cáo năm vào ngày 20/12", "yearly-day", YEARLY_TWICE),
    ("trước ngày 31/01 năm sau", "yearly-day", each(YEAR, 1, 31, exclusive=True, after=True)),
    ("tháng 12 hằng năm", "yearly-day", Recurring((PeriodDay(YEAR, 12, 31),), assumed=True)),
    # Days of every month.
    ("ngày 25 hằng tháng", "monthly-day", each(MONTH, 1, 25)),
    ("hằng tháng, trước ngày 25", "monthly-day", each(MONTH, 1, 25, exclusive=True)),
    ("từ ngày 20 đến ngày 25 hằng tháng", "monthly-day", each(MONTH, 1, 25, first=20)),
    ("trước ngày 05 của tháng sau", "monthly-day", each(MONTH, 1, 5, exclusive=True, after=True)),
    ("ngày 15 và 30 hằng tháng", "monthly-day", Recurring((PeriodDay(MONTH, 1, 15), PeriodDay(MONTH, 1, 30)))),
    ("ngày làm việc cuối cùng của tháng", "monthly-day", each(MONTH, 1, 31, working=1)),
    ("cuối mỗi tháng", "monthly-day", each(MONTH, 1, 31)),
    # Days of every quarter.
    ("ngày 20 tháng cuối quý", "quarter-day", each(QUARTER, 3, 20)),
    ("ngày 20 của tháng cuối cùng của mỗi quý", "quarter-day", each(QUARTER, 3, 20)),
    ("trước ngày 10 của tháng đầu quý sau", "quarter-day", each(QUARTER, 1, 10, exclusive=True, after=True)),
    ("Định kỳ hằng quý, trước ngày 25 tháng cuối quý", "quarter-day", each(QUARTER, 3, 25, exclusive=True)),
    ("hằng quý (vào cuối quý)", "quarter-day", each(QUARTER, 3, 31)),
    # Cycles without a day (decision 4).
    ("định kỳ hằng quý", "cycle", Cycle(1, QUARTER)),
    ("ĐỊNH KỲ HÀNG QUÝ", "cycle", Cycle(1, QUARTER)),
    ("định kì hàng quí", "cycle", Cycle(1, QUARTER)),
    ("Định kỳ 06 tháng/lần", "cycle", Cycle(1, HALF)),
    ("06 tháng một lần", "cycle", Cycle(1, HALF)),
    ("6 tháng 1 lần", "cycle", Cycle(1, HALF)),
    ("sáu tháng một lần", "cycle", Cycle(1, HALF)),
    ("mỗi năm 02 lần", "cycle", Cycle(1, HALF)),
    ("02 lần/năm", "cycle", Cycle(1, HALF)),
    ("Định kỳ hàng năm", "cycle", Cycle(1, YEAR)),
    ("hằng năm", "cycle", Cycle(1, YEAR)),
    ("12 tháng/lần", "cycle", Cycle(1, YEAR)),
    ("khám sức khỏe định kỳ hằng năm", "cycle", Cycle(1, YEAR)),
    ("mỗi tháng 1 lần", "cycle", Cycle(1, MONTH)),
    ("01 lần/quý", "cycle", Cycle(1, QUARTER)),
    ("quý/lần", "cycle", Cycle(1, QUARTER)),
    ("hằng tuần", "cycle", Cycle(1, WEEK)),
    ("thứ Sáu hằng tuần", "cycle", Cycle(1, WEEK, weekday=4)),
    ("2 năm một lần", "cycle", Cycle(2, YEAR)),
    ("năm năm một lần", "cycle", Cycle(5, YEAR)),
    ("4 tháng/lần", "cycle", Cycle(4, MONTH)),
    ("hằng năm, giai đoạn 2026-2030", "cycle", Cycle(1, YEAR, since_year=2026, until_year=2030)),
    ("báo cáo quý (chốt số liệu ngày 14)", "cycle", Cycle(1, QUARTER, Closing(14))),
    (
        "báo cáo quý chốt số liệu ngày 14, gửi chậm nhất 02 ngày làm việc sau khi chốt số liệu",
        "cycle",
        Cycle(1, QUARTER, Closing(14, 2)),
    ),
    # Several cycles (decision 5).
    ("báo cáo quý, 6 tháng, năm", "cycles", Cycles((QUARTER, HALF, YEAR))),
    ("Định kỳ hàng quý, 6 tháng", "cycles", Cycles((QUARTER, HALF))),
    ("hằng tháng, hằng quý, 6 tháng và hằng năm", "cycles", Cycles((MONTH, QUARTER, HALF, YEAR))),
    # How often, not when (decision 9).
    ("định kỳ 1 - 2 lần/năm", "frequency", Frequency(1, 2, YEAR)),
    ("khám sức khỏe định kỳ 1 – 2 lần/năm", "frequency", Frequency(1, 2, YEAR)),
    ("tối thiểu 01 lần/năm", "frequency", Frequency(1, 0, YEAR)),
    ("tối thiểu mỗi năm 01 lần", "frequency", Frequency(1, 0, YEAR)),
    # Years without end.
    ("năm 2018 và các năm tiếp theo", "open-yearly", OpenYearly(2018)),
    ("từ năm 2026 trở đi", "open-yearly", OpenYearly(2026)),
    # After an event (decision 7).
    (
        "trong thời hạn 07 ngày làm việc kể từ ngày nhận được văn bản",
        "after",
        After(7, WORKING, Event.ANCHOR, "nhận được văn bản"),
    ),
    (
        "Trong thời hạn 10 (mười) ngày, kể từ ngày ký ban hành",
        "after",
        After(10, DAY, Event.SIGNING, "ký ban hành"),
    ),
    ("sau 15 ngày kể từ ngày ký", "after", After(15, DAY, Event.SIGNING, "ký")),
    ("sau 02 năm thực hiện", "after", After(2, YEAR, Event.START, "thực hiện")),
    ("sau 03 năm thực hiện Chương trình", "after", After(3, YEAR, Event.START, "thực hiện")),
    ("05 ngày làm việc sau ngày họp", "after", After(5, WORKING, Event.ANCHOR, "họp")),
    ("sau khi kết thúc hội nghị 05 ngày", "after", After(5, DAY, Event.ANCHOR, "kết thúc hội nghị")),
    (
        "trong vòng 30 ngày kể từ ngày 01/6/2026",
        "after",
        After(30, DAY, Event.DAY, "01/6/2026", day=MonthDay(1, 6, 2026)),
    ),
    (
        "chậm nhất 05 ngày làm việc sau khi kết thúc quý",
        "after",
        After(5, WORKING, Event.PERIOD, "kết thúc quý", every=QUARTER),
    ),
    # Before an event, counted backwards.
    ("chậm nhất 03 ngày làm việc trước ngày họp", "before", Before(3, WORKING, Event.ANCHOR, "họp")),
    ("trước khi họp ít nhất 05 ngày", "before", Before(5, DAY, Event.ANCHOR, "họp")),
    ("trước ít nhất 03 ngày làm việc", "before", Before(3, WORKING, Event.ANCHOR)),
    ("trước ngày họp", "before", Before(0, DAY, Event.ANCHOR, "họp")),
    # Lunar days.
    ("trước Tết Nguyên đán 2027", "lunar", Lunar(1, 1, 2027, "Tết Nguyên đán", exclusive=True)),
    ("trước Tết Đinh Mùi", "lunar", Lunar(1, 1, 2027, "Tết Nguyên đán", exclusive=True)),
    ("Tết Trung thu năm 2026", "lunar", Lunar(15, 8, 2026, "Tết Trung thu")),
    ("trước Tết Nguyên đán hằng năm", "lunar", Lunar(1, 1, 0, "Tết Nguyên đán", exclusive=True, yearly=True)),
]

UNDATED = [
    ("thường xuyên", "no-date", "continuous"),
    ("Thường xuyên, liên tục", "no-date", "continuous"),
    ("hằng ngày", "no-date", "continuous"),
    ("đột xuất", "no-date", "on-demand"),
    ("định kỳ, đột xuất", "no-date", "on-demand"),
    ("kịp thời", "no-date", "on-demand"),
    ("khi cần thiết", "no-date", "conditional"),
    ("Khi có yêu cầu của Sở Y tế", "no-date", "conditional"),
    ("theo kế hoạch riêng", "no-date", "conditional"),
    ("Định kỳ", "no-date", "continuous"),
    ("chi thường xuyên", "not-a-deadline", "not-a-deadline"),
    ("Nguồn chi thường xuyên hằng năm", "not-a-deadline", "not-a-deadline"),
    ("bộ phận thường trực", "not-a-deadline", "not-a-deadline"),
    ("khám sức khỏe định kỳ", "not-a-deadline", "not-a-deadline"),
    ("lớp dưới 03 tháng", "not-a-deadline", "not-a-deadline"),
    ("trẻ em dưới 6 tuổi", "not-a-deadline", "not-a-deadline"),
    ("trẻ 24 tháng tuổi", "not-a-deadline", "not-a-deadline"),
]

IMPOSSIBLE = [
    ("ngày 31/4/2026", "ngày 31/4/2026", "ngày 30/4/2026"),
    ("trước ngày 29/02/2027", "ngày 29/02/2027", "trước ngày 28/02/2027"),
    ("trước ngày 32/1/2026", "ngày 32/1/2026", "trước ngày 31/1/2026"),
    ("quý V/2026", "quý V/2026", "quý IV/2026"),
    ("quý 5", "quý 5", "quý IV"),
    ("tháng 13/2026", "tháng 13/2026", None),
    ("ngày 12/13/2026", "ngày 12/13/2026", None),
    ("ngày 0/5/2026", "ngày 0/5/2026", None),
    ("giai đoạn 2030-2026", "2030-2026", "giai đoạn 2026-2030"),
    ("ngày 45 hằng tháng", "ngày 45", "ngày 31 hằng tháng"),
]

UNREADABLE = [
    ("giữa quý", "giữa quý"),
    ("giữa quý II/2026", "giữa quý II/2026"),
    ("cuối quý", "cuối quý"),
    ("cuối tháng", "cuối tháng"),
    ("trước ngày 20", "20"),
    ("hằng quý, trước ngày 20", "20"),
    ("ngày 15/6/26", "26"),
    ("năm học 2026-2027", "năm học 2026-2027"),
    ("đầu năm học", "năm học"),
    ("sau ngày 30/6/2026", "sau ngày 30/6/2026"),
    ("sau Tết Nguyên đán 2027", "sau Tết Nguyên đán 2027"),
    ("từ tháng 6/2026", "từ tháng 6/2026"),
    ("trong 24 giờ kể từ khi nhận tin", "giờ"),
    ("10 ngày", "10 ngày"),
    ("2026", "2026"),
    ("hằn quý", "quý"),
    ("trước mắt", "trước mắt"),
    ("Sở Y tế phối hợp Sở Nội vụ", "Sở Y tế phối hợp Sở Nội vụ"),
    ("Báo cáo cấp có thẩm quyền", "Báo cáo cấp có thẩm quyền"),
    ("1.500.000 đồng", "1.500.000 đồng"),
    ("12/KH-UBND", "12/KH-UBND"),
    ("02 lớp, 40 học viên", "02 lớp, 40 học viên"),
    ("theo Nghị định 30/2020/NĐ-CP ngày 05/3/2020", "30/2020/NĐ-CP ngày 05/3/2020"),
    ("đầu mối", "đầu mối"),
    ("50%", "50%"),
    ("", ""),
    ("   ", "   "),
    ("???", "???"),
]


@pytest.mark.parametrize(("phrase", "kind", "rule"), READ, ids=[case[0] for case in READ])
def test_reads(phrase: str, kind: str, rule: Rule) -> None:
    reading = read(phrase)
    assert (reading.kind, reading.rule, reading.problem) == (kind, rule, None)
    assert reading.readable
    assert reading.dated
    assert reading.phrase == phrase
    # The same in decomposed letters, in capitals, with other spaces, in brackets.
    for varied in (unicodedata.normalize("NFD", phrase), f"  {phrase}\xa0", f"({phrase})", phrase.replace(" ", "  ")):
        assert read(varied).rule == rule, varied
    shouted = read(phrase.upper()).rule
    if not isinstance(rule, After | Before | Lunar):  # these quote the phrase's own words
        assert shouted == rule


@pytest.mark.parametrize(("phrase", "kind", "undated"), UNDATED)
def test_reads_as_undated(phrase: str, kind: str, undated: str) -> None:
    reading = read(phrase)
    assert (reading.kind, reading.undated, reading.rule, reading.problem) == (kind, undated, None, None)
    assert reading.readable
    assert not reading.dated


@pytest.mark.parametrize(("phrase", "where", "nearest"), IMPOSSIBLE)
def test_refuses_what_does_not_exist(phrase: str, where: str, nearest: str | None) -> None:
    reading = read(phrase)
    assert (reading.kind, reading.rule, reading.readable) == ("impossible", None, False)
    assert reading.problem
    assert phrase[reading.problem.start : reading.problem.end] == where
    assert where in reading.problem.message
    assert nearest in (None, reading.problem.nearest)
    assert not reading.problem.nearest or read(reading.problem.nearest).readable


@pytest.mark.parametrize(("phrase", "where"), UNREADABLE)
def test_refuses_what_it_cannot_read(phrase: str, where: str) -> None:
    reading = read(phrase)
    assert (reading.kind, reading.rule, reading.readable) == ("unreadable", None, False)
    assert reading.problem
    assert phrase[reading.problem.start : reading.problem.end] == where
    assert not reading.problem.nearest or read(reading.problem.nearest).readable


def test_places_count_in_the_phrase_as_written() -> None:
    phrase = unicodedata.normalize("NFD", "Hoàn thành trước ngày 31/4/2026, gửi về Sở")
    problem = read(phrase).problem
    assert problem
    assert unicodedata.normalize("NFC", phrase[problem.start : problem.end]) == "ngày 31/4/2026"


@pytest.mark.parametrize(
    ("phrase", "nearest"),
    [("hằn quý", "hằng quý"), ("thườn xuyên", "thường xuyên"), ("ngày 15/6/26", "ngày 15/6/2026")],
)
def test_proposes_the_nearest(phrase: str, nearest: str) -> None:
    problem = read(phrase).problem
    assert problem
    assert problem.nearest == nearest


@pytest.mark.parametrize(
    ("phrase", "code"),
    [
        ("định kỳ hằng quý", "cycle-without-day"),
        ("báo cáo quý, 6 tháng, năm", "cycle-without-day"),
        ("Định kỳ", "cycle-without-period"),
        ("1 - 2 lần/năm", "frequency-not-time"),
        ("tháng 12 hằng năm", "day-assumed"),
        ("thứ Sáu hằng tuần", ""),
        ("ngày 20 tháng cuối quý", ""),
        ("trước ngày 15/6/2026", ""),
    ],
)
def test_hints(phrase: str, code: str) -> None:
    assert [hint.code for hint in read(phrase).hints] == ([code] if code else [])


@pytest.mark.parametrize("phrase", _EXAMPLES)
def test_every_proposal_is_readable(phrase: str) -> None:
    assert read(phrase).readable


@given(st.text())
def test_never_raises_on_any_text(phrase: str) -> None:
    check(phrase)


WORDS = sorted(
    {word for case in READ for word in case[0].split()} | {"31/4", "V", "00", "năm học", "(", ",", "99999999999"}
)


@given(st.lists(st.sampled_from(WORDS), max_size=9))
def test_never_raises_on_shuffled_words(words: list[str]) -> None:
    check(" ".join(words))


@given(st.sampled_from([case[0] for case in READ]), st.data())
def test_never_raises_on_mutated_phrases(phrase: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(phrase)))
    cut = data.draw(st.integers(0, 3))
    check(phrase[:at] + data.draw(st.text(max_size=2)) + phrase[at + cut :])


def check(phrase: str) -> None:
    reading = read(phrase)
    assert (reading.problem is None) == reading.readable
    assert reading.dated <= reading.readable
    assert bool(reading.undated) == (reading.readable and not reading.dated)
    if reading.problem:
        assert 0 <= reading.problem.start <= reading.problem.end <= len(phrase)
        assert not reading.problem.nearest or read(reading.problem.nearest).readable


def test_a_very_long_phrase_is_no_trouble() -> None:
    start = time.perf_counter()
    assert read("định kỳ hằng quý " * 2000).kind == "cycle"
    assert not read("lorem " * 5000 + "1" * 6000).readable
    assert time.perf_counter() - start < 3


def test_reading_a_typical_phrase_is_fast() -> None:
    phrases = [case[0] for case in READ]
    _read.cache_clear()
    start = time.perf_counter()
    for phrase in phrases:
        read(phrase)
    assert (time.perf_counter() - start) / len(phrases) < 400e-6  # measured 30 us; wide, for busy machines


def test_reading_loads_nothing_heavy() -> None:
    code = (
        "import sys; from phoihop.dates.phrase import read; read('trước ngày 15/6/2026');"
        "from phoihop.dates.occurrence import nominal_days, Terms; nominal_days(read('tháng 6/2026'), Terms());"
        "print([m for m in ('dateutil', 'yaml', 'difflib') if m in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
