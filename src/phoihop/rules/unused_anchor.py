"""A deadline names an anchor (`moc`) and does not count from it.

Why: Whoever wrote it believed that the date moves with the anchor. It does not.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Gửi giấy mời
            chu_tri: SYT
            han: ngày 10/6/2026
            moc: HOP  #!
    ra_soat:
      - {ma: HOP, ten: Họp, chu_tri: SYT, han: ngày 20/6/2026}

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Gửi giấy mời, chu_tri: SYT, han: chậm nhất 05 ngày trước ngày họp, moc: HOP}
          - {ma: NV-02, ten: Nhắc việc, chu_tri: SYT, moc: HOP}
    ra_soat:
      - {ma: HOP, ten: Họp, chu_tri: SYT, han: ngày 19/6/2026}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.dates.rule import After, Before, Event
from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "dates"
SEVERITY = Severity.WARNING


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    for duty in plan.duties():
        if not duty.anchor or duty.deadline is None or not duty.deadline.reading.dated:
            continue
        rule = duty.deadline.reading.rule
        if not (isinstance(rule, After | Before) and rule.event in (Event.ANCHOR, Event.DUE)):
            yield Diagnostic(
                "unused-anchor",
                duty.at["anchor"],
                _('"{phrase}" does not count from "{anchor}"').format(phrase=duty.deadline.phrase, anchor=duty.anchor),
                _('leave "moc" out, or count from it: "chậm nhất 05 ngày trước ngày họp"'),
            )
