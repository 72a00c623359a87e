"""A document's number and symbol do not have the form that its kind of document has.

Why: The number is what everybody cites. State documents write `12/KH-SYT`, Party documents `12-KH/TU`; a
slip makes the document unfindable.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3; Hướng dẫn 36-HD/VPTW (2018) and 05-HD/VPTW (2026) for
Party documents.

Bad:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
      so_ky_hieu: 12-KH/SYT  #!

Bad:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
      so_ky_hieu: KH-SYT số 12  #!

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Quyết định số 2361QĐTTg ngày 22/12/2015 của Thủ tướng Chính phủ  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, so_ky_hieu: 12/KHPH-SYT-SGDĐT}
    can_cu:
      - Quyết định số 2361/QĐ-TTg ngày 22/12/2015 của Thủ tướng Chính phủ
      - Kế hoạch số 10-KH/BDVTU-BCSDUBND ngày 11/01/2021
      - Thông tư liên tịch số 13/2014/TTLT-BLĐTBXH-BTC ngày 03/6/2014

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, so_ky_hieu: chưa cấp}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Citation, Head, Plan, Regime
from phoihop.model.number import KIND_NAMES, LAW_KINDS, NOT_GIVEN, PARTY_KINDS, read_number
from phoihop.text.diagnostic import Diagnostic, Edit, Fix, Severity

FAMILY = "citations"
SEVERITY = Severity.ERROR

_ISSUED_WITH = ("QC", "QyĐ", "CTr", "ĐA")
"""What may be issued with a decision, and then bears the decision's number."""
_KINDS = {**KIND_NAMES, **LAW_KINDS, **PARTY_KINDS}
_SPACED = re.compile(r"\b[Ss]ố:?\s+(\d+(?: +/ *| */ +)[A-ZĐ][A-ZĐa-zđ&]*[-/][A-ZĐa-zđ&/-]*)")


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    if plan.head.number and plan.head.number.casefold() != NOT_GIVEN:
        yield from _own_number(plan.head)


def check_book(book: Book) -> Iterator[Diagnostic]:
    known_numbers: dict[str, set[str]] | None = None
    for citation in (citation for plan in book.plans.values() for citation in plan.citations()):
        if spaced := _SPACED.search(citation.text):
            place, together = citation.at[""], "".join(spaced[1].split())
            yield Diagnostic(
                "malformed-number",
                place,
                _('a space stands inside the number "{number}"').format(number=spaced[1]),
                _('write "{number}"; --fix does it').format(number=together),
                fix=Fix((Edit(place, spaced[1], together),)),
            )
        elif citation.number and (wrong := _wrong(citation.number)):
            if known_numbers is None:
                known_numbers = _by_signs(book)
            place, known = citation.at[""], _known(citation, known_numbers)
            yield Diagnostic(
                "malformed-number",
                place,
                wrong,
                _('did you mean "{guess}"?').format(guess=known)
                if known
                else _("State: 2361/QĐ-TTg, 31/2013/NĐ-CP; Party: 07-KH/TW; check the signed document"),
                fix=Fix((Edit(place, citation.number, known),)) if known else None,
            )


def _wrong(text: str) -> str:
    """What is wrong with a cited number; nothing when it has a known form."""
    number = read_number(text)
    if number is None:
        return _('"{number}" has the form of no document number').format(number=text)
    with_stroke = number.kind.replace("D", "Đ")
    if number.kind not in _KINDS and with_stroke in _KINDS:
        return _('"{number}": the symbol is "{right}", with Đ').format(number=text, right=with_stroke)
    if number.form == "party" and number.agencies.startswith(("UBND", "HĐND")):
        return _('"{number}" has the form of Party documents, and its body is of the State').format(number=text)
    return ""


def _by_signs(book: Book) -> dict[str, set[str]]:
    """The well-formed numbers of the register and of every citation, by what is left of them without signs."""
    cited = {citation.number for plan in book.plans.values() for citation in plan.citations()}
    found: dict[str, set[str]] = {}
    for one in {*book.acts, *cited}:
        if one and not _wrong(one):
            found.setdefault(_bare(one), set()).add(one)
    return found


def _known(citation: Citation, numbers: dict[str, set[str]]) -> str:
    """The one number that this is without its signs, or when its D has a stroke; nothing if that is unsure."""
    text = citation.number
    read = read_number(text)
    if read is not None:
        right = text.replace(read.kind, read.kind.replace("D", "Đ"), 1)
        return right if right != text and not _wrong(right) else ""
    sure = [one for one in numbers.get(_bare(text), ()) if _serial(one) == _serial(text)]
    return sure[0] if len(sure) == 1 else ""


def _serial(number: str) -> str:
    """The digits that a number begins with; it always begins with one."""
    return number[: len(number) - len(number.lstrip("0123456789"))]


def _bare(number: str) -> str:
    return "".join(character for character in number if character.isalnum()).casefold()


def _own_number(head: Head) -> Iterator[Diagnostic]:
    number = read_number(head.number)
    party = head.regime is Regime.PARTY
    if number is None:
        what = _('"{number}" has the form of no document number').format(number=head.number)
    elif (number.form == "party") is not party:
        what = (
            _('"{number}" has the form of State documents, and the_thuc is dang')
            if party
            else _('"{number}" has the form of Party documents, and the_thuc is nha-nuoc')
        ).format(number=head.number)
    elif (
        head.kind
        and number.kind in KIND_NAMES
        and number.kind != head.kind
        and not (number.kind == "QĐ" and head.kind in _ISSUED_WITH)
    ):
        what = _('"{number}" is the number of a {kind}, and loai is {own}').format(
            number=head.number, kind=number.kind_name.lower(), own=head.kind
        )
    elif number.form == "law" and not party:
        what = _('"{number}": only a law\'s number carries the year').format(number=head.number)
    elif not number.serial.strip("0"):
        what = _('"{number}": the numbers of a year begin with 01').format(number=head.number)
    elif len(number.serial) == 1:
        what = _('"{number}": a number below 10 has a zero before it').format(number=head.number)
    else:
        return
    help = (
        _('a Party document writes 05-KH/TU; before the number is given, "chưa cấp"')
        if party
        else _('a State document writes 05/KH-UBND; before the number is given, "chưa cấp"')
    )
    yield Diagnostic("malformed-number", head.at["number"], what, help)
