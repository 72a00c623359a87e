"""What stands above and below the body: issuing bodies, number, place and date, signatures, recipients."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from phoihop.model import Head, LeadSide, Plan, Regime, Signature
from phoihop.model.number import NOT_GIVEN
from phoihop.views.document_lines import glued
from phoihop.views.document_names import Names
from phoihop.views.document_wording import date_in_words, ended, listed

# Bodies that no other stands above in the head of a document, and bodies that are printed above none: the
# ministries' documents do not name the Government, nor a people's committee's the one of the next level.
_TOP = ("ủy ban nhân dân", "hội đồng nhân dân", "đoàn đại biểu quốc hội")
_NEVER_ABOVE = ("chính phủ", "thủ tướng chính phủ", "quốc hội")
NO_NUMBER = ("", NOT_GIVEN)
# "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH" stands on three lines (mục II.7b): a mark begins a line of its own,
# and so does the deputy's own position after it.
_LINES = re.compile(r"\s+(?=(?:KT\.|TL\.|TUQ\.|K/T|T/L)\s)|(?<=\w)\s+(?=PHÓ\s)")
LETTER = "CV"
"""The code of an official letter (công văn), which has no type word: its subject stands under its number."""
_DOTS = "....."
# The form's blank where authority or name is not known yet.
DOTTED_BLANK = "." * 30
FILED = {Regime.STATE: "- Lưu: VT, .....", Regime.PARTY: "- Lưu ....."}
"""The last line of the recipients, with blanks for the unit and the copies (mục II.9d)."""


@dataclass(frozen=True, slots=True)
class SignatureView:
    """One signature block, top to bottom. What is not known of authority and name is a dotted blank.

    `office` is the body's name in capitals in a joint document whose authority line does not say it already;
    `positions` are the lines below; `other_position` stands right above the name (cell 7b).
    """

    authority: str
    office: str
    positions: tuple[str, ...]
    name: str
    other_position: str = ""


def superiors(names: Names) -> tuple[str, ...]:
    """The office above the issuers, when all of them have the same one and it is printed at all."""
    above = {_superior(names, issuer.code) for issuer in names.issuers}
    return (glued(above.pop()),) if len(above) == 1 and above != {""} else ()


def _superior(names: Names, code: str) -> str:
    above = names.superior(code)
    if names(code).casefold().startswith(_TOP) or above.casefold() in _NEVER_ABOVE:
        return ""
    return above


def issuers(head: Head, names: Names, above: tuple[str, ...]) -> tuple[str, ...]:
    """The issuing bodies in the left head, one below the other.

    The State's stand without hyphens, as in the regulation of Đắk Lắk (2017); the Party wants a hyphen between two
    bodies, which stands on a line of its own: at a line's end it looks like a slip.
    """
    shown = [glued(head_name(names, issuer.code, above)) for issuer in names.issuers]
    if head.regime is Regime.PARTY:
        return tuple("\n-\n".join(shown).split("\n")) if shown else ()
    return tuple(shown)


def head_name(names: Names, code: str, above: tuple[str, ...]) -> str:
    """An office's name without what the line above it says already: its province or its committee.

    Under "ỦY BAN NHÂN DÂN TỈNH SƠN LA" stands "SỞ Y TẾ", not "SỞ Y TẾ TỈNH SƠN LA".
    """
    words = names(code).split()
    upper = " ".join(above).split()
    shared = 0
    while shared < min(len(words), len(upper)) and words[-1 - shared].upper() == upper[-1 - shared]:
        shared += 1
    return " ".join(words[:-shared]) if 1 < shared < len(words) else " ".join(words)


def number_line(head: Head, names: Names) -> str:
    """`Số: 05/KH-UBND` or, in the Party, `Số 05-KH/TU`; a number not given yet is dots before the symbol."""
    party = head.regime is Regime.PARTY
    number = head.number.strip()
    if number.casefold() in NO_NUMBER:
        issuers = "-".join(names.abbreviation(issuer.code) for issuer in names.issuers) or _DOTS
        if party:
            number = f"{_DOTS}-{head.kind}/{issuers}"
        else:
            # A letter's symbol names no type, but the unit that drafted it (mục II.3b).
            number = f"{_DOTS}/{issuers}-{_DOTS}" if head.kind == LETTER else f"{_DOTS}/{head.kind}-{issuers}"
    return f"Số {number}" if party else f"Số: {number}"


def place_date_line(head: Head, names: Names) -> str:
    """`Cần Thơ, ngày 20 tháng 01 năm 2026`; the lead's seat if the plan gives no place, dots for neither."""
    place = head.place_name or (names.place_name(names.issuers[0].code) if names.issuers else "")
    return f"{place or _DOTS}, {date_in_words(head.issued)}"


