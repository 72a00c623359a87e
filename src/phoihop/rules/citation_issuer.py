"""A cited document is said to be of another body than its symbol says.

Why: "/NĐ-CP" is the Government's, "/QĐ-TTg" the Prime Minister's, "/QH15" the National Assembly's. When the words after
"của" name another body, one of the two is wrong.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3; Luật Ban hành văn bản quy phạm pháp luật.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Thủ tướng Chính phủ  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư
      - Quyết định số 2361/QĐ-TTg ngày 22/12/2015 của Thủ tướng Chính phủ
      - Quyết định số 46/2015/QĐ-TTg ngày 28/9/2015
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "citations"
SEVERITY = Severity.WARNING

# What a symbol's agency is called after "của"; the longer names first, for one may begin another.
_BODIES = {
    "CP": "Chính phủ",
    "TTg": "Thủ tướng Chính phủ",
    "VPCP": "Văn phòng Chính phủ",
    "BYT": "Bộ Y tế",
    "BTC": "Bộ Tài chính",
    "BNV": "Bộ Nội vụ",
    "BGDĐT": "Bộ Giáo dục và Đào tạo",
}
_OTHERS = ("Thủ tướng", "Chính phủ", "Quốc hội", "Ủy ban thường vụ Quốc hội", "Ủy ban nhân dân", "UBND", "Bộ ", "Sở ")


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    for citation in plan.citations():
        number = citation.number_parts
        if number is None or number.form not in ("state", "law"):
            continue
        body = _BODIES.get(number.agencies)
        if body is None:
            continue
        said = citation.issuer
        if said.startswith(_OTHERS) and not said.removeprefix("Bộ trưởng ").startswith(_short(body)):
            yield Diagnostic(
                "citation-issuer",
                citation.at[""],
                _('{number} is a document of "{body}", not of "{said}"').format(
                    number=citation.number, body=body, said=said
                ),
                _("correct the body or the number after the document itself"),
            )


def _short(body: str) -> str:
    """The shortest that people call a body: "Thủ tướng" is the Prime Minister."""
    return "Thủ tướng" if body == "Thủ tướng Chính phủ" else body
