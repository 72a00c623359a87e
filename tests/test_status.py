"""The status: which occurrences count, in which class, in which group; what is late, and who owes whom."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phoihop.bind.book import assemble
from phoihop.bind.file import bind_bytes
from phoihop.dates.calendar import Calendar
from phoihop.dates.window import Window, read_window
from phoihop.model import Book
from phoihop.output.status import bar
from phoihop.resources import shipped_years
from phoihop.views.counts import Counts, Share, decimal
from phoihop.views.grouping import By
from phoihop.views.status import StatusQuery, StatusView, status

CALENDAR = Calendar(shipped_years())
TODAY = date(2026, 6, 15)
OFFICES = """\
phoihop: co-quan/1
co_quan:
  - {ma: SYT, ten: Sở Y tế, viet_tat: SYT}
  - {ma: SGDDT, ten: Sở Giáo dục và Đào tạo, viet_tat: SGDĐT}
  - {ma: STC, ten: Sở Tài chính, viet_tat: STC}
"""


def plan(*tasks: str, period: str = "{tu: 2026-01-01, den: 2026-12-31}", reviews: str = "", section: str = "") -> str:
    rows = "".join(f"      - {{{task}}}\n" for task in tasks) or "      []\n"
    return f"""\
phoihop: ke-hoach/1
van_ban: {{loai: KH, trich_yeu: Phối hợp, ngay_ban_hanh: 2020-01-02, hieu_luc: {period}}}
co_quan:
  - {{ma: SYT, vai_tro: ban-hanh}}
  - {{ma: SGDDT, vai_tro: ban-hanh}}
  - {{ma: HAI-SO, ten: Hai Sở, gom: [SYT, SGDDT]}}
