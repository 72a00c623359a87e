"""A plan of more than a year has no closing review (tổng kết).

Why: Nobody is told to look at what came of it, and nobody will.

Bad:

    phoihop: ke-hoach/1  #!
    van_ban:
      loai: CTr
      trich_yeu: Phối hợp giai đoạn 2021-2025
      hieu_luc: {tu: 2021-01-01, den: 2025-12-31}
    ra_soat:
      - {ma: SK, loai: so-ket, ten: Sơ kết, chu_tri: SYT, han: tháng 12 hằng năm}

Good:

    phoihop: ke-hoach/1
    van_ban:
      loai: CTr
      trich_yeu: Phối hợp giai đoạn 2021-2025
      hieu_luc: {tu: 2021-01-01, den: 2025-12-31}
    ra_soat:
      - {ma: TK, loai: tong-ket, ten: Tổng kết, chu_tri: SYT, han: tháng 12/2025}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan, ReviewKind
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "dates"
SEVERITY = Severity.HINT

_A_YEAR = 366


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    since, until = plan.head.period.since, plan.head.period.until
    if since is None or until is None or (until - since).days <= _A_YEAR or not plan.duties():
        return
    closing = any(review.kind is ReviewKind.CLOSING for review in plan.reviews)
    if not closing and not any("tổng kết" in duty.title.casefold() for duty in plan.duties()):
        yield Diagnostic(
            "no-closing-review",
            plan.at[""],
            _("the plan runs for more than a year and is never closed by a review"),
            _('add it to "ra_soat" with "loai: tong-ket"'),
        )
