"""The type of a cited document and the symbol in its number disagree.

Why: "Kế hoạch số 34/2014/QĐ-TTg" is a decision by its symbol. One of the two is wrong, and the reader looks
for a document that does not exist.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục III, mục I (abbreviations of types).

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Kế hoạch số 34/2014/QĐ-TTg ngày 30/4/2014 của Thủ tướng Chính phủ  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Quyết định số 34/2014/QĐ-TTg ngày 30/4/2014 của Thủ tướng Chính phủ
      - Chương trình phối hợp số 1883/CTr-BLĐTBXH-BYT ngày 16/5/2018
      - Quy định số 399-QĐ/TW ngày 09/01/2026 của Ban Bí thư
      - Luật Trẻ em ngày 05/4/2016
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "citations"
SEVERITY = Severity.WARNING

_ISSUED_WITH = ("Quy chế", "Quy định", "Điều lệ", "Chương trình", "Đề án", "Chiến lược")
"""What may be issued with a decision, and is then cited by the decision's number."""


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    for citation in plan.citations():
        number = citation.number_parts if citation.kind_word else None
        if number is None or not number.kind_name or number.kind_name == citation.kind_word:
            continue
        if number.form == "party" and {number.kind_name, citation.kind_word} == {"Quyết định", "Quy định"}:
            continue  # the Party abbreviates both as QĐ
        if number.kind == "QĐ" and citation.kind_word in _ISSUED_WITH:
            continue
        yield Diagnostic(
            "citation-type",
            citation.at[""],
            _('"{word}" is cited, but {number} is the symbol of a {kind}').format(
                word=citation.kind_word, number=citation.number, kind=number.kind_name.lower()
            ),
            _("correct the word or the number after the cited document itself"),
        )
