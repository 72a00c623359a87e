"""The keys of a plan file (ke-hoach/1), one declaration a field, in the order in which docs/format.md tells them."""

from __future__ import annotations

from typing import Any

from phoihop.bind.kinds import Choice, Code, Day, FromText, ListOf, Text, choice_of
from phoihop.bind.places import NodePlaces
from phoihop.bind.record import Field, Record
from phoihop.dates.phrase import read as read_phrase
from phoihop.model import (
    Citation,
    Completion,
    Deadline,
    Head,
    Participant,
    Period,
    Recipient,
    Regime,
    Review,
    ReviewKind,
    Role,
    Section,
    Signature,
    Task,
)
from phoihop.model.number import KIND_NAMES


def _deadline(phrase: str, _at: NodePlaces) -> Deadline:
    return Deadline(phrase, read_phrase(phrase))


TEXT, CODE, DAY = Text(), Code(), Day()
DEADLINE = FromText(_deadline, "thời hạn, ghi đúng như văn bản đã ký")
CITATION = FromText(Citation, "căn cứ: tên loại, số, ngày, cơ quan, trích yếu")
RECIPIENT = FromText(Recipient, "chữ; có dấu hai chấm thì đặt trong ngoặc kép")
REGIME = choice_of({Regime.STATE: "Nghị định 30/2020/NĐ-CP", Regime.PARTY: "quy định của Đảng"})
KIND = Choice({code: code for code in KIND_NAMES}, {code: name.lower() for code, name in KIND_NAMES.items()})

PERIOD = Record(
    "thời gian",
    Period,
    [
        Field("tu", "since", DAY, "Ngày đầu tiên kế hoạch có hiệu lực."),
        Field("den", "until", DAY, "Ngày cuối cùng; không ghi nếu kế hoạch không có thời hạn."),
    ],
    takes_places=False,
)

HEAD = Record(
    "văn bản",
    Head,
    [
        Field(
            "loai",
            "kind",
            KIND,
            "Loại văn bản, viết tắt theo Phụ lục III Nghị định 30/2020/NĐ-CP.",
            True,
            "KH",
        ),
        Field(
            "trich_yeu",
            "title",
            TEXT,
            "Trích yếu nội dung, không kèm tên loại.",
            True,
            "Phối hợp ... năm 2026",
        ),
        Field("so_ky_hieu", "number", TEXT, 'Số, ký hiệu; "chưa cấp" khi chưa có.'),
        Field("dia_danh", "place_name", TEXT, "Địa danh ghi ở đầu văn bản."),
        Field("ngay_ban_hanh", "issued", DAY, "Ngày ban hành (ngày ký)."),
        Field("the_thuc", "regime", REGIME, "Thể thức của văn bản; không ghi là nha-nuoc."),
        Field("hieu_luc", "period", PERIOD, "Thời gian thực hiện kế hoạch."),
        Field(
            "thuc_hien",
            "implements",
            TEXT,
            "Mã (tên tệp) của kế hoạch mà kế hoạch này triển khai, nếu có ở đây.",
        ),
    ],
    stands_in={"kind": "", "title": ""},
)

PARTICIPANT = Record(
    "cơ quan tham gia",
    Participant,
    [
        Field(
            "ma",
            "code",
            CODE,
            "Mã cơ quan trong co-quan.yaml, hoặc mã nhóm đặt riêng cho kế hoạch này.",
            True,
            "SYT",
        ),
        Field(
            "vai_tro",
            "role",
            choice_of({Role.ISSUER: "ban hành, ký kế hoạch", Role.IMPLEMENTER: "thực hiện"}),
            "Vai trò; không ghi là thuc-hien.",
        ),
        Field("dau_moi", "focal_point", TEXT, "Đơn vị hoặc người làm đầu mối, thường trực."),
        Field("ten", "name", TEXT, 'Tên gọi của nhóm trong kế hoạch này ("Hai Sở").'),
        Field("gom", "members", ListOf(CODE), "Các cơ quan trong nhóm."),
    ],
)

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
        Field("ghi_chu", "note", TEXT, "Ghi chú."),
    ],
)

_DUTY_START = [
    Field("ma", "id", CODE, "Mã nhiệm vụ, không trùng trong kế hoạch.", True, "NV-01"),
    Field("ten", "title", TEXT, "Việc phải làm, một câu ngắn.", True, "Khám sức khỏe đầu năm học"),
]
_DUTY_REST = [
    Field("chu_tri", "lead", CODE, "Cơ quan chủ trì: đúng một mã."),
    Field("phoi_hop", "partners", ListOf(CODE), "Các cơ quan phối hợp."),
    Field(
        "han",
        "deadline",
        DEADLINE,
        'Thời hạn, như văn bản đã ký: "trước ngày 15/11/2026", "định kỳ hằng quý".',
    ),
    Field("moc", "anchor", CODE, 'Mốc mà thời hạn tính từ đó ("trước ngày họp"): mã nhiệm vụ hoặc rà soát.'),
    Field("ket_qua", "completions", ListOf(COMPLETION), "Kết quả đã thực hiện, mỗi kỳ một mục."),
    Field("ghi_chu", "note", TEXT, "Ghi chú, in ở cột cuối của phụ lục."),
]

