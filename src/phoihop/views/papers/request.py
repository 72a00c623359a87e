"""What a paper is asked for, what comes out, and the words that several papers share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from phoihop.dates.calendar import Calendar
from phoihop.dates.terms import Occurrence
from phoihop.dates.window import Window
from phoihop.i18n import _
from phoihop.model import Book, Plan, Regime, Review
from phoihop.model.number import type_name
from phoihop.progress import Status, track
from phoihop.schedule import BEGINNING, horizon, schedule
from phoihop.views.agenda import is_settled
from phoihop.views.document_head import FILED, NO_NUMBER
from phoihop.views.document_names import Names
from phoihop.views.document_wording import date_in_words, joined, listed, title_lowered
from phoihop.views.frame import Frame
from phoihop.views.status import StatusQuery, StatusView, status

SHORT_DOTS = "." * 10
LINE_OF_DOTS = "." * 110


class Request(NamedTuple):
    """A plan, a day to call today, and what was chosen.

    `issuing` are the offices that issue the paper, () the plan's lead; `offices` those that it concerns, empty for
    all; `review` is the id of a review. `chosen`: the book holds some plans that were named, not all.
    """

    plan: Plan
    book: Book
    calendar: Calendar
    today: date
    issuing: tuple[str, ...] = ()
    offices: frozenset[str] = frozenset()
    window: Window | None = None
    review: str = ""
    chosen: bool = False

    @property
    def status(self) -> StatusView:
        """The status of the plan in the period that was asked for."""
        return status(self.book, self.calendar, StatusQuery(self.today, self.window, self.offices, self.plan.id))

    @property
    def names(self) -> Names:
        """How the plan calls its offices."""
        return Names(self.plan, self.book)

    @property
    def issuers(self) -> tuple[str, ...]:
        """Who issues the paper: who was chosen, else the plan's lead, and all members where a group leads."""
        if self.issuing:
            return self.issuing
        return next((self.members(issuer.code) for issuer in self.plan.issuers()), ())

    @property
    def involved(self) -> tuple[str, ...]:
        """Every office of the plan, each once: issuers, then those that carry it out."""
        codes = [one.code for one in (*self.plan.issuers(), *self.plan.participants)]
        return tuple(dict.fromkeys(member for code in codes for member in self.members(code)))

    def members(self, code: str) -> tuple[str, ...]:
        """The offices that a code stands for in the plan; none for ""."""
        return self.book.members(self.plan, code) if code else ()


class Paper(NamedTuple):
    """One document; `suffix` tells it from others of the same template and plan, for its file's name."""

    view: Frame
    suffix: str = ""


class PaperFault(Exception):
    """A paper that a plan has nothing for; the message says what is missing, and what to do."""


def plan_called(plan: Plan) -> str:
    """The plan in a word or two: its type and number, its title where it has no number yet."""
    number = plan.head.number.strip()
    known = number.casefold() not in NO_NUMBER
    return f"{type_name(plan.head.kind)} {f'số {number}' if known else title_lowered(plan.head.title)}"


def reference(plan: Plan, names: Names) -> str:
    """How other documents cite the plan: type, number, date, issuers, title (Phụ lục I, mục II.6b)."""
    head = plan.head
    kind, title = type_name(head.kind), title_lowered(head.title)
    issuers = joined([names(issuer.code) for issuer in names.issuers])
    if head.number.strip().casefold() in NO_NUMBER:
        return f"{kind} {title}"
    comma = "," if head.regime is Regime.PARTY else ""
    issued = f"{comma} {date_in_words(head.issued)}" if head.issued else ""
    whose = f" của {issuers}" if issuers else ""
    about = title if title.startswith("về ") else f"về {title}"
    return f"{kind} số {head.number}{issued}{whose} {about}"


def chosen_review(request: Request) -> Review:
    """The review that was asked for by its id."""
    reviews = {one.id: one for one in request.plan.all_reviews()}
    if request.review in reviews:
        return reviews[request.review]
    message = _('the plan has no review "{id}"; it has: {known}')
    raise PaperFault(message.format(id=request.review, known=", ".join(reviews) or "-"))


class Time(NamedTuple):
    """One time of a review; no `occurrence` for a review that has no date of its own."""

    review: Review
    occurrence: Occurrence | None = None

    @property
    def called(self) -> str:
        """The review and which time of it: "Họp giao ban quý II/2026"."""
        label = self.occurrence.label if self.occurrence else ""
        return f"{self.review.title} {label}".rstrip()


def open_times(request: Request, reviews: Sequence[Review]) -> list[Time]:
    """The times of some reviews that no result was recorded for, in order of their days; with a period, those due in
    it. A review without dates stands last, once, unless it is settled."""
    last = request.window.last if request.window else request.today
    until = max(last, horizon(request.plan, request.today))
    planned = schedule(request.plan, request.calendar, (BEGINNING, until))
    wanted = {id(one): one for one in reviews}
    found = [
        Time(wanted[id(item.duty)], item.dated.occurrence)
        for item in track(planned.dated, request.today)
        if id(item.duty) in wanted and item.status in (Status.OPEN_IN_TIME, Status.OPEN_OVERDUE)
    ]
    if request.window is not None:
        found = [time for time in found if time.occurrence and request.window.holds(time.occurrence.due)]
    undated = {id(one.duty) for one in planned.undated}
    return found + [Time(one) for one in reviews if id(one) in undated and not is_settled(one)]


def addressed(names: Sequence[str]) -> tuple[str, ...]:
    """Who a paper is addressed to: one name, or a list of them (mục II.9d)."""
    return tuple(names) if len(names) < 2 else tuple(f"- {name}" for name in listed(names))


def as_above(regime: Regime) -> tuple[str, ...]:
    """The recipients of a paper that names them at its beginning (mục II.9b), with blanks for unit and copies."""
    return ("- Như trên;", FILED[regime])


def recipients(request: Request, regime: Regime, offices: Iterable[str]) -> tuple[str, ...]:
    """The recipients of a paper by code, each office once, with blanks for unit and copies in the last line."""
    named = [f"- {request.names(code)};" for code in dict.fromkeys(offices)]
    return (*named, FILED[regime])
