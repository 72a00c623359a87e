"""Lịch công tác: what is due in a week or month, day by day, on one A4 page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from phoihop.dates.units import weekday_name, written
from phoihop.dates.window import Window
from phoihop.model import Book, Plan, Regime
from phoihop.progress import Status
from phoihop.views.agenda import Item, Query, agenda
from phoihop.views.document_measure import wrapped_lines
from phoihop.views.frame import Frame
from phoihop.views.papers.request import Paper, Request, plan_called

OVERDUE = "Quá hạn"
_SIZE = 12  # points, as the table's cells
# What the page holds and its columns do, in points: kept on the safe side of `lich` and `o` in dinh_dang.yaml.
_ROOM, _REMARK = 650, 30
_WORK, _LEAD, _PARTNERS, _PLAN = 164, 94, 94, 80
_LINE, _PADDING = 14.2, 5
_NAMED = 2  # partners; more of them are counted


@dataclass(frozen=True, slots=True)
class AgendaRow:
    """One occurrence."""

    title: str
    lead: str
    partners: str
    plan: str


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """A day with what falls due on it, or what is overdue."""

    name: str
    rows: tuple[AgendaRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaPageView(Frame):
    """The page. `left_out` says how many rows did not fit, "" when all did."""

    period: str
    days: tuple[AgendaDay, ...]
    nothing: str
    left_out: str


def agenda_pages(request: Request) -> list[Paper]:
    """The page of the period that was asked for, else of today's week, Monday to Sunday; of all plans of the book."""
    monday = request.today - timedelta(days=request.today.weekday())
    window = request.window or Window(monday, monday + timedelta(days=6))
    found = agenda(request.book, request.calendar, Query(request.today, *window, office=request.offices))
    days, left = _fitting(found.items, request.book, _ROOM)
    if left:
        days, left = _fitting(found.items, request.book, _ROOM - _REMARK)
    view = AgendaPageView(
        regime=Regime.STATE.value,
        name=f"Lịch công tác phối hợp {_called(window)}",
        period=_called(window),
        days=tuple(days),
        nothing="" if found.items else "Không có việc đến hạn.",
        left_out=f"Còn {left} việc nữa không in hết trên một trang." if left else "",
    )
    week = window == Window(window.first, window.first + timedelta(days=6))
    return [Paper(view, f"tuan-{window.first.isoformat()}" if week else window.slug)]


def _called(window: Window) -> str:
    if (window.last - window.first).days == 6 and window.first.weekday() == 0:
        return f"tuần từ ngày {written(window.first)} đến ngày {written(window.last)}"
    return window.name


def _fitting(items: Iterable[Item], book: Book, room: float) -> tuple[list[AgendaDay], int]:
    """The rows that fit into so many points, the days first and then what is overdue; and how many are left out."""
    days: list[AgendaDay] = []
    used, left = 0.0, 0
    ordered = sorted(items, key=lambda item: (item.status is Status.OPEN_OVERDUE, item.due))
    for name, members in groupby(ordered, key=_day):
        used += _LINE + _PADDING
        rows = []
        for row in (_row(item, book.plans[item.plan]) for item in members):
            used += _height(row)
            if used <= room:
                rows.append(row)
            else:
                left += 1
        if rows:
            days.append(AgendaDay(name, tuple(rows)))
    return days, left


def _day(item: Item) -> str:
    if item.status is Status.OPEN_OVERDUE:
        return OVERDUE
    return f"{weekday_name(item.due)}, ngày {written(item.due)}"


def _row(item: Item, plan: Plan) -> AgendaRow:
    late = f", hạn ngày {written(item.due)}" if item.status is Status.OPEN_OVERDUE else ""
    label = f" ({item.label}{late})" if item.label else f" ({late[2:]})" if late else ""
    names = item.partner_names
    partners = ", ".join(names) if len(names) <= _NAMED else f"{len(names)} cơ quan"
    return AgendaRow(item.title + label, item.lead_name, partners, plan_called(plan))


def _height(row: AgendaRow) -> float:
    """How high a row is: its longest cell."""
    plan = row.plan.replace("-", "- ")  # a line may end after a hyphen
    cells = ((row.title, _WORK), (row.lead, _LEAD), (row.partners, _PARTNERS), (plan, _PLAN))
    return max(wrapped_lines(text, _SIZE, False, width) for text, width in cells) * _LINE + _PADDING
