"""The printed document of one plan: every string decided, for templates that only place them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from phoihop.model import Book, Plan, Regime
from phoihop.model.number import type_name
from phoihop.views.document_annex import AnnexView, annex_view
from phoihop.views.document_body import BodyLine, numbered_body, with_end_mark
from phoihop.views.document_head import (
    SignatureView,
    issuers,
    legal_basis_lines,
    number_line,
    place_date_line,
    recipient_lines,
    signature_rows,
    superiors,
)
from phoihop.views.document_names import Names
from phoihop.views.document_wording import ended, joined, title_lowered

# Which template prints a kind of document (one kind, one template); any other kind prints as a plan does.
TEMPLATES = {
    "KH": "ke-hoach.html.j2",
    "QC": "quy-che.html.j2",
    "CTr": "chuong-trinh.html.j2",
    "ĐA": "de-an.html.j2",
}
ANNEX_TEMPLATE = "phu-luc-nhiem-vu.html.j2"


@dataclass(frozen=True, slots=True)
class DocumentView:
    """Everything that a template prints, as final strings.

    `regime` is "nha-nuoc" or "dang". `name` is type and title on one line, `date` an ISO date or "", `author`
    the issuing bodies: what a file's properties say. The first issuer leads.
    """

    regime: str
    name: str
    date: str
    author: str
    superiors: tuple[str, ...]
    issuers: tuple[str, ...]
    number_line: str
    place_date_line: str
    type_name: str
    title: str
    legal_basis: tuple[str, ...]
    opening: tuple[str, ...]
    body: tuple[BodyLine, ...]
    recipients: tuple[str, ...]
    signature_rows: tuple[tuple[SignatureView, ...], ...]
    annex: AnnexView

    @property
    def joint(self) -> bool:
        """Whether two or more signatures stand side by side."""
        return bool(self.signature_rows) and len(self.signature_rows[0]) > 1


def template_name(kind: str) -> str:
    """The template's file name for a kind of document (KH, QC, CTr, ĐA ...)."""
    return TEMPLATES.get(kind, TEMPLATES["KH"])


def document_view(plan: Plan, book: Book, lead_side: str = "right") -> DocumentView:
    """The view of a plan as a document. `lead_side` of a joint one: where the lead signs, "left" or "right"."""
    head = plan.head
    names = Names(plan, book)
    lines, sections = numbered_body(plan, names)
    party = head.regime is Regime.PARTY
    mark = "." if party else "./."
    title = title_lowered(head.title) if party else head.title
    number = number_line(head, names)
    above = superiors(names)
    view = DocumentView(
        regime=head.regime.value,
        name=f"{type_name(head.kind)} {title}",
        date=head.issued.isoformat() if head.issued else "",
        author=joined([names(issuer.code) for issuer in names.issuers]),
        superiors=above,
        issuers=issuers(head, names, above),
        number_line=number,
        place_date_line=place_date_line(head, names),
        type_name=type_name(head.kind).upper(),
        title=title,
        legal_basis=legal_basis_lines(plan),
        opening=plan.opening,
        body=with_end_mark(lines, mark),
        recipients=recipient_lines(plan),
        signature_rows=signature_rows(plan, names, lead_side),
        annex=annex_view(plan, number, names, sections),
    )
    if not lines and plan.opening:
        return replace(view, opening=(*plan.opening[:-1], ended(plan.opening[-1], mark)))
    return view
