"""What a paper is asked for, what comes out, and the words that several papers share."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from phoihop.dates.calendar import Calendar
from phoihop.dates.window import Window
from phoihop.model import Book, Plan, Regime
from phoihop.model.number import NOT_GIVEN, type_name
from phoihop.views.document_names import Names
from phoihop.views.document_wording import date_in_words, joined, title_lowered
from phoihop.views.frame import Frame

BLANK = "." * 60
"""A line of the form's dots, for what only the office knows."""
SHORT_BLANK = "." * 20


class Request(NamedTuple):
    """A plan, a day to call today, and what was chosen.

    `issuing` are the offices that issue the paper, () the plan's lead; `offices` those that it concerns, empty for
    all; `review` is the id of a review.
    """

    plan: Plan
    book: Book
    calendar: Calendar
    today: date
    issuing: tuple[str, ...] = ()
    offices: frozenset[str] = frozenset()
    window: Window | None = None
    review: str = ""

    @property
    def names(self) -> Names:
        """How the plan calls its offices."""
        return Names(self.plan, self.book)

    @property
    def issuers(self) -> tuple[str, ...]:
        """Who issues the paper: who was chosen, else the plan's lead, and all members where a group leads."""
        if self.issuing:
            return self.issuing
        lead = [issuer.code for issuer in self.plan.issuers()][:1]
        return tuple(member for code in lead for member in self.book.members(self.plan, code))


class Paper(NamedTuple):
    """One document; `suffix` tells it from others of the same template and plan, for its file's name."""

    view: Frame
    suffix: str = ""


class PaperFault(Exception):
    """A paper that a plan has nothing for; the message says what is missing, and what to do."""


def reference(plan: Plan, names: Names) -> str:
    """How other documents cite the plan: type, number, date, issuers, title (Phụ lục I, mục II.6b)."""
    head = plan.head
    kind, title = type_name(head.kind), title_lowered(head.title)
    issuers = joined([names(issuer.code) for issuer in names.issuers])
    if head.number.strip().casefold() in ("", NOT_GIVEN):
        return f"{kind} {title}"
    comma = "," if head.regime is Regime.PARTY else ""
    issued = f"{comma} {date_in_words(head.issued)}" if head.issued else ""
    whose = f" của {issuers}" if issuers else ""
    about = title if title.startswith("về ") else f"về {title}"
    return f"{kind} số {head.number}{issued}{whose} {about}"


def filing(regime: str) -> str:
    """The last line of the recipients, with blanks for the unit and the copies (mục II.9)."""
    return "- Lưu ....." if regime == Regime.PARTY.value else "- Lưu: VT, ....."
