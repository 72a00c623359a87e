"""An interim review is held after the closing one.

Why: The order is impossible; one of the two dates is wrong.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    ra_soat:
      - {ma: SK, loai: so-ket, ten: Sơ kết, chu_tri: SYT, han: ngày 16/12/2026}  #!
      - {ma: TK, loai: tong-ket, ten: Tổng kết, chu_tri: SYT, han: ngày 20/11/2026}

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    ra_soat:
      - {ma: SK, loai: so-ket, ten: Sơ kết, chu_tri: SYT, han: tháng 6/2026}
      - {ma: TK, loai: tong-ket, ten: Tổng kết, chu_tri: SYT, han: tháng 12/2026}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from phoihop.dates.occurrence import nominal_days
from phoihop.dates.terms import Terms
from phoihop.dates.units import written
from phoihop.i18n import _
from phoihop.model import Book, Plan, Review, ReviewKind
from phoihop.text.diagnostic import Diagnostic, Related, Severity

FAMILY = "dates"
SEVERITY = Severity.WARNING


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    closing = [review for review in plan.reviews if review.kind is ReviewKind.CLOSING]
    interim = [review for review in plan.reviews if review.kind is ReviewKind.INTERIM]
    if not closing or not interim:
        return
    ends = [(day, review) for review in closing for day in _days(plan, review)]
    if not ends:
        return
    last, of = max(ends, key=lambda end: end[0])
    for review in interim:
        days = _days(plan, review)
        if days and min(days) > last:
            yield Diagnostic(
                "review-order",
                review.at["deadline"],
                _("the interim review on {day} comes after the closing one on {last}").format(
                    day=written(min(days)), last=written(last)
                ),
                _("check both dates"),
                (Related(of.at["deadline"], _("the closing review")),),
            )


def _days(plan: Plan, review: Review) -> tuple[date, ...]:
    period = plan.head.period
    if review.deadline is None or review.deadline.reading.kind in ("after", "before"):
        return ()  # what counts from something else says no date that could be mistyped
    return nominal_days(review.deadline.reading, Terms(period.since, period.until))
