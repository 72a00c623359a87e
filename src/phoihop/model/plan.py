"""The records of a plan. Names follow docs/glossary.md: one concept, one name.

They are named tuples: every command pays for making these classes, and a frozen dataclass costs several times as
much to make (docs/adr/0005).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import NamedTuple, TypeAlias

from phoihop.dates.roll import Roll
from phoihop.dates.units import Unit
from phoihop.model import citation
from phoihop.model.duty import Agreement, Completion, Deadline, Extension, Suspension
from phoihop.model.form import Assignment, LeadSide, Regime, Urgency
from phoihop.model.number import DocumentNumber, read_number
from phoihop.model.places import NOWHERE, Places


class Role(Enum):
    """What an office is to a plan (vai trò): it issues the plan, or carries out duties in it."""

    ISSUER = "ban-hanh"
    IMPLEMENTER = "thuc-hien"


class ReviewKind(Enum):
    """What a review is (loại rà soát): a meeting, an interim or closing review, a report, a check."""

    MEETING = "giao-ban"
    INTERIM = "so-ket"
    CLOSING = "tong-ket"
    REPORT = "bao-cao"
    CHECK = "kiem-tra"

    @property
    def held(self) -> bool:
        """Whether people meet for it."""
        return self in (ReviewKind.MEETING, ReviewKind.INTERIM, ReviewKind.CLOSING)


class Citation(NamedTuple):
    """A document that is cited: its text as printed. What can be read of it is read when it is asked for."""

    text: str
    at: Places = NOWHERE

    @property
    def kind_word(self) -> str:
        """The type that it begins with ("Kế hoạch"), or nothing."""
        return citation.kind_word(self.text)

    @property
    def number(self) -> str:
        """Its number and symbol as written, or nothing."""
        return citation.number(self.text)

    @property
    def number_parts(self) -> DocumentNumber | None:
        """Its number and symbol taken apart; None when it gives none, or none of a known form."""
        return read_number(self.number) if self.number else None

    @property
    def issued(self) -> date | None:
        """Its date, if it gives one that exists."""
        return citation.issued(self.text)

    @property
    def issuer(self) -> str:
        """Who issued it, as said right after its number and date, or nothing."""
        return citation.issuer(self.text)


class Task(NamedTuple):
    """A task (nhiệm vụ) in its section; `implements` is the parent plan's task that it carries out."""

    id: str
    title: str
    at: Places = NOWHERE
    lead: str = ""
    partners: tuple[str, ...] = ()
    deadline: Deadline | None = None
    anchor: str = ""
    completions: tuple[Completion, ...] = ()
    note: str = ""
    extensions: tuple[Extension, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    deliverable: str = ""
    legal_basis: tuple[Citation, ...] = ()
    implements: str = ""


DECREE_CLOSING_DAY = 14
"""The day on which a periodic report's figures are closed (Nghị định 09/2019/NĐ-CP, Điều 12)."""


class DataClosing(NamedTuple):
    """When a report's figures are closed (chốt số liệu): a day of the last month of each of its periods.

    `periods` are the lengths of the periods reported, () when the deadline says them; `working_days` is how long
    after the closing the report is due, 0 when the deadline says when.
    """

    at: Places = NOWHERE
    day: int = DECREE_CLOSING_DAY
    periods: tuple[Unit, ...] = ()
    working_days: int = 0


class Review(NamedTuple):
    """A review (rà soát): meeting, interim or closing review, report, check. Its first eleven fields are a task's.

    `chain` are the reports that feed this one (chuỗi báo cáo), each due so many working days before it; they are
    suspended with it.
    """

    id: str
    title: str
    at: Places = NOWHERE
    lead: str = ""
    partners: tuple[str, ...] = ()
    deadline: Deadline | None = None
    anchor: str = ""
    completions: tuple[Completion, ...] = ()
    note: str = ""
    extensions: tuple[Extension, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    suspensions: tuple[Suspension, ...] = ()
    kind: ReviewKind = ReviewKind.CHECK
    addressees: tuple[str, ...] = ()
    closing: DataClosing | None = None
    chain: tuple[Review, ...] = ()


Duty: TypeAlias = Task | Review
"""What somebody has to do by some time."""


def signed_phrase(duty: Duty) -> str:
    """The phrase of the deadline that was signed, whatever put it off since; "" where the plan gives none."""
    if duty.extensions:
        return duty.extensions[0].old
    return duty.deadline.phrase if duty.deadline else ""


class Section(NamedTuple):
    """A heading with its paragraphs, clauses, tasks and sections, in the order in which they print."""

    title: str
    at: Places = NOWHERE
    paragraphs: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    tasks: tuple[Task, ...] = ()
    sections: tuple[Section, ...] = ()


class Period(NamedTuple):
    """The time for which a plan holds; no `until` means until it is ended."""

    since: date | None = None
    until: date | None = None


class Head(NamedTuple):
    """What stands at the top of the document (văn bản).

    `issued_with` is the decision that the document is issued with (kèm theo), for one that has no number of its own;
    `circulation` a mark such as "LƯU HÀNH NỘI BỘ"; `drafter` the drafter's mark and the number of copies; `contact`
    the address line at the foot of the first page. No `assignment`: the kind of document decides.
    """

    kind: str
    title: str
    at: Places = NOWHERE
    number: str = ""
    place_name: str = ""
    issued: date | None = None
    regime: Regime = Regime.STATE
    period: Period = Period()
    implements: str = ""
    issued_with: Citation | None = None
    urgency: Urgency | None = None
    circulation: str = ""
    drafter: str = ""
    contact: str = ""
    assignment: Assignment | None = None
    lead_side: LeadSide = LeadSide.RIGHT


class Participant(NamedTuple):
    """An office of a plan. With `members` it is a group that this plan names ("Hai Sở")."""

    code: str
    at: Places = NOWHERE
    role: Role = Role.IMPLEMENTER
    focal_point: str = ""
    name: str = ""
    members: tuple[str, ...] = ()


class Recipient(NamedTuple):
    """One line of the recipients (nơi nhận)."""

    text: str
    at: Places = NOWHERE


class Signature(NamedTuple):
    """Who signs for an office: authority (quyền hạn), position, name, and a position elsewhere (chức vụ khác)."""

    office: str
    at: Places = NOWHERE
    authority: str = ""
    position: str = ""
    name: str = ""
    other_position: str = ""


class Policy(NamedTuple):
    """What a plan chooses where the law leaves it a choice (lịch): where a term goes that ends on a day off."""

    roll: Roll = Roll.FORWARD


class Plan(NamedTuple):
    """One plan: one file. `id` is the file's stem."""

    id: str
    path: str
    head: Head
    at: Places = NOWHERE
    legal_basis: tuple[Citation, ...] = ()
    opening: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    sections: tuple[Section, ...] = ()
    reviews: tuple[Review, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    signatures: tuple[Signature, ...] = ()
    note: str = ""
    policy: Policy = Policy()

    def all_sections(self) -> list[Section]:
        """Every section, each before those inside it, in printed order."""
        found: list[Section] = []
        waiting = list(reversed(self.sections))
        while waiting:
            section = waiting.pop()
            found.append(section)
            waiting += reversed(section.sections)
        return found

    def tasks(self) -> list[Task]:
        """Every task, in printed order."""
        return [task for section in self.all_sections() for task in section.tasks]

    def issuers(self) -> list[Participant]:
        """The offices and groups that issue the plan."""
        return [one for one in self.participants if one.role is Role.ISSUER]

    def citations(self) -> Iterator[Citation]:
        """Every document that the plan cites, its own legal basis first, then what its tasks cite."""
        yield from self.legal_basis
        for task in self.tasks():
            yield from task.legal_basis

    def all_reviews(self) -> tuple[Review, ...]:
        """Every review, each after the reports that feed it."""
        return tuple(one for review in self.reviews for one in (*review.chain, review))

    @property
    def begins(self) -> date | None:
        """The first day on which something of it may be done: of its period, or of its issue where that is earlier."""
        days = (self.head.period.since, self.head.issued)
        return min((day for day in days if day is not None), default=None)

    def own_duties(self) -> list[Duty]:
        """Every task and review, without what feeds the reviews."""
        return [*self.tasks(), *self.reviews]

    def duties(self) -> list[Duty]:
        """Every task, then every review and what feeds it."""
        return [*self.tasks(), *self.all_reviews()]

    def completions(self) -> list[Completion]:
        """Every result that is recorded."""
        return [result for duty in self.duties() for result in duty.completions]
