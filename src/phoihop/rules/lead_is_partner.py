"""The office that leads a task, by itself or in a group, is also named among its partners.

Why: An office does not coordinate with itself; one of the two is a slip, and the other office is missing.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Khám sức khỏe
            chu_tri: SYT
            phoi_hop: [SGDDT, SYT]  #!

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
    groups = {participant.code for participant in plan.participants if participant.members}
    for duty in plan.duties():
        leading = book.members(plan, duty.lead) if duty.lead in groups else ()
        if shared := next((code for code in duty.partners if code == duty.lead or code in leading), ""):
            yield Diagnostic(
                "lead-is-partner",
                duty.at["partners", duty.partners.index(shared)],
                _('"{code}" leads "{id}" and is its partner too').format(code=shared, id=duty.id),
                _("take it out of phoi_hop, or name the office that was meant"),
            )
