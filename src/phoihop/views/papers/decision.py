"""Quyết định: the decision that issues a plan or regulation, with it on its own pages (Phụ lục III, mẫu 1.3)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from phoihop.i18n import _
from phoihop.model import Citation, Plan, Regime
from phoihop.model.number import type_name
from phoihop.views.document import DocumentView, document_view
from phoihop.views.document_head import DOTTED_BLANK, FILED, NO_NUMBER, basis_lines
from phoihop.views.document_names import Names
from phoihop.views.document_wording import END_MARKS, date_in_words, joined, title_lowered
from phoihop.views.frame import Frame, frame_fields, office_document
from phoihop.views.papers.request import Paper, PaperFault, Request

# Marks before the position that decides, and before the collective that does, in the line of a signature.
_FOR = re.compile(r"(?:KT\.|TL\.|TUQ\.|Q\.|K/T|T/L)\s*")
_COLLECTIVE = re.compile(r"TM\.|T/M")


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView(Frame):
    """What a decision says. `authority` are the lines of who decides; `attachment` the document that it issues."""

    authority: tuple[str, ...]
    legal_basis: tuple[str, ...]
    articles: tuple[str, ...]
    attachment: DocumentView


def decisions(request: Request) -> list[Paper]:
    """The decision by which the plan's issuer, or the office that was chosen, issues the plan."""
    _issued_by_decision(request)
    request = _as_told(request)
    plan, names = request.plan, request.names
    what = f"{type_name(plan.head.kind)} {title_lowered(plan.head.title)}"
    document = _numbered(office_document(plan, request.book, "QĐ", f"Ban hành {what}", request.issuers), plan)
    regime = document.head.regime
    own = Names(document, request.book)
    fields = frame_fields(document, own)
    comma = "," if regime is Regime.PARTY else ""
    issued_with = Citation(
        f"Quyết định số {fields['number_line'].removeprefix('Số').lstrip(': ')}{comma} "
        f"{date_in_words(document.head.issued)} của {joined([own(code) for code in request.issuers]) or DOTTED_BLANK}"
    )
    # What the decision issues has no number, grounds, signers or recipients of its own: those are the decision's.
    head = plan.head._replace(
        issued_with=plan.head.issued_with or issued_with, drafter="", contact="", urgency=None, circulation=""
    )
    attachment = plan._replace(head=head, legal_basis=(), recipients=(), signatures=())
    grounds = [DOTTED_BLANK, *(citation.text for citation in plan.legal_basis), f"Theo đề nghị của {DOTTED_BLANK}"]
    carriers = joined([names(code) for code in request.involved]) or DOTTED_BLANK
    articles = (
        f"Ban hành kèm theo Quyết định này {what}.",
        f"Quyết định này có hiệu lực kể từ {date_in_words(None)}.",
        f"{carriers} chịu trách nhiệm thi hành Quyết định này{END_MARKS[regime]}",
    )
    view = DecisionView(
        **fields | {"recipients": (f"- Như Điều {len(articles)};", FILED[regime])},
        authority=tuple(_authority(request, code) for code in request.issuers) or (DOTTED_BLANK,),
        legal_basis=basis_lines(grounds, regime),
        articles=articles,
        attachment=document_view(attachment, request.book),
    )
    return [Paper(view)]


def _issued_by_decision(request: Request) -> None:
    """Refuse a plan that is issued without one, and one that several issue without saying whose decision it is."""
    head = request.plan.head
    if head.issued_with is None and head.number.strip().casefold() not in NO_NUMBER and head.issued is not None:
        raise PaperFault(
            _("the plan was issued by itself, as {number}: no decision issues it").format(number=head.number)
        )
    if len(request.names.issuers) > 1 and not request.issuing and head.issued_with is None:
        raise PaperFault(_("several offices issue the plan: say with --from whose decision it is"))


def _as_told(request: Request) -> Request:
    """The request with the office that the plan says issued it, where it does and none was chosen."""
    by = request.plan.head.issued_with
    if request.issuing or by is None or not by.issuer:
        return request
    named = by.issuer.casefold()
    offices = (one.code for one in request.book.organisations.values() if one.name.casefold() == named)
    return request._replace(issuing=tuple(offices)[:1])


def _numbered(document: Plan, plan: Plan) -> Plan:
    """The decision with number and day, where the plan says by which one it was issued; and with the plan's marks."""
    head = document.head._replace(
        urgency=plan.head.urgency,
        circulation=plan.head.circulation,
        drafter=plan.head.drafter,
        contact=plan.head.contact,
    )
    if (by := plan.head.issued_with) is not None:
        head = head._replace(number=by.number, issued=by.issued)
    return document._replace(head=head)


def _authority(request: Request, code: str) -> str:
    """Who decides, in capitals: the head of the office, or the office itself where a collective signs for it."""
    given = next((one.authority for one in request.plan.signatures if one.office == code), "")
    if _COLLECTIVE.match(given):
        return request.names(code).upper()
    return _FOR.sub("", given).strip().upper() or DOTTED_BLANK
