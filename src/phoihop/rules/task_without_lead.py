"""A task or a review has no lead.

Why: What several offices have to do together and none leads is done by nobody: rõ người, rõ trách nhiệm.

Law: Quyết định 2179/QĐ-TTg ngày 06/10/2025 ("6 rõ").

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, phoi_hop: [SGDDT]}  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT, phoi_hop: [SGDDT]}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "clarity"
SEVERITY = Severity.ERROR


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    for duty in plan.duties():
        if not duty.lead and not duty.at.given("lead"):
            yield Diagnostic(
                "task-without-lead",
                duty.at[""],
                _('"{id}" has no lead').format(id=duty.id or duty.title),
                _('add "chu_tri: MA" with the code of the one office that leads it'),
            )
