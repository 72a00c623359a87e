"""The lead of a task is not among the plan's offices.

Why: An office that is not in the plan's own list did not sign it and is not told of it; the task hangs in the air.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    co_quan:
      - {ma: SYT, vai_tro: ban-hanh}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Khám sức khỏe
            chu_tri: SGDDT  #!
            han: trước ngày 15/11/2026

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    co_quan:
      - {ma: SYT, vai_tro: ban-hanh}
      - {ma: HAI-SO, ten: Hai Sở, gom: [SYT, SGDDT]}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, chu_tri: SGDDT, han: trước ngày 15/11/2026}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "clarity"
SEVERITY = Severity.WARNING


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    if not plan.participants:
        return
    known = {one.code for one in plan.participants} | {code for one in plan.participants for code in one.members}
    told: set[str] = set()
    for duty in plan.duties():
        # A code that no file knows has its own finding; each office is told of once.
        if duty.lead and duty.lead not in known and duty.lead in book.organisations and duty.lead not in told:
            told.add(duty.lead)
            yield Diagnostic(
                "lead-not-participant",
                duty.at["lead"],
                _('"{code}" leads and is not among the offices of the plan').format(code=duty.lead),
                _('add it to "co_quan", or correct the lead'),
            )
