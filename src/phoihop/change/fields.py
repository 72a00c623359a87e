"""The fields of two records that differ, as texts, and what that means for a document that was issued."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from enum import Enum
from typing import Any, NamedTuple

from phoihop.bind.plan import PERIOD, POLICY
from phoihop.bind.record import Record
from phoihop.change.matching import same_words
from phoihop.change.records import Nature, What
from phoihop.dates.units import written
from phoihop.model import Citation, DataClosing, Deadline, Period, Policy, Successor

_NESTED: dict[type, Record] = {Period: PERIOD, Policy: POLICY}
_UNPRINTED = {
    (What.PLAN, "ghi_chu"),
    (What.HEAD, "thuc_hien"),
    (What.PARTICIPANT, "dau_moi"),
    *((duty, key) for duty in (What.TASK, What.REVIEW) for key in ("ma", "moc", "thuc_hien", "loai", "chot_so_lieu")),
}
# Of the components of form of a document (Nghị định 30/2020/NĐ-CP, Điều 8): what is neither its subject nor its text.
_FORM = frozenset(
    {
        "so_ky_hieu",
        "dia_danh",
        "ngay_ban_hanh",
        "the_thuc",
        "phan_cong",
        "chu_tri_ky",
        "do_khan",
        "luu_hanh",
        "soan_thao",
        "lien_he",
    }
)


class Difference(NamedTuple):
    """A field that differs: its key in the file, and both values as text."""

    key: str
    old: str
    new: str


def differences(record: Record, old: Any, new: Any, without: frozenset[str] = frozenset()) -> Iterator[Difference]:
    """The fields of two records of a kind that differ, in the order of their declaration; `without` names of fields."""
    for field in record.fields:
        if field.name in without or not hasattr(old, field.name):
            continue
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before == after:
            continue
        nested = _NESTED.get(type(before))
        if nested is None:
            yield Difference(field.key, told(before), told(after))
        else:
            for inner in differences(nested, before, after):
                yield inner._replace(key=f"{field.key}.{inner.key}")


def told(value: Any) -> str:
    """A value as a document writes it."""
    match value:
        case None:
            return ""
        case date():
            return written(value)
        case Enum():
            return str(value.value)
        case Deadline():
            return value.phrase
        case Citation():
            return value.text
        case DataClosing():
            after = f"gửi sau {value.working_days} ngày làm việc" if value.working_days else ""
            return "; ".join(part for part in (f"ngày {value.day}", told(value.periods), after) if part)
        case Successor():
            return f"{value.code} ({value.field})" if value.field else value.code
        case tuple():
            return ", ".join(told(one) for one in value)
    return str(value)


def nature_of(what: What, key: str, old: str, new: str) -> Nature:
    """What the change of a field means for a document that was issued."""
    if what in (What.RESULT, What.EXTENSION, What.SUSPENSION, What.AGREEMENT):
        return Nature.PROGRESS
    if (what, key) in _UNPRINTED or key.startswith("lich."):
        return Nature.UNPRINTED
    if what in (What.RECIPIENT, What.SIGNATURE) or (what is What.HEAD and key in _FORM):
        return Nature.FORM
    return Nature.FORM if old and new and same_words(old, new) else Nature.CONTENT
