"""The keys of can-cu.yaml (can-cu/1): the register of acts that plans stand on."""

from __future__ import annotations

from phoihop.bind.kinds import Day, ListOf, Text
from phoihop.bind.record import Field, Record
from phoihop.model.act import Act

TEXT, DAY = Text(), Day()

ACT = Record(
    "văn bản",
    Act,
    [
        Field("so", "number", TEXT, "Số, ký hiệu.", True, "30/2020/NĐ-CP"),
        Field("ten", "name", TEXT, "Tên loại và trích yếu."),
        Field("ngay", "issued", DAY, "Ngày ban hành."),
        Field("tu", "since", DAY, "Ngày có hiệu lực."),
        Field("den", "until", DAY, "Ngày cuối cùng còn hiệu lực, nếu đã hết hiệu lực."),
        Field("thay_bang", "replaced_by", TEXT, "Số, ký hiệu của văn bản thay thế."),
        Field("ghi_chu", "note", TEXT, "Ghi chú: nguồn, điều chưa chắc."),
    ],
)

ACTS = Record(
    "sổ văn bản",
    dict,
    [
        Field("phoihop", "version", TEXT, "Loại tệp và phiên bản của định dạng.", False, "can-cu/1"),
        Field("van_ban", "acts", ListOf(ACT), "Các văn bản.", True, "[]"),
    ],
    takes_places=False,
)

RECORDS = (ACTS, ACT)
"""Every record of the register, the outermost first."""
