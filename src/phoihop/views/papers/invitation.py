"""Giấy mời: the invitation to a plan's next meeting or review (Phụ lục III, mẫu 1.7)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from phoihop.dates.terms import Occurrence
from phoihop.dates.units import weekday_name, written
from phoihop.i18n import _
from phoihop.model import Review
from phoihop.progress import Status, track
from phoihop.schedule import BEGINNING, schedule
from phoihop.views.document_names import Names
from phoihop.views.document_wording import END_MARKS, date_in_words, joined, listed
from phoihop.views.entry import Entry
from phoihop.views.frame import Frame, frame_fields, office_document
from phoihop.views.papers.request import (
    DOTS,
    LOOKED_AHEAD,
    Paper,
    PaperFault,
    Request,
    as_above,
    chosen_review,
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
    review, occurrence = _next(request)
    hosts = request.issuing or request.members(review.lead) or request.issuers
    what = f"{review.title} {occurrence.label}".strip() if occurrence else review.title
    document = office_document(plan, request.book, "GM", what, hosts)
    view = InvitationView(
        **frame_fields(document, Names(document, request.book)) | {"recipients": as_above(document.head.regime)},
        host=joined([names(code) for code in hosts]) or DOTS,
        guests=_guests(request, review, hosts),
        event=f"{what}, {reference(plan, names)}",
        chair=names(review.lead) if review.lead else DOTS,
        time=_time(review, occurrence),
        place=DOTS,
        matters=_matters(request, review),
        closing=f"Trân trọng kính mời{END_MARKS[document.head.regime]}",
    )
    return [Paper(view, review.id)]


def _next(request: Request) -> tuple[Review, Occurrence | None]:
    """The review, and its first time that is neither past nor held; None for one that has no date."""
    meetings = [one for one in request.plan.reviews if one.kind.held]
    reviews = [chosen_review(request)] if request.review else meetings
    if not reviews:
        message = _("the plan has no meeting or review to invite to: add one to ra_soat, or name one with --review")
        raise PaperFault(message)
    until = request.today + LOOKED_AHEAD
    for item in track(schedule(request.plan, request.calendar, (BEGINNING, until)).dated, request.today):
        if item.duty in reviews and item.status is Status.OPEN_IN_TIME:
            assert isinstance(item.duty, Review)
            return item.duty, item.dated.occurrence
    return reviews[0], None


def _guests(request: Request, review: Review, hosts: tuple[str, ...]) -> tuple[str, ...]:
    """Who takes part in the review beside the hosts; where the plan does not say, all its other issuers."""
    named = [*review.partners, *review.addressees, review.lead] if review.partners else []
    codes = named or [issuer.code for issuer in request.plan.issuers()]
    members = dict.fromkeys(member for code in codes if code for member in request.book.members(request.plan, code))
    return listed([request.names(code) for code in members if code not in hosts] or [DOTS])


def _time(review: Review, occurrence: Occurrence | None) -> str:
    """When: the day, where the plan sets one; else a blank, and by when."""
    hour = "..... giờ ....."
    if occurrence is None:
        return f"{hour}, {date_in_words(None)}"
    phrase = review.deadline.phrase if review.deadline else ""
    set_by_plan = _ON_A_DAY.search(phrase) and not _BY_WHEN.search(phrase)
    if set_by_plan and not (occurrence.assumed or occurrence.exclusive):
        day = weekday_name(occurrence.due)
        return f"{hour}, {date_in_words(occurrence.due)} ({day[0].lower()}{day[1:]})"
    return f"{hour}, {date_in_words(None)} (theo kế hoạch: chậm nhất ngày {written(occurrence.due)})"


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
    when = f"hạn ngày {since}" if len(entries) == 1 else f"{len(entries):02} kỳ, từ kỳ hạn ngày {since}"
    return f"{first.title} ({first.lead_name or DOTS}; {when})"
