"""The bases do not stand in the order of their rank.

Why: Laws come before decrees, decrees before decisions and plans; a reader who knows the order looks for the
law at the top.

Law: Luật Ban hành văn bản quy phạm pháp luật (hệ thống văn bản); usage for administrative documents.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ
      - Luật Trẻ em ngày 05/4/2016  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Luật Trẻ em ngày 05/4/2016
      - Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ
      - Quyết định số 2361/QĐ-TTg ngày 22/12/2015 của Thủ tướng Chính phủ
      - Kế hoạch số 60-KH/TU ngày 11/01/2018 của Tỉnh ủy
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Citation, Plan, Regime
from phoihop.text.diagnostic import Diagnostic, Related, Severity

FAMILY = "citations"
SEVERITY = Severity.HINT

_RANKS = {"Hiến pháp": 0, "Bộ luật": 1, "Luật": 1, "Pháp lệnh": 2, "Nghị định": 3}


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    if plan.head.regime is Regime.PARTY or len(plan.legal_basis) < 2:
        return
    highest: tuple[int, Citation] | None = None
    for citation in plan.legal_basis:
        rank = _rank(citation)
        if rank is None:
            continue
        if highest is not None and rank < highest[0]:
            yield Diagnostic(
                "basis-order",
                citation.at[""],
                _("it ranks above what stands before it"),
                _("put it first"),
                (Related(highest[1].at[""], _("this stands before it")),),
            )
            return
        highest = max(highest, (rank, citation), key=lambda pair: pair[0]) if highest else (rank, citation)


def _rank(citation: Citation) -> int | None:
    """The rank of a State act, the highest 0; None where it is no State act or its rank is not known for sure."""
    text = citation.text.removeprefix("Căn cứ ")
    word = next((word for word in _RANKS if text.startswith(word + " ")), "")
    if word:
        return _RANKS[word]
    number = citation.number_parts
    if number is None or number.form == "party":
        return None
    if number.form == "assembly":
        return 2 if number.agencies.startswith("UBTV") else 1
    if number.form != "law":
        return 4 if number.agencies == "TTg" else None
    return {"CP": 3, "TTg": 4}.get(number.agencies, 5)
