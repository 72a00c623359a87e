"""Nothing of a plan that prints is lost on the way: every text of the shipped plans stands in their documents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from docx.oxml.ns import qn

from document import samples as s
from phoihop.document import docx
from phoihop.document.blocks import texts
from phoihop.model import Assignment, Plan, Review, Task
from phoihop.views.document_names import Names
from phoihop.workspace import load

from .read_back import word

ROOT = Path(__file__).parents[2]
WORKSPACE = load([ROOT / "plans"])
PLANS = sorted(WORKSPACE.book.plans)
_STOPS = " .;:,"


def told(text: str) -> str:
    """The text as it is compared: one case, one kind of space, without the stop at its end."""
    return re.sub(r"\s+", " ", text).strip(_STOPS).casefold()


def printed(plan: Plan) -> Iterator[str]:
    """Every text of a plan that a document shows."""
    names = Names(plan, WORKSPACE.book)
    yield plan.head.title
    yield plan.head.place_name
    yield from (citation.text for citation in plan.citations())
    yield from plan.opening
    for section in plan.all_sections():
        yield section.title
        yield from section.paragraphs
        yield from section.clauses
    for duty in plan.duties():
        yield duty.title
        yield duty.note
        yield duty.deadline.phrase if duty.deadline else ""
        for code in (duty.lead, *duty.partners, *(duty.addressees if isinstance(duty, Review) else ())):
            name = names(code)
            yield names.short(code) if names.short(code) != name else name
        yield duty.deliverable if isinstance(duty, Task) else ""
    yield from (recipient.text for recipient in plan.recipients)
    for signature in plan.signatures:
        yield from (signature.authority, signature.position, signature.name, signature.other_position)


@pytest.mark.parametrize("where", Assignment)
@pytest.mark.parametrize("plan_id", PLANS)
def test_every_text_of_a_plan_is_in_its_document(plan_id: str, where: Assignment) -> None:
    plan = WORKSPACE.book.plans[plan_id]
    plan = plan._replace(head=plan.head._replace(assignment=where))
    document = s.document(plan, book=WORKSPACE.book)
    whole = told(" ".join(texts(document)))
    wanted = [text for text in printed(plan) if text]
    assert len(wanted) > 10
    assert [text for text in wanted if told(text) not in whole] == []


@pytest.mark.parametrize("plan_id", PLANS)
def test_an_edit_changes_the_word_file_where_the_text_changed(plan_id: str) -> None:
    plan = WORKSPACE.book.plans[plan_id]
    section = plan.sections[0]
    edited = section._replace(title=section.title + " đã sửa")
    other = plan._replace(sections=(edited, *plan.sections[1:]))
    old, new = (paragraphs(one) for one in (plan, other))
    assert len(old) == len(new)
    changed = [two for one, two in zip(old, new, strict=True) if one != two]
    assert 1 <= len(changed) <= 2  # the heading, and its article's or the annex's line
    assert all("đã sửa" in two.casefold() for two in changed)


def paragraphs(plan: Plan) -> list[str]:
    """Every paragraph of a plan's Word file, with its formatting."""
    document = word(docx.write(s.document(plan, book=WORKSPACE.book), s.styles()))
    return [paragraph.xml for paragraph in document.element.body.iter(qn("w:p"))]
