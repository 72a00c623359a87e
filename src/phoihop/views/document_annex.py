"""The annex of tasks: one table of who does what by when, grouped by section."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from phoihop.model import Head, Regime, Task, signed_phrase
from phoihop.model.number import type_name
from phoihop.views.document_body import NumberedSection
from phoihop.views.document_head import number_line
from phoihop.views.document_names import Names
from phoihop.views.document_wording import date_in_words, joined, title_lowered


@dataclass(frozen=True, slots=True)
class AnnexRow:
    """One task; an empty cell says that the plan says nothing."""

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


def annex_view(attached: str, names: Names, sections: Iterable[NumberedSection]) -> AnnexView:
    """The annex of a plan, which `attached` names. Rows count from 1 through all groups."""
    groups: list[AnnexGroup] = []
    count = 0
    for section in sections:
        if section.tasks:
            groups.append(_group(section.label, section.title, section.tasks, count, names))
            count += len(section.tasks)
    title = "DANH MỤC NHIỆM VỤ PHỐI HỢP"
    return AnnexView("Phụ lục", title, attached, tuple(groups))


def _group(label: str, title: str, tasks: Iterable[Task], before: int, names: Names) -> AnnexGroup:
    rows = tuple(_row(str(number), task, names) for number, task in enumerate(tasks, before + 1))
    return AnnexGroup(label, title, rows)


def _row(number: str, task: Task, names: Names) -> AnnexRow:
    return AnnexRow(
        number=number,
        title=task.title,
        lead=names.short(task.lead) if task.lead else "",
        partners=", ".join(map(names.short, task.partners)),
        deliverable=task.deliverable,
        deadline=signed_phrase(task),
        note=task.note,
    )


def attached_to(head: Head, names: Names) -> str:
    """`(Kèm theo Kế hoạch số 12/KH-... ngày ... của ...)`: Phụ lục III, mẫu 2.1; the Party adds a comma.

    The annex of a document that a decision issues goes with that document.
    """
    if head.issued_with:
        return f"(Kèm theo {type_name(head.kind)} {title_lowered(head.title)})"
    issuers = joined([names(issuer.code) for issuer in names.issuers])
    of_whom = f" của {issuers}" if issuers else ""
    number = number_line(head, names).removeprefix("Số").lstrip(": ")
    comma = "," if head.regime is Regime.PARTY else ""
    return f"(Kèm theo {type_name(head.kind)} số {number}{comma} {date_in_words(head.issued)}{of_whom})"
