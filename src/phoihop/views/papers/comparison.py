"""Bảng so sánh, thuyết minh nội dung sửa đổi: what a change makes of a document, side by side, to be signed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from phoihop.change.records import Change, Item, Kind
from phoihop.model import Book, Regime
from phoihop.views.change import ChangeView, PlanPart, Row, change_view
from phoihop.views.document_names import Names
from phoihop.views.frame import Frame

Key: TypeAlias = tuple[str, str, str]
"""What changed, its id, its field: by which a change is known again in the commits that made it."""
Reasons: TypeAlias = Mapping[str, Mapping[Key, str]]
"""Why, by plan and key, from the messages of the commits."""

_STATES = {"HEAD": "bản đã lưu", "working tree": "bản đang sửa", "index": "bản chuẩn bị lưu"}
ADDED, REMOVED = "(Chưa có)", "(Bỏ)"


@dataclass(frozen=True, slots=True)
class ComparedRow:
    """One change. What nobody wrote down, why and who proposes it, is left empty."""

    number: str
    old: str
    new: str
    reason: str
    proposer: str = ""


@dataclass(frozen=True, slots=True)
class ComparedPlan:
    """The changes of one plan, and by which document they are made."""

    title: str
    rows: tuple[ComparedRow, ...]
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ComparisonView(Frame):
    """The table. `states` says what is compared; `nothing` that there is nothing to compare."""

    states: str
    summary: str
    plans: tuple[ComparedPlan, ...]
    nothing: str


def key_of(item: Item) -> Key:
    """The key of a change."""
    return item.what.value, item.id, item.field


def comparison(change: Change, revisions: tuple[str, str] | None, reasons: Reasons, book: Book) -> ComparisonView:
    """The table of a change between two revisions, None for two files; progress that was recorded is no part of it.

    Offices are called as `book` calls them.
    """
    old, new = (_STATES.get(name, name) for name in revisions) if revisions else ("", "")
    shown = change_view(change, old, new)
    names = {one.id: Names(plan, book) for one in change.plans if (plan := one.new or one.old)}
    parts = [_part(part, reasons.get(part.id, {}), names[part.id]) for part in shown.plans if part.rows]
    regimes = {plan.head.regime for one in change.plans if (plan := one.new or one.old)}
    regime = Regime.PARTY if regimes == {Regime.PARTY} else Regime.STATE
    return ComparisonView(
        regime=regime.value,
        name="Bảng so sánh, thuyết minh nội dung sửa đổi",
        states=f"từ {old} đến {new}" if revisions else "",
        summary=_capital(shown),
        plans=tuple(parts),
        nothing="" if parts else "Không có nội dung nào thay đổi.",
    )


def _capital(shown: ChangeView) -> str:
    return f"{shown.summary[:1].upper()}{shown.summary[1:]}."


def _part(part: PlanPart, reasons: Mapping[Key, str], names: Names) -> ComparedPlan:
    rows = (
        _row(number, _called(row, names), reasons.get(key_of(row.item), "")) for number, row in enumerate(part.rows, 1)
    )
    return ComparedPlan(part.title, tuple(rows), part.advice)


def _called(row: Row, names: Names) -> Row:
    """The row with offices by their names."""
    if row.item.field not in ("chu_tri", "phoi_hop", "gui"):
        return row
    return row._replace(old=names.listed(_codes(row.old)), new=names.listed(_codes(row.new)))


def _codes(text: str) -> list[str]:
    return [code for code in text.replace(";", ",").replace(" ", "").split(",") if code]


def _row(number: int, row: Row, reason: str) -> ComparedRow:
    subject = f"{row.subject[:1].upper()}{row.subject[1:]}" + (f", {row.field}" if row.field else "")
    old = f"{subject}:\n{row.old}" if row.old else f"{subject}\n{ADDED if row.item.kind is Kind.ADDED else ''}".rstrip()
    new = row.new or (REMOVED if row.item.kind is Kind.REMOVED else "")
    lines = [new, *(f"Hạn {move}" for move in row.moves)]
    lines += [f"Liên quan: {', '.join(row.affects)}"] if row.affects else []
    return ComparedRow(str(number), old, "\n".join(line for line in lines if line), reason)