TASK = Record(
    "nhiệm vụ",
    Task,
    [
        *_DUTY_START,
        *_DUTY_REST[:4],
        Field("san_pham", "deliverable", TEXT, "Sản phẩm, kết quả đầu ra."),
        Field("can_cu", "legal_basis", ListOf(CITATION), "Văn bản mà riêng nhiệm vụ này viện dẫn."),
        *_DUTY_REST[4:],
    ],
)

REVIEW = Record(
    "rà soát",
    Review,
    [
        *_DUTY_START,
        Field(
            "loai",
            "kind",
            choice_of(
                {
                    ReviewKind.MEETING: "họp giao ban",
                    ReviewKind.INTERIM: "sơ kết",
                    ReviewKind.CLOSING: "tổng kết",
                    ReviewKind.REPORT: "báo cáo",
                    ReviewKind.CHECK: "kiểm tra, giám sát",
                }
            ),
            "Loại; không ghi là kiem-tra.",
        ),
        *_DUTY_REST[:4],
        Field("gui", "addressees", ListOf(CODE), "Cơ quan nhận báo cáo."),
        *_DUTY_REST[4:],
    ],
)

SECTION = Record(
    "phần",
    Section,
    [
        Field("muc", "title", TEXT, "Đề mục, không đánh số (số được đánh khi in).", True, "Mục đích, yêu cầu"),
        Field("doan", "paragraphs", ListOf(TEXT), "Các đoạn văn, không đánh số."),
        Field(
            "khoan",
            "clauses",
            ListOf(TEXT),
            "Các khoản được đánh số mà không giao việc cho ai (nguyên tắc, lĩnh vực).",
        ),
        Field("nhiem_vu", "tasks", ListOf(TASK), "Các nhiệm vụ được giao trong phần này."),
    ],
)
SECTION.extend([Field("noi_dung", "sections", ListOf(SECTION), "Các phần con, theo thứ tự in.")])

SIGNATURE = Record(
    "chữ ký",
    Signature,
    [
        Field("co_quan", "office", CODE, "Cơ quan ký.", True, "SYT"),
        Field("quyen_han", "authority", TEXT, 'Quyền hạn, chức vụ: "KT. GIÁM ĐỐC", "T/M BAN THƯỜNG VỤ".'),
        Field("chuc_vu", "position", TEXT, "Chức vụ của người ký thay: PHÓ GIÁM ĐỐC."),
        Field("ho_ten", "name", TEXT, "Họ và tên."),
    ],
)


def _make_plan(**values: Any) -> dict[str, Any]:
    # The file's id and path are not in the file: `bind.file` adds them.
    values.pop("version", None)
    return values


PLAN = Record(
    "kế hoạch",
    _make_plan,
    [
        Field("phoihop", "version", TEXT, "Loại tệp và phiên bản của định dạng.", False, "ke-hoach/1"),
        Field("van_ban", "head", HEAD, "Đầu văn bản.", True, "{loai: KH, trich_yeu: ...}"),
        Field("ghi_chu", "note", TEXT, "Ghi chú về kế hoạch, không in."),
        Field("can_cu", "legal_basis", ListOf(CITATION), "Căn cứ ban hành, mỗi văn bản một mục."),
        Field("mo_dau", "opening", ListOf(TEXT), "Đoạn mở đầu, sau căn cứ."),
        Field("co_quan", "participants", ListOf(PARTICIPANT), "Các cơ quan của kế hoạch."),
        Field("noi_dung", "sections", ListOf(SECTION), "Nội dung, theo thứ tự in."),
        Field("ra_soat", "reviews", ListOf(REVIEW), "Họp, sơ kết, tổng kết, báo cáo."),
        Field("noi_nhan", "recipients", ListOf(RECIPIENT), "Nơi nhận, mỗi dòng một mục, không gạch đầu dòng."),
        Field("ky_ten", "signatures", ListOf(SIGNATURE), "Người ký; không ghi nếu chưa biết."),
    ],
)

RECORDS = (PLAN, HEAD, PERIOD, PARTICIPANT, SECTION, TASK, COMPLETION, REVIEW, SIGNATURE)
"""Every record of a plan file, the outermost first."""
