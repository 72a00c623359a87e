"""Bảng theo dõi: a table of all that a plan assigns, with what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from phoihop.dates.units import written
from phoihop.progress import Status
from phoihop.views.document_body import numbered_body
from phoihop.views.document_names import Names
from phoihop.views.entry import REVIEWS, Entry
from phoihop.views.frame import Frame, frame_fields
from phoihop.views.papers.request import Paper, Request, reference

# The classes as reports name them (báo cáo 1270/BC-TCTTTg).
CLASSES = {
    Status.DONE_ON_TIME: "Hoàn thành đúng hạn",
    Status.DONE_LATE: "Hoàn thành quá hạn",
    Status.OPEN_IN_TIME: "Chưa hoàn thành, trong hạn",
    Status.OPEN_OVERDUE: "Chưa hoàn thành, quá hạn",
    Status.SUSPENDED: "Tạm dừng",
}


@dataclass(frozen=True, slots=True)
class TrackedRow:
    """One occurrence and what became of it."""

    number: str
    title: str
    lead: str
    partners: str
    deadline: str
    due: str
    result: str
    status: str


@dataclass(frozen=True, slots=True)
class TrackedGroup:
    """The rows of one section."""

    title: str
    rows: tuple[TrackedRow, ...]


@dataclass(frozen=True, slots=True)
class UndatedRow:
    """One duty that has no day on which it is due."""

    number: str
    title: str
    lead: str
    deadline: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackingView(Frame):
    """The table. `heading` says of which plan, `day` until when, `summary` the figures of all."""

    heading: str
    day: str
    summary: str
    groups: tuple[TrackedGroup, ...]
    undated: tuple[UndatedRow, ...]


def trackings(request: Request) -> list[Paper]:
    """The table of a plan for the period that was asked for, else for its whole time."""
    plan, names, found = request.plan, request.names, request.status
    counts = found.counts
    _lines, sections = numbered_body(plan, names)
    order = {task.id: number for number, section in enumerate(sections) for task in section.tasks}
    titles = [f"{section.label}. {section.title}" if section.label else section.title for section in sections]
    entries = [*found.carried, *found.entries, *found.suspended]
    entries.sort(key=lambda entry: order.get(entry.item.id, len(titles)))
    groups, number = [], 0
    for place, members in groupby(entries, key=lambda entry: order.get(entry.item.id, len(titles))):
        rows = []
        for entry in members:
            number += 1
            rows.append(_row(number, entry, names))
        groups.append(TrackedGroup([*titles, REVIEWS][place], tuple(rows)))
    fields = frame_fields(plan, names) | {"name": f"Bảng theo dõi {reference(plan, names)}", "signature_rows": ()}
    view = TrackingView(
        **fields,
        heading=reference(plan, names),
        day=f"{found.window.name}, tính đến ngày {written(request.today)}",
        summary=(
            f"Tổng số {counts.total}: hoàn thành đúng hạn {counts.done_on_time}, hoàn thành quá hạn "
            f"{counts.done_late}, chưa hoàn thành trong hạn {counts.open_in_time}, chưa hoàn thành quá hạn "
            f"{counts.open_overdue}."
            + (f" Quá hạn từ kỳ trước chuyển sang: {len(found.carried)}." if found.carried else "")
            + (f" Tạm dừng, không tính trong số trên: {len(found.suspended)}." if found.suspended else "")
        ),
        groups=tuple(groups),
        undated=tuple(
            UndatedRow(str(at), item.title, names.short(item.lead) if item.lead else "", item.phrase)
            for at, item in enumerate(found.undated, 1)
        ),
    )
    return [Paper(view, request.window.slug if request.window else "")]


def _row(number: int, entry: Entry, names: Names) -> TrackedRow:
    item = entry.item
    late = f" {entry.days_late} ngày" if entry.days_late else ""
    done = f"{written(entry.done)}" if entry.done else ""
    return TrackedRow(
        number=str(number),
        title=f"{item.title} ({item.label})" if item.label else item.title,
        lead=names.short(item.lead) if item.lead else "",
        partners=", ".join(map(names.short, item.partners)),
        deadline=entry.phrase,
        due=written(item.due),
        result="; ".join(part for part in (done, entry.document, entry.note) if part),
        status=CLASSES[entry.status] + (late or _by_document(entry)),
    )


def _by_document(entry: Entry) -> str:
    rest = entry.item.suspension
    return f" theo {rest.document}" if rest and rest.document else ""