noi_dung:
  - muc: {section or "Khám sức khỏe"}
    nhiem_vu:
{rows}{"ra_soat:" if reviews else ""}
{reviews}"""


def book(*plans: str) -> Book:
    texts = {"co-quan": OFFICES, **{f"kh{number}": text for number, text in enumerate(plans, 1)}}
    files = [bind_bytes(f"plans/{name}.yaml", text.encode()) for name, text in texts.items()]
    assert [finding for file in files for finding in file.findings] == []
    return assemble(files)


def task(code: str, han: str = "", results: str = "", lead: str = "SYT", partners: str = "") -> str:
    text = f"ma: {code}, ten: Việc {code}"
    text += f", chu_tri: {lead}" if lead else ""
    text += f', han: "{han}"' if han else ""
    text += f", phoi_hop: [{partners}]" if partners else ""
    return text + (f", ket_qua: [{results}]" if results else "")


def view(*plans: str, today: date = TODAY, period: str = "", **query: Any) -> StatusView:
    window = read_window(period, today) if period else None
    assert bool(window) == bool(period)
    return status(book(*plans), CALENDAR, StatusQuery(today, window, **query))


# ------------------------------------------------------------------ figures


@pytest.mark.parametrize(
    ("part", "whole", "text", "percent"),
    [
        (0, 0, "–", None),
        (0, 5, "0,0%", 0.0),
        (5, 5, "100,0%", 100.0),
        (1, 3, "33,3%", 33.3),
        (2, 3, "66,7%", 66.7),
        (1, 2000, "0,1%", 0.1),  # a half is rounded up
        (1, 2001, "0,0%", 0.0),
        # As published: báo cáo 1270/BC-TCTTTg (2017) prints 98,62%, cut off; rounded it is 98,6%.
        (16051, 16051 + 223, "98,6%", 98.6),
        (7892, 9831, "80,3%", 80.3),  # 20/10/2025, of all assigned
    ],
)
def test_percentages(part: int, whole: int, text: str, percent: float | None) -> None:
    assert (Share(part, whole).text, Share(part, whole).percent) == (text, percent)


@pytest.mark.parametrize(("tenths", "text"), [(0, "0,0"), (5, "0,5"), (-5, "-0,5"), (-123, "-12,3"), (1000, "100,0")])
def test_decimals(tenths: int, text: str) -> None:
    assert decimal(tenths) == text


def test_the_published_figures_come_out() -> None:
    """Báo cáo 1270/BC-TCTTTg ngày 27/12/2017."""
    counts = Counts(14_068, 1_983, 5_640, 223)
    assert (counts.total, counts.done, counts.open, counts.fell_due) == (21_914, 16_051, 5_863, 16_274)
    assert (counts.of_due, counts.of_all) == (Share(16_051, 16_274), Share(16_051, 21_914))


@pytest.mark.parametrize(
    ("counts", "drawn"),
    [
        (Counts(), ""),
        (Counts(1), "██████████"),
        (Counts(1, 1, 1, 1), "███▓▓▓░░!!"),
        (Counts(5, 0, 5, 0), "█████░░░░░"),
        (Counts(1000, 1, 1, 1), "███████▓░!"),  # each one that is there is seen
        (Counts(0, 0, 1000, 1), "░░░░░░░░░!"),
    ],
)
def test_bars(counts: Counts, drawn: str) -> None:
    assert bar(counts, 10) == drawn


@pytest.mark.parametrize(
    ("tasks", "counts"),
    [
        ([], (0, 0, 0, 0)),
        ([task("A", "ngày 12/6/2026")], (0, 0, 0, 1)),
        ([task("A", "ngày 15/6/2026")], (0, 0, 1, 0)),  # due today
        ([task("A", "ngày 12/6/2026", "{ngay: 2026-06-12}")], (1, 0, 0, 0)),
        ([task("A", "ngày 11/6/2026", "{ngay: 2026-06-12}")], (0, 1, 0, 0)),
        # Finished before its due day, which is still to come: finished in time, and among what fell due.
        ([task("A", "ngày 15/12/2026", "{ngay: 2026-03-02}")], (1, 0, 0, 0)),
        # Finished after today: not finished on that day.
        ([task("A", "ngày 12/6/2026", "{ngay: 2026-06-16}")], (0, 0, 0, 1)),
        ([task("A", "ngày 15/12/2026", "{ngay: 2026-06-16}")], (0, 0, 1, 0)),
        ([task("A", "ngày 12/6/2026", "{ngay: 2026-06-15}")], (0, 1, 0, 0)),
        # Each time counts: the first in time, the second due on 30/6, two to come.
        ([task("A", "định kỳ hằng quý", "{ngay: 2026-03-31}")], (1, 0, 3, 0)),
        # Other years, and what has no date, count in no class.
        ([task("A", "ngày 15/12/2027"), task("B"), task("C", "thường xuyên")], (0, 0, 0, 0)),
    ],
)
def test_which_class(tasks: list[str], counts: tuple[int, ...]) -> None:
    found = view(plan(*tasks, period="{tu: 2026-01-01, den: 2027-12-31}"), period="2026")
    assert found.counts == counts
    assert [entry.item.id for entry in found.entries] == ["A"] * sum(counts)


def test_what_was_finished_early_fell_due() -> None:
    found = view(plan(task("A", "ngày 15/12/2026", "{ngay: 2026-03-02}"), task("B", "ngày 15/12/2026")))
    assert found.counts.of_due == Share(1, 1)
    assert found.counts.of_all == Share(1, 2)


def test_without_a_date_is_counted_apart() -> None:
    settled = task("C", "", "{ngay: 2026-03-02}")
    found = view(plan(task("A"), task("B", "thường xuyên"), settled, task("D", "khi cần thiết")))
    assert found.counts.total == 0
    assert [item.id for item in found.undated] == ["A", "B", "D"]


# ------------------------------------------------------------------ the period


@pytest.mark.parametrize(
    ("period", "query", "name", "ids"),
    [
        ("", {}, "năm 2026", ["B", "C"]),
        ("2025", {}, "năm 2025", ["A"]),
        ("2026-06-15..2026-06-15", {}, "từ ngày 15/6/2026 đến ngày 15/6/2026", ["B"]),
        ("2026-06-16..2026-12-14", {}, "từ ngày 16/6/2026 đến ngày 14/12/2026", []),
        # A plan that is asked for: its whole time, with the due days of all its duties.
        ("", {"plan": "kh1"}, "giai đoạn 2025-2027", ["A", "B", "C", "D"]),
        ("quý II/2026", {"plan": "kh1"}, "quý II/2026", ["B"]),
    ],
)
def test_the_period(period: str, query: dict[str, Any], name: str, ids: list[str]) -> None:
    days = {"A": "15/12/2025", "B": "15/6/2026", "C": "15/12/2026", "D": "15/12/2027"}
    text = plan(*(task(code, f"ngày {day}") for code, day in days.items()), period="{tu: 2025-01-01, den: 2027-12-31}")
    found = view(text, period=period, **query)
    assert (found.window.name, [entry.item.id for entry in found.entries]) == (name, ids)


@pytest.mark.parametrize(
    ("period", "window"),
    [
        ("{tu: 2023-01-01, den: 2023-12-31}", ("2023-01-01", "2024-01-02")),  # tháng 12/2023 rolls over the new year
        ("{tu: 2023-01-01}", ("2023-01-01", "2026-12-31")),
        ("{tu: 0001-01-01, den: 9999-12-31}", ("1990-01-01", "2060-12-31")),
    ],
)
def test_a_plans_whole_time(period: str, window: tuple[str, str]) -> None:
    found = view(plan(task("A", "tháng 12/2023"), period=period), plan="kh1")
    assert found.window == Window(*map(date.fromisoformat, window))
    assert found.whole
    assert found.trend is None


def test_what_is_overdue_since_before_is_counted_apart_and_listed() -> None:
    running = plan(
        task("A", "ngày 12/11/2025"), task("B", "ngày 12/6/2026"), period="{tu: 2025-01-01, den: 2026-12-31}"
    )
    found = view(running)
    assert found.counts == (0, 0, 0, 1)
    assert [(entry.item.id, entry.carried) for entry in found.late] == [("A", True), ("B", False)]
    assert [(group.counts.open_overdue, group.carried) for group in found.groups] == [(1, 1)]


def test_a_plan_that_is_over_counts_in_its_own_time_and_is_not_carried_on() -> None:
    """As the agenda does: what it left open is told in one line, not every year again."""
    old = plan(task("A", "ngày 12/11/2025"), task("B"), period="{tu: 2025-01-01, den: 2025-12-31}")
    now, then = view(old), view(old, period="2025")
    assert (now.counts.total, now.late, now.undated) == (0, (), ())
    assert [(one.plan, one.unfinished) for one in now.ended] == [("kh1", 1)]
    assert then.counts == (0, 0, 0, 1)
    assert [entry.next_step for entry in then.late] == [
        "xác nhận kết quả với Sở Y tế: kế hoạch đã kết thúc ngày 31/12/2025"
    ]
    assert [item.id for item in then.undated] == ["B"]


def test_the_trend_is_at_the_same_point_of_the_period_before() -> None:
    days = ["ngày 12/3/2025", "ngày 12/11/2025", "ngày 12/3/2026", "ngày 13/3/2026", "ngày 12/11/2026"]
    results = ["{ngay: 2025-07-01}", "{ngay: 2025-11-12}", "{ngay: 2026-03-12}", "", ""]
    tasks = [task(f"T{number}", *about) for number, about in enumerate(zip(days, results, strict=True))]
    trend = view(plan(*tasks, period="{tu: 2025-01-01, den: 2026-12-31}")).trend
    assert trend is not None
    # On 15/6/2025 neither of the two was done yet: one overdue, one in time.
    assert (trend.window.name, trend.today, trend.before) == ("năm 2025", date(2025, 6, 15), (0, 0, 1, 1))
    assert trend.change == (1, 0, 0, 0)
    assert (trend.of_due_points, trend.of_all_points) == (500, 333)


def test_without_a_period_before_there_is_no_trend() -> None:
    assert view(plan(task("A", "ngày 12/3/2026"))).trend is None


# ------------------------------------------------------------------ what is late


@pytest.mark.parametrize(
    ("today", "results", "late"),
    [
        ("2026-04-29", "", (0, 0)),
        ("2026-05-04", "", (5, 1)),  # 30/4 and 01/5 are off, then a weekend
        ("2026-05-05", "", (6, 2)),
        ("2026-06-15", "{ngay: 2026-05-05}", (6, 2)),
        ("2026-06-15", "{ngay: 2026-04-29}", (0, 0)),
    ],
)
def test_days_late(today: str, results: str, late: tuple[int, int]) -> None:
    (entry,) = view(plan(task("A", "ngày 29/4/2026", results)), today=date.fromisoformat(today)).entries
    assert (entry.days_late, entry.working_days_late) == late


MEETING = '  - {ma: GB, loai: giao-ban, ten: Họp giao ban, chu_tri: HAI-SO, han: "ngày 30/6/2026"}\n'
REPORT = '  - {ma: BC, loai: bao-cao, ten: Báo cáo, chu_tri: SYT, han: "ngày 12/6/2026"}\n'
HELD = '  - {ma: SK, loai: so-ket, ten: Sơ kết, chu_tri: HAI-SO, han: "ngày 12/6/2026"}\n'


@pytest.mark.parametrize(
    ("of", "reviews", "step"),
    [
        (task("A", "ngày 12/6/2026"), "", "đôn đốc Sở Y tế"),
        (task("A", "ngày 12/6/2026", lead="HAI-SO"), "", "đôn đốc Hai Sở"),
        (task("A", "ngày 12/6/2026", lead=""), "", "xác định cơ quan chủ trì"),
        (
            task("A", "ngày 12/6/2026", partners="SGDDT"),
            "",
            "đôn đốc Sở Y tế; đề nghị Sở Giáo dục và Đào tạo cùng thực hiện",
        ),
        (
            task("A", "ngày 12/6/2026", partners="SGDDT, STC, HAI-SO"),
            "",
            "đôn đốc Sở Y tế; đề nghị 3 cơ quan phối hợp cùng thực hiện",
        ),
        (
            task("A", "ngày 12/6/2026"),
            MEETING,
            "đôn đốc Sở Y tế; đưa vào nội dung họp giao ban ngày 30/6/2026",
        ),
        (task("A", "ngày 12/6/2026"), MEETING.replace("30/6", "30/7"), "đôn đốc Sở Y tế"),  # too far ahead
        ("", REPORT, "đôn đốc Sở Y tế gửi báo cáo"),
        ("", HELD, "đôn đốc Hai Sở tổ chức"),
        ("", REPORT + MEETING, "đôn đốc Sở Y tế gửi báo cáo; đưa vào nội dung họp giao ban ngày 30/6/2026"),
        (task("A", "ngày 12/6/2026", "{ngay: 2026-06-12}"), "", None),
        (task("A", "ngày 12/6/2026", "{ngay: 2026-06-15}"), "", None),
    ],
)
def test_the_next_step(of: str, reviews: str, step: str | None) -> None:
    found = view(plan(*filter(None, [of]), reviews=reviews))
    assert [entry.next_step for entry in found.late] == ([step] if step else [])
    assert all(not entry.next_step for entry in found.entries if entry not in found.late)


def test_what_the_result_says() -> None:
    result = "{ngay: 2026-06-15, van_ban: 12/BC-SYT, ghi_chu: chờ kinh phí}"
    (entry,) = view(plan(task("A", "ngày 12/6/2026", result))).done_late
    assert (entry.done, entry.document, entry.note) == (TODAY, "12/BC-SYT", "chờ kinh phí")


# ------------------------------------------------------------------ groups, offices, balances

TASKS = (
    task("A", "ngày 12/3/2026", lead="SYT", partners="SGDDT"),
    task("B", "ngày 12/3/2026", "{ngay: 2026-03-12}", lead="SYT", partners="SGDDT"),
    task("C", "ngày 12/11/2026", lead="SGDDT", partners="SYT, STC"),
    task("D", "ngày 12/3/2026", lead="HAI-SO"),
    task("E", "ngày 12/5/2026", lead="SYT", partners="HAI-SO"),
    task("F", "ngày 12/5/2026", lead="STC", partners="SYT"),
    task("G", "ngày 12/5/2026", lead=""),
)


@pytest.mark.parametrize(
    ("by", "groups"),
    [
        (
            By.OFFICE,
            [
                ("SYT", "Sở Y tế", (1, 0, 0, 2)),
                ("", "Chưa rõ cơ quan chủ trì", (0, 0, 0, 1)),
                ("HAI-SO", "Hai Sở", (0, 0, 0, 1)),
                ("STC", "Sở Tài chính", (0, 0, 0, 1)),
                ("SGDDT", "Sở Giáo dục và Đào tạo", (0, 0, 1, 0)),
            ],
        ),
        (By.PLAN, [("kh1", "Phối hợp", (1, 0, 1, 5))]),
        (
            By.MONTH,
            [
                ("2026-03", "tháng 3/2026", (1, 0, 0, 2)),
                ("2026-05", "tháng 5/2026", (0, 0, 0, 3)),
                ("2026-11", "tháng 11/2026", (0, 0, 1, 0)),
            ],
        ),
    ],
)
def test_groups(by: By, groups: list[tuple[str, str, tuple[int, ...]]]) -> None:
    assert [tuple(group)[:3] for group in view(plan(*TASKS), by=by).groups] == groups


def test_the_field_is_the_section_that_a_task_stands_in() -> None:
    reviews = '  - {ma: GB, ten: Họp, chu_tri: SYT, han: "ngày 30/6/2026"}\n'
    one, two = plan(task("A", "ngày 12/3/2026"), reviews=reviews), plan(task("A", "ngày 12/5/2026"), section="Tập huấn")
    found = view(one, two, by=By.FIELD)
    assert {group.name: group.counts.total for group in found.groups} == {
        "Khám sức khỏe": 1,
        "Tập huấn": 1,
        "Rà soát, báo cáo": 1,
    }


def test_who_owes_whom() -> None:
    """Only issuers count: what STC leads or is a partner of is no debt between the two. A group owes itself nothing."""
    found = view(plan(*TASKS)).balances
    assert [(one.lead, one.partner, one.owed, one.counts) for one in found] == [
        ("SGDDT", "SYT", 1, (0, 0, 1, 0)),
        ("SYT", "SGDDT", 2, (1, 0, 0, 2)),
    ]


def test_a_plan_of_one_issuer_has_no_balance() -> None:
    alone = plan(*TASKS).replace("{ma: SGDDT, vai_tro: ban-hanh}", "{ma: SGDDT, vai_tro: thuc-hien}")
    assert view(alone).balances == ()


@pytest.mark.parametrize(
    ("office", "ids"),
    [
        ({"SYT"}, "ABDEFC"),
        ({"SGDDT"}, "ABDEC"),
        ({"STC"}, "FC"),
        ({"X"}, ""),
    ],
)
def test_only_one_office(office: set[str], ids: str) -> None:
    found = view(plan(*TASKS), office=frozenset(office))
    assert "".join(entry.item.id for entry in found.entries) == ids


# ------------------------------------------------------------------ properties

DAYS = st.integers(0, 800).map(lambda n: date(2025, 1, 1) + timedelta(days=n))
DUTY = st.tuples(
    st.one_of(
        DAYS.map(lambda day: f"ngày {day.day}/{day.month}/{day.year}"), st.sampled_from(["hằng quý", "hằng tháng", ""])
    ),
    st.one_of(st.none(), DAYS),
    st.sampled_from(["SYT", "SGDDT", "STC", "HAI-SO", ""]),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(DUTY, max_size=8), DAYS, st.sampled_from(["2025", "2026", "quý II/2026", "2026-03", ""]))
def test_everything_adds_up(duties: list[tuple[str, date | None, str]], today: date, period: str) -> None:
    tasks = [
        task(f"T{number}", han, f"{{ngay: {done.isoformat()}}}" if done else "", lead)
        for number, (han, done, lead) in enumerate(duties)
    ]
    of = book(plan(*tasks, period="{tu: 2025-01-01, den: 2027-06-30}"))
    window = read_window(period, today) if period else None
    views = [status(of, CALENDAR, StatusQuery(today, window, by=by)) for by in By]
    for found in views:
        counts = found.counts
        assert counts == views[0].counts
        assert sum(counts) == counts.total == len(found.entries) == counts.done + counts.open
        assert counts.fell_due == counts.total - counts.open_in_time
        assert counts.of_due.part == counts.of_all.part == counts.done
        assert (
            Counts(*map(sum, zip(*(group.counts for group in found.groups), strict=True))) == counts or not counts.total
        )
        assert sum(group.carried for group in found.groups) == len(found.carried)
        assert len(found.late) == counts.open_overdue + len(found.carried)
        assert all(found.window.holds(entry.item.due) for entry in found.entries)
        assert all(entry.days_late > 0 and entry.next_step for entry in found.late)
        assert all(
            entry.days_late == 0 or entry.status.value in ("done-late", "open-overdue") for entry in found.entries
        )
        assert all(0 <= share.tenths <= 1000 for share in (counts.of_due, counts.of_all) if share.tenths is not None)
