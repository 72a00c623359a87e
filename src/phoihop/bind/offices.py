"""The keys of co-quan.yaml (co-quan/1): the offices, once each."""

from __future__ import annotations

from phoihop.bind.kinds import Code, Day, ListOf, Text
from phoihop.bind.plan import REGIME
from phoihop.bind.record import Field, Record
from phoihop.model import Organisation, Successor

TEXT, CODE, DAY = Text(), Code(), Day()

SUCCESSOR = Record(
    "kế thừa",
    Successor,
    [
        Field("ma", "code", CODE, "Mã cơ quan kế thừa.", True, "BNV"),
        Field("linh_vuc", "field", TEXT, "Lĩnh vực được chuyển sang cơ quan đó; không ghi là toàn bộ."),
        Field("theo", "ground", TEXT, "Văn bản quy định việc chuyển giao."),
    ],
)

ORGANISATION = Record(
    "cơ quan",
    Organisation,
    [
        Field("ma", "code", CODE, "Mã, không trùng trong tệp.", True, "SYT"),
        Field("ten", "name", TEXT, "Tên đầy đủ.", True, "Sở Y tế"),
        Field("viet_tat", "abbreviation", TEXT, "Chữ viết tắt trong ký hiệu văn bản."),
        Field("ten_khac", "other_names", ListOf(TEXT), "Những cách viết khác của tên."),
        Field("the_thuc", "regime", REGIME, "Cơ quan của Nhà nước hay của Đảng; không ghi là nha-nuoc."),
        Field("cap_tren", "superior", CODE, "Mã cơ quan chủ quản trực tiếp."),
        Field("dia_danh", "place_name", TEXT, "Địa danh nơi đặt trụ sở, như ghi ở đầu văn bản."),
        Field("tu", "since", DAY, "Ngày bắt đầu hoạt động, nếu biết."),
        Field("den", "until", DAY, "Ngày hoạt động cuối cùng, nếu đã kết thúc."),
        Field("ke_thua", "successors", ListOf(SUCCESSOR), "Cơ quan kế thừa, theo lĩnh vực."),
        Field("ghi_chu", "note", TEXT, "Ghi chú."),
    ],
)

OFFICES = Record(
    "danh sách cơ quan",
    dict,
    [
        Field("phoihop", "version", TEXT, "Loại tệp và phiên bản của định dạng.", False, "co-quan/1"),
        Field("co_quan", "organisations", ListOf(ORGANISATION), "Các cơ quan.", True, "[]"),
    ],
    takes_places=False,
)

RECORDS = (OFFICES, ORGANISATION, SUCCESSOR)
"""Every record of the offices' file, the outermost first."""