def issued_with_line(head: Head) -> str:
    """`(Kèm theo Quyết định số ... ngày ... của ...)` of a document that a decision issues (Phụ lục III, mẫu 1.3)."""
    return f"(Kèm theo {ended(head.issued_with.text, '')})" if head.issued_with else ""


def legal_basis_lines(plan: Plan) -> tuple[str, ...]:
    """The plan's legal basis as it prints."""
    return basis_lines([citation.text for citation in plan.legal_basis], plan.head.regime)


def basis_lines(texts: Sequence[str], regime: Regime) -> tuple[str, ...]:
    """Each basis with its opening word and list sign; the Party's have a hyphen before them."""
    words = ("căn cứ", "thực hiện", "theo ", "xét ", "trên cơ sở")
    opened = [text if text.casefold().startswith(words) else f"Căn cứ {text}" for text in texts]
    dash = "- " if regime is Regime.PARTY else ""
    return tuple(dash + line for line in listed(opened))


def recipient_lines(plan: Plan) -> tuple[str, ...]:
    """The recipients with their hyphens and list signs; the form's blanks where the plan names none.

    What a decision issues has none: they are the decision's.
    """
    if not plan.recipients:
        return () if plan.head.issued_with else (f"- {DOTTED_BLANK};", FILED[plan.head.regime])
    return tuple(f"- {line}" for line in listed([_without_dash(one.text) for one in plan.recipients]))


def _without_dash(text: str) -> str:
    return text.strip().removeprefix("- ").strip()


def signature_rows(plan: Plan, names: Names) -> tuple[tuple[SignatureView, ...], ...]:
    """Signature blocks two to a row, left to right; the lead's is the first row's, on the side that the plan chooses.

    No rule places the bodies of a joint document: both orders are in use, the right is the usual place of a
    signature. An odd last block is a row of its own.
    """
    above = superiors(names)
    blocks = [_block(signature, names, above) for signature in _in_order(plan, names)]
    rows = [tuple(blocks[at : at + 2]) for at in range(0, len(blocks), 2)]
    return tuple(row[::-1] if plan.head.lead_side is LeadSide.RIGHT else row for row in rows)


def _in_order(plan: Plan, names: Names) -> list[Signature]:
    """Signatures in the order of the issuers; a blank one for each issuer without a signer."""
    given = list(plan.signatures)
    ordered: list[Signature] = []
    for issuer in names.issuers:
        own = [signature for signature in given if signature.office == issuer.code]
        ordered.extend(own or [Signature(issuer.code, at=issuer.at)])
        given = [signature for signature in given if signature.office != issuer.code]
    # A sole issuer may sign under another name (its standing committee, say): that is no second body.
    if given and len(names.issuers) == 1 and len(given) == len(plan.signatures):
        return given
    return ordered + given or [Signature("", at=plan.at)]


def _block(signature: Signature, names: Names, above: tuple[str, ...]) -> SignatureView:
    authority, *below = (*_LINES.split(signature.authority), *_LINES.split(signature.position))
    authority = authority or DOTTED_BLANK
    office = glued(head_name(names, signature.office, above)) if len(names.issuers) > 1 else ""
    # "TM." and "T/M" lines name the collective themselves.
    if authority.upper().startswith(("TM.", "T/M")) or " ".join(office.split()) in authority.upper():
        office = ""
    name = signature.name or DOTTED_BLANK
    positions = tuple(line for line in below if line)
    return SignatureView(authority, office, positions, name, signature.other_position)
