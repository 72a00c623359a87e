"""One document is cited with two dates, or by two types.

Why: A document has one date. One of the two citations leads the reader to a document that does not exist.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Quyết định số 2361/QĐ-TTg ngày 22/12/2015 của Thủ tướng Chính phủ
      - Quyết định số 2361/QĐ-TTg ngày 22/12/2016 của Thủ tướng Chính phủ  #!

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Nghị định số 30/2020/NĐ-CP ngày 05/3/2021 của Chính phủ  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Quyết định số 2361/QĐ-TTg ngày 22/12/2015 của Thủ tướng Chính phủ
      - Quyết định số 2361/QĐ-TTg
      - Kế hoạch số 09/KH-UBND ngày 20/01/2020
      - Kế hoạch số 09/KH-UBND ngày 15/01/2021
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from phoihop.dates.units import written
from phoihop.i18n import _
from phoihop.model import Book, Citation, Plan
from phoihop.model.number import read_number
from phoihop.text.diagnostic import Diagnostic, Related, Severity

FAMILY = "citations"
SEVERITY = Severity.WARNING

_LOCAL = ("UBND", "HĐND", "BCĐ", "HU", "TU", "ĐU")
_BODIES = 8
"""So many bodies with one number are told apart; a hostile file may name thousands."""


def check_book(book: Book) -> Iterator[Diagnostic]:
    first: dict[str, list[tuple[date, Citation, Plan]]] = {}
    for plan in book.plans.values():
        for citation in plan.citations():
            number, day = citation.number, citation.issued
            if not number or day is None:
                continue
            act = book.acts.get(number)
            if act is not None and act.issued is not None and act.issued != day and _one(number, act.issued, day, True):
                related = (Related(act.at["issued"], _("its date in the register")),)
                yield _conflict(citation, number, day, act.issued, related)
            known = first.setdefault(number, [])
            same = next((one for one in known if _same_body(one[1], citation, one[2] is plan)), None)
            if same is None:
                if len(known) < _BODIES:
                    known.append((day, citation, plan))
            elif same[0] != day and act is None and same[0].year != day.year and _has_year(number):
                continue  # the number's own year shows which is wrong: citation-date speaks
            elif same[0] != day and act is None and _one(number, same[0], day, same[2] is plan):
                related = (Related(same[1].at[""], _("the other citation")),)
                yield _conflict(citation, number, day, same[0], related)


def _conflict(citation: Citation, number: str, day: date, other: date, related: tuple[Related, ...]) -> Diagnostic:
    message = _("{number} is of {day} here, and of {other} there")
    return Diagnostic(
        "citation-conflict",
        citation.at[""],
        message.format(number=number, day=written(day), other=written(other)),
        _("correct the wrong one after the document itself"),
        related,
    )


def _same_body(one: Citation, other: Citation, together: bool) -> bool:
    """Whether one body issued both: every province and commune has its own 05/KH-UBND."""
    a, b = one.issuer.casefold(), other.issuer.casefold()
    if a and b:
        return a == b
    local = one.number.rpartition("-")[2] in _LOCAL
    return not local or (together and not a and not b)


def _has_year(number: str) -> bool:
    read = read_number(number)
    return read is not None and read.year is not None


def _one(number: str, one: date, other: date, together: bool) -> bool:
    """Whether a number of two dates can only be of one document.

    Administrative numbers begin anew each year, Party numbers each term; where both stand together and only the year
    differs, it is the slip that everybody makes in January.
    """
    read = read_number(number)
    if read is None:
        return False
    slip = together and (one.day, one.month) == (other.day, other.month)
    return read.form in ("law", "assembly") or one.year == other.year or slip
