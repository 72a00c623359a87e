"""A deadline lies outside of the plan's period.

Why: The plan no longer binds anybody on that day, or not yet; mostly the year was copied from the last
plan.

Bad:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
      hieu_luc: {tu: 2026-01-01, den: 2026-12-31}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Khám sức khỏe
            chu_tri: SYT
            han: trước ngày 15/11/2025  #!

Good:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
      hieu_luc: {tu: 2026-01-01, den: 2026-12-31}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT, han: trước ngày 15/11/2026}
          - {ma: NV-02, ten: Tổng kết, chu_tri: SYT, han: tháng 12/2026}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from phoihop.dates.occurrence import nominal_days
from phoihop.dates.reading import SINGLE
from phoihop.dates.terms import Terms
from phoihop.dates.units import written
from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "dates"
SEVERITY = Severity.WARNING


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    period = plan.head.period
    since, until = period.since, period.until
    if (since is None and until is None) or (since and until and until < since):
        return  # no period to be outside of, or one that period-order speaks of
    terms = Terms(since, until)
    for duty in plan.duties():
        # A term that is counted from an event says no date that could be mistyped.
        if duty.deadline is None or duty.deadline.reading.kind not in SINGLE:
            continue
        reading = duty.deadline.reading
        shift = timedelta(days=getattr(reading.rule, "exclusive", False))  # "trước ngày X" ends the day before
        for day in (day - shift for day in nominal_days(reading, terms)):
            if (until and day > until) or (since and day < since):
                yield Diagnostic(
                    "deadline-outside-period",
                    duty.at["deadline"],
                    _after(day, until) if until and day > until else _before(day, since or day),
                    _("check the year; or extend hieu_luc if the plan really runs that long"),
                )
                break


def _after(day: date, until: date) -> str:
    return _("{day} comes after the plan's last day, {until}").format(day=written(day), until=written(until))


def _before(day: date, since: date) -> str:
    return _("{day} comes before the plan's first day, {since}").format(day=written(day), since=written(since))
