"""Báo cáo: a periodic report, or one for a review, with the figures of the status (Phụ lục III, mẫu 1.4).

What only the offices can say, why work is late and what they propose, is left as blanks.
"""

from __future__ import annotations

from dataclasses import dataclass

from phoihop.dates.units import written
from phoihop.dates.window import Window, read_window
from phoihop.i18n import _
from phoihop.model import Regime
from phoihop.views.counts import Counts
from phoihop.views.document_head import DOTTED_BLANK
from phoihop.views.document_names import Names
from phoihop.views.document_wording import END_MARKS, joined, roman
from phoihop.views.entry import Entry
from phoihop.views.frame import Frame, frame_fields, office_document
from phoihop.views.papers.request import (
    LINE_OF_DOTS,
    SHORT_DOTS,
    Paper,
    PaperFault,
    Request,
    Time,
    addressed,
    as_above,
    chosen_review,
    open_times,
    plan_called,
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
    """What a report says. `figures` are finished sentences with their numbers, `rows` those of each lead, `whole` that
    of all; `headings` number the parts."""

    headings: tuple[str, ...]
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
    time = _reviewed(request) if request.review else None
    asked = _covering(request, time)
    found = asked.status
    late = [entry for entry in found.late if time is None or entry.item.id != time.review.id]
    asof = f"số liệu đến hết ngày {written(asked.today)}"
    about = _subject(time.called) if time else f"Kết quả thực hiện {plan_called(plan)}"
    if asked.window is not None and not (time and asked.window.name in about):
        about += f", {asked.window.name}"
    issuing = request.issuing or (request.members(time.review.lead) if time else ()) or request.issuers
    document = office_document(plan, request.book, "BC", about, issuing)
    regime = document.head.regime
    addressees = time.review.addressees if time else ()
    whose = joined([names(code) for code in issuing]) or DOTTED_BLANK
    period = found.window.name if asked.window else "cả thời gian thực hiện"
    view = ReportView(
        **frame_fields(document, Names(document, request.book))
        | {
            "addressees": addressed([names(code) for code in addressees] or [DOTTED_BLANK]),
            "recipients": as_above(regime),
        },
        headings=tuple(f"{roman(number)}{'-' if regime is Regime.PARTY else '.'}" for number in range(1, 5)),
        opening=f"Thực hiện {reference(plan, names)}, {whose} báo cáo như sau:",
        figures=_figures(found, f"{period}, {asof}", "-" if regime is Regime.PARTY else "."),
        rows=tuple(_row(names.short(group.key) if group.key else group.name, group.counts) for group in found.groups),
        whole=_row("Tổng số", found.counts),
        overdue_line=_overdue_line(len(late), sum(entry.carried for entry in late)),
        overdue=tuple(_overdue(number, entry, names) for number, entry in enumerate(late, 1)),
        blank=LINE_OF_DOTS,
        last_blank=LINE_OF_DOTS + END_MARKS[regime],
    )
    suffix = [time.review.id] if time else []
    suffix += [asked.window.slug] if asked.window else []
    return [Paper(view, "-".join(suffix))]


def _reviewed(request: Request) -> Time:
    """The review that the report is for: its first time that nothing was recorded for; with a period, the one in it."""
    review = chosen_review(request)
    times = open_times(request, [review])
    if times:
        return times[0]
    if request.window is None:
        return Time(review)
    message = _('"{id}" has no time left to report on in {period}')
    raise PaperFault(message.format(id=review.id, period=request.window.name))


def _covering(request: Request, time: Time | None) -> Request:
    """The request for the figures: of the period that was asked for, or that the review covers, as they stood when its
    figures were closed."""
    if time is None or time.occurrence is None:
        return _within(request)
    since, closed = time.occurrence.since, time.occurrence.closed
    if since is not None and closed is not None:
        return request._replace(window=Window(since, closed), today=min(request.today, closed))
    covered = read_window(time.occurrence.label, request.today) if time.occurrence.label else None
    return _within(request._replace(window=covered or request.window))


def _within(request: Request) -> Request:
    """The request, if the plan runs in its period."""
    period, window = request.plan.head.period, request.window
    if window and ((period.since and period.since > window.last) or (period.until and period.until < window.first)):
        raise PaperFault(_("the plan does not run in {period}").format(period=window.name))
    return request


def _subject(called: str) -> str:
    """What a report is called, after the word that is its type already: "Báo cáo kết quả ..." is "Kết quả ..."."""
    rest = called.removeprefix("Báo cáo ")
    return rest[:1].upper() + rest[1:]


def _overdue_line(late: int, carried: int) -> str:
    if not late:
        return "Không có nhiệm vụ quá hạn."
    before = f", trong đó {carried} từ kỳ trước chuyển sang" if carried else ""
    return f"Có {late} lượt nhiệm vụ quá hạn{before}:"


def _figures(found: StatusView, period: str, stop: str) -> tuple[str, ...]:
    """The figures as numbered sentences; each percentage names what it is of."""
    counts = found.counts
    of_all, of_due = counts.of_all, counts.of_due
    lines = [f"Không có nhiệm vụ nào có ngày đến hạn ({period})."]
    if counts.total:
        lines = [
            f"Tổng số lượt nhiệm vụ được giao ({period}): {counts.total}; đã hoàn thành {counts.done} (đúng hạn "
            f"{counts.done_on_time}, quá hạn {counts.done_late}); chưa hoàn thành {counts.open} (trong hạn "
            f"{counts.open_in_time}, quá hạn {counts.open_overdue}).",
            f"Tỷ lệ hoàn thành tính trên tổng số được giao: {of_all.text} ({of_all.part}/{of_all.whole})"
            + (
                f"; tính trên số đã hoàn thành và quá hạn: {of_due.text} ({of_due.part}/{of_due.whole})."
                if of_due.whole
                else "; chưa có nhiệm vụ nào đến hạn."
            ),
        ]
    if found.carried:
        lines.append(f"Quá hạn từ kỳ trước chuyển sang, không tính trong số trên: {len(found.carried)}.")
    if found.undated:
        lines.append(
            f"Nhiệm vụ thường xuyên hoặc chưa xác định ngày đến hạn, không tính trong số trên: {len(found.undated)}."
        )
    if found.suspended:
        lines.append(f"Tạm dừng theo văn bản của cấp có thẩm quyền, không tính trong số trên: {len(found.suspended)}.")
    return tuple(f"{number}{stop} {line}" for number, line in enumerate(lines, 1))


def _row(name: str, counts: Counts) -> FiguresRow:
    on_time, late, in_time, overdue = map(str, counts)
    shares = counts.of_all.text, counts.of_due.text
    return FiguresRow(name, str(counts.total), on_time, late, in_time, overdue, *shares)


def _overdue(number: int, entry: Entry, names: Names) -> OverdueRow:
    item = entry.item
    return OverdueRow(
        number=str(number),
        title=f"{item.title} ({item.label})" if item.label else item.title,
        lead=names.short(item.lead) if item.lead else DOTTED_BLANK,
        due=written(item.due),
        days=str(entry.days_late),
        reason=SHORT_DOTS,
    )
