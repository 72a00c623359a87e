"""A report, or one that feeds it, leaves an office less than one working day.

Why: Figures are closed on one day and sent on another; in a chain each office waits for the one before it. When the
days do not suffice, every period begins with somebody being late.

Law: Nghị định 09/2019/NĐ-CP, Điều 8 khoản 5 điểm b (at least one working day between the closing and the sending).

Bad:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
      hieu_luc: {tu: 2026-01-01, den: 2026-12-31}
    ra_soat:
      - ma: BC-1
        loai: bao-cao
        ten: Báo cáo quý
        chu_tri: SYT
        han: ngày 20 tháng cuối quý
        chot_so_lieu: 14
        chuoi:
          - {ma: DV-1, ten: Số liệu trường học, chu_tri: SGDDT, truoc: 6}  #!
      - ma: BC-3
        loai: bao-cao
        ten: Báo cáo năm
        chu_tri: SYT
        han: trước ngày 20/12/2026
        chuoi:
          - {ma: DV-2, ten: Số liệu dân vận, chu_tri: BDVTU, gui: [SGDDT], truoc: 3}  #!
          - {ma: DV-3, ten: Số liệu trường học, chu_tri: SGDDT, truoc: 3}
      - {ma: BC-4, loai: bao-cao, ten: Báo cáo năm, chu_tri: SYT, han: ngày 14/12/2026, chot_so_lieu: {ky: [nam]}}  #!

Good:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
      hieu_luc: {tu: 2026-01-01, den: 2026-12-31}
    ra_soat:
      - ma: BC-1
        loai: bao-cao
        ten: Báo cáo quý
        chu_tri: SYT
        han: ngày 25 tháng cuối quý
        chot_so_lieu: 14
        chuoi:
          - {ma: DV-1, ten: Số liệu dân vận, chu_tri: BDVTU, gui: [SGDDT], truoc: 5}
          - {ma: DV-2, ten: Số liệu trường học, chu_tri: SGDDT, truoc: 3}
      - {ma: BC-2, loai: bao-cao, ten: Báo cáo, chu_tri: SYT, chot_so_lieu: {ky: [nam], gui_sau: 1}}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from phoihop.dates.calendar import Calendar
from phoihop.dates.rule import Before
from phoihop.dates.terms import Occurrence
from phoihop.dates.units import written
from phoihop.i18n import _
from phoihop.lint import Facts
from phoihop.model import Book, Duty, Plan, Review
from phoihop.schedule import BEGINNING, figures_of, schedule
from phoihop.text.diagnostic import Diagnostic, Related, Severity

FAMILY = "dates"
SEVERITY = Severity.WARNING

_AN_OPEN_PLAN = timedelta(days=800)
"""How far a plan without end is looked at: two years of every report."""


def check_schedule(plan: Plan, book: Book, facts: Facts) -> Iterator[Diagnostic]:
    reports = [review for review in plan.reviews if review.chain or review.closing]
    for review in reports:
        yield from _handed_on_too_late(review)
    closing = [review for review in reports if figures_of(review)]
    begins = plan.head.period.since or plan.head.issued
    if not closing or begins is None:
        return
    days = facts.calendar()
    until = plan.head.period.until or begins + _AN_OPEN_PLAN
    found: dict[int, list[Occurrence]] = {}
    for dated in schedule(plan, days, (BEGINNING, until + timedelta(days=40))).dated:
        found.setdefault(id(dated.duty), []).append(dated.occurrence)
    for review in closing:
        yield from _before_the_figures(review, found, days)


def _handed_on_too_late(review: Review) -> Iterator[Diagnostic]:
    """What reaches an office on the day on which it has to send its own, or after it."""
    sends = [(review.lead, 0, review), *((one.lead, _ahead(one), one) for one in review.chain)]
    for one in review.chain:
        for office in one.addressees:
            own = [(ahead, sent) for sender, ahead, sent in sends if sender == office and sent is not one]
            if own and all(ahead >= _ahead(one) for ahead, _sent in own):
                ahead, sent = min(own, key=lambda pair: pair[0])
                yield Diagnostic(
                    "too-little-time",
                    one.at["deadline"],
                    _(
                        "{office} gets this {n} working days before the report, and sends its own {own} before it"
                    ).format(office=office, n=_ahead(one), own=ahead),
                    _("let it be sent at least one working day earlier: truoc: {n} or more").format(n=ahead + 1),
                    (Related(sent.at["deadline"], _("what it sends")),),
                )


def _ahead(one: Review) -> int:
    rule = one.deadline.reading.rule if one.deadline else None
    return rule.number if isinstance(rule, Before) else 0


def _before_the_figures(review: Review, found: dict[int, list[Occurrence]], days: Calendar) -> Iterator[Diagnostic]:
    """Reports that are due before a working day has passed since their figures were closed."""
    closed = {one.label: one.closed for one in found.get(id(review), ()) if one.closed}
    late: list[Duty] = [review, *review.chain]
    for duty in late:
        for occurrence in found.get(id(duty), ()):
            at = closed.get(occurrence.label)
            if at is not None and days.working_between(at, occurrence.due) < 1:
                message = _("due on {due}, less than one working day after the figures are closed on {closed}")
                yield Diagnostic(
                    "too-little-time",
                    duty.at["deadline"],
                    message.format(due=written(occurrence.due), closed=written(at)),
                    _("close the figures earlier, or send later"),
                )
                break
