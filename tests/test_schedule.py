"""A plan's schedule: its own choice for days off, the windows of its reports, the chains that feed them."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phoihop.bind.book import assemble
from phoihop.bind.file import bind_bytes
from phoihop.dates.calendar import Calendar
from phoihop.model import Plan
from phoihop.resources import shipped_years
from phoihop.schedule import Dated, horizon, schedule

CALENDAR = Calendar(shipped_years())
ALWAYS = (date(1990, 1, 1), date(2040, 12, 31))
YEAR = "{tu: 2026-01-01, den: 2026-12-31}"


def plan(*reviews: str, more: str = "", period: str = YEAR) -> Plan:
    rows = "".join(f"  - {{{review}}}\n" for review in reviews)
    text = f"""\
phoihop: ke-hoach/1
van_ban: {{loai: KH, trich_yeu: Phối hợp, hieu_luc: {period}}}
{more}
ra_soat:
{rows}"""
    file = bind_bytes("plans/kh.yaml", text.encode())
    assert file.findings == []
    return assemble([file]).plans["kh"]


def of(plan: Plan, code: str) -> list[Dated]:
    return [item for item in schedule(plan, CALENDAR, ALWAYS).dated if item.duty.id == code]


def dues(plan: Plan, code: str = "BC") -> list[str]:
    return [str(item.occurrence.due) for item in of(plan, code)]


def windows(plan: Plan, code: str = "BC") -> list[str]:
    return [f"{o.since}..{o.closed}" for o in (item.occurrence for item in of(plan, code))]


@pytest.mark.parametrize(
    ("choice", "han", "due"),
    [  # Sunday 15/11/2026
        ("", "ngày 15/11/2026", "2026-11-16"),
        ("sau", "ngày 15/11/2026", "2026-11-16"),
        ("truoc", "ngày 15/11/2026", "2026-11-13"),
        ("khong", "ngày 15/11/2026", "2026-11-15"),
        ("truoc", "ngày 16/11/2026", "2026-11-16"),
        # What may never be later goes back where the law's default would move it on (decisions 1 and 7).
        ("sau", "trước ngày 16/11/2026", "2026-11-13"),
        ("khong", "trước ngày 16/11/2026", "2026-11-15"),
        ("khong", "10 ngày trước ngày 25/11/2026", "2026-11-13"),
        # Working days end on one.
        ("khong", "05 ngày làm việc kể từ ngày 06/11/2026", "2026-11-13"),
        # A worked Saturday is no day off.
        ("truoc", "ngày 22/8/2026", "2026-08-22"),
    ],
)
def test_a_plan_chooses_where_a_day_off_goes(choice: str, han: str, due: str) -> None:
    more = f"lich: {{lui_han: {choice}}}" if choice else ""
    assert dues(plan(f"ma: BC, ten: Họp, chu_tri: SYT, han: {han}", more=more)) == [due]


FIRST_HALF = "2025-12-15..2026-06-14"
WINDOWS = [
    # The decree's own windows (Nghị định 09/2019/NĐ-CP, Điều 12).
    ("han: ngày 20 hằng tháng, chot_so_lieu: 14", ["2025-12-15..2026-01-14", "2026-01-15..2026-02-14"]),
    (
        "han: định kỳ hằng quý, chot_so_lieu: 14",
        ["2025-12-15..2026-03-14", "2026-03-15..2026-06-14", "2026-06-15..2026-09-14", "2026-09-15..2026-12-14"],
    ),
    ("han: định kỳ 6 tháng một lần, chot_so_lieu: {}", [FIRST_HALF, "2026-06-15..2026-12-14"]),
    ("han: ngày 25/12/2026, chot_so_lieu: {ky: [nam]}", ["2025-12-15..2026-12-14"]),
    ("han: trước ngày 20/9/2026, chot_so_lieu: {ky: [9-thang]}", ["2025-12-15..2026-09-14"]),
    # The coarser report takes the place of the finer one (decision 5), in the window as well.
    (
        "han: 'báo cáo quý, 6 tháng, năm, chậm nhất ngày 25 tháng cuối kỳ', chot_so_lieu: 14",
        ["2025-12-15..2026-03-14", FIRST_HALF, "2026-06-15..2026-09-14", "2025-12-15..2026-12-14"],
    ),
    # Another day; one that the month does not have is its last.
    ("han: định kỳ hằng năm, chot_so_lieu: 30", ["2025-12-31..2026-12-30"]),
    ("han: ngày 05 tháng 3/2026, chot_so_lieu: {ngay: 31, ky: [thang]}", ["2026-02-01..2026-02-28"]),
    # Sent in the month that follows.
    ("han: ngày 05 tháng đầu quý sau, chot_so_lieu: 25", ["2025-12-26..2026-03-25", "2026-03-26..2026-06-25"]),
    # So many working days after the closing.
    ("chot_so_lieu: {ky: [6-thang, nam], gui_sau: 2}", [FIRST_HALF, "2025-12-15..2026-12-14"]),
    ("chot_so_lieu: {ngay: 20, ky: [9-thang], gui_sau: 2}", ["2025-12-21..2026-09-20"]),
    # What the phrase itself says.
    ("han: báo cáo năm (chốt số liệu ngày 10)", ["2025-12-11..2026-12-10"]),
]


@pytest.mark.parametrize(("keys", "expected"), WINDOWS, ids=[case[0] for case in WINDOWS])
def test_a_report_carries_the_window_of_its_figures(keys: str, expected: list[str]) -> None:
    found = windows(plan(f"ma: BC, loai: bao-cao, ten: Báo cáo, chu_tri: SYT, {keys}"))
    assert found[: len(expected)] == expected
    assert all(window.count("-") == 4 for window in found)


def test_windows_of_a_cycle_leave_no_day_out_and_count_none_twice() -> None:
    found = [
        item.occurrence
        for item in of(
            plan(
                "ma: BC, loai: bao-cao, ten: Báo cáo, chu_tri: SYT, han: ngày 20 hằng tháng, chot_so_lieu: 14",
                period="{tu: 2026-01-01, den: 2030-12-31}",
            ),
            "BC",
        )
    ]
    assert len(found) == 60
    for one, following in pairwise(found):
        assert one.closed is not None
        assert following.since == one.closed + timedelta(days=1)


def test_the_deadline_that_a_closing_day_gives() -> None:
    keys = "ma: BC, loai: bao-cao, ten: B, chu_tri: SYT, chot_so_lieu: {ky: [quy, 6-thang, 9-thang, nam], gui_sau: 2}"
    # 14/3 and 14/6/2026 are at a weekend; 14/9 and 14/12 are Mondays.
    assert dues(plan(keys)) == ["2026-03-17", "2026-06-16", "2026-09-16", "2026-12-16"]
    labels = [item.occurrence.label for item in of(plan(keys), "BC")]
    assert labels == ["quý I/2026", "6 tháng đầu năm 2026", "9 tháng đầu năm 2026", "năm 2026"]


CHAIN = (
    "ma: BC, loai: bao-cao, ten: Báo cáo, chu_tri: SYT, han: ngày 25 tháng cuối quý, chot_so_lieu: 14, chuoi: ["
    "{ma: BC-1, ten: Số liệu xã, chu_tri: TTYT, gui: [SGDDT], truoc: 5}, "
    "{ma: BC-2, ten: Số liệu ngành, chu_tri: SGDDT, truoc: 2}]"
)


def test_a_chain_is_due_before_the_report_in_every_period() -> None:
    of_plan = plan(CHAIN)
    assert dues(of_plan, "BC") == ["2026-03-25", "2026-06-25", "2026-09-25", "2026-12-25"]
    assert dues(of_plan, "BC-1") == ["2026-03-18", "2026-06-18", "2026-09-18", "2026-12-18"]
    assert dues(of_plan, "BC-2") == ["2026-03-23", "2026-06-23", "2026-09-23", "2026-12-23"]
    assert [item.occurrence.label for item in of(of_plan, "BC-2")] == [
        "quý I/2026", "quý II/2026", "quý III/2026", "quý IV/2026",
    ]  # fmt: skip
    (one, two, report) = of_plan.duties()
    assert [(duty.id, duty.lead) for duty in (one, two, report)] == [("BC-1", "TTYT"), ("BC-2", "SGDDT"), ("BC", "SYT")]
    assert of_plan.reviews[0].chain[1].addressees == ("SYT",), "without a name it goes to the report's lead"


def test_a_chain_counts_from_the_deadline_and_not_from_when_the_report_was_sent() -> None:
    late = CHAIN.replace("chuoi:", "ket_qua: [{ngay: 2026-04-20, ky: quý I/2026}], chuoi:")
    assert dues(plan(late), "BC-1") == dues(plan(CHAIN), "BC-1")


@given(
    ahead=st.integers(1, 20),
    han=st.sampled_from(
        ["ngày 25 hằng tháng", "ngày 25 tháng cuối quý", "định kỳ hằng quý", "trước ngày 20/12 hằng năm"]
    ),
)
def test_a_chain_is_always_so_many_working_days_ahead(ahead: int, han: str) -> None:
    keys = (
        f"ma: BC, loai: bao-cao, ten: B, chu_tri: SYT, han: {han}, "
        f"chuoi: [{{ma: BC-1, ten: S, chu_tri: A, truoc: {ahead}}}]"
    )
    of_plan = plan(keys, period="{tu: 2026-01-01, den: 2028-12-31}")
    reports, inputs = of(of_plan, "BC"), of(of_plan, "BC-1")
    assert len(reports) == len(inputs) > 2
    for report, feeding in zip(reports, inputs, strict=True):
        assert CALENDAR.working_between(feeding.occurrence.due, report.occurrence.due) == ahead
        assert CALENDAR.is_working(feeding.occurrence.due)
        assert feeding.occurrence.label == report.occurrence.label


def test_plans_of_a_quarter_and_of_ten_years() -> None:
    keys = "ma: BC, loai: bao-cao, ten: Báo cáo, chu_tri: SYT, han: định kỳ hằng tháng"
    assert len(dues(plan(keys, period="{tu: 2026-04-01, den: 2026-06-30}"))) == 3
    assert len(dues(plan(keys, period="{tu: 2026-01-01, den: 2035-12-31}"))) == 120
    assert len(dues(plan(keys, period="{tu: 2026-01-01}"))) == 15 * 12, "an open one goes on to the end of the window"


def test_a_meeting_in_the_first_week_after_tet_and_its_invitations() -> None:
    """The invitation is counted back from the meeting, over the leave, and says that 2027 has no notice yet."""
    of_plan = plan(
        "ma: HOP, loai: giao-ban, ten: Họp, chu_tri: SYT, han: tuần làm việc đầu tiên sau Tết Nguyên đán 2027",
        "ma: GM, ten: Gửi giấy mời, chu_tri: SYT, han: chậm nhất 03 ngày làm việc trước ngày họp, moc: HOP",
        period="{tu: 2026-01-01, den: 2027-12-31}",
    )
    (meeting,), (invitation,) = of(of_plan, "HOP"), of(of_plan, "GM")
    assert (meeting.occurrence.since, meeting.occurrence.due) == (date(2027, 2, 11), date(2027, 2, 12))
    assert invitation.occurrence.due == date(2027, 2, 2)  # 11/2, 03/2, 02/2
    for one in (meeting, invitation):
        assert one.occurrence.provisional
        assert "chưa có thông báo chính thức" in " ".join(step.text for step in one.occurrence.because)


@pytest.mark.parametrize(
    ("period", "result", "until"),
    [
        (YEAR, "", date(2028, 12, 31)),
        ("{tu: 2026-01-01}", "", date(2028, 6, 21)),  # it never ends
        (YEAR, "2027-05-01", date(2029, 5, 1)),  # what counts from a late result is seen as well
        ("{tu: 2026-01-01, den: 2059-12-31}", "", date(2060, 3, 1)),  # the calendar ends
    ],
)
def test_a_plan_is_looked_at_past_its_end(period: str, result: str, until: date) -> None:
    done = f", ket_qua: [{{ngay: {result}}}]" if result else ""
    review = f"ma: R, loai: so-ket, ten: Sơ kết, chu_tri: SYT, han: ngày 15/2/2027{done}"
    assert horizon(plan(review, period=period), date(2026, 6, 21)) == until
