"""An office is named twice among the partners of a task.

Why: It prints twice, and mostly the second was meant to be another office.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    ra_soat:
      - ma: GB
        ten: Họp giao ban
        chu_tri: SYT
        phoi_hop: [SGDDT, SGDDT]  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    ra_soat:
      - {ma: GB, ten: Họp giao ban, chu_tri: SYT, phoi_hop: [SGDDT, BDVTU]}
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
        if len(set(duty.partners)) == len(duty.partners):
            continue
        again = next(n for n, code in enumerate(duty.partners) if code in duty.partners[:n])
        yield Diagnostic(
            "repeated-partner",
            duty.at["partners", again],
            _('"{code}" is a partner of "{id}" already').format(code=duty.partners[again], id=duty.id),
            _("name the office that was meant, or remove it"),
        )
