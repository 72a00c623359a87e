"""Giấy mời: the invitation to a plan's next meeting or review (Phụ lục III, mẫu 1.7)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from phoihop.dates.terms import Occurrence
from phoihop.dates.units import weekday_name
from phoihop.model import Review, ReviewKind
from phoihop.progress import Tracked, track
from phoihop.schedule import BEGINNING, schedule
from phoihop.views.document_names import Names
from phoihop.views.document_wording import date_in_words, joined
from phoihop.views.frame import Frame, frame_fields, office_document
from phoihop.views.papers.request import SHORT_BLANK, Paper, PaperFault, Request, filing, reference

MEETINGS = (ReviewKind.MEETING, ReviewKind.INTERIM, ReviewKind.CLOSING)
_AHEAD = timedelta(days=731)
# A phrase that says by when a meeting is to be held, not on which day.
_LATEST = re.compile(r"trước|chậm nhất|muộn nhất|không quá|đến hết", re.IGNORECASE)


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


def invitations(request: Request) -> list[Paper]:
    """The invitation to the review that was chosen, else to the plan's next one."""
    plan, names = request.plan, request.names
    review, occurrence = _next(request)
    hosts = request.issuing or request.book.members(plan, review.lead) if review.lead else request.issuers
    what = f"{review.title} {occurrence.label}".strip() if occurrence else review.title
    document = office_document(plan, request.book, "GM", what, tuple(hosts))
    own = Names(document, request.book)
    fields = frame_fields(document, own)
    view = InvitationView(
        **fields | {"recipients": ("- Như trên;", filing(str(fields["regime"])) + ".")},
        host=joined([names(code) for code in hosts]) or SHORT_BLANK,
        guests=_guests(request, review, frozenset(hosts)) or (SHORT_BLANK,),
        event=f"{what}, {reference(plan, names)}",
        chair=names(review.lead) if review.lead else SHORT_BLANK,
        time=_time(review, occurrence),
        place=SHORT_BLANK,
        matters=_matters(request, frozenset(hosts)),
    )
    return [Paper(view, review.id)]


def _next(request: Request) -> tuple[Review, Occurrence | None]:
    """The review, and its first time that is not past; None for one that has no date."""
    plan = request.plan
    reviews = [one for one in plan.reviews if (one.id == request.review if request.review else one.kind in MEETINGS)]
    if not reviews:
        if request.review:
            known = ", ".join(one.id for one in plan.reviews) or "-"
            raise PaperFault(_no_such_review(request.review, known))
        raise PaperFault(_no_meeting())
    planned = schedule(plan, request.calendar, (BEGINNING, request.today + _AHEAD)).dated
    open_ones = [
        item
        for item in track(planned, request.today)
        if not item.status.done and item.dated.occurrence.due >= request.today
    ]
    for item in open_ones:
        if isinstance(item.duty, Review) and item.duty in reviews:
            return item.duty, item.dated.occurrence
    return reviews[0], None
