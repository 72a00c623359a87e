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
