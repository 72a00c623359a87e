"""Giấy mời: the invitation to a plan's next meeting or review (Phụ lục III, mẫu 1.7)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from phoihop.dates.terms import Occurrence
from phoihop.dates.units import weekday_name, written
from phoihop.i18n import _
from phoihop.model import Review
from phoihop.views.document_head import DOTTED_BLANK
from phoihop.views.document_names import Names
from phoihop.views.document_wording import END_MARKS, date_in_words, joined, listed
from phoihop.views.entry import Entry
from phoihop.views.frame import Frame, frame_fields, office_document
from phoihop.views.papers.request import (
    Paper,
    PaperFault,
    Request,
    Time,
    chosen_review,
    open_times,
    recipients,
    reference,
)

_ON_A_DAY = re.compile(r"ngày \d", re.IGNORECASE)
# Words that say by when a meeting is to be held, not on which day.
_BY_WHEN = re.compile(r"trước|chậm nhất|muộn nhất|không quá|đến hết|trong vòng", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationView(Frame):
    """What an invitation says: who invites whom to what, who presides, when and where, and what is to be prepared."""

    host: str
    guests: tuple[str, ...]
    event: str
    chair: str
    time: str
    place: str
    matters: tuple[str, ...]
    closing: str


def invitations(request: Request) -> list[Paper]:
    """The invitation to the review that was chosen, else to the plan's next one."""
    plan, names = request.plan, request.names
    time = _next(request)
    review = time.review
    hosts = request.issuing or request.members(review.lead) or request.issuers
    guests = [code for code in _invited(request, review) if code not in hosts]
    document = office_document(plan, request.book, "GM", time.called, hosts)
    regime = document.head.regime
    view = InvitationView(
        **frame_fields(document, Names(document, request.book)) | {"recipients": recipients(request, regime, guests)},
        host=joined([names(code) for code in hosts]) or DOTTED_BLANK,
        guests=listed([names(code) for code in guests] or [DOTTED_BLANK]),
        event=f"{time.called} theo {reference(plan, names)}",
        chair=joined([names(code) for code in request.members(review.lead)]) or DOTTED_BLANK,
        time=_when(review, time.occurrence),
        place=DOTTED_BLANK,
        matters=_matters(request, review),
        closing=f"Trân trọng kính mời{END_MARKS[regime]}",
    )
    return [Paper(view, review.id)]


def _next(request: Request) -> Time:
    """The first time that is neither past nor held, of the review that was chosen or of any."""
    if request.review and not (chosen := chosen_review(request)).kind.held:
        message = _('"{id}" is no meeting or review: nobody is invited to it')
        raise PaperFault(message.format(id=chosen.id))
    meetings = [one for one in request.plan.reviews if one.kind.held]
    meetings = [chosen_review(request)] if request.review else meetings
    ahead = (
        time
        for time in open_times(request, meetings)
        if time.occurrence is None or time.occurrence.due >= request.today
    )
    if (found := next(ahead, None)) is not None:
        return found
    if meetings:
        message = _("after {day} no meeting or review of the plan lies ahead that was not held already")
        raise PaperFault(message.format(day=written(request.today)))
    raise PaperFault(_("the plan has no meeting or review to invite to: add one to ra_soat"))


def _invited(request: Request, review: Review) -> list[str]:
    """Who takes part in the review; where the plan does not say, all its offices."""
    named = [review.lead, *review.partners, *review.addressees] if review.partners else request.involved
    return list(dict.fromkeys(member for code in named for member in request.members(code)))


def _when(review: Review, occurrence: Occurrence | None) -> str:
    """When: the day, where the plan sets one that is a working day; else a blank, for somebody has to set it."""
    hour = "..... giờ ....."
    phrase = review.deadline.phrase if review.deadline else ""
    set_by_plan = _ON_A_DAY.search(phrase) and not _BY_WHEN.search(phrase)
    if occurrence is None or not set_by_plan or occurrence.assumed or occurrence.due != occurrence.nominal:
        return f"{hour}, {date_in_words(None)}"
    day = weekday_name(occurrence.due)
    return f"{hour}, {date_in_words(occurrence.due)} ({day[0].lower()}{day[1:]})"


def _matters(request: Request, review: Review) -> tuple[str, ...]:
    """What is overdue, each duty once: its lead is to report on it at the meeting."""
    late: dict[str, list[Entry]] = {}
    for entry in request.status.late:
        if entry.item.id != review.id:
            late.setdefault(entry.item.id, []).append(entry)
    return listed([_matter(entries) for entries in late.values()])


def _matter(entries: list[Entry]) -> str:
    first = entries[0].item
    since = written(first.due)
    when = f"hạn ngày {since}" if len(entries) == 1 else f"{len(entries)} kỳ, từ kỳ hạn ngày {since}"
    return f"{first.title} ({first.lead_name or DOTTED_BLANK}; {when})"
