"""Which result completes which occurrence, and when a plan is over."""

from __future__ import annotations

from datetime import date

import pytest

from phoihop.bind.book import assemble
from phoihop.bind.file import bind_bytes
from phoihop.dates.calendar import Calendar
from phoihop.model import Book
from phoihop.progress import Status, track, unmatched_results
from phoihop.resources import shipped_years
from phoihop.schedule import schedule
from phoihop.views.agenda import Query, agenda

CALENDAR = Calendar(shipped_years())


def book(han: str, results: str = "[]", period: str = "{tu: 2026-01-01, den: 2026-12-31}", rest: str = "") -> Book:
    text = f"""\
phoihop: ke-hoach/1
van_ban: {{loai: KH, trich_yeu: Phối hợp, hieu_luc: {period}}}
ra_soat:
  - {{ma: GB, ten: Họp, chu_tri: SYT, han: "{han}", ket_qua: {results}}}
{rest}"""
    file = bind_bytes("plans/kh.yaml", text.encode())
    assert file.findings == []
    return assemble([file])


def done(of: Book, today: date = date(2026, 12, 31)) -> list[str]:
    """The labels of what is finished, with the class."""
    planned = schedule(of.plans["kh"], CALENDAR, (date(2026, 1, 1), date(2027, 12, 31)))
    return [
        f"{item.dated.occurrence.label} {item.status.value}" for item in track(planned.dated, today) if item.status.done
    ]


@pytest.mark.parametrize(
    ("results", "finished"),
    [
        ("[]", []),
        ("[{ngay: 2026-03-31, ky: quý I/2026}]", ["quý I/2026 done-on-time"]),
        ("[{ngay: 2026-04-01, ky: quý I/2026}]", ["quý I/2026 done-late"]),
        ("[{ngay: 2026-06-01, ky: '2'}]", ["quý II/2026 done-on-time"]),
        ("[{ngay: 2026-06-01, ky: quý 2/2026}]", ["quý II/2026 done-on-time"]),
        ("[{ngay: 2026-06-01, ky: QUÝ II}]", ["quý II/2026 done-on-time"]),
        # Without a name: the one whose due day is nearest.
        ("[{ngay: 2026-04-03}]", ["quý I/2026 done-late"]),
        ("[{ngay: 2026-06-22}]", ["quý II/2026 done-on-time"]),
        ("[{ngay: 2026-02-10}]", ["quý I/2026 done-on-time"]),
        ("[{ngay: 2026-02-10}, {ngay: 2026-02-20}]", ["quý I/2026 done-on-time", "quý II/2026 done-on-time"]),
        ("[{ngay: 2027-02-10}]", ["quý IV/2026 done-late"]),
        # A name that there is not completes nothing.
        ("[{ngay: 2026-06-01, ky: quý V/2026}, {ngay: 2026-06-01, ky: '9'}, {ngay: 2026-06-01, ky: quý I/2027}]", []),
    ],
)
def test_what_a_result_completes(results: str, finished: list[str]) -> None:
    assert done(book("định kỳ hằng quý", results)) == finished


def test_a_name_that_there_is_not_is_told() -> None:
    of = book("định kỳ hằng quý", "[{ngay: 2026-06-01, ky: quý V/2026}, {ngay: 2026-06-01, ky: '4'}]")
    planned = schedule(of.plans["kh"], CALENDAR, (date(2026, 1, 1), date(2027, 12, 31)))
    assert [name for _duty, name in unmatched_results(planned.dated)] == ["quý V/2026"]


@pytest.mark.parametrize(
    ("today", "status"),
    [
        (date(2026, 6, 30), Status.OPEN_IN_TIME),
        (date(2026, 7, 1), Status.OPEN_OVERDUE),
    ],
)
def test_the_due_day_itself_is_in_time(today: date, status: Status) -> None:
    of = book("ngày 30/6/2026")
    planned = schedule(of.plans["kh"], CALENDAR, (date(2026, 1, 1), date(2026, 12, 31)))
    assert [item.status for item in track(planned.dated, today)] == [status]


@pytest.mark.parametrize(
    ("today", "due", "ended"),
    [
        (date(2023, 12, 27), [], []),
        # 31/12/2023 is a Sunday and 01/01 a holiday: due on 02/01/2024, after the plan's last day.
        (date(2024, 1, 1), [date(2024, 1, 2)], []),
        (date(2024, 1, 2), [date(2024, 1, 2)], []),
        (date(2024, 1, 3), [], ["kh"]),
    ],
)
def test_a_plan_is_over_when_its_last_duty_is(today: date, due: list[date], ended: list[str]) -> None:
    of = book("tháng 12/2023", period="{tu: 2023-01-01, den: 2023-12-31}")
    view = agenda(of, CALENDAR, Query(today, *_week(today)))
    assert [item.due for item in view.items] == due
    assert [plan.plan for plan in view.ended] == ended


def _week(day: date) -> tuple[date, date]:
    monday = date.fromordinal(day.toordinal() - day.weekday())
    return monday, date.fromordinal(monday.toordinal() + 6)


def test_terms_count_from_when_the_anchor_took_place() -> None:
    """A meeting planned for 01/3 and held on 04/5: what follows it counts from 04/5."""
    rest = '  - {ma: TB, ten: Thông báo kết luận, chu_tri: SYT, han: "chậm nhất 5 ngày sau ngày họp", moc: GB}\n'
    held = book("ngày 02/3/2026", "[{ngay: 2026-05-04}]", rest=rest)
    planned = book("ngày 02/3/2026", rest=rest)
    adhoc = book("khi cần thiết", "[{ngay: 2026-03-02}]", rest=rest)
    days = []
    for of in (planned, held, adhoc):
        found = schedule(of.plans["kh"], CALENDAR, (date(2026, 1, 1), date(2026, 12, 31)))
        days.append([item.occurrence.due for item in found.dated if item.duty.id == "TB"])
    assert days == [[date(2026, 3, 9)], [date(2026, 5, 11)], [date(2026, 3, 9)]]


def test_a_long_chain_of_anchors_is_no_fault() -> None:
    """A thousand duties that count from each other end in a problem, not in a recursion."""
    rest = "".join(
        f'  - {{ma: T{n}, ten: V, chu_tri: SYT, han: "sau 1 ngày kể từ ngày họp", moc: {f"T{n - 1}" if n else "GB"}}}\n'
        for n in range(1000)
    )
    found = schedule(book("ngày 02/3/2026", rest=rest).plans["kh"], CALENDAR, (date(2026, 1, 1), date(2026, 12, 31)))
    assert len(found.dated) > 200


def test_continuous_work_goes_on_after_a_result() -> None:
    of = book("thường xuyên", "[{ngay: 2026-03-02}]")
    view = agenda(of, CALENDAR, Query(date(2026, 5, 1), *_week(date(2026, 5, 1))))
    assert [item.id for item in view.undated] == ["GB"]


@pytest.mark.parametrize(
    ("han", "never"), [("03 năm/lần", True), ("định kỳ hằng năm", False), ("tháng 12/2026", False)]
)
def test_what_never_falls_due_is_told(han: str, never: bool) -> None:
    of = book(han, period="{tu: 2026-01-01, den: 2026-12-31}")
    view = agenda(of, CALENDAR, Query(date(2026, 6, 1), *_week(date(2026, 6, 1))))
    assert [item.problem for item in view.undated] == (
        ["the plan ends before it falls due for the first time"] if never else []
    )
