"""Occurrences: when readings fall due, why, and what is missing when they cannot."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.dates.calendar import Calendar
from phoihop.dates.occurrence import AnchorDay, Occurrence, Schedule, Terms, nominal_days, occurrences
from phoihop.dates.phrase import read
from phoihop.dates.roll import Roll

from .conftest import shipped_years
from .test_phrase import READ

VN = Calendar(shipped_years())
D = date.fromisoformat
ALWAYS = (D("1990-01-01"), D("2060-12-31"))
ONE_YEAR = Terms(D("2026-01-20"), D("2026-12-31"), D("2026-01-20"))
FOUR_YEARS = Terms(D("2018-05-16"), D("2021-12-31"), D("2018-05-16"))


def due(phrase: str, terms: Terms = ONE_YEAR, roll: Roll = Roll.FORWARD) -> Schedule:
    return occurrences(read(phrase), terms, VN, ALWAYS, roll)


def lines(phrase: str, terms: Terms = ONE_YEAR) -> list[str]:
    schedule = due(phrase, terms)
    assert not schedule.problems
    return [f"{o.nominal} {o.due} {o.label}".strip() for o in schedule.occurrences]


def anchored(*days: str) -> Terms:
    return Terms(D("2026-01-20"), D("2026-12-31"), D("2026-01-20"), tuple(AnchorDay(D(d), f"lần {d}") for d in days))


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [  # nominal, due, label
        ("trước ngày 15/11/2026", ["2026-11-15 2026-11-13"]),
        ("trước ngày 01/7/2026", ["2026-07-01 2026-06-30"]),
        ("ngày 15/11/2026", ["2026-11-15 2026-11-16"]),
        ("chậm nhất ngày 15/11", ["2026-11-15 2026-11-16"]),
        ("trước ngày 24/8/2026", ["2026-08-24 2026-08-22"]),  # the worked Saturday before it
        ("tháng 5/2026", ["2026-05-31 2026-06-01"]),
        ("quý IV", ["2026-12-31 2026-12-31"]),
        ("quý II và quý IV", ["2026-06-30 2026-06-30 quý II/2026", "2026-12-31 2026-12-31 quý IV/2026"]),
        ("6 tháng đầu năm", ["2026-06-30 2026-06-30"]),
        ("trước quý III/2026", ["2026-07-01 2026-06-30"]),
        ("từ tháng 4 đến tháng 6/2026", ["2026-06-30 2026-06-30"]),
        ("giai đoạn 2026-2030", ["2030-12-31 2030-12-31"]),
        ("cuối tháng 2", ["2026-02-28 2026-03-02"]),
        ("giữa tháng 5/2026", ["2026-05-15 2026-05-15"]),
        ("giữa năm 2026", ["2026-06-30 2026-06-30"]),
        ("đầu năm 2027", ["2027-01-01 2027-01-04"]),
        ("đến năm 2028", ["2028-12-31 2029-01-02"]),
        ("trước ngày 10/12 hằng năm", ["2026-12-10 2026-12-09 năm 2026"]),
        (
            "ngày 20/6 và 20/12 hằng năm",
            ["2026-06-20 2026-06-22 đợt 1 năm 2026", "2026-12-20 2026-12-21 đợt 2 năm 2026"],
        ),
        (
            "ngày 20 tháng cuối quý",
            [
                "2026-03-20 2026-03-20 quý I/2026",
                "2026-06-20 2026-06-22 quý II/2026",
                "2026-09-20 2026-09-21 quý III/2026",
                "2026-12-20 2026-12-21 quý IV/2026",
            ],
        ),
        (
            "định kỳ hằng quý, 6 tháng, năm",
            [
                "2026-03-31 2026-03-31 quý I/2026",
                "2026-06-30 2026-06-30 6 tháng đầu năm 2026",
                "2026-09-30 2026-09-30 quý III/2026",
                "2026-12-31 2026-12-31 năm 2026",
            ],
        ),
        (
            "06 tháng/lần",
            ["2026-06-30 2026-06-30 6 tháng đầu năm 2026", "2026-12-31 2026-12-31 6 tháng cuối năm 2026"],
        ),
        ("4 tháng/lần", ["2026-05-20 2026-05-20 kỳ 1", "2026-09-20 2026-09-21 kỳ 2"]),
        ("1 - 2 lần/năm", ["2026-12-31 2026-12-31 năm 2026"]),
        ("hằng năm", ["2026-12-31 2026-12-31 năm 2026"]),
        ("trước Tết Nguyên đán 2027", ["2027-02-06 2027-02-03"]),
        ("trước Tết", ["2026-02-17 2026-02-13"]),
        ("Tết Trung thu", ["2026-09-25 2026-09-25"]),
        ("sau 15 ngày kể từ ngày ký", ["2026-02-04 2026-02-04"]),
        ("trong vòng 30 ngày kể từ ngày 01/6/2026", ["2026-07-01 2026-07-01"]),
        ("sau 02 năm thực hiện", ["2028-01-20 2028-01-20"]),
        (
            "báo cáo quý chốt số liệu ngày 14, chậm nhất 02 ngày làm việc sau khi chốt số liệu",
            [
                "2026-03-17 2026-03-17 quý I/2026",
                "2026-06-16 2026-06-16 quý II/2026",
                "2026-09-16 2026-09-16 quý III/2026",
                "2026-12-16 2026-12-16 quý IV/2026",
            ],
        ),
        ("thường xuyên", []),
        ("chi thường xuyên", []),
        ("ngày 31/4/2026", []),
    ],
)
def test_due_days_of_a_plan_of_one_year(phrase: str, expected: list[str]) -> None:
    assert lines(phrase) == expected


def test_a_plan_of_several_years() -> None:
    found = lines("Định kỳ hàng quý, 6 tháng", FOUR_YEARS)
    assert found[:4] == [
        "2018-06-30 2018-07-02 6 tháng đầu năm 2018",
        "2018-09-30 2018-10-01 quý III/2018",
        "2018-12-31 2019-01-02 6 tháng cuối năm 2018",
        "2019-03-31 2019-04-01 quý I/2019",
    ]
    assert len(found) == 15
    assert lines("năm 2018 và các năm tiếp theo", FOUR_YEARS)[-1].endswith("năm 2021")
    assert lines("sau 03 năm thực hiện Chương trình", FOUR_YEARS) == ["2021-05-16 2021-05-17"]
    assert lines("2 năm một lần", FOUR_YEARS) == ["2020-05-16 2020-05-18 kỳ 1"]


def test_periods_that_ended_before_the_signing_are_dropped() -> None:
    late = Terms(D("2026-01-01"), D("2026-12-31"), D("2026-04-10"))
    assert [o.label for o in due("hằng quý", late).occurrences] == ["quý II/2026", "quý III/2026", "quý IV/2026"]
    assert [o.number for o in due("hằng quý", late).occurrences] == [1, 2, 3]
    assert due("sau 01 tháng thực hiện", late).occurrences[0].nominal == D("2026-05-10")


def test_a_period_that_the_plan_cuts_short_ends_with_the_plan() -> None:
    short = Terms(D("2026-01-01"), D("2026-11-15"), None)
    (yearly,) = due("hằng năm", short).occurrences
    assert (yearly.nominal, yearly.due, yearly.assumed) == (D("2026-11-15"), D("2026-11-16"), True)


def test_the_nth_time_counts_from_the_first_day_and_does_not_drift() -> None:
    terms = Terms(D("2026-01-31"), D("2027-12-31"), None)
    found = [o.nominal for o in due("5 tháng một lần", terms).occurrences]
    assert found == [D("2026-06-30"), D("2026-11-30"), D("2027-04-30"), D("2027-09-30")]
    assert [o.nominal.day for o in due("ngày 31 hằng tháng", ONE_YEAR).occurrences][:4] == [31, 28, 31, 30]


def test_the_week() -> None:
    found = due("thứ Sáu hằng tuần").occurrences
    assert {o.nominal.weekday() for o in found} == {4}
    assert found[0].nominal == D("2026-01-23")
    assert not found[0].assumed
    assert due("hằng tuần").occurrences[0].nominal == D("2026-01-23")  # the Friday, not a Tuesday like the first day


@pytest.mark.parametrize(
    ("start", "phrase", "nominal", "rolled"),
    [  # rules.md 3.3
        ("2026-01-31", "trong thời hạn 01 tháng kể từ ngày nhận", "2026-02-28", "2026-03-02"),
        ("2026-09-25", "trong thời hạn 15 ngày làm việc kể từ ngày nhận", "2026-10-16", "2026-10-16"),
        ("2026-04-28", "trong thời hạn 03 ngày kể từ ngày nhận", "2026-05-01", "2026-05-04"),
        ("2026-08-19", "trong thời hạn 03 ngày làm việc kể từ ngày nhận", "2026-08-22", "2026-08-22"),
        ("2024-02-29", "sau 01 năm kể từ ngày nhận", "2025-02-28", "2025-02-28"),
        ("2026-03-02", "trong thời hạn 2 tuần kể từ ngày nhận", "2026-03-16", "2026-03-16"),
        # Counted backwards: a day off moves back, never later.
        ("2026-03-16", "chậm nhất 02 ngày trước ngày họp", "2026-03-14", "2026-03-13"),
        ("2026-09-04", "chậm nhất 03 ngày làm việc trước ngày họp", "2026-08-27", "2026-08-27"),
        ("2026-03-16", "trước ngày họp", "2026-03-16", "2026-03-13"),
    ],
)
def test_terms_counted_from_an_event(start: str, phrase: str, nominal: str, rolled: str) -> None:
    (found,) = due(phrase, anchored(start)).occurrences
    assert (found.nominal, found.due) == (D(nominal), D(rolled))
    assert found.label == f"lần {start}"


def test_one_occurrence_for_each_anchor_day() -> None:
    found = due("chậm nhất 03 ngày làm việc trước ngày họp", anchored("2026-06-22", "2026-03-20")).occurrences
    assert [(o.number, o.due) for o in found] == [(1, D("2026-03-17")), (2, D("2026-06-17"))]
    after_quarter = due("chậm nhất 05 ngày làm việc sau khi kết thúc quý").occurrences
    assert [o.label for o in after_quarter] == [f"quý {n}/2026" for n in ("I", "II", "III", "IV")]
    assert after_quarter[0].due == D("2026-04-07")


@pytest.mark.parametrize(
    ("phrase", "terms", "code", "what"),
    [
        ("05 ngày sau ngày họp", ONE_YEAR, "anchor-missing", "họp"),
        ("trước ít nhất 03 ngày làm việc", ONE_YEAR, "anchor-missing", ""),
        ("trước ngày họp", anchored(), "anchor-missing", "họp"),
        ("sau 15 ngày kể từ ngày ký", Terms(D("2026-01-01"), None, None), "anchor-missing", "ký"),
        ("trước ngày 15/11", FOUR_YEARS, "year-missing", ""),
        ("quý IV", FOUR_YEARS, "year-missing", ""),
        ("trước Tết", FOUR_YEARS, "year-missing", ""),
        ("quý IV", Terms(D("2026-01-01"), None), "year-missing", ""),
        ("quý IV", Terms(), "year-missing", ""),
        ("hằng quý", Terms(), "period-missing", ""),
        ("ngày 25 hằng tháng", Terms(None, D("2026-12-31")), "period-missing", ""),
        ("2 năm một lần", Terms(), "period-missing", ""),
        ("đến năm 2060", ONE_YEAR, "", ""),
        ("ngày 01/01/1989", ONE_YEAR, "", ""),
    ],
)
def test_what_is_missing(phrase: str, terms: Terms, code: str, what: str) -> None:
    schedule = due(phrase, terms)
    assert [(p.code, p.what) for p in schedule.problems] == ([(code, what)] if code else [])
    assert all(p.message for p in schedule.problems)


def test_beyond_the_calendar() -> None:
    window = (date.min, date.max)
    (problem,) = occurrences(read("đến năm 2070"), ONE_YEAR, VN, window).problems
    assert (problem.code, problem.what) == ("beyond-calendar", "2070")
    assert occurrences(read("hằng quý"), Terms(D("2026-01-01")), VN, window).occurrences
    assert occurrences(read("đến năm 2070"), ONE_YEAR, VN, (D("2026-01-01"), D("2027-01-01"))) == Schedule()


def test_an_open_plan_stops_at_the_window_and_numbers_stay() -> None:
    plan = Terms(D("2018-05-16"), None, None)
    whole = occurrences(read("hằng quý"), plan, VN, (D("2018-01-01"), D("2027-12-31"))).occurrences
    part = occurrences(read("hằng quý"), plan, VN, (D("2026-06-01"), D("2026-12-31"))).occurrences
    assert [o for o in whole if D("2026-06-01") <= o.due <= D("2026-12-31")] == list(part)
    assert part[0].number > 30


def test_the_window_takes_due_days_and_nominal_days() -> None:
    sunday = read("ngày 15/11/2026")
    for day in ("2026-11-15", "2026-11-16"):
        assert occurrences(sunday, ONE_YEAR, VN, (D(day), D(day))).occurrences
    for day in ("2026-11-14", "2026-11-17"):
        assert not occurrences(sunday, ONE_YEAR, VN, (D(day), D(day))).occurrences


def test_rolls() -> None:
    def day(phrase: str, roll: Roll) -> date:
        return due(phrase, roll=roll).occurrences[0].due

    assert day("ngày 15/11/2026", Roll.FORWARD) == D("2026-11-16")
    assert day("ngày 15/11/2026", Roll.BACK) == D("2026-11-13")
    assert day("ngày 15/11/2026", Roll.NONE) == D("2026-11-15")
    assert day("trước ngày 15/11/2026", Roll.NONE) == D("2026-11-14")
    assert day("trước ngày 15/11/2026", Roll.BACK) == D("2026-11-13")
    assert day("ngày làm việc cuối cùng của tháng", Roll.FORWARD) == D("2026-01-30")


def test_assumed_and_since() -> None:
    assert due("quý II/2026").occurrences[0].assumed
    assert due("quý II/2026").occurrences[0].since == D("2026-04-01")
    assert not due("ngày 20 tháng cuối quý").occurrences[0].assumed
    assert due("từ ngày 20 đến ngày 25 hằng tháng").occurrences[0].since == D("2026-01-20")
    assert due("báo cáo quý (chốt số liệu ngày 14)").occurrences[0].since == D("2025-12-15")
    assert due("ngày 15/6/2026").occurrences[0].since is None
    assert due("tháng 12 hằng năm").occurrences[0].assumed


def because(found: Occurrence) -> str:
    return "\n".join(f"{step.text} [{step.source}]" for step in found.because)


def test_every_step_is_explained() -> None:
    text = because(due("chậm nhất ngày 15/11").occurrences[0])
    assert "lấy năm 2026" in text
    assert "Ngày 15/11/2026 là ngày nghỉ: Chủ nhật." in text
    assert "16/11/2026. [Bộ luật Dân sự 2015, Điều 148 khoản 5]" in text
    text = because(due("trước ngày 24/8/2026").occurrences[0])
    assert "làm bù cho ngày 31/8/2026 (Thông báo 9441/TB-BNV ngày 16/10/2025)" in text
    text = because(due("định kỳ hằng quý, 6 tháng").occurrences[1])
    assert "thay cho kỳ ngắn hơn" in text


def test_what_may_still_change_is_said() -> None:
    provisional = due("ngày 15/3/2027").occurrences[0]
    assert provisional.provisional
    assert "năm 2027 là dự kiến" in because(provisional)
    assert not due("ngày 16/3/2026").occurrences[0].provisional
    touched = due("ngày 22/11/2026").occurrences[0]
    assert touched.provisional
    assert "23/11/2026" in because(touched)
    assert due("trong thời hạn 5 ngày làm việc kể từ ngày 20/11/2026").occurrences[0].provisional
    assert not due("ngày 20/11/2026").occurrences[0].provisional


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("trước ngày 15/11/2026", ["2026-11-15"]),
        ("quý II và quý IV", ["2026-06-30", "2026-12-31"]),
        ("đến năm 2028", ["2028-12-31"]),
        ("giai đoạn 2026-2030", ["2030-12-31"]),
        ("trước Tết Nguyên đán 2027", ["2027-02-06"]),
        ("sau 02 năm thực hiện", ["2028-01-20"]),
        ("sau 15 ngày kể từ ngày ký", ["2026-02-04"]),
        ("05 ngày làm việc sau ngày họp", []),
        ("hằng quý", []),
        ("thường xuyên", []),
    ],
)
def test_nominal_days_without_a_calendar(phrase: str, expected: list[str]) -> None:
    assert [str(day) for day in nominal_days(read(phrase), ONE_YEAR)] == expected


DATED = [case[0] for case in READ]
PERIODS = st.builds(
    lambda since, length, gap: Terms(
        since, since + timedelta(length), since + timedelta(gap), (AnchorDay(since + timedelta(50), "a"),)
    ),
    st.dates(D("2015-01-01"), D("2030-12-31")),
    st.integers(0, 2500),
    st.integers(-60, 60),
)


@given(st.sampled_from(DATED), PERIODS, st.dates(D("2016-01-01"), D("2034-12-31")), st.sampled_from(list(Roll)))
def test_properties_of_every_occurrence(phrase: str, terms: Terms, first: date, roll: Roll) -> None:
    window = (first, first + timedelta(400))
    found = occurrences(read(phrase), terms, VN, window, roll).occurrences
    for o in found:
        assert o.because
        assert VN.is_working(o.careful)
        assert roll is Roll.NONE or VN.is_working(o.due), "never due on a day off"
        assert o.careful <= o.due or o.due <= o.nominal
        if o.exclusive:
            assert max(o.due, o.careful) < o.nominal
        else:
            assert o.careful <= o.nominal
        assert any(window[0] <= day <= window[1] for day in (o.due, o.nominal))
    for a, b in pairwise(found):
        assert a.number < b.number
        assert a.nominal <= b.nominal
    labels = [o.label for o in found]
    assert len(set(labels)) == len(labels), "a label tells one occurrence from all others"


@given(PERIODS, st.sampled_from(["hằng tháng", "hằng quý", "06 tháng/lần", "5 tháng một lần", "hằng tuần", "hằng năm"]))
def test_cycles_strictly_increase_inside_the_plan(terms: Terms, phrase: str) -> None:
    found = occurrences(read(phrase), terms, VN, ALWAYS).occurrences
    assert all(a.nominal < b.nominal for a, b in pairwise(found))
    assert all(terms.until is None or o.nominal <= terms.until for o in found)
    assert [o.number for o in found] == list(range(1, len(found) + 1))


def test_a_first_week_cut_short_tells_the_other_reading() -> None:
    (cut,) = due("tuần làm việc đầu tiên sau Tết Nguyên đán 2027").occurrences
    assert (cut.since, cut.due, cut.assumed, cut.provisional) == (D("2027-02-11"), D("2027-02-12"), True, True)
    assert "từ ngày 15/02/2027 đến ngày 19/02/2027" in " ".join(step.text for step in cut.because)
    (whole,) = due("tuần làm việc đầu tiên sau Tết Nguyên đán 2026").occurrences
    assert (whole.since, whole.due) == (D("2026-02-23"), D("2026-02-27"))
    assert "trọn vẹn" not in " ".join(step.text for step in whole.because)


@pytest.mark.parametrize(
    ("phrase", "year", "days"),
    [
        ("ngày 29/02", 2028, ["2028-02-29"]),
        ("ngày 29/02", 2027, []),
        ("trước ngày 29/02", 2027, []),
        ("10 ngày trước ngày 29/02", 2027, []),
        ("ngày 29/02 hằng năm", 2027, ["2027-03-01"]),  # 28/02, a Sunday (Đ.148.3, Đ.148.5)
        ("ngày 28/02", 2027, ["2027-03-01"]),
    ],
)
def test_the_last_of_february(phrase: str, year: int, days: list[str]) -> None:
    schedule = due(phrase, Terms(date(year, 1, 1), date(year, 12, 31)))
    assert [str(o.due) for o in schedule.occurrences] == days
    assert [p.code for p in schedule.problems] == ([] if days else ["no-such-day"])
