"""A deadline falls on a day off.

Why: By law the term then ends with the next working day; half of those who read "chậm nhất ngày 15/11/2026"
believe that it is the Friday before. Better to sign a working day.

Law: Bộ luật Dân sự 2015, Điều 148 khoản 5.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Khám sức khỏe
            chu_tri: SYT
            han: chậm nhất ngày 15/11/2026  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT, han: chậm nhất ngày 16/11/2026}
          - {ma: NV-02, ten: Tập huấn, chu_tri: SYT, han: trước ngày 16/11/2026}
          - {ma: NV-03, ten: Tổng kết, chu_tri: SYT, han: chậm nhất ngày 17/5/2026}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from phoihop.dates.calendar import UnknownYear
from phoihop.dates.occurrence import nominal_days
from phoihop.dates.rule import FixedDay
from phoihop.dates.terms import Terms
from phoihop.dates.units import weekday_name, written
from phoihop.i18n import _
from phoihop.lint import Facts
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "dates"
SEVERITY = Severity.HINT


def check_schedule(plan: Plan, book: Book, facts: Facts) -> Iterator[Diagnostic]:
    period = plan.head.period
    if period.until is not None and period.until < facts.today:
        return  # what is over cannot be signed better
    terms = Terms(period.since, period.until)
    for duty in plan.duties():
        rule = duty.deadline.reading.rule if duty.deadline else None
        if duty.deadline is None or not isinstance(rule, FixedDay) or rule.exclusive:
            continue  # "trước ngày X" ends before X, whatever day that is
        for day in nominal_days(duty.deadline.reading, terms):
            if day < facts.today:
                continue
            try:
                calendar = facts.calendar()
                off = calendar.why_off(day)
                after, before = calendar.next_working(day), calendar.previous_working(day)
            except UnknownYear:
                continue
            if off:
                message = _("{day} is a day off ({why}): due on {after} by law, in practice on {before}")
                yield Diagnostic(
                    "deadline-on-day-off",
                    duty.at["deadline"],
                    message.format(day=written(day), why=off, after=_told(after), before=_told(before)),
                    _("sign a working day, if it is not signed yet"),
                )
                break


def _told(day: date) -> str:
    return f"{weekday_name(day)} {written(day)}"
