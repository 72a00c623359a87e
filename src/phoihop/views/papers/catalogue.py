"""Every document that can be made: the template's name, what makes its view, what it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from phoihop.i18n import _
from phoihop.views.document import document_view
from phoihop.views.papers.agenda_page import agenda_pages
from phoihop.views.papers.decision import decisions
from phoihop.views.papers.invitation import invitations
from phoihop.views.papers.reminder import reminders
from phoihop.views.papers.report import reports
from phoihop.views.papers.request import Paper, PaperFault, Request
from phoihop.views.papers.tracing import tracings
from phoihop.views.papers.tracking import trackings
from phoihop.views.papers.yearly import yearly_plans


class Kind(NamedTuple):
    """What makes the papers of a template, and what they are, in the user's language. `of_book`: of all plans
    together; `formal`: a document with a head of its own, to be measured against the rules of form; `takes`: the
    choices of a request that it heeds; `document_kind`: the one kind of plan that it prints, by its
    abbreviation."""

    make: Callable[[Request], list[Paper]]
    about: Callable[[], str]
    takes: frozenset[str] = frozenset()
    of_book: bool = False
    formal: bool = True
    document_kind: str = ""


def _plan_itself(request: Request) -> list[Paper]:
    return [Paper(document_view(request.plan, request.book))]


def _annex_alone(request: Request) -> list[Paper]:
    view = document_view(request.plan, request.book)
    if not view.annex.groups:
        raise PaperFault(_("the plan has no task"))
    return [Paper(view)]


def _by_diff(_request: Request) -> list[Paper]:
    raise PaperFault(_("it compares two states: phoihop diff OLD NEW --to docx"))


KINDS = {
    "ke-hoach": Kind(_plan_itself, lambda: _("the plan itself; also kinds without a template of their own")),
    "quy-che": Kind(_plan_itself, lambda: _("a regulation: chapters, articles, clauses"), document_kind="QC"),
    "chuong-trinh": Kind(_plan_itself, lambda: _("a programme"), document_kind="CTr"),
    "de-an": Kind(_plan_itself, lambda: _("a project"), document_kind="ĐA"),
    "phu-luc-nhiem-vu": Kind(_annex_alone, lambda: _("the annex of tasks alone"), formal=False),
    "quyet-dinh": Kind(
        decisions, lambda: _("a decision that issues the plan, with it on its own pages"), takes=frozenset({"from"})
    ),
    "ke-hoach-nam": Kind(
        yearly_plans,
        lambda: _("a year's plan cut from one of several years: --period 2026"),
        takes=frozenset({"period"}),
    ),
    "giay-moi": Kind(
        invitations,
        lambda: _("an invitation to the next meeting or review: --review ID"),
        takes=frozenset({"from", "review"}),
    ),
    "cong-van-don-doc": Kind(
        reminders,
        lambda: _("a letter to each office that has overdue work: --office CODE"),
        takes=frozenset({"from", "office", "period"}),
    ),
    "bao-cao": Kind(
        reports,
        lambda: _("a report with the figures of the status: --period, --review ID"),
        takes=frozenset({"from", "period", "review"}),
    ),
    "bang-theo-doi": Kind(
        trackings,
        lambda: _("the status table of a plan: --period"),
        takes=frozenset({"period"}),
        formal=False,
    ),
    "bang-doi-chieu": Kind(
        tracings, lambda: _("which task carries out which duty of the parent plan, as phoihop trace"), formal=False
    ),
    "bang-so-sanh": Kind(
        _by_diff, lambda: _("what a change makes of a plan, side by side: phoihop diff --to docx"), formal=False
    ),
    "lich-cong-tac": Kind(
        agenda_pages,
        lambda: _("a week's or month's agenda of all plans, on one page: --period"),
        takes=frozenset({"office", "period"}),
        of_book=True,
        formal=False,
    ),
}


def kind_of(template: str) -> Kind:
    """What makes the view for a template: the shipped one that its name is, or begins with ("giay-moi-so-y-te");
    else the plan itself."""
    known = [name for name in KINDS if template == name or template.startswith(f"{name}-")]
    return KINDS[max(known, key=len)] if known else KINDS["ke-hoach"]


def template_of_kind(kind: str) -> str:
    """The template of a kind of plan (KH, QC, CTr, ĐA ...)."""
    return next((name for name, one in KINDS.items() if one.document_kind == kind), "ke-hoach")
