"""A result names an occurrence that its duty does not have.

Why: It completes nothing: the duty stays open, and is reported as overdue.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, hieu_luc: {tu: 2026-01-01, den: 2026-12-31}}
    ra_soat:
      - ma: GB
        ten: Họp giao ban
        chu_tri: SYT
        han: ngày 20 tháng cuối quý
        ket_qua:
          - {ngay: 2026-04-15, ky: quý V/2026}  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, hieu_luc: {tu: 2026-01-01, den: 2026-12-31}}
    ra_soat:
      - ma: GB
        ten: Họp giao ban
        chu_tri: SYT
        han: ngày 20 tháng cuối quý
        ket_qua:
          - {ngay: 2026-04-15, ky: quý I/2026}
          - {ngay: 2026-06-20, ky: quý 2/2026}
          - {ngay: 2026-06-25, ky: "3"}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.dates.calendar import Calendar
from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.results import named
from phoihop.schedule import reach, schedule
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "history"
SEVERITY = Severity.ERROR


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    results = [result for result in plan.completions() if result.occurrence]
    if not results:
        return
    # Which occurrences there are, and their names, does not depend on the days off: any calendar will do.
    planned = schedule(plan, Calendar(), reach(plan, results))
    for duty in plan.duties():
        found = [item.occurrence for item in planned.dated if item.duty is duty]
        for completion in duty.completions:
            if completion.occurrence and not named(completion.occurrence, found):
                names = ", ".join(f'"{one.label or one.number}"' for one in found[:6])
                yield Diagnostic(
                    "unknown-occurrence",
                    completion.at["occurrence"],
                    _('"{id}" has no occurrence "{ky}"').format(id=duty.id, ky=completion.occurrence),
                    _("its occurrences: {names}").format(names=names)
                    if names
                    else _('it has no occurrences: leave "ky" out'),
                )
