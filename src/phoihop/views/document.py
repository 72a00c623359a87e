"""The printed document of one plan: every string decided, for templates that only place them."""

from __future__ import annotations

from dataclasses import dataclass

from phoihop.model import Assignment, Book, Plan
from phoihop.views.document_annex import AnnexView, annex_view, attached_to
from phoihop.views.document_body import BodyLine, assignment, numbered_body, with_end_mark
from phoihop.views.document_head import legal_basis_lines
from phoihop.views.document_names import Names
from phoihop.views.document_wording import END_MARKS, ended
from phoihop.views.frame import Frame, frame_fields

# Which template prints a kind of document (one kind, one template); any other kind prints as a plan does.
TEMPLATES = {
    "KH": "ke-hoach.html.j2",
    "QC": "quy-che.html.j2",
    "CTr": "chuong-trinh.html.j2",
    "ĐA": "de-an.html.j2",
}
ANNEX_TEMPLATE = "phu-luc-nhiem-vu.html.j2"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView(Frame):
    """Everything that a template prints of a plan, as final strings.

    `annex` is that of the tasks; `annexed` says whether it is part of the document.
    """

    legal_basis: tuple[str, ...]
    opening: tuple[str, ...]
    body: tuple[BodyLine, ...]
    annex: AnnexView
    annexed: bool


def template_name(kind: str) -> str:
    """The template's file name for a kind of document (KH, QC, CTr, ĐA ...)."""
    return TEMPLATES.get(kind, TEMPLATES["KH"])


def document_view(plan: Plan, book: Book) -> DocumentView:
    """The view of a plan as a document."""
    names = Names(plan, book)
    lines, sections = numbered_body(plan, names)
    mark = END_MARKS[plan.head.regime]
    opening = plan.opening
    if not lines and opening:
        opening = (*opening[:-1], ended(opening[-1], mark))
    attached = attached_to(plan.head, names)
    return DocumentView(
        **frame_fields(plan, names),
        legal_basis=legal_basis_lines(plan),
        opening=opening,
        body=with_end_mark(lines, mark),
        annex=annex_view(attached, names, sections),
        annexed=assignment(plan) is Assignment.ANNEX,
    )
