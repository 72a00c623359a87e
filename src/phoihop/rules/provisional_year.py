"""The plan runs into a year whose days off are not announced yet.

Why: Working days, and what falls on a day off, can still move in that year; the answers say so, and the notice is to be
watched for.

Law: Bộ luật Lao động 2019, Điều 112 khoản 3 (the days off are fixed each year).

Bad:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp giai đoạn 2026-2028
      hieu_luc: {tu: 2026-01-01, den: 2028-12-31}  #!
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT, han: trước ngày 15/11 hằng năm}

Good:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp giai đoạn 2023-2025
      hieu_luc: {tu: 2023-01-01, den: 2025-12-31}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT, han: trước ngày 15/11 hằng năm}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.dates.calendar import Status
from phoihop.dates.statutory import LAST_YEAR
from phoihop.i18n import _
from phoihop.lint import Facts
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "dates"
SEVERITY = Severity.HINT


def check_schedule(plan: Plan, book: Book, facts: Facts) -> Iterator[Diagnostic]:
    until = plan.head.period.until
    if until is None or until < facts.today:
        return  # a plan without an end runs into such a year always
    if not any(duty.deadline is not None and duty.deadline.reading.dated for duty in plan.duties()):
        return
    calendar = facts.calendar()
    years = [
        str(year)
        for year in range(facts.today.year, min(until.year, facts.today.year + 1, LAST_YEAR) + 1)
        if calendar.status(year) is Status.PROVISIONAL
    ]
    if years:
        yield Diagnostic(
            "provisional-year",
            plan.head.at["period"],
            _("the days off of {years} are not announced yet").format(years=", ".join(years)),
            _("when they are, put the notice into plans/lich.yaml and run phoihop calendar impact"),
        )
