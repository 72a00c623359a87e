"""The records of a plan. Names follow docs/glossary.md: one concept, one name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any, NamedTuple, Protocol

from phoihop.dates.reading import Reading
from phoihop.model import citation
from phoihop.text.source import Place


class Places(Protocol):
    """Where the fields of a record stand: `task.at["deadline"]`; `at[""]` is the record itself.

    A field that the file does not give stands at the record's beginning. A tuple's item: `at["partners", 0]`.
    """

    def __getitem__(self, name: str | tuple[str, int]) -> Place: ...

    def given(self, name: str) -> bool:
        """Whether the file gives the field a value, be it one that could not be read."""


def _places() -> Any:
    # Outside equality and repr: two records are equal when they say the same, wherever they stand.
    return field(compare=False, repr=False)


class Regime(Enum):
    """Whose rules of form a document follows (thể thức)."""

    STATE = "nha-nuoc"
    PARTY = "dang"


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


class Deadline(NamedTuple):
    """When a duty is due: the phrase as it was signed, and how it is read."""

    phrase: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class Completion:
    """One result (kết quả thực hiện): done on a day, shown by a document, for one occurrence (kỳ)."""

    day: date
    at: Places = _places()
    document: str = ""
    occurrence: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A document that is cited: its text as printed. What can be read of it is read when it is asked for."""

    text: str
    at: Places = _places()

    @property
    def kind_word(self) -> str:
        """The type that it begins with ("Kế hoạch"), or nothing."""
        return citation.kind_word(self.text)

    @property
    def number(self) -> str:
        """Its number and symbol as written, or nothing."""
        return citation.number(self.text)

    @property
    def issued(self) -> date | None:
        """Its date, if it gives one that exists."""
        return citation.issued(self.text)


@dataclass(frozen=True, slots=True)
class Duty:
    """What somebody has to do by some time: a task or a review."""

    id: str
    title: str
    at: Places = _places()
    lead: str = ""
    partners: tuple[str, ...] = ()
    deadline: Deadline | None = None
    anchor: str = ""
    completions: tuple[Completion, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Task(Duty):
    """A task (nhiệm vụ), inside the section that assigns it."""

    deliverable: str = ""
    legal_basis: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Review(Duty):
    """A review (rà soát): meeting, interim or closing review, report, check."""

    kind: ReviewKind = ReviewKind.CHECK
    addressees: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its paragraphs, clauses, tasks and sections, in the order in which they print."""

    title: str
    at: Places = _places()
    paragraphs: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    tasks: tuple[Task, ...] = ()
    sections: tuple[Section, ...] = ()

    def all_tasks(self) -> Iterator[Task]:
        """The section's tasks and those of the sections inside it, in printed order."""
        yield from self.tasks
        for section in self.sections:
            yield from section.all_tasks()


class Period(NamedTuple):
    """The time for which a plan holds; no `until` means until it is ended."""

    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """What stands at the top of the document (văn bản)."""

    kind: str
    title: str
    at: Places = _places()
    number: str = ""
    place_name: str = ""
    issued: date | None = None
    regime: Regime = Regime.STATE
    period: Period = Period()
    implements: str = ""


@dataclass(frozen=True, slots=True)
class Participant:
    """An office of a plan. With `members` it is a group that this plan names ("Hai Sở")."""

    code: str
    at: Places = _places()
    role: Role = Role.IMPLEMENTER
    focal_point: str = ""
    name: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Recipient:
    """One line of the recipients (nơi nhận)."""

    text: str
    at: Places = _places()


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signs for an office: authority (quyền hạn), position, name."""

    office: str
    at: Places = _places()
    authority: str = ""
    position: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """One plan: one file. `id` is the file's stem."""

    id: str
    path: str
    head: Head
    at: Places = _places()
    legal_basis: tuple[Citation, ...] = ()
    opening: tuple[str, ...] = ()
    participants: tuple[Participant, ...] = ()
    sections: tuple[Section, ...] = ()
    reviews: tuple[Review, ...] = ()
    recipients: tuple[Recipient, ...] = ()
    signatures: tuple[Signature, ...] = ()
    note: str = ""

    def tasks(self) -> Iterator[Task]:
        """Every task, in printed order."""
        for section in self.sections:
            yield from section.all_tasks()

    def citations(self) -> Iterator[Citation]:
        """Every document that the plan cites, its own legal basis first, then what its tasks cite."""
        yield from self.legal_basis
        for task in self.tasks():
            yield from task.legal_basis

    def duties(self) -> Iterator[Duty]:
        """Every task, then every review."""
        yield from self.tasks()
        yield from self.reviews


@dataclass(frozen=True, slots=True)
class Successor:
    """Which office took over which field of work, and on what ground."""

    code: str
    at: Places = _places()
    field: str = ""
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """An office (cơ quan) as co-quan.yaml describes it; `since` and `until` are its first and last day."""

    code: str
    name: str
    at: Places = _places()
    abbreviation: str = ""
    other_names: tuple[str, ...] = ()
    regime: Regime = Regime.STATE
    superior: str = ""
    place_name: str = ""
    since: date | None = None
    until: date | None = None
    successors: tuple[Successor, ...] = ()
    note: str = ""


class OfficesState(Enum):
    """What became of co-quan.yaml."""

    READ = "read"
    ABSENT = "absent"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class Book:
    """Everything that was read: plans by id, offices by code.

    `repeated` holds what came again under an id that was taken, `unread` the ids of plans whose files could not
    be read. `offices_state` tells whether co-quan.yaml was read, is absent, or could not be read: without it no
    rule may say that an office is unknown.
    """

    plans: Mapping[str, Plan] = field(default_factory=dict)
    organisations: Mapping[str, Organisation] = field(default_factory=dict)
    repeated: tuple[Plan | Organisation, ...] = ()
    unread: frozenset[str] = frozenset()
    offices_state: OfficesState = OfficesState.ABSENT

    def members(self, plan: Plan, code: str) -> tuple[str, ...]:
        """The offices that a code stands for in a plan: a group's members, else the office itself."""
        for participant in plan.participants:
            if participant.code == code and participant.members:
                return participant.members
        return (code,)

    def name(self, plan: Plan, code: str) -> str:
        """What a plan calls an office: the group's name in the plan, the office's full name, else the code."""
        for participant in plan.participants:
            if participant.code == code and participant.name:
                return participant.name
        office = self.organisations.get(code)
        return office.name if office and office.name else code
