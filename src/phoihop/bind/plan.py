"""The keys of a plan file (ke-hoach/1), one declaration a field, in the order in which docs/format.md tells them."""

from __future__ import annotations

from typing import Any

from phoihop.bind.duty import (
    AGREEMENT,
    CODE,
    COMPLETION,
    DAY,
    DUTY_CHANGED,
    DUTY_DONE,
    DUTY_START,
    DUTY_WHEN,
    EXTENSION,
    SUSPENSION,
    TEXT,
)
from phoihop.bind.kinds import Choice, FromText, ListOf, choice_of
from phoihop.bind.reading import Binding
from phoihop.bind.record import Field, Record
from phoihop.bind.review import CLOSING, FEEDING, REVIEW
from phoihop.dates.roll import Roll
from phoihop.i18n import _
from phoihop.model import (
    Assignment,
    Citation,
    Head,
    LeadSide,
    Participant,
    Period,
    Policy,
    Recipient,
    Regime,
    Role,
    Section,
    Signature,
    Task,
    Urgency,
)
from phoihop.model.number import KIND_NAMES
from phoihop.text.nodes import Mapping, Node, Sequence

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
        Field(
            "kem_theo",
            "issued_with",
            CITATION,
            'Quyết định ban hành kèm văn bản này: "Quyết định số 12/QĐ-UBND ngày 05/6/2026 của ...".',
        ),
        Field(
            "phan_cong",
            "assignment",
            choice_of(
                {
                    Assignment.TEXT: "ghi chủ trì, phối hợp, thời hạn ngay trong lời văn",
                    Assignment.ANNEX: "ghi ở Phụ lục kèm theo",
                }
            ),
            "Nơi in việc phân công; không ghi thì quy chế là noi-dung, văn bản khác là phu-luc.",
        ),
        Field(
            "chu_tri_ky",
            "lead_side",
            choice_of({LeadSide.RIGHT: "bên phải", LeadSide.LEFT: "bên trái"}),
            "Văn bản nhiều cơ quan ký: cơ quan đứng tên trước ký bên nào; không ghi là phai.",
        ),
        Field(
            "do_khan",
            "urgency",
            choice_of(
                {Urgency.URGENT: "KHẨN", Urgency.VERY_URGENT: "THƯỢNG KHẨN", Urgency.FLASH: "HỎA TỐC"},
            ),
            "Mức độ khẩn.",
        ),
        Field("luu_hanh", "circulation", TEXT, 'Chỉ dẫn phạm vi lưu hành: "LƯU HÀNH NỘI BỘ".'),
        Field("soan_thao", "drafter", TEXT, 'Ký hiệu người soạn thảo và số lượng bản: "PL.(300)".'),
        Field("lien_he", "contact", TEXT, "Địa chỉ, thư điện tử, điện thoại; in ở chân trang thứ nhất."),
    ],
    stands_in={"kind": "", "title": ""},
)


def _no_empty_group(_values: dict[str, Any], node: Node, binding: Binding) -> None:
    """Note a group that has no offices."""
    members = node.entries.get("gom") if isinstance(node, Mapping) else None
    if isinstance(members, Sequence) and not members.items:
        binding.report("wrong-type", members, _('"{key}" is an empty list').format(key="gom"), _("name the offices"))


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
    check=_no_empty_group,
)

TASK = Record(
    "nhiệm vụ",
    Task,
    [
        *DUTY_START,
        *DUTY_WHEN,
        Field("san_pham", "deliverable", TEXT, "Sản phẩm, kết quả đầu ra."),
        Field("can_cu", "legal_basis", ListOf(CITATION), "Văn bản mà riêng nhiệm vụ này viện dẫn."),
        Field("thuc_hien", "implements", CODE, "Mã nhiệm vụ của kế hoạch cấp trên mà nhiệm vụ này thực hiện."),
        *DUTY_CHANGED,
        *DUTY_DONE,
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
        Field("chuc_vu_khac", "other_position", TEXT, "Chức vụ khác của người ký, in phía trên họ tên."),
        Field("ho_ten", "name", TEXT, "Họ và tên."),
    ],
)


POLICY = Record(
    "lựa chọn về lịch",
    Policy,
    [
        Field(
            "lui_han",
            "roll",
            choice_of(
                {
                    Roll.FORWARD: "sang ngày làm việc tiếp theo, theo Bộ luật Dân sự 2015, Điều 148 khoản 5",
                    Roll.BACK: "về ngày làm việc liền trước",
                    Roll.NONE: "giữ nguyên ngày",
                }
            ),
            "Thời hạn kết thúc vào ngày nghỉ thì dời đi đâu; không ghi là sau.",
        ),
    ],
    takes_places=False,
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
        Field("lich", "policy", POLICY, "Điều kế hoạch chọn khác mặc định khi tính hạn."),
        Field("can_cu", "legal_basis", ListOf(CITATION), "Căn cứ ban hành, mỗi văn bản một mục."),
        Field("mo_dau", "opening", ListOf(TEXT), "Đoạn mở đầu, sau căn cứ."),
        Field("co_quan", "participants", ListOf(PARTICIPANT), "Các cơ quan của kế hoạch."),
        Field("noi_dung", "sections", ListOf(SECTION), "Nội dung, theo thứ tự in."),
        Field("ra_soat", "reviews", ListOf(REVIEW), "Họp, sơ kết, tổng kết, báo cáo."),
        Field("noi_nhan", "recipients", ListOf(RECIPIENT), "Nơi nhận, mỗi dòng một mục, không gạch đầu dòng."),
        Field("ky_ten", "signatures", ListOf(SIGNATURE), "Người ký; không ghi nếu chưa biết."),
    ],
)

RECORDS = (
    PLAN,
    HEAD,
    PERIOD,
    POLICY,
    PARTICIPANT,
    SECTION,
    TASK,
    EXTENSION,
    AGREEMENT,
    SUSPENSION,
    COMPLETION,
    REVIEW,
    CLOSING,
    FEEDING,
    SIGNATURE,
)
"""Every record of a plan file, the outermost first."""
