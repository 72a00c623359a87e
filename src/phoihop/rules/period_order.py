"""A period ends before it begins, or before the plan is issued.

Why: Every deadline of such a plan would be outside of it.

Bad:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
      hieu_luc: {tu: 2026-12-31, den: 2026-01-01}  #!

Bad:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2025
      ngay_ban_hanh: 2026-01-05  #!
      hieu_luc: {tu: 2025-01-01, den: 2025-12-31}

Good:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
      hieu_luc: {tu: 2026-01-01, den: 2026-12-31}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.dates.units import written
from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "dates"
SEVERITY = Severity.ERROR


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    for duty in plan.own_duties():
        for rest in duty.suspensions:
            if rest.until is not None and rest.until < rest.since:
                yield Diagnostic(
                    "period-order",
                    rest.at["until"],
                    _("the suspension ends on {until}, before it begins on {since}").format(
                        until=written(rest.until), since=written(rest.since)
                    ),
                    _('check the two dates; work that rests still has no "den"'),
                )
    head = plan.head
    since, until = head.period.since, head.period.until
    if until is None:
        return
    if since is not None and until < since:
        yield Diagnostic(
            "period-order",
            head.at["period"],
            _("the period ends on {until}, before it begins on {since}").format(
                until=written(until), since=written(since)
            ),
            _('check the two dates; a plan without an end has no "den"'),
        )
    elif head.issued is not None and until < head.issued:
        yield Diagnostic(
            "period-order",
            head.at["issued"],
            _("the plan is issued on {issued}, after its period ended on {until}").format(
                issued=written(head.issued), until=written(until)
            ),
            _("check the year of both dates"),
        )


def check_book(book: Book) -> Iterator[Diagnostic]:
    for office in book.organisations.values():
        if office.since is not None and office.until is not None and office.until < office.since:
            yield Diagnostic(
                "period-order",
                office.at["until"],
                _("the office ends on {until}, before it begins on {since}").format(
                    until=written(office.until), since=written(office.since)
                ),
                _("check the two dates"),
            )
