"""Công văn đôn đốc: a letter to each office that has overdue work (Phụ lục III, mẫu 1.5)."""

from __future__ import annotations

from dataclasses import dataclass

from phoihop.dates.units import written
from phoihop.i18n import _
from phoihop.views.document_body import duty_places
from phoihop.views.document_head import LETTER
from phoihop.views.document_names import Names
from phoihop.views.document_wording import END_MARKS, date_in_words
from phoihop.views.entry import Entry
from phoihop.views.frame import Frame, frame_fields, office_document
from phoihop.views.papers.request import Paper, PaperFault, Request, as_above, plan_called, reference


@dataclass(frozen=True, slots=True)
class LateRow:
    """One overdue task: where the plan assigns it, when it was due, and for how many days it has been late."""

    number: str
    title: str
    place: str
    phrase: str
    due: str
    days: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderView(Frame):
    """What a reminder says: `opening` names the plan and the count, `request` what is asked."""

    opening: str
    rows: tuple[LateRow, ...]
    request: str


def reminders(request: Request) -> list[Paper]:
    """A letter to each office that leads something overdue, from the plan's lead; to the lead, from the next issuer."""
    late: dict[str, list[Entry]] = {}
    status = request.status
    for entry in status.late:
        for code in request.members(entry.item.lead):
            if request.offices and request.offices.isdisjoint((code, entry.item.lead)):
                continue  # a partner of the work, not its lead, was asked for
            late.setdefault(code, []).append(entry)
    papers = []
    for code in sorted(late):
        issuer = _issuer(request, code)
        # What two offices lead together neither has to ask of the other.
        theirs = [entry for entry in late[code] if issuer not in request.members(entry.item.lead)]
        if issuer and theirs:
            papers.append(_letter(request, code, issuer, theirs))
    if not papers:
        message = _("on {day} no other office has overdue work in this plan: there is nobody to remind")
        raise PaperFault(message.format(day=written(request.today)))
    return papers


def _issuer(request: Request, late: str) -> str:
    """Who reminds an office: nobody itself."""
    if request.issuing:
        return request.issuing[0] if late not in request.issuing else ""
    issuers = (member for issuer in request.plan.issuers() for member in request.members(issuer.code))
    return next((code for code in issuers if code != late), "")


def _letter(request: Request, code: str, issuer: str, late: list[Entry]) -> Paper:
    plan, names = request.plan, request.names
    title = f"đôn đốc thực hiện {plan_called(plan)}"
    document = office_document(plan, request.book, LETTER, title, (issuer,))
    regime = document.head.regime
    places = duty_places(plan, names)
    rows = tuple(
        LateRow(
            number=str(number),
            title=f"{entry.item.title} ({entry.item.label})" if entry.item.label else entry.item.title,
            place=places.get(entry.item.id, ""),
            phrase=entry.phrase,
            due=written(entry.item.due),
            days=str(entry.days_late),
        )
        for number, entry in enumerate(late, 1)
    )
    view = ReminderView(
        **frame_fields(document, Names(document, request.book))
        | {"addressees": (names(code),), "recipients": as_above(regime)},
        opening=(
            f"Thực hiện {reference(plan, names)}, tính đến ngày {written(request.today)}, {names(code)} được giao "
            f"chủ trì {len(rows)} lượt nhiệm vụ đã quá hạn mà chưa có báo cáo kết quả, cụ thể như sau:"
        ),
        rows=rows,
        request=(
            f"Đề nghị {names(code)} khẩn trương thực hiện, nêu rõ nguyên nhân chậm, thời gian hoàn thành và gửi kết "
            f"quả về {names(issuer)} trước {date_in_words(None)}{END_MARKS[regime]}"
        ),
    )
    return Paper(view, code)
