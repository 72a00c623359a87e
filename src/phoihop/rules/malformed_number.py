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

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Head, Plan, Regime
from phoihop.model.number import KIND_NAMES, NOT_GIVEN, read_number
from phoihop.text.diagnostic import Diagnostic, Edit, Fix, Severity

FAMILY = "citations"
SEVERITY = Severity.ERROR


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    if plan.head.number and plan.head.number.casefold() != NOT_GIVEN:
        yield from _own_number(plan.head)
    for citation in plan.citations():
        if citation.number and read_number(citation.number) is None:
            known = _known(citation.number, book)
            place = citation.at[""]
            yield Diagnostic(
                "malformed-number",
                place,
                _('"{number}" has the form of no document number').format(number=citation.number),
                _('did you mean "{guess}"?').format(guess=known)
                if known
                else _("State: 2361/QĐ-TTg, 31/2013/NĐ-CP; Party: 07-KH/TW; check the signed document"),
                fix=Fix((Edit(place, citation.number, known),)) if known else None,
            )


def _known(number: str, book: Book) -> str:
    """The one number, of the register or of another citation, that this is when its signs are left out."""
    bare = _bare(number)
    cited = {citation.number for plan in book.plans.values() for citation in plan.citations()}
    found = {one for one in {*book.acts, *cited} if one and _bare(one) == bare and read_number(one) is not None}
    return found.pop() if len(found) == 1 else ""


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
    elif head.kind and number.kind in KIND_NAMES and number.kind != head.kind:
        what = _('"{number}" is the number of a {kind}, and loai is {own}').format(
            number=head.number, kind=number.kind_name.lower(), own=head.kind
        )
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
