"""A plan runs longer than the one that it carries out, or begins before it.

Why: What it does then carries out nothing; one of the two periods is wrong.

Bad:

    #: beside parent
    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
      thuc_hien: cha
      hieu_luc: {tu: 2026-01-01, den: 2026-12-31}  #!

Good:

    #: beside parent
    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2025
      thuc_hien: cha
      hieu_luc: {tu: 2025-01-01, den: 2025-12-31}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.dates.units import written
from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Related, Severity

FAMILY = "plans"
SEVERITY = Severity.WARNING


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    parent = book.parent(plan)
    if parent is None or parent is plan:
        return
    own, above = plan.head.period, parent.head.period
    if above.until and own.until and own.until > above.until:
        message = _("the plan runs until {own}, the one that it carries out until {above}")
        days = {"own": written(own.until), "above": written(above.until)}
    elif above.since and own.since and own.since < above.since:
        message = _("the plan begins on {own}, the one that it carries out on {above}")
        days = {"own": written(own.since), "above": written(above.since)}
    elif above.until and own.since and own.since > above.until:
        message = _("the plan begins on {own}, after the end of the one that it carries out, {above}")
        days = {"own": written(own.since), "above": written(above.until)}
    else:
        return
    yield Diagnostic(
        "child-period",
        plan.head.at["period"],
        message.format(**days),
        _("check both periods"),
        (Related(parent.head.at["period"], _("the period of the plan that it carries out")),),
    )
