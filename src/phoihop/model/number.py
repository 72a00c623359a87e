"""The number and symbol of a document (số, ký hiệu), State and Party forms.

State: `15/QĐ-BNV`, `1883/CTr-BLĐTBXH-BYT`, `05/BNV-VP`, `31/2013/NĐ-CP`, `13/2014/TTLT-BLĐTBXH-BTC`, `202/2025/QH15`
(Nghị định 30/2020/NĐ-CP, Phụ lục I mục II.3; Luật Ban hành VBQPPL for the forms with a year).
Party: `07-KH/TW`, `79-CTr/BDVTW-BCSĐCP` (Hướng dẫn 36-HD/VPTW, 05-HD/VPTW).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

KIND_NAMES: dict[str, str] = {
    "NQ": "Nghị quyết",
    "QĐ": "Quyết định",
    "CT": "Chỉ thị",
    "QC": "Quy chế",
    "QyĐ": "Quy định",
    "TC": "Thông cáo",
    "TB": "Thông báo",
    "HD": "Hướng dẫn",
    "CTr": "Chương trình",
    "KH": "Kế hoạch",
    "PA": "Phương án",
    "ĐA": "Đề án",
    "DA": "Dự án",
    "BC": "Báo cáo",
    "BB": "Biên bản",
    "TTr": "Tờ trình",
    "HĐ": "Hợp đồng",
    "CĐ": "Công điện",
    "BGN": "Bản ghi nhớ",
    "BTT": "Bản thỏa thuận",
    "GUQ": "Giấy ủy quyền",
    "GM": "Giấy mời",
    "GGT": "Giấy giới thiệu",
    "GNP": "Giấy nghỉ phép",
    "PG": "Phiếu gửi",
    "PC": "Phiếu chuyển",
    "PB": "Phiếu báo",
    "SY": "Sao y",
    "TrS": "Trích sao",
    "SL": "Sao lục",
}
"""Type abbreviations of administrative documents (Nghị định 30/2020/NĐ-CP, Phụ lục III mục I)."""

LAW_KINDS: dict[str, str] = {
    "NĐ": "Nghị định",
    "TT": "Thông tư",
    "TTLT": "Thông tư liên tịch",
    "NQLT": "Nghị quyết liên tịch",
    "L": "Luật",
}
"""Abbreviations of normative documents, which carry a year (Luật Ban hành văn bản quy phạm pháp luật)."""

PARTY_KINDS: dict[str, str] = {
    "KL": "Kết luận",
    "TT": "Thông tri",
    "QH": "Quy hoạch",
    "CV": "Công văn",
}
"""Types that only Party documents have, or abbreviate (Quy định 399-QĐ/TW)."""

NOT_GIVEN = "chưa cấp"
"""What stands for a number that is not given yet."""


def type_name(kind: str) -> str:
    """The full name of a type ("KH" is "Kế hoạch"), State's or Party's; the abbreviation itself when it is unknown."""
    return KIND_NAMES.get(kind) or PARTY_KINDS.get(kind) or kind


_KIND = r"[A-ZĐ][A-ZĐa-zđyr]{0,4}"
# Agency codes begin with a capital; TTg, NN&PTNT, GDTrH and KT.VX show what may stand inside.
_AGENCY = r"[A-ZĐƠƯ](?:[A-ZĐƠƯa-zđơư0-9&.]*[A-ZĐƠƯa-zđơư0-9])?"
_AGENCIES = rf"{_AGENCY}(?:[-/]{_AGENCY})*"
_SERIAL = r"(?P<serial>[0-9]+)"
_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"


@lru_cache(maxsize=1)
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The forms by name; made when the first number is read."""
    forms = (
        ("law", rf"(?P<serial>[0-9]+[a-e]?)/{_YEAR}/(?P<kind>{_KIND})[-/](?P<agencies>{_AGENCIES})"),
        ("assembly", rf"{_SERIAL}/{_YEAR}/(?P<agencies>(?:UBTV)?QH[0-9]{{1,2}})"),
        ("state", rf"{_SERIAL}/(?P<kind>{_KIND})[-/](?P<agencies>{_AGENCIES})"),
        ("state", rf"{_SERIAL}/(?P<agencies>{_AGENCY}-{_AGENCIES})"),  # a công văn: its office, its unit
        ("party", rf"{_SERIAL}-(?P<kind>{_KIND})/(?P<agencies>{_AGENCIES}(?:/[a-z]{{1,4}})?)"),
    )
    return tuple((form, re.compile(pattern + r"\Z")) for form, pattern in forms)


class DocumentNumber(NamedTuple):
    """A number and symbol taken apart; `year` only where it is written.

    `form` is state, party, law or assembly.
    """

    form: str
    serial: str
    agencies: str
    kind: str = ""
    year: int | None = None

    @property
    def kind_name(self) -> str:
        """The type that the symbol stands for ("Kế hoạch"), or nothing: a công văn's symbol has no type."""
        if self.form == "law":
            return LAW_KINDS.get(self.kind) or KIND_NAMES.get(self.kind, "")
        if self.form == "party" and self.kind in PARTY_KINDS:
            return PARTY_KINDS[self.kind]
        return KIND_NAMES.get(self.kind, "")


@lru_cache(maxsize=4096)
def read_number(text: str) -> DocumentNumber | None:
    """The parts of a number and symbol, or None when it has no known form."""
    for form, pattern in _forms():
        if match := pattern.match(text):
            groups = match.groupdict()
            year = groups.get("year")
            return DocumentNumber(
                form,
                groups["serial"],
                groups["agencies"],
                groups.get("kind") or "",
                int(year) if year else None,
            )
    return None
