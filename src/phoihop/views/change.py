"""A change as it is shown: a table of what it was and what it is, plan by plan, decided to the last string.

The words are those of a document: a comparison table to sign, or the text of a pull request, is Vietnamese.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import Enum
from typing import NamedTuple

from phoihop.change.records import Change, Item, Kind, Move, Nature, PlanChange, What
from phoihop.consent import Awaited
from phoihop.dates.units import written
from phoihop.model import Plan, Regime
from phoihop.views.plan_name import numbered

KIND_NAMES = {
    Kind.ADDED: "thêm",
    Kind.REMOVED: "bỏ",
    Kind.CHANGED: "sửa",
    Kind.MOVED: "chuyển chỗ",
    Kind.RENUMBERED: "đổi số thứ tự",
    Kind.RENAMED: "đổi mã",
}
WHAT_NAMES = {
    What.PLAN: "kế hoạch",
    What.HEAD: "mục ở đầu văn bản",
    What.TEXT: "đoạn văn",
    What.SECTION: "phần",
    What.TASK: "nhiệm vụ",
    What.REVIEW: "rà soát",
    What.RESULT: "kết quả",
    What.EXTENSION: "gia hạn",
    What.SUSPENSION: "tạm dừng",
    What.AGREEMENT: "sự đồng ý",
    What.CITATION: "căn cứ",
    What.PARTICIPANT: "cơ quan tham gia",
    What.RECIPIENT: "nơi nhận",
    What.SIGNATURE: "chữ ký",
    What.OFFICE: "cơ quan",
}
FIELD_NAMES = {
    "loai": "loại",
    "trich_yeu": "trích yếu",
    "so_ky_hieu": "số, ký hiệu",
    "dia_danh": "địa danh",
    "ngay_ban_hanh": "ngày ban hành",
    "the_thuc": "thể thức",
    "hieu_luc.tu": "hiệu lực từ",
    "hieu_luc.den": "hiệu lực đến",
    "thuc_hien": "thực hiện",
    "kem_theo": "ban hành kèm theo",
    "phan_cong": "nơi in phân công",
    "chu_tri_ky": "bên ký",
    "do_khan": "mức độ khẩn",
    "luu_hanh": "phạm vi lưu hành",
    "soan_thao": "ký hiệu người soạn thảo",
    "lien_he": "liên hệ",
    "ghi_chu": "ghi chú",
    "lich.lui_han": "hạn vào ngày nghỉ",
    "mo_dau": "mở đầu",
    "vai_tro": "vai trò",
    "dau_moi": "đầu mối",
    "ten": "tên",
    "gom": "thành viên",
    "muc": "đề mục",
    "doan": "đoạn",
    "khoan": "khoản",
    "ma": "mã",
    "chu_tri": "chủ trì",
    "phoi_hop": "phối hợp",
    "han": "thời hạn",
    "truoc": "thời hạn",
    "due": "ngày đến hạn",
    "moc": "mốc tính hạn",
    "san_pham": "sản phẩm",
    "gui": "nơi gửi",
    "chot_so_lieu": "chốt số liệu",
    "quyen_han": "quyền hạn",
    "chuc_vu": "chức vụ",
    "chuc_vu_khac": "chức vụ khác",
    "ho_ten": "họ tên",
    "viet_tat": "chữ viết tắt",
    "ten_khac": "tên khác",
    "cap_tren": "cơ quan chủ quản",
    "tu": "từ ngày",
    "den": "đến ngày",
    "ke_thua": "kế thừa",
}
# Under these keys the kind of the thing says it all.
_SAID = frozenset({"", "can_cu", "noi_nhan", "nhiem_vu", "ra_soat", "ket_qua", "co_quan", "ky_ten", "noi_dung"})


class Instrument(Enum):
    """By what a change of an issued document is made (Nghị định 30/2020/NĐ-CP, Điều 18 khoản 3)."""

    NONE = "none"
    SAME_FORM = "same-form"
    CORRECTION = "correction"


class Row(NamedTuple):
    """One line of the comparison; `moves` says each due day that moves."""

    item: Item
    kind: str
    subject: str
    field: str
    old: str
    new: str
    moves: tuple[str, ...]
    affects: tuple[str, ...]


class PlanPart(NamedTuple):
    """What changed in one plan: its content and form, and apart from them the progress that was recorded."""

    id: str
    title: str
    issued: bool
    instrument: Instrument
    advice: str
    rows: tuple[Row, ...]
    progress: tuple[Row, ...]
    carried_out_by: tuple[str, ...]
    awaited: tuple[Awaited, ...] = ()


class ChangeView(NamedTuple):
    """Everything that changed between two states, whose names are given."""

    old: str
    new: str
    summary: str
    plans: tuple[PlanPart, ...]
    offices: tuple[Row, ...]
    unread: tuple[str, ...]
    reprinted: tuple[str, ...]


def change_view(change: Change, old: str, new: str) -> ChangeView:
    """A change, to be printed; `old` and `new` are what its two states are called."""
    return ChangeView(
        old=old,
        new=new,
        summary=", ".join(_summary(change)) or "không có gì thay đổi",
        plans=tuple(_part(one) for one in change.plans),
        offices=tuple(row(item) for item in change.offices),
        unread=change.unread,
        reprinted=change.reprinted,
    )


def row(item: Item) -> Row:
    """One change in words."""
    what = WHAT_NAMES[item.what]
    title = f": {item.title}" if item.title and item.title != item.id else ""
    named = item.what not in (What.HEAD, What.CITATION, What.RECIPIENT) and item.id
    field = "" if item.field in _SAID else FIELD_NAMES.get(item.field, item.field)
    moves = tuple(move_words(move) for move in item.moves)
    subject = f"{what} {item.id}{title}" if named else what
    old, new = (" ".join(text.splitlines()) for text in (item.old, item.new))
    return Row(item, KIND_NAMES[item.kind], " ".join(subject.splitlines()), field, old, new, moves, item.affects)


def move_words(move: Move) -> str:
    """One due day that moves: "quý I/2026: 31/3/2026 → 15/4/2026 (muộn hơn 11 ngày làm việc)"."""
    label = f"{move.label}: " if move.label else ""
    if move.old_due is None or move.new_due is None:
        day = move.new_due or move.old_due
        assert day is not None
        return f"{label}{'thêm hạn' if move.old_due is None else 'bỏ hạn'} {written(day)}"
    count = abs(move.working_days or 0)
    later = "muộn" if move.new_due > move.old_due else "sớm"
    days = f"{later} hơn {count} ngày làm việc" if count else "không cách ngày làm việc nào"
    return f"{label}{written(move.old_due)} → {written(move.new_due)} ({days})"


def instrument(change: PlanChange) -> Instrument:
    """By what the document must be changed, if it was issued."""
    if not change.issued:
        return Instrument.NONE
    natures = {item.nature for item in change.items}
    if Nature.CONTENT in natures:
        return Instrument.SAME_FORM
    return Instrument.CORRECTION if Nature.FORM in natures else Instrument.NONE


def _part(change: PlanChange) -> PlanPart:
    plan = change.old or change.new
    assert plan is not None
    by = instrument(change)
    return PlanPart(
        id=change.id,
        title=f"{numbered(plan)} {plan.head.title}",
        issued=change.issued,
        instrument=by,
        advice=_advice(by, plan),
        rows=tuple(row(item) for item in change.items if item.nature is not Nature.PROGRESS),
        progress=tuple(row(item) for item in change.items if item.nature is Nature.PROGRESS),
        carried_out_by=change.carried_out_by,
        awaited=change.awaited,
    )


def _advice(by: Instrument, plan: Plan) -> str:
    law = "" if plan.head.regime is Regime.PARTY else " (Nghị định 30/2020/NĐ-CP, Điều 18 khoản 3)"
    return {
        Instrument.NONE: "",
        Instrument.SAME_FORM: "Văn bản đã ban hành, nội dung thay đổi: cần sửa đổi, thay thế bằng văn bản có hình "
        f"thức tương đương{law}.",
        Instrument.CORRECTION: "Văn bản đã ban hành, chỉ thay đổi về thể thức, kỹ thuật trình bày: đính chính bằng "
        f"công văn{law}.",
    }[by]


class Days(NamedTuple):
    """How many due days move, are new, are gone."""

    moved: int
    new: int
    gone: int


def moved_days(items: Iterable[Item]) -> Days:
    """What a change makes of due days."""
    moves = [move for item in items for move in item.moves]
    new, gone = sum(move.old_due is None for move in moves), sum(move.new_due is None for move in moves)
    return Days(len(moves) - new - gone, new, gone)


def _summary(change: Change) -> Iterator[str]:
    """The figures of a change, what matters most first; at last what is not known of it."""
    items = change.items()
    days = moved_days(items)
    figures = (
        (days.moved, "hạn dời"),
        (days.new, "hạn thêm"),
        (days.gone, "hạn bỏ"),
        (sum(hands_over(item) for item in items), "nhiệm vụ đổi cơ quan chủ trì"),
    )
    yield from (f"{count} {words}" for count, words in figures if count)
    told = {(item.what, item.kind, item.id if item.what not in _EACH else str(n)) for n, item in _others(items)}
    counts = Counter((what, kind) for what, kind, _which in told)
    for what in What:
        yield from (f"{counts[what, kind]} {_counted(what, kind)}" for kind in Kind if counts[what, kind])
    if change.unread:
        yield f"{len(change.unread)} tệp không đọc được, chưa so sánh"


# Things without an id of their own: each item is one of them.
_EACH = (
    *(What.CITATION, What.RECIPIENT, What.TEXT, What.HEAD),
    *(What.RESULT, What.EXTENSION, What.SUSPENSION, What.AGREEMENT),
)


def _others(items: list[Item]) -> Iterator[tuple[int, Item]]:
    """The items that no other figure counts, by their place."""
    for n, item in enumerate(items):
        if not hands_over(item) and not item.moves:
            yield n, item


def hands_over(item: Item) -> bool:
    """Whether a duty goes to another lead."""
    return item.what in (What.TASK, What.REVIEW) and item.field == "chu_tri"


def _counted(what: What, kind: Kind) -> str:
    name = "kế hoạch" if what is What.PLAN else WHAT_NAMES[what]
    return f"{name} {KIND_NAMES[kind]}"
