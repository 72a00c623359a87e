"""An explanation as Vietnamese text that can be forwarded as it is, and as JSON (version 1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from phoihop.dates.roll import Roll
from phoihop.dates.terms import Occurrence
from phoihop.dates.units import weekday_name, written
from phoihop.model import Extension
from phoihop.output.agenda import suspension_json
from phoihop.views.explanation import Explanation
from phoihop.views.suspended import suspension_text

_UNDATED = {
    "continuous": "Việc làm thường xuyên, liên tục: không có ngày đến hạn.",
    "on-demand": "Việc làm khi phát sinh: không có ngày đến hạn.",
    "conditional": "Việc làm khi có điều kiện nêu trong thời hạn: không có ngày đến hạn.",
    "not-a-deadline": "Cụm từ này không phải là thời hạn: không có ngày đến hạn.",
}


ROLLS = {
    Roll.BACK: "thời hạn kết thúc vào ngày nghỉ thì lùi về ngày làm việc liền trước",
    Roll.NONE: "thời hạn kết thúc vào ngày nghỉ thì giữ nguyên ngày",
}
"""What a plan may choose instead of the law's default, as it is told to people."""


def _day(day: date) -> str:
    return f"{weekday_name(day)}, ngày {written(day)}"


def lines(view: Explanation, shown: Iterable[Occurrence]) -> Iterator[str]:
    """The explanation, with the occurrences to be shown."""
    if view.id:
        yield f"{view.title} ({view.plan}/{view.id})"
        if view.lead_name:
            yield f"Cơ quan chủ trì: {view.lead_name}"
    said = "Thời hạn như đã ký" if view.signed and not view.extensions else "Thời hạn"
    yield f"{said}: “{view.phrase}”" if view.phrase else "Văn bản không nêu thời hạn."
    yield from map(_extension, reversed(view.extensions))
    yield from map(suspension_text, reversed(view.suspensions))
    if view.roll in ROLLS:
        yield f"Kế hoạch này chọn: {ROLLS[view.roll]}."
    shown = tuple(shown)
    yield from _why_not(view)
    yield from (f"Lưu ý: {hint.text}." for hint in (view.reading.hints if view.reading else ()))
    for occurrence in shown:
        yield ""
        yield from _occurrence(occurrence)
    others = [item for item in view.occurrences if item not in shown]
    if others and shown:
        yield ""
        yield "Các kỳ khác: " + "; ".join(f"{item.label or item.number} ({written(item.due)})" for item in others)


def _extension(one: Extension) -> str:
    by = f" theo {one.document}" if one.document else ""
    note = f" ({one.note})" if one.note else ""
    return f"Hạn cũ: “{one.old}”, gia hạn ngày {written(one.day)}{by}{note}"


def _why_not(view: Explanation) -> Iterator[str]:
    """Why there is no date, where there is none."""
    reading = view.reading
    if reading is None:
        return
    if reading.problem is not None:
        yield f"Không đọc được: {reading.problem.message}"
        if reading.problem.nearest:
            yield f"Cách ghi gần nhất đọc được: “{reading.problem.nearest}”"
    elif reading.undated and not reading.hints:  # a hint says more: "định kỳ" alone lacks its period
        yield _UNDATED[reading.undated]
    elif view.problem is not None:
        yield f"Chưa tính được ngày: {view.problem.message}"
    elif not view.occurrences:
        yield "Không có kỳ nào trong thời gian được hỏi."


def _occurrence(occurrence: Occurrence) -> Iterator[str]:
    name = f" ({occurrence.label})" if occurrence.label else ""
    yield f"Đến hạn{name}: {_day(occurrence.due)}"
    for number, step in enumerate(occurrence.because, 1):
        ground = f" [{step.source}]" if step.source else ""
        yield f"  {number}. {step.text}{ground}"
    if occurrence.careful != occurrence.due:
        yield f"Để chắc chắn, nên xong trước khi hết {_day(occurrence.careful)}."
    if occurrence.assumed:
        yield "Văn bản không nêu ngày cụ thể: ngày này là cách hiểu của phoihop."
    if occurrence.provisional:
        yield "Lịch nghỉ liên quan còn là dự kiến: ngày này có thể thay đổi."


def as_json(view: Explanation, shown: Iterable[Occurrence]) -> dict[str, Any]:
    """The explanation as the JSON form, version 1."""
    reading = view.reading
    duty = {"plan": view.plan, "id": view.id, "title": view.title, "lead": view.lead} if view.id else {}
    return {
        "version": 1,
        **duty,
        "phrase": view.phrase,
        **({} if view.roll is Roll.FORWARD else {"roll": view.roll.code}),
        **({"extensions": [_extension_json(one) for one in view.extensions]} if view.extensions else {}),
        **({"suspensions": [suspension_json(one) for one in view.suspensions]} if view.suspensions else {}),
        "kind": reading.kind if reading else "none",
        "readable": reading.readable if reading else True,
        "dated": reading.dated if reading else False,
        "occurrences": [_occurrence_json(occurrence) for occurrence in shown],
        "diagnostics": _diagnostics(view),
    }


def _extension_json(one: Extension) -> dict[str, Any]:
    return {
        "old": one.old,
        "day": one.day.isoformat(),
        "document": one.document,
        "office": one.office,
        "note": one.note,
    }


def _occurrence_json(item: Occurrence) -> dict[str, Any]:
    return {
        "occurrence": item.number,
        "label": item.label,
        "nominal": item.nominal.isoformat(),
        "exclusive": item.exclusive,
        "due": item.due.isoformat(),
        "careful": item.careful.isoformat(),
        "assumed": item.assumed,
        "provisional": item.provisional,
        "window": _window(item),
        "because": [{"text": step.text, "source": step.source} for step in item.because],
    }


def _window(item: Occurrence) -> dict[str, str] | None:
    """The days that the occurrence covers: a report's figures, else up to the day that the words give."""
    if item.since is None:
        return None
    return {"from": item.since.isoformat(), "to": (item.closed or item.nominal).isoformat()}


def _diagnostics(view: Explanation) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    reading = view.reading
    if reading is not None and (problem := reading.problem) is not None:
        found.append(
            {
                "code": reading.kind,
                "start": problem.start,
                "end": problem.end,
                "message": problem.message,
                "expected": list(problem.expected),
                "nearest": problem.nearest,
            }
        )
    found += [{"code": hint.code, "message": hint.text} for hint in (reading.hints if reading else ())]
    if view.problem is not None:
        found.append({"code": view.problem.code, "message": view.problem.message})
    return found
