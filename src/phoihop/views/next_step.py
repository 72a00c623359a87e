"""The next step for what is overdue: a plain phrase made by rule. Its words are Vietnamese, to be forwarded."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from phoihop.dates.units import written
from phoihop.model import Book, Duty, Plan, Review, ReviewKind
from phoihop.progress import Status, Tracked

NEAR = timedelta(days=30)
"""How far ahead a meeting may be for what is overdue to wait for its agenda."""

_CALLED = {
    ReviewKind.MEETING: "họp giao ban",
    ReviewKind.INTERIM: "hội nghị sơ kết",
    ReviewKind.CLOSING: "hội nghị tổng kết",
}
_NAMED = 2  # partners; more of them are counted, for the phrase stands in a table
_VERBS = dict.fromkeys(_CALLED, "tổ chức") | {ReviewKind.REPORT: "gửi báo cáo"}


class Meeting(NamedTuple):
    """A meeting or review of a plan that lies ahead."""

    day: date
    review: Review


def next_meeting(tracked: Iterable[Tracked], today: date) -> Meeting | None:
    """The plan's first meeting or review that is not finished and near."""
    near = (
        Meeting(item.dated.occurrence.due, item.duty)
        for item in tracked
        if isinstance(item.duty, Review)
        and item.duty.kind.held
        and item.status is Status.OPEN_IN_TIME
        and today <= item.dated.occurrence.due <= today + NEAR
    )
    return min(near, key=lambda meeting: meeting.day, default=None)


def next_step(duty: Duty, plan: Plan, book: Book, meeting: Meeting | None, ended: date | None) -> str:
    """What to do about an overdue duty: `meeting` is the plan's next, `ended` the last day of a plan that is over."""
    if not duty.lead:
        return "xác định cơ quan chủ trì"
    lead = book.name(plan, duty.lead)
    if ended is not None:
        return f"xác nhận kết quả với {lead}: kế hoạch đã kết thúc ngày {written(ended)}"
    verb = _VERBS.get(duty.kind, "") if isinstance(duty, Review) else ""
    steps = [f"đôn đốc {lead} {verb}".rstrip()]
    if duty.partners:
        names = [book.name(plan, code) for code in duty.partners]
        asked = ", ".join(names) if len(names) <= _NAMED else f"{len(names)} cơ quan phối hợp"
        steps.append(f"đề nghị {asked} cùng thực hiện")
    if meeting is not None and meeting.review is not duty:
        steps.append(f"đưa vào nội dung {_CALLED[meeting.review.kind]} ngày {written(meeting.day)}")
    return "; ".join(steps)
