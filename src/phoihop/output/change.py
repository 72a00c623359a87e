"""A change as lines for people, as Markdown for a pull request, as JSON (version 1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from phoihop.change.records import Item, Kind, Move, Nature, What
from phoihop.consent import Awaited
from phoihop.dates.units import written
from phoihop.i18n import _, ngettext
from phoihop.output.agenda import day_text
from phoihop.output.markup import escaped
from phoihop.output.wrapping import wrapped
from phoihop.views.change import WHAT_NAMES, ChangeView, Instrument, PlanPart, Row, hands_over, moved_days

_SHOWN = 4  # moves of one duty that a person reads one by one


def lines(view: ChangeView, width: int = 0) -> Iterator[str]:
    """Plan by plan: what changed, what that moves, what it takes. Wrapped to a width, if one is given."""
    return wrapped(_lines(view), width)


def _lines(view: ChangeView) -> Iterator[str]:
    for part in view.plans:
        yield f"{part.id}: {part.title}"
        for row in part.rows:
            yield from _row(row, part.issued)
        for row in part.progress:
            yield "  " + _("progress: {id}: {what}").format(id=row.item.id, what=_progress(row))
            yield from _moves(row.item)
        for one in part.awaited:
            yield f"  ? {one.text(day_text(one.agreement.day))}"
        if part.carried_out_by and part.rows:
            yield "  " + _("carried out by: {plans}").format(plans=", ".join(part.carried_out_by))
        if part.instrument is not Instrument.NONE:
            yield f"  ! {_instrument(part)}"
        yield ""
    if view.offices:
        yield "co-quan.yaml"
        for row in view.offices:
            yield from _row(row, False)
        yield ""
    yield from unread_lines(view)
    if view.reprinted:
        yield _("issued, and would print differently: {plans}").format(plans=", ".join(view.reprinted))
    yield _totals(view)


def unread_lines(view: ChangeView) -> Iterator[str]:
    """Which plans are not compared."""
    for plan in view.unread:
        yield _("{plan}: could not be read in one of the two states, and is not compared").format(plan=plan)


def _row(row: Row, issued: bool) -> Iterator[str]:
    item = row.item
    name = "" if item.what in (What.HEAD, What.CITATION, What.RECIPIENT) else item.id
    title = " ".join(item.title.splitlines()) if item.title != item.id else ""
    subject = " ".join(part for part in (_what(item.what), name) if part) + (f": {title}" if title else "")
    form = " " + _("[form]") if issued and item.nature is Nature.FORM else ""
    yield f"  {kind_text(item.kind)} {subject}{form}"
    field = f"{item.field}: " if row.field and item.field != "due" else ""
    if item.kind in (Kind.RENUMBERED, Kind.MOVED, Kind.RENAMED):
        yield f"      {field}{row.old or '-'} -> {row.new or '-'}"
    else:
        if row.old:
            yield f"    - {field}{row.old}"
        if row.new:
            yield f"    + {field}{row.new}"
    if item.because:
        yield "      " + _("because of: {keys}").format(keys=", ".join(item.because))
    yield from _moves(item)
    if item.affects:
        yield "      " + _("affects: {names}").format(names=", ".join(item.affects))


def _moves(item: Item) -> Iterator[str]:
    for move in item.moves[:_SHOWN]:
        yield f"      {move_text(move)}"
    if len(item.moves) > _SHOWN:
        left = len(item.moves) - _SHOWN
        yield "      " + ngettext("and {n} more due day", "and {n} more due days", left).format(n=left)


def _progress(row: Row) -> str:
    old, new = row.old, row.new
    if row.item.what in (What.TASK, What.REVIEW):
        return f"{row.item.field}: {old} -> {new}"
    if row.item.what is not What.RESULT:
        return f"{kind_text(row.item.kind)} {_what(row.item.what)}: {' -> '.join(part for part in (old, new) if part)}"
    if not old:
        return _("result recorded: {result}").format(result=new)
    return f"{old} -> {new}" if new else _("result taken out: {result}").format(result=old)


def move_text(move: Move) -> str:
    """One due day that moves, and by how much."""
    label = f"{move.label}: " if move.label else ""
    if move.old_due is None or move.new_due is None:
        if move.new_due is not None:
            return label + _("new due day {day}").format(day=day_text(move.new_due))
        assert move.old_due is not None
        return label + _("due day {day} is gone").format(day=day_text(move.old_due))
    n = abs(move.working_days or 0)
    if n == 0:
        moved = _("no working day between them")
    elif move.new_due > move.old_due:
        moved = ngettext("{n} working day later", "{n} working days later", n).format(n=n)
    else:
        moved = ngettext("{n} working day earlier", "{n} working days earlier", n).format(n=n)
    due = _("due {old} -> {new} ({moved})").format(old=day_text(move.old_due), new=day_text(move.new_due), moved=moved)
    return label + due


def kind_text(kind: Kind) -> str:
    """What happened, in a word."""
    return {
        Kind.ADDED: _("added"),
        Kind.REMOVED: _("removed"),
        Kind.CHANGED: _("changed"),
        Kind.MOVED: _("moved"),
        Kind.RENUMBERED: _("renumbered"),
        Kind.RENAMED: _("renamed"),
    }[kind]


def _what(what: What) -> str:
    return {
        What.PLAN: _("plan"),
        What.HEAD: _("head"),
        What.TEXT: _("text"),
        What.SECTION: _("section"),
        What.TASK: _("task"),
        What.REVIEW: _("review"),
        What.RESULT: _("result"),
        What.EXTENSION: _("extension"),
        What.SUSPENSION: _("suspension"),
        What.AGREEMENT: _("agreement"),
        What.CITATION: _("citation"),
        What.PARTICIPANT: _("participant"),
        What.RECIPIENT: _("recipient"),
        What.SIGNATURE: _("signature"),
        What.OFFICE: _("office"),
    }[what]


def _instrument(part: PlanPart) -> str:
    if part.instrument is Instrument.CORRECTION:
        text = _("the plan is issued, and only its form changes: correct it by an official letter")
    else:
        text = _("the plan is issued, and its content changes: that takes a document of the same form")
    return text + (" (NĐ 30/2020/NĐ-CP, Điều 18 khoản 3)" if "30/2020" in part.advice else "")


def _totals(view: ChangeView) -> str:
    rows = [row for part in view.plans for row in (*part.rows, *part.progress)] + list(view.offices)
    if not rows:
        return _("Nothing else changed.") if view.unread else _("Nothing changed.")
    changes, moves = len(rows), moved_days(row.item for row in rows)
    hands = sum(hands_over(row.item) for row in rows)
    said = [ngettext("{n} change", "{n} changes", changes).format(n=changes)]
    if moves.moved:
        said.append(ngettext("{n} due day moves", "{n} due days move", moves.moved).format(n=moves.moved))
    if moves.new:
        said.append(ngettext("{n} due day is new", "{n} due days are new", moves.new).format(n=moves.new))
    if moves.gone:
        said.append(ngettext("{n} due day is gone", "{n} due days are gone", moves.gone).format(n=moves.gone))
    if hands:
        said.append(ngettext("{n} duty gets another lead", "{n} duties get another lead", hands).format(n=hands))
    return ", ".join(said)


def markdown(view: ChangeView) -> str:
    """A page for a pull request, in Vietnamese: a sentence, then a table a plan."""
    found = [f"**{escaped(view.summary[:1].upper() + view.summary[1:])}.**"]
    for part in view.plans:
        found += ["", f"### {escaped(part.title)}", ""]
        if part.rows:
            found += _table(part.rows)
        if part.progress:
            found += ["", "Tiến độ đã ghi nhận:", ""] if part.rows else ["Tiến độ đã ghi nhận:", ""]
            found += [f"- {escaped(row.item.id)}: {_cell(row)}" for row in part.progress]
        if part.awaited:
            found += ["", *(f"> {escaped(_awaited(one))}" for one in part.awaited)]
        if part.carried_out_by and part.rows:
            found += ["", f"Kế hoạch triển khai: {escaped(', '.join(part.carried_out_by))}."]
        if part.advice:
            found += ["", f"> {escaped(part.advice)}"]
    if view.offices:
        found += ["", "### Cơ quan", "", *_table(view.offices)]
    if view.reprinted:
        found += ["", f"> Đã ban hành, nếu in lại sẽ khác: {escaped(', '.join(view.reprinted))}."]
    if view.unread:
        found += ["", f"> Không đọc được ở một trong hai bản, chưa so sánh: {escaped(', '.join(view.unread))}."]
    return "\n".join(found)


def _table(rows: tuple[Row, ...]) -> Iterator[str]:
    yield "| Thay đổi | Đối tượng | Trước | Sau | Hạn dời, ảnh hưởng |"
    yield "|---|---|---|---|---|"
    for row in rows:
        field = f" ({row.field})" if row.field else ""
        effects = [*_moves_told(row), *([f"ảnh hưởng: {', '.join(row.affects)}"] if row.affects else [])]
        if row.item.because:
            effects.append(f"do: {', '.join(row.item.because)}")
        cells = (row.kind + field, row.subject, row.old, row.new)
        yield "| " + " | ".join(escaped(cell) for cell in cells) + " | " + "<br>".join(map(escaped, effects)) + " |"


def _moves_told(row: Row) -> list[str]:
    left = len(row.moves) - _SHOWN
    return [*row.moves[:_SHOWN], *([f"và {left} hạn khác"] if left > 0 else [])]


def _awaited(one: Awaited) -> str:
    why = f"{one.parent_id} của kế hoạch cấp trên đã đổi" if one.parent_id else "lời văn đã đổi"
    day = written(one.agreement.day)
    return f"{one.duty.id}: {why}, chờ {one.agreement.office} xem lại (đã đồng ý bản {day})."


def _cell(row: Row) -> str:
    arrow = " → " if row.old and row.new else ""
    named = row.field if row.item.what in (What.TASK, What.REVIEW) else WHAT_NAMES[row.item.what]
    what = "" if row.item.what is What.RESULT else f"{named} "
    moves = f" ({'; '.join(_moves_told(row))})" if row.moves else ""
    return escaped(f"{row.kind} {what}{row.old}{arrow}{row.new}{moves}")


def as_json(view: ChangeView) -> dict[str, Any]:
    """The change as the JSON form, version 1."""
    return {
        "version": 1,
        "old": view.old,
        "new": view.new,
        "summary": view.summary,
        "plans": [
            {
                "id": part.id,
                "issued": part.issued,
                "content_changed": part.instrument is Instrument.SAME_FORM,
                "instrument": part.instrument.value,
                "carried_out_by": list(part.carried_out_by),
                "waiting": [
                    {
                        "id": one.duty.id,
                        "office": one.agreement.office,
                        "day": one.agreement.day.isoformat(),
                        "parent": one.parent_id,
                    }
                    for one in part.awaited
                ],
            }
            for part in view.plans
        ],
        "items": [
            *(_item(row, part.id) for part in view.plans for row in (*part.rows, *part.progress)),
            *(_item(row, "") for row in view.offices),
        ],
        "unread": list(view.unread),
        "reprinted": list(view.reprinted),
    }


def _item(row: Row, plan: str) -> dict[str, Any]:
    item = row.item
    return {
        "plan": plan,
        "kind": item.kind.value,
        "what": item.what.value,
        "id": item.id,
        "title": item.title,
        "field": item.field,
        "old": item.old,
        "new": item.new,
        "nature": item.nature.value,
        "moves": [
            {
                "occurrence": move.occurrence,
                "label": move.label,
                "old_due": move.old_due.isoformat() if move.old_due else None,
                "new_due": move.new_due.isoformat() if move.new_due else None,
                "working_days": move.working_days,
            }
            for move in item.moves
        ],
        "because": list(item.because),
        "affects": list(item.affects),
    }
