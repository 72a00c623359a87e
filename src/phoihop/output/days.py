"""The calendar for people (in Vietnamese, as the notices are) and as JSON (version 1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from phoihop.dates.units import weekday_name, written
from phoihop.views.days import MoveView, SpanView, YearView

_PROVISIONAL = "Lịch nghỉ liên quan còn là dự kiến: kết quả có thể thay đổi."


def year_lines(view: YearView) -> Iterator[str]:
    """A year: its notices, each day off or worked with its reason, what is not decided."""
    state = "đã công bố" if view.announced else "dự kiến, chưa có thông báo chính thức"
    yield f"Năm {view.year}: lịch nghỉ {state}"
    yield from (f"  {notice}" for notice in view.notices)
    for day in view.days:
        mark = "nghỉ" if day.off else "làm"
        source = "" if not day.source or day.source in view.notices else f" ({day.source})"
        yield f"{written(day.day):>10}  {weekday_name(day.day):<9} {mark:<5} {day.name}{source}"
    yield from (f"Lưu ý: {note}" for note in view.notes)


def year_json(view: YearView) -> dict[str, Any]:
    """A year as the JSON form."""
    return {
        "version": 1,
        "year": view.year,
        "status": "announced" if view.announced else "provisional",
        "days": [
            {
                "date": day.day.isoformat(),
                "kind": "off" if day.off else "worked",
                "name": day.name,
                "source": day.source,
            }
            for day in view.days
        ],
        "notes": list(view.notes),
    }


def move_lines(view: MoveView) -> Iterator[str]:
    """The day, then how it came about."""
    yield f"{weekday_name(view.result)}, ngày {written(view.result)}"
    yield from (f"  {number}. {step}" for number, step in enumerate(view.steps, 1))
    yield from (f"Lưu ý: {note}" for note in view.notes)
    if view.provisional and not view.notes:
        yield _PROVISIONAL


def move_json(view: MoveView) -> dict[str, Any]:
    """A moved date as the JSON form."""
    return {
        "version": 1,
        "start": view.start.isoformat(),
        "result": view.result.isoformat(),
        "provisional": view.provisional,
        "notes": list(view.notes),
        "steps": list(view.steps),
    }


def span_lines(view: SpanView) -> Iterator[str]:
    """How many days lie between two dates."""
    yield (
        f"Sau ngày {written(view.first)} đến hết ngày {written(view.last)}: {view.days} ngày, "
        f"trong đó {view.working_days} ngày làm việc."
    )
    if view.provisional:
        yield _PROVISIONAL


def span_json(view: SpanView) -> dict[str, Any]:
    """The days between two dates as the JSON form."""
    return {
        "version": 1,
        "start": view.first.isoformat(),
        "end": view.last.isoformat(),
        "days": view.days,
        "working_days": view.working_days,
        "provisional": view.provisional,
    }
