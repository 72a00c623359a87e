"""A result is dated before the plan began.

Why: Nothing can be done before it was agreed on; the year is most likely wrong.

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
              - {ngay: 2025-11-10, van_ban: 210/BC-SYT}  #!

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
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "history"
SEVERITY = Severity.ERROR


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    first = plan.begins
    if first is None:
        return
    for result in plan.completions():
        if result.day < first:
            yield Diagnostic(
                "result-too-early",
                result.at["day"],
                _("done on {day}, before the plan began on {first}").format(
                    day=written(result.day), first=written(first)
                ),
                _("check the year"),
            )
