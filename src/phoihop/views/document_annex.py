"""The annex of tasks: one table of who does what by when, grouped by section."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from phoihop.model import Duty, Plan, Regime, Task
from phoihop.model.number import type_name
from phoihop.views.document_body import REVIEWS_TITLE, NumberedSection
from phoihop.views.document_names import Names
from phoihop.views.document_wording import date_in_words, joined


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """One task or review; an empty cell says that the plan says nothing."""

    number: str
    title: str
    lead: str
    partners: str
    deliverable: str
    deadline: str
    note: str


@dataclass(frozen=True, slots=True)
class AnnexGroup:
    """The rows of one section, under its label and title. The label is the whole path to it: "II.1", "Điều 4"."""

    label: str
    title: str
    rows: tuple[AnnexRow, ...]

    @property
    def heading(self) -> str:
        """Label and title in one line; the title alone where there is no label."""
        return f"{self.label}. {self.title}" if self.label else self.title


@dataclass(frozen=True, slots=True)
class AnnexView:
    """The annex; without groups there is none to print."""

    label: str
    title: str
    attached_to: str
    groups: tuple[AnnexGroup, ...]


def annex_view(plan: Plan, number_line: str, names: Names, sections: Iterable[NumberedSection]) -> AnnexView:
    """The annex of a plan. Rows count from 1 through all groups."""
    groups: list[AnnexGroup] = []
    count = 0
    reviews_label = ""
    for section in sections:
        if section.reviews:
            reviews_label = section.label
        if section.tasks:
            groups.append(_group(section.label, section.title, section.tasks, count, names))
            count += len(section.tasks)
    if plan.reviews:
        groups.append(_group(reviews_label, REVIEWS_TITLE, plan.all_reviews(), count, names))
    title = "DANH MỤC NHIỆM VỤ PHỐI HỢP"
    return AnnexView("Phụ lục", title, _attached_to(plan, number_line, names), tuple(groups))


def _group(label: str, title: str, duties: Iterable[Duty], before: int, names: Names) -> AnnexGroup:
    rows = tuple(_row(str(number), duty, names) for number, duty in enumerate(duties, before + 1))
    return AnnexGroup(label, title, rows)


def _row(number: str, duty: Duty, names: Names) -> AnnexRow:
    return AnnexRow(
        number=number,
        title=duty.title,
        lead=names(duty.lead) if duty.lead else "",
        partners=names.listed(duty.partners),
        deliverable=duty.deliverable if isinstance(duty, Task) else "",
        deadline=duty.deadline.phrase if duty.deadline else "",
        note=duty.note,
    )


def _attached_to(plan: Plan, number_line: str, names: Names) -> str:
    """`(Kèm theo Kế hoạch số 12/KH-... ngày ... của ...)`: Phụ lục III, mẫu 2.1; the Party adds a comma."""
    number = number_line.removeprefix("Số").lstrip(": ")
    comma = "," if plan.head.regime is Regime.PARTY else ""
    issuers = joined([names(issuer.code) for issuer in names.issuers])
    of_whom = f" của {issuers}" if issuers else ""
    document = f"{type_name(plan.head.kind)} số {number}{comma} {date_in_words(plan.head.issued)}"
    return f"(Kèm theo {document}{of_whom})"
