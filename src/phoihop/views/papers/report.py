"""Báo cáo: a periodic report, or one for a review, with the figures of the status (Phụ lục III, mẫu 1.4).

What only the offices can say, why work is late and what they propose, is left as blanks.
"""

from __future__ import annotations

from dataclasses import dataclass

from phoihop.dates.units import written
from phoihop.dates.window import Window
from phoihop.model import Review
from phoihop.schedule import BEGINNING, schedule
from phoihop.views.counts import Counts
from phoihop.views.document_names import Names
from phoihop.views.document_wording import END_MARKS, joined
from phoihop.views.entry import Entry
from phoihop.views.frame import Frame, frame_fields, office_document
from phoihop.views.papers.request import (
    DOTS,
    LINE_OF_DOTS,
    LOOKED_AHEAD,
    SHORT_DOTS,
    Paper,
    Request,
    addressed,
    as_above,
    chosen_review,
    plan_called,
    recipients,
    reference,
)
from phoihop.views.status import StatusView


@dataclass(frozen=True, slots=True)
class FiguresRow:
    """The figures of one office, or of all."""

    name: str
    total: str
    done_on_time: str
    done_late: str
    open_in_time: str
    open_overdue: str
    of_all: str
    of_due: str


@dataclass(frozen=True, slots=True)
class OverdueRow:
    """One overdue occurrence; the reason is the office's to tell."""

    number: str
    title: str
    lead: str
    due: str
    days: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportView(Frame):
    """What a report says. `figures` are finished sentences, `rows` those of each lead, `whole` that of all."""

    opening: str
    figures: tuple[str, ...]
    rows: tuple[FiguresRow, ...]
    whole: FiguresRow
    overdue_line: str
    overdue: tuple[OverdueRow, ...]
    blank: str
    last_blank: str


def reports(request: Request) -> list[Paper]:
    """The report of a plan for the period that was asked for, else for its whole time until today."""
    plan, names = request.plan, request.names
    review, label = None, ""
    if request.review:
        review, label, covered = _reviewed(request)
        request = request._replace(window=request.window or covered)
    found = request.status
    period = f"đến ngày {written(request.today)}" if found.whole else found.window.name
    about = f"{review.title} {label}".rstrip() if review else f"Kết quả thực hiện {plan_called(plan)}, {period}"
    issuing = request.issuing or (request.members(review.lead) if review else ()) or request.issuers
    document = office_document(plan, request.book, "BC", about, issuing)
    regime = document.head.regime
    fields = frame_fields(document, Names(document, request.book))
    if review and review.addressees:
        fields |= {"addressees": addressed([names(code) for code in review.addressees]), "recipients": as_above(regime)}
    else:
        issuers = [member for issuer in plan.issuers() for member in request.members(issuer.code)]
        fields |= {"recipients": recipients(request, regime, [code for code in issuers if code not in issuing])}
    whose = joined([names(code) for code in issuing]) or DOTS
    view = ReportView(
        **fields,
        opening=f"Thực hiện {reference(plan, names)}, {whose} báo cáo như sau:",
        figures=_figures(found, period if not found.whole else f"cả thời gian thực hiện, tính {period}"),
        rows=tuple(_row(names.short(group.key) if group.key else group.name, group.counts) for group in found.groups),
        whole=_row("Tổng số", found.counts),
        overdue_line=(
            f"Có {len(found.late):02} lượt nhiệm vụ quá hạn:" if found.late else "Không có nhiệm vụ quá hạn."
        ),
        overdue=tuple(_overdue(number, entry, names) for number, entry in enumerate(found.late, 1)),
        blank=LINE_OF_DOTS,
        last_blank=LINE_OF_DOTS + END_MARKS[regime],
    )
    return [Paper(view, review.id if review else "")]


def _reviewed(request: Request) -> tuple[Review, str, Window | None]:
    """The review that the report is for, its time that is next (the last one, where all are past), and the period
    that its figures cover."""
    review = chosen_review(request)
    until = request.today + LOOKED_AHEAD
    times = [
        item.occurrence
        for item in schedule(request.plan, request.calendar, (BEGINNING, until)).dated
        if item.duty is review
    ]
    if not times:
        return review, "", None
    time = next((one for one in times if one.due >= request.today), times[-1])
    covered = Window(time.since, time.closed) if time.since and time.closed else None
    return review, time.label, covered


def _figures(found: StatusView, period: str) -> tuple[str, ...]:
    """The figures as sentences; each percentage names what it is of."""
    counts = found.counts
    of_all, of_due = counts.of_all, counts.of_due
    lines = [
        f"Tổng số lượt nhiệm vụ được giao ({period}): {counts.total}; đã hoàn thành {counts.done} (đúng hạn "
        f"{counts.done_on_time}, quá hạn {counts.done_late}); chưa hoàn thành {counts.open} (trong hạn "
        f"{counts.open_in_time}, quá hạn {counts.open_overdue}).",
        f"Tỷ lệ hoàn thành tính trên tổng số được giao: {of_all.text} ({of_all.part}/{of_all.whole}); tính trên số đã "
        f"hoàn thành và quá hạn: {of_due.text} ({of_due.part}/{of_due.whole}).",
    ]
    if found.carried:
        lines.append(f"Quá hạn từ kỳ trước chuyển sang, không tính trong số trên: {len(found.carried)}.")
    if found.undated:
        lines.append(
            f"Nhiệm vụ thường xuyên hoặc chưa xác định ngày đến hạn, không tính trong số trên: {len(found.undated)}."
        )
    if found.suspended:
        lines.append(f"Tạm dừng theo văn bản của cấp có thẩm quyền, không tính trong số trên: {len(found.suspended)}.")
    return tuple(lines)


def _row(name: str, counts: Counts) -> FiguresRow:
    on_time, late, in_time, overdue = map(str, counts)
    shares = counts.of_all.text, counts.of_due.text
    return FiguresRow(name, str(counts.total), on_time, late, in_time, overdue, *shares)


def _overdue(number: int, entry: Entry, names: Names) -> OverdueRow:
    item = entry.item
    return OverdueRow(
        number=str(number),
        title=f"{item.title} ({item.label})" if item.label else item.title,
        lead=names.short(item.lead) if item.lead else DOTS,
        due=written(item.due),
        days=str(entry.days_late),
        reason=entry.note or SHORT_DOTS,
    )
