"""Kế hoạch năm: a year's joint plan, cut from a programme or plan that runs for several years."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from phoihop.dates.units import written
from phoihop.dates.window import Window, year_of
from phoihop.i18n import _
from phoihop.model import Citation, Review, Section, Task
from phoihop.progress import Status, Tracked, track
from phoihop.schedule import BEGINNING, schedule
from phoihop.views.document import document_view
from phoihop.views.document_wording import joined
from phoihop.views.frame import office_document
from phoihop.views.papers.request import Paper, PaperFault, Request, plan_called, reference

AnyDuty = TypeVar("AnyDuty", Task, Review)
_MANY = 4  # days in a year: of more, the phrase says it better


def yearly_plans(request: Request) -> list[Paper]:
    """The plan of the year that was asked for with a period, else of today's.

    It holds what falls due in the year, each with its days; what is overdue from the years before; and work that has
    no day, since that goes on. What it is for, and what the offices add, is theirs to write.
    """
    plan, names = request.plan, request.names
    year = (request.window or year_of(request.today)).first.year
    period = plan.head.period
    if (period.since and period.since.year > year) or (period.until and period.until.year < year):
        message = _("the plan does not run in {year}: name another year with --period")
        raise PaperFault(message.format(year=year))
    calendar_year = year_of(date(year, 1, 1))
    times = _times(request, calendar_year)
    issuing = tuple(issuer.code for issuer in plan.issuers())
    document = office_document(plan, request.book, "KH", f"Thực hiện {plan_called(plan)} năm {year}", issuing)
    whole = document._replace(
        head=document.head._replace(regime=plan.head.regime, place_name=plan.head.place_name),
        participants=plan.participants,
        legal_basis=(Citation(reference(plan, names), at=plan.at),),
        opening=(f"{joined([names(code) for code in issuing])} ban hành Kế hoạch thực hiện năm {year} như sau:",),
        sections=tuple(section for one in plan.sections if (section := _cut(one, times, calendar_year)) is not None),
        reviews=tuple(review for one in plan.reviews if (review := _dated(one, times, calendar_year)) is not None),
        recipients=plan.recipients,
        signatures=tuple(one._replace(name="") for one in plan.signatures),
    )
    return [Paper(document_view(whole, request.book), str(year))]


def _times(request: Request, year: Window) -> dict[int, list[Tracked]]:
    """What is due in the year, and what is overdue since before it, for each duty."""
    found: dict[int, list[Tracked]] = {}
    for item in track(schedule(request.plan, request.calendar, (BEGINNING, year.last)).dated, request.today):
        due = item.dated.occurrence.due
        if item.status is Status.SUSPENDED:
            continue
        if year.holds(due) or (due < year.first and item.status is Status.OPEN_OVERDUE):
            found.setdefault(id(item.duty), []).append(item)
    return found


def _cut(section: Section, times: dict[int, list[Tracked]], year: Window) -> Section | None:
    """A section with what of it belongs to the year; None where that is nothing."""
    tasks = tuple(task for one in section.tasks if (task := _dated(one, times, year)) is not None)
    inner = tuple(found for one in section.sections if (found := _cut(one, times, year)) is not None)
    return Section(section.title, section.at, tasks=tasks, sections=inner) if tasks or inner else None


def _dated(duty: AnyDuty, times: dict[int, list[Tracked]], year: Window) -> AnyDuty | None:
    """A duty with its days in the year in place of its phrase; None when it has none, and is not work that goes on."""
    if duty.deadline is None or not duty.deadline.reading.dated:
        goes_on = not duty.completions or (duty.deadline is not None and bool(duty.deadline.reading.undated))
        return duty if goes_on else None
    found = times.get(id(duty), [])
    now = [item.dated.occurrence.due for item in found if year.holds(item.dated.occurrence.due)]
    # A meeting or report that was left out is not held or written a year later; a task is still to be done.
    carried: list[Tracked] = found if isinstance(duty, Task) else []
    before = [item.dated.occurrence.due for item in carried if item.dated.occurrence.due < year.first]
    if not now and not before:
        return None
    days = f"ngày {', '.join(map(written, now))}" if now else f"quá hạn từ ngày {written(before[0])}"
    phrase = duty.deadline.phrase if len(now) > _MANY else days
    late = f"chuyển từ năm trước: {', '.join(map(written, before))}" if before and now else ""
    note = "; ".join(part for part in (duty.note, late) if part)
    return duty._replace(deadline=duty.deadline._replace(phrase=phrase), note=note)
