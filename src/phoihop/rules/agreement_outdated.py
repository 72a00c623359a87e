"""An office agreed to a text that has changed since.

Why: A plan binds because each side has agreed to it. Who agreed to an earlier text has not agreed to this one, and
should see what changed before it is signed or carried out. `phoihop agree` writes and renews agreements.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, ngay_ban_hanh: 2026-01-20}
    co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: SGDDT, vai_tro: ban-hanh}]
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Khám sức khỏe
            chu_tri: SYT
            han: trước ngày 15/11/2026
            dong_y:
              - {co_quan: SGDDT, ngay: 2026-05-12, ban: 0123456789}  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, ngay_ban_hanh: 2026-01-20}
    co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: SGDDT, vai_tro: ban-hanh}]
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Khám sức khỏe
            chu_tri: SYT
            han: trước ngày 15/11/2026
            dong_y:
              - {co_quan: SGDDT, ngay: 2026-05-12, ban: 1c557d62f2}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.consent import awaited
from phoihop.dates.units import written
from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Related, Severity

FAMILY = "plans"
SEVERITY = Severity.HINT


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    for one in awaited(plan, book):
        remedy = _("when it agrees: phoihop agree {office} {plan}/{id}")
        yield Diagnostic(
            "agreement-outdated",
            one.agreement.at["version"],
            one.text(written(one.agreement.day)),
            remedy.format(office=one.agreement.office, plan=plan.id, id=one.duty.id),
            (Related(one.parent.at["id"], _("the duty of the parent plan")),) if one.parent is not None else (),
        )
