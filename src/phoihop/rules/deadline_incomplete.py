"""A deadline can be read, and still has no date: it lacks its anchor, its year, or the plan's period.

Why: It would never fall due, and nobody would be reminded. A term that is counted from an event needs the event
("moc"); a month or quarter without a year needs a plan of one year; a cycle needs the day on which the plan begins.

Law: Bộ luật Dân sự 2015, Điều 147 (a term is counted from a day or an event).

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Gửi đề nghị cử người dự họp
            chu_tri: SYT
            han: chậm nhất 03 ngày làm việc trước ngày họp  #!
          - ma: NV-02
            ten: Khám sức khỏe
            chu_tri: SYT
            han: trước ngày 15/11  #!

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Gửi tài liệu họp
            chu_tri: SYT
            han: chậm nhất 03 ngày làm việc trước ngày họp
            moc: NV-02  #!
          - {ma: NV-02, ten: Trao đổi thông tin, chu_tri: SYT, han: thường xuyên}

Good:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
      hieu_luc: {tu: 2026-01-01, den: 2026-12-31}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - ma: NV-01
            ten: Gửi đề nghị cử người dự họp
            chu_tri: SYT
            han: chậm nhất 03 ngày làm việc trước ngày họp
            moc: HOP
          - {ma: NV-02, ten: Khám sức khỏe, chu_tri: SYT, han: trước ngày 15/11}
    ra_soat:
      - {ma: HOP, ten: Họp liên ngành, chu_tri: SYT, han: ngày 20/6/2026}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.dates.occurrence import missing, nominal_days
from phoihop.dates.reading import SINGLE
from phoihop.dates.rule import After, Before, Cycle, Cycles, Event, FixedDay, Frequency, Recurring
from phoihop.dates.terms import TermProblem, Terms
from phoihop.i18n import _
from phoihop.model import Book, Duty, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "dates"
SEVERITY = Severity.ERROR


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    period = plan.head.period
    terms = Terms(period.since, period.until)
    begins = period.since is not None or plan.head.issued is not None
    duties = plan.duties()
    by_id = {duty.id: duty for duty in duties} if any(duty.anchor for duty in duties) else {}
    for duty in duties:
        if duty.deadline is None:
            continue
        if (problem := _missing(duty, terms, begins)) is not None:
            yield Diagnostic("deadline-incomplete", duty.at["deadline"], problem.message, _remedy(problem))
        elif duty.anchor and (anchor := by_id.get(duty.anchor)) is not None and _never(duty, anchor):
            problem = TermProblem("anchor-missing", anchor.title)
            help = _("count from a task or review that has a date")
            yield Diagnostic("deadline-incomplete", duty.at["anchor"], problem.message, help)


def _never(duty: Duty, anchor: Duty) -> bool:
    """Whether a duty counts from what goes on all the time, and so has no day.

    What is done when it is needed has a day once its result is recorded; a cycle of no said length has its own finding.
    """
    rule = duty.deadline.reading.rule if duty.deadline else None
    if not (isinstance(rule, After | Before) and rule.event in (Event.ANCHOR, Event.DUE)):
        return False
    reading = anchor.deadline.reading if anchor.deadline else None
    return reading is not None and reading.undated == "continuous" and not reading.hints and not anchor.completions


def _missing(duty: Duty, terms: Terms, begins: bool) -> TermProblem | None:
    """What the phrase lacks in this plan, told from its kind alone: no date has to be computed for that."""
    assert duty.deadline is not None
    reading = duty.deadline.reading
    match reading.rule:
        case None:
            return None
        case After(event=event, event_text=text) | Before(event=event, event_text=text):
            if event in (Event.ANCHOR, Event.DUE) and not duty.anchor:
                return TermProblem("anchor-missing", text)
            return TermProblem("period-missing") if event is Event.START and not begins else None
        case Cycle() | Cycles() | Frequency() | Recurring():
            return None if begins else TermProblem("period-missing")
    leap = isinstance(reading.rule, FixedDay) and any((day.day, day.month) == (29, 2) for day in reading.rule.days)
    if terms.since and terms.until and terms.since.year == terms.until.year and not leap:
        return None  # a plan of one year lends its year to every phrase, though not every year has a 29/02
    # What names a single time lacks a year when it gives no day at all.
    single = reading.kind in SINGLE
    return missing(reading, terms) if single and not nominal_days(reading, terms) else None


def _remedy(problem: TermProblem) -> str:
    if problem.code == "anchor-missing":
        return _('name it: "moc: ID" of the task or review that the term counts from')
    if problem.code == "no-such-day":
        return _("check the day in the signed document")
    if problem.code == "year-missing":
        return _("add the year to the phrase, or give hieu_luc with both days in one year")
    return _('give the plan its first day: "hieu_luc: {{tu: 2026-01-01, den: 2026-12-31}}"').format()
