"""A result of a duty that comes back does not say which occurrence it is for.

Why: It is counted for the occurrence whose due day is nearest, which may not be the one that was meant.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, hieu_luc: {tu: 2026-01-01, den: 2026-12-31}}
    ra_soat:
      - ma: GB
        ten: Họp giao ban
        chu_tri: SYT
        han: ngày 20 tháng cuối quý
        ket_qua:
          - {ngay: 2026-04-15, van_ban: 12/BB-SYT}  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, hieu_luc: {tu: 2026-01-01, den: 2026-12-31}}
    ra_soat:
      - ma: GB
        ten: Họp giao ban
        chu_tri: SYT
        han: ngày 20 tháng cuối quý
        ket_qua:
          - {ngay: 2026-04-15, van_ban: 12/BB-SYT, ky: quý I/2026}
      - {ma: TK, ten: Tổng kết, chu_tri: SYT, han: tháng 12/2026, ket_qua: [{ngay: 2026-06-20}]}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.dates.rule import Cycle, Cycles, Frequency, OpenYearly, Recurring
from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "history"
SEVERITY = Severity.HINT


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    for duty in plan.duties():
        if not duty.completions or duty.deadline is None:
            continue
        if not isinstance(duty.deadline.reading.rule, Cycle | Cycles | Frequency | OpenYearly | Recurring):
            continue
        for completion in duty.completions:
            if not completion.occurrence:
                yield Diagnostic(
                    "result-without-occurrence",
                    completion.at[""],
                    _('"{id}" comes back, and this result does not say which occurrence it is for').format(id=duty.id),
                    _('add "ky" with the period, as in "ky: quý II/2026"'),
                )
