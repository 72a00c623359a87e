"""A signing mark does not fit the form, the office or the position.

Why: "KT." stands before the head's position and asks for the signer's own; "TM." stands before a collective; the Party
writes "T/M", "K/T", "T/L" and knows no delegation (TUQ.). A wrong mark makes it doubtful who signed for whom.

Law: Nghị định 30/2020/NĐ-CP, Điều 13 and Phụ lục I, mục II.7; Hướng dẫn 36-HD/VPTW and 05-HD/VPTW for Party documents.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    co_quan: [{ma: SYT, vai_tro: ban-hanh}]
    ky_ten:
      - {co_quan: SYT, quyen_han: K/T GIÁM ĐỐC, chuc_vu: PHÓ GIÁM ĐỐC}  #!

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    co_quan: [{ma: SYT, vai_tro: ban-hanh}]
    ky_ten:
      - {co_quan: SYT, quyen_han: KT. GIÁM ĐỐC}  #!

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    co_quan: [{ma: SYT, vai_tro: ban-hanh}]
    ky_ten:
      - {co_quan: SYT, quyen_han: TM. GIÁM ĐỐC, chuc_vu: PHÓ GIÁM ĐỐC}  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    co_quan: [{ma: SYT, vai_tro: ban-hanh}, {ma: UBND, vai_tro: ban-hanh}]
    ky_ten:
      - {co_quan: SYT, quyen_han: KT. GIÁM ĐỐC, chuc_vu: PHÓ GIÁM ĐỐC}
      - {co_quan: UBND, quyen_han: TM. ỦY BAN NHÂN DÂN, chuc_vu: CHỦ TỊCH}

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, the_thuc: dang}
    co_quan: [{ma: BDVTU, vai_tro: ban-hanh}]
    ky_ten:
      - {co_quan: BDVTU, quyen_han: K/T TRƯỞNG BAN, chuc_vu: PHÓ TRƯỞNG BAN}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan, Regime, Signature
from phoihop.text.diagnostic import Diagnostic, Edit, Fix, Severity

FAMILY = "form"
SEVERITY = Severity.ERROR

_MARK = re.compile(r"(T[./]?M|K[./]?T|T[./]?L|TUQ|Q)([./]*)\s*(?=\S)", re.IGNORECASE)
_STATE = {"T/M": "TM.", "K/T": "KT.", "T/L": "TL.", "TM": "TM.", "KT": "KT.", "TL": "TL.", "TUQ": "TUQ.", "Q": "Q."}
_PARTY = {"TM": "T/M", "KT": "K/T", "TL": "T/L", "T/M": "T/M", "K/T": "K/T", "T/L": "T/L", "Q": "Q."}
_HEADS = ("GIÁM ĐỐC", "CHỦ TỊCH", "TRƯỞNG BAN", "CHÁNH VĂN PHÒNG", "BỘ TRƯỞNG", "HIỆU TRƯỞNG", "CỤC TRƯỞNG", "BÍ THƯ")
_COLLECTIVES = ("ỦY BAN", "UỶ BAN", "HỘI ĐỒNG", "BAN THƯỜNG VỤ", "BAN CHẤP HÀNH", "BAN CHỈ ĐẠO", "CHÍNH PHỦ")


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    for signature in plan.signatures:
        deputy = signature.authority.upper()
        if deputy.startswith("PHÓ "):
            mark = "K/T" if plan.head.regime is Regime.PARTY else "KT."
            yield Diagnostic(
                "signing-mark",
                signature.at["authority"],
                _("a deputy signs for the head, and the mark is missing"),
                _('write "quyen_han: {mark} {head}" and "chuc_vu: {position}"').format(
                    mark=mark, head=deputy.removeprefix("PHÓ "), position=deputy
                ),
            )
            continue
        match = _MARK.match(signature.authority)
        # "TRƯỞNG BAN" begins with no mark, "QUYỀN GIÁM ĐỐC" neither: a mark ends in a dot, a slash or a space.
        if match is None or not (match[2] or match[0][-1].isspace()):
            continue
        office = book.organisations.get(signature.office)
        own = plan.head.regime if office is None else office.regime
        found = _wrong(signature, match, plan.head.regime is Regime.PARTY)
        if found is not None and own is not plan.head.regime:  # in a joint document each side may sign in its own form
            found = _wrong(signature, match, own is Regime.PARTY)
        if found is not None:
            field, message, help, new = found
            place = signature.at[field]
            old = match[0].rstrip()
            fix = Fix((Edit(place, old, new),), safe=old.upper().rstrip(".") == new.rstrip(". ")) if new else None
            yield Diagnostic("signing-mark", place, message, help, fix=fix)


def _wrong(signature: Signature, match: re.Match[str], party: bool) -> tuple[str, str, str, str] | None:
    """What is wrong with a mark: the field, the message, the remedy, and the mark to be written if that is known."""
    said, bare = match[0].rstrip(), match[1].upper().replace(".", "")
    if party and bare == "TUQ":
        message = _('"{mark}": Party documents know no delegated signature').format(mark=said)
        return "authority", message, _('use "T/L" or "K/T", as the office\'s rules say'), ""
    right = (_PARTY if party else _STATE)[bare]
    if said != right:
        message = _('"{mark}" is written "{right}" in this form').format(mark=said, right=right)
        return "authority", message, _('write "{right}"').format(right=right), right
    if match[0] == said:
        message = _('no space stands after "{mark}"').format(mark=right)
        return "authority", message, _('write "{right}"').format(right=f"{right} "), f"{right} "
    rest = signature.authority[match.end() :].upper()
    head = next((word for word in _HEADS if rest.startswith(word)), "")
    if right in ("TM.", "T/M") and head and not rest.startswith("CHỦ TỊCH ĐOÀN"):
        message = _('"{mark}" stands before a collective, not before "{head}"').format(mark=right, head=head)
        return "authority", message, _('write "KT." for a deputy, or name the collective'), ""
    collective = next((word for word in _COLLECTIVES if rest.startswith(word)), "")
    if right in ("KT.", "K/T") and collective:
        message = _('"{mark}" stands before the head\'s position, not before "{body}"')
        message = message.format(mark=right, body=collective)
        return "authority", message, _('write "TM." before a collective, or name the head\'s position'), ""
    if right in ("KT.", "K/T") and head and signature.position.upper() == rest:
        message = _('"{position}" signs instead of the same position').format(position=signature.position)
        return "position", message, _('add "chuc_vu: PHÓ GIÁM ĐỐC", or leave "{mark}" out').format(mark=right), ""
    if right in ("KT.", "K/T", "TL.", "T/L", "TUQ.") and not signature.position:
        message = _('"{mark}" asks for the position of who signs').format(mark=right)
        return "authority", message, _('add "chuc_vu: PHÓ GIÁM ĐỐC"'), ""
    return None
