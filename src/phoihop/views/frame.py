"""What every official document has around its text: its head, its recipients, its signatures.

The cells are those of the decree's diagram (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục IV).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from phoihop.model import Book, Head, Participant, Plan, Regime, Role, Urgency
from phoihop.model.number import type_name
from phoihop.views.document_head import (
    LETTER,
    SignatureView,
    issued_with_line,
    issuers,
    number_line,
    place_date_line,
    recipient_lines,
    signature_rows,
    superiors,
)
from phoihop.views.document_names import Names
from phoihop.views.document_wording import joined, title_lowered

# The words of the urgency marks, and the class of each, whose frame has the size of its stamp (mục III.2b).
URGENCY = {
    Urgency.URGENT: ("KHẨN", "dau-khan"),
    Urgency.VERY_URGENT: ("THƯỢNG KHẨN", "dau-thuong-khan"),
    Urgency.FLASH: ("HỎA TỐC", "dau-hoa-toc"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The strings around a document's text; what is not known is the form's dotted blank, or "".

    `regime` is "nha-nuoc" or "dang". `name` is type and title on one line, `date` an ISO date or "", `author` the
    issuing bodies: what a file's properties say. The first issuer leads. `subject` is a letter's ("V/v ..."), for
    which `type_name` and `title` are "". `numbered` is false for a document that is issued with a decision, which
    `attached_to` then names.
    """

    regime: str
    name: str
    date: str = ""
    author: str = ""
    superiors: tuple[str, ...] = ()
    issuers: tuple[str, ...] = ()
    number_line: str = ""
    place_date_line: str = ""
    type_name: str = ""
    title: str = ""
    subject: str = ""
    attached_to: str = ""
    urgency: str = ""
    urgency_style: str = ""
    circulation: str = ""
    drafter: str = ""
    contact: str = ""
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    signature_rows: tuple[tuple[SignatureView, ...], ...] = ()

    @property
    def numbered(self) -> bool:
        """Whether number, place and date stand in the head."""
        return not self.attached_to

    @property
    def joint(self) -> bool:
        """Whether two or more signatures stand side by side."""
        return bool(self.signature_rows) and len(self.signature_rows[0]) > 1


def frame_fields(plan: Plan, names: Names) -> dict[str, Any]:
    """The fields of a `Frame` for a plan, or for a document that is made as a plan is (`office_document`)."""
    head = plan.head
    party = head.regime is Regime.PARTY
    title = title_lowered(head.title) if party else head.title
    above = superiors(names)
    letter = head.kind == LETTER
    mark, style = URGENCY[head.urgency] if head.urgency else ("", "")
    attached = issued_with_line(head)
    # What a decision issues is signed there (Phụ lục III, mẫu 1.3), unless the plan names signers of its own.
    signed = not attached or bool(plan.signatures)
    return {
        "regime": head.regime.value,
        "name": f"{type_name(head.kind)} {title_lowered(head.title)}",
        "date": head.issued.isoformat() if head.issued else "",
        "author": joined([names(issuer.code) for issuer in names.issuers]),
        "superiors": above,
        "issuers": issuers(head, names, above),
        "number_line": number_line(head, names),
        "place_date_line": place_date_line(head, names),
        "type_name": "" if letter else type_name(head.kind).upper(),
        "title": "" if letter else title,
        "subject": f"{'về việc' if party else 'V/v'} {title_lowered(head.title)}" if letter else "",
        "attached_to": attached,
        "urgency": mark,
        "urgency_style": style,
        "circulation": head.circulation.upper(),
        "drafter": head.drafter,
        "contact": head.contact,
        "recipients": recipient_lines(plan),
        "signature_rows": signature_rows(plan, names) if signed else (),
    }


def office_document(plan: Plan, book: Book, kind: str, title: str, issuing: tuple[str, ...]) -> Plan:
    """A document that offices of a plan issue about it, as a plan of its own without text: number, date and signers
    are blanks. A sole office writes in its own regime, several in the plan's."""
    office = book.organisations.get(issuing[0]) if len(issuing) == 1 else None
    regime = office.regime if office else plan.head.regime
    named = {participant.code: participant.name for participant in plan.participants}
    return Plan(
        plan.id,
        plan.path,
        Head(kind, title, at=plan.head.at, regime=regime, lead_side=plan.head.lead_side),
        at=plan.at,
        participants=tuple(
            Participant(code, at=plan.at, role=Role.ISSUER, name=named.get(code, "")) for code in issuing
        ),
    )
