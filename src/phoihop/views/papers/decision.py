"""Quyết định: the decision that issues a plan or regulation, with it on its own pages (Phụ lục III, mẫu 1.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from phoihop.model import Citation
from phoihop.model.number import type_name
from phoihop.views.document import DocumentView, document_view
from phoihop.views.document_head import FILED, basis_lines
from phoihop.views.document_names import Names
from phoihop.views.document_wording import END_MARKS, date_in_words, joined, title_lowered
from phoihop.views.frame import Frame, frame_fields, office_document
from phoihop.views.papers.request import DOTS, Paper, Request

# What stands before the office or position that decides, in the line of a signature.
_MARK = re.compile(r"(?:TM|KT|TL|TUQ|Q)\.\s*|(?:T/M|K/T|T/L)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView(Frame):
    """What a decision says. `authority` is the line of who decides; `attachment` the document that it issues."""

    authority: str
    legal_basis: tuple[str, ...]
    articles: tuple[str, ...]
    attachment: DocumentView


def decisions(request: Request) -> list[Paper]:
    """The decision by which the plan's lead, or the office that was chosen, issues the plan."""
    plan, names = request.plan, request.names
    what = f"{type_name(plan.head.kind)} {title_lowered(plan.head.title)}"
    document = office_document(plan, request.book, "QĐ", f"Ban hành {what}", request.issuers)
    regime = document.head.regime
    own = Names(document, request.book)
    fields = frame_fields(document, own)
    involved = dict.fromkeys(code for one in plan.participants for code in request.members(one.code))
    issued_with = Citation(
        f"Quyết định số {fields['number_line'].removeprefix('Số').lstrip(': ')} {date_in_words(None)} của "
        f"{joined([own(code) for code in request.issuers]) or DOTS}"
    )
    # What the decision issues has neither number nor signers nor recipients of its own: those are the decision's.
    head = plan.head._replace(issued_with=plan.head.issued_with or issued_with, drafter="", contact="")
    attachment = plan._replace(head=head, recipients=(), signatures=())
    grounds = [DOTS, *(citation.text for citation in plan.legal_basis), f"Theo đề nghị của {DOTS}"]
    view = DecisionView(
        **fields | {"recipients": ("- Như Điều 3;", FILED[regime])},
        authority=_authority(request),
        legal_basis=basis_lines(grounds, regime),
        articles=(
            f"Ban hành kèm theo Quyết định này {what}.",
            f"Quyết định này có hiệu lực kể từ {date_in_words(plan.head.period.since)}.",
            f"{joined([names(code) for code in involved]) or DOTS} chịu trách nhiệm thi hành Quyết định này"
            + END_MARKS[regime],
        ),
        attachment=document_view(attachment, request.book),
    )
    return [Paper(view)]


def _authority(request: Request) -> str:
    """Who decides, in capitals: the head, or the collective, that the office's signature in the plan names."""
    given = {signature.office: signature.authority for signature in request.plan.signatures}
    named = [_MARK.sub("", given.get(code, "")).strip() for code in request.issuers]
    return "\n".join(one.upper() for one in named if one) or DOTS
