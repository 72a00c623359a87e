"""The keys that tasks and reviews share: what, who, when, and what came of it."""

from __future__ import annotations

from phoihop.bind.kinds import Code, Day, FromText, ListOf, Text
from phoihop.bind.places import NodePlaces
from phoihop.bind.record import Field, Record
from phoihop.dates.phrase import read as read_phrase
from phoihop.model import Agreement, Completion, Deadline, Extension, Suspension


def deadline_of(phrase: str, _at: NodePlaces | None = None) -> Deadline:
    """The deadline that a phrase says."""
    return Deadline(phrase, read_phrase(phrase))


TEXT, CODE, DAY = Text(), Code(), Day()
DEADLINE = FromText(deadline_of, "thời hạn, ghi đúng như văn bản đã ký")

COMPLETION = Record(
    "kết quả",
    Completion,
    [
        Field("ngay", "day", DAY, "Ngày hoàn thành.", True, "2026-11-10"),
        Field("van_ban", "document", TEXT, "Văn bản chứng minh kết quả: số, ký hiệu."),
        Field(
            "ky",
            "occurrence",
            TEXT,
            'Kỳ mà kết quả này thuộc về: số thứ tự ("2") hoặc tên kỳ ("quý II/2026").',
        ),
        Field("co_quan", "office", CODE, "Cơ quan báo kết quả."),
        Field("ghi_chu", "note", TEXT, "Ghi chú."),
    ],
)

EXTENSION = Record(
    "gia hạn",
    Extension,
    [
        Field("han_cu", "old", TEXT, "Thời hạn trước khi gia hạn, giữ nguyên văn.", True, "trước ngày 15/11/2026"),
        Field("ngay", "day", DAY, "Ngày gia hạn.", True, "2026-11-02"),
        Field("van_ban", "document", TEXT, "Văn bản cho gia hạn: số, ký hiệu."),
        Field("co_quan", "office", CODE, "Cơ quan cho gia hạn."),
        Field("ghi_chu", "note", TEXT, "Ghi chú."),
    ],
)

AGREEMENT = Record(
    "đồng ý",
    Agreement,
    [
        Field("co_quan", "office", CODE, "Cơ quan đồng ý.", True, "SGDDT"),
        Field("ngay", "day", DAY, "Ngày đồng ý.", True, "2026-05-12"),
        Field("ban", "version", TEXT, "Dấu của lời văn đã đồng ý, do phoihop agree ghi.", True, "3f9a1c2b4d"),
        Field("ban_cap_tren", "parent", TEXT, "Dấu của lời văn nhiệm vụ cấp trên khi đó."),
    ],
)

SUSPENSION = Record(
    "tạm dừng",
    Suspension,
    [
        Field("tu", "since", DAY, "Ngày đầu tiên tạm dừng.", True, "2026-03-01"),
        Field("den", "until", DAY, "Ngày cuối cùng tạm dừng; không ghi khi chưa có quyết định tiếp tục."),
        Field("van_ban", "document", TEXT, "Văn bản cho tạm dừng: số, ký hiệu."),
        Field("co_quan", "office", CODE, "Cơ quan cho tạm dừng."),
        Field("ghi_chu", "note", TEXT, "Ghi chú."),
    ],
)

DUTY_START = [
    Field("ma", "id", CODE, "Mã nhiệm vụ, không trùng trong kế hoạch.", True, "NV-01"),
    Field("ten", "title", TEXT, "Việc phải làm, một câu ngắn.", True, "Khám sức khỏe đầu năm học"),
]
DUTY_WHEN = [
    Field("chu_tri", "lead", CODE, "Cơ quan chủ trì: đúng một mã."),
    Field("phoi_hop", "partners", ListOf(CODE), "Các cơ quan phối hợp."),
    Field(
        "han",
        "deadline",
        DEADLINE,
        'Thời hạn, như văn bản đã ký: "trước ngày 15/11/2026", "định kỳ hằng quý".',
    ),
    Field("moc", "anchor", CODE, 'Mốc mà thời hạn tính từ đó ("trước ngày họp"): mã nhiệm vụ hoặc rà soát.'),
]
DUTY_CHANGED = [
    Field("gia_han", "extensions", ListOf(EXTENSION), "Các lần gia hạn, cũ trước mới sau; hạn hiện nay ghi ở `han`."),
    Field("dong_y", "agreements", ListOf(AGREEMENT), "Cơ quan nào đã đồng ý với lời văn nào, do phoihop agree ghi."),
    Field("tam_dung", "suspensions", ListOf(SUSPENSION), "Các lần tạm dừng: khi đó việc không đến hạn, không quá hạn."),
]
DUTY_DONE = [
    Field("ket_qua", "completions", ListOf(COMPLETION), "Kết quả đã thực hiện, mỗi kỳ một mục."),
    Field("ghi_chu", "note", TEXT, "Ghi chú, in ở cột cuối của phụ lục."),
]
