"""Kế hoạch năm: a year's joint plan, cut from a programme or plan that runs for several years."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from phoihop.dates.window import Window, year_of
from phoihop.i18n import _
from phoihop.model import Citation, Review, Section, Task, signed_phrase
from phoihop.progress import Status, track
from phoihop.schedule import BEGINNING, schedule
from phoihop.views.agenda import is_settled
from phoihop.views.document import document_view
from phoihop.views.document_head import DOTTED_BLANK
from phoihop.views.document_wording import joined
from phoihop.views.frame import office_document
from phoihop.views.papers.request import Paper, PaperFault, Request, plan_called, reference

AnyDuty = TypeVar("AnyDuty", Task, Review)


def yearly_plans(request: Request) -> list[Paper]:
    """The plan of the year that was asked for with a period, else of today's.

    It holds what falls due in the year, with its deadline as it stands; tasks that are overdue from the years
    before, whose new deadline is a blank; and work that has no day, since that goes on. What it is for, who signs, and
    what the offices add, is theirs to write.
    """
    plan, names = request.plan, request.names
    year = _year(request)
    cut = _Cut(request, year)
    sections = tuple(section for one in plan.sections if (section := cut.section(one)) is not None)
    reviews = tuple(review for one in plan.reviews if (review := cut.duty(one)) is not None)
    if not sections and not reviews:
        message = _("nothing of the plan falls due in {year}, is left over, or goes on")
        raise PaperFault(message.format(year=year.first.year))
    issuers = tuple(issuer.code for issuer in names.issuers)
    document = office_document(
        plan, request.book, "KH", f"Thực hiện {plan_called(plan)} năm {year.first.year}", issuers
    )
    head = document.head._replace(regime=plan.head.regime, place_name=plan.head.place_name)
    purpose = Section("Mục đích, yêu cầu", plan.at, paragraphs=(DOTTED_BLANK * 4,))
    whole = document._replace(
        head=head,
        participants=plan.participants,
        legal_basis=(Citation(reference(plan, names), at=plan.at),),
        opening=(f"{joined([names(code) for code in issuers])} ban hành Kế hoạch với các nội dung sau:",),
        sections=(purpose, *sections),
        reviews=reviews,
        recipients=plan.recipients,
    )
    return [Paper(document_view(whole, request.book), str(year.first.year))]


def _year(request: Request) -> Window:
    window, period = request.window, request.plan.head.period
    year = year_of(window.first if window else request.today)
    if window is not None and window != year:
        raise PaperFault(_("a year's plan is of one year: --period {year}").format(year=year.first.year))
    if period.since and period.until and period.since.year == period.until.year:
        raise PaperFault(_("the plan stands in one year alone: it is its own yearly plan"))
    if (period.since and period.since > year.last) or (period.until and period.until < year.first):
        message = _("the plan does not run in {year}: name another year with --period")
        raise PaperFault(message.format(year=year.first.year))
    return year


class _Cut:
    """What of a plan belongs to a year."""

    def __init__(self, request: Request, year: Window) -> None:
        planned = schedule(request.plan, request.calendar, (BEGINNING, date(year.last.year, 12, 31)))
        self.undated = {id(one.duty) for one in planned.undated}
        self.now: set[int] = set()
        self.late: set[int] = set()
        times: dict[int, int] = {}
        for item in track(planned.dated, request.today):
            times[id(item.duty)] = times.get(id(item.duty), 0) + 1
            due = item.dated.occurrence.due
            if item.status is Status.SUSPENDED:
                continue
            if year.holds(due):
                self.now.add(id(item.duty))
            elif due < year.first and item.status is Status.OPEN_OVERDUE:
                self.late.add(id(item.duty))
        # What comes back was left out the last time and is due again; only what was to be done once is left over.
        self.late = {one for one in self.late if times[one] == 1}

    def section(self, section: Section) -> Section | None:
        """A section with what of it belongs to the year; None where that is nothing."""
        tasks = tuple(task for one in section.tasks if (task := self.duty(one)) is not None)
        inner = tuple(found for one in section.sections if (found := self.section(one)) is not None)
        return Section(section.title, section.at, tasks=tasks, sections=inner) if tasks or inner else None

    def duty(self, duty: AnyDuty) -> AnyDuty | None:
        """A duty that belongs to the year, with its deadline as it stands; one that is left over has a blank for it."""
        if id(duty) in self.undated:
            return None if is_settled(duty) else duty._replace(extensions=())
        if id(duty) in self.now:
            return duty._replace(extensions=())
        if id(duty) not in self.late or not isinstance(duty, Task) or duty.deadline is None:
            return None
        left = f"chuyển tiếp, thời hạn đã ký: {signed_phrase(duty)}"
        note = "; ".join(part for part in (duty.note, left) if part)
        return duty._replace(deadline=duty.deadline._replace(phrase="....."), extensions=(), note=note)
