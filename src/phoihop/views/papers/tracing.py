"""Bảng đối chiếu nhiệm vụ: each duty of the parent plan, and the tasks that carry it out."""

from __future__ import annotations

from dataclasses import dataclass

from phoihop.i18n import _
from phoihop.views.frame import Frame
from phoihop.views.papers.request import Paper, PaperFault, Request, reference
from phoihop.views.trace import Carrier, Trace, TraceRow, traces


@dataclass(frozen=True, slots=True)
class CoverRow:
    """A duty of the parent plan, and what carries it out, line by line."""

    number: str
    title: str
    lead: str
    deadline: str
    carriers: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TracingView(Frame):
    """The table; `own` are the tasks beyond the parent plan."""

    heading: str
    summary: str
    rows: tuple[CoverRow, ...]
    own: tuple[str, ...]


def tracings(request: Request) -> list[Paper]:
    """The table of the plan with those that carry it out, else of the plan that it carries out."""
    found = traces(request.book, request.plan.id)
    if not found:
        raise PaperFault(_("no plan here carries it out, and it carries out none that is here (thuc_hien)"))
    return [Paper(_view(request, trace), trace.parent if trace.parent != request.plan.id else "") for trace in found]


def _view(request: Request, trace: Trace) -> TracingView:
    parent = request.book.plans[trace.parent]
    heading = reference(parent, request._replace(plan=parent).names)
    return TracingView(
        regime=parent.head.regime.value,
        name=f"Bảng đối chiếu nhiệm vụ {heading}",
        heading=heading,
        summary=(
            f"{trace.covered} trong {len(trace.rows)} nhiệm vụ có nhiệm vụ cấp dưới thực hiện. "
            f"Kế hoạch thực hiện: {', '.join(trace.children)}."
            + ("" if trace.said else " Chưa nhiệm vụ nào ghi rõ thực hiện nhiệm vụ cấp trên nào.")
        ),
        rows=tuple(_row(number, row) for number, row in enumerate(trace.rows, 1)),
        own=tuple(f"{stray.plan}/{stray.id}: {stray.title}" for stray in trace.own),
    )


def _row(number: int, row: TraceRow) -> CoverRow:
    carriers = tuple(map(_carrier, row.carriers)) or ("Chưa có nhiệm vụ thực hiện",)
    return CoverRow(str(number), row.title, row.lead_name, row.phrase, carriers)


def _carrier(carrier: Carrier) -> str:
    about = "; ".join(part for part in (carrier.title, carrier.lead_name, carrier.phrase) if part)
    return f"{carrier.plan}/{carrier.id}: {about}{' (cần xem lại)' if carrier.suspect else ''}"
