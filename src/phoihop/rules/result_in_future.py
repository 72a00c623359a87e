"""A result is dated in the future.

Why: What is not done yet is no result; the table of what is overdue would be too good.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, hieu_luc: {tu: 2026-01-01, den: 2026-12-31}}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Khám sức khỏe
            chu_tri: SYT
            han: trước ngày 15/11/2026
            ket_qua:
              - {ngay: 2026-11-10, van_ban: 210/BC-SYT}  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, hieu_luc: {tu: 2026-01-01, den: 2026-12-31}}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Khám sức khỏe
            chu_tri: SYT
            han: trước ngày 15/11/2026
            ket_qua:
              - {ngay: 2026-06-10, van_ban: 210/BC-SYT}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.dates.units import written
from phoihop.i18n import _
from phoihop.lint import Facts
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "history"
SEVERITY = Severity.ERROR


def check_schedule(plan: Plan, book: Book, facts: Facts) -> Iterator[Diagnostic]:
    for result in plan.completions():
        if result.day > facts.today:
            yield Diagnostic(
                "result-in-future",
                result.at["day"],
                _("done on {day}, and today is {today}").format(day=written(result.day), today=written(facts.today)),
                _("check the date, or record it when it is done"),
            )
