"""A deadline leaves open what a date needs: the day of a cycle, the number of times, the period itself.

Why: The dates that phoihop computes for it are assumed, mostly the end of each period. The next version of
the plan can say the day.

Law: Nghị định 09/2019/NĐ-CP, Điều 8 (a periodic report says its closing day and its deadline).

Bad:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
      hieu_luc: {tu: 2026-01-01, den: 2026-12-31}
    ra_soat:
      - {ma: GB, ten: Họp giao ban, chu_tri: SYT, han: định kỳ hằng quý}  #!

Good:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
      hieu_luc: {tu: 2026-01-01, den: 2026-12-31}
    ra_soat:
      - {ma: GB, ten: Họp giao ban, chu_tri: SYT, han: ngày 20 tháng cuối quý}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "clarity"
SEVERITY = Severity.HINT


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    for duty in plan.duties():
        if duty.deadline is not None and (hints := duty.deadline.reading.hints):
            yield Diagnostic(
                "vague-deadline",
                duty.at["deadline"],
                "; ".join(hint.text for hint in hints),
                _("say it in the next version of the plan"),
            )
