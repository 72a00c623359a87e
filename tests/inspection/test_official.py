"""The decree's own sample pages, and what phoihop itself prints, pass."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from inspection.official import ANNEX, samples
from phoihop.faults import NothingToPrint
from phoihop.inspection.inspect import inspect
from phoihop.model import Assignment
from phoihop.printing import Press
from phoihop.text.diagnostic import Severity
from phoihop.views.papers.catalogue import KINDS
from phoihop.views.papers.request import Request
from phoihop.workspace import Workspace, load

ROOT = Path(__file__).parents[2]
PLANS = sorted(path.stem for path in (ROOT / "plans").glob("*.yaml") if path.stem not in
               ("co-quan", "phoihop", "can-cu"))  # fmt: skip
NAMES = ["1.1", "1.2", "1.3", "1.3b", "1.3c", *(f"1.{n}" for n in range(4, 11)), "2.1", "2.2", "3.1", "3.2"]

# Where the sample pages themselves depart from annex I, and how.
DEPARTURES = {
    "1.5": {"paragraph-gap subject"},  # no 6 pt between number and "V/v"
    "1.9": {"font text", "size body"},  # the last words, "năm …../.", were typed in Calibri 11
    "1.10": {"alignment authority"},  # the signer's authority was put in its place with tabs, in a justified paragraph
}


@pytest.fixture(scope="module")
def pages() -> dict[str, bytes]:
    if not ANNEX.exists():
        pytest.skip("the decree's annex III is not beside this repository")
    return samples()


@pytest.mark.parametrize("name", NAMES)
def test_the_sample_pages(name: str, pages: dict[str, bytes]) -> None:
    """A form is still blank, and no word processor's settings keep its signature on its page."""
    assert list(pages) == NAMES
    inspection = inspect(pages[name])
    worse = {f"{one.rule} {one.part}" for one in inspection.findings if one.severity is not Severity.HINT}
    assert worse == DEPARTURES.get(name, set())
    assert {one.rule for one in inspection.findings if one.severity is Severity.HINT} <= {
        "signature-alone",
        "unknown-regime",
    }


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("1.1", "superior issuer number state-name motto place-date type title enacting basis authority name"),
        ("1.4", "superior issuer number state-name motto place-date type title recipients recipient authority name"),
        ("1.5", "superior issuer number subject state-name motto addressee addressees recipients authority name"),
        ("1.3b", "superior issuer state-name motto type title attached-to article"),
        ("1.9", "number state-name motto type title body authority name recipients"),
        ("2.1", "annex annex-reference"),
    ],
)  # fmt: skip
def test_their_parts_are_recognised(name: str, parts: str, pages: dict[str, bytes]) -> None:
    found = {part for part, _spot in inspect(pages[name]).components}
    assert set(parts.split()) <= found


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return load([ROOT / "plans"], here=ROOT)


@pytest.mark.parametrize("template", [name for name, kind in KINDS.items() if kind.formal])
@pytest.mark.parametrize("name", PLANS)
def test_what_phoihop_prints(name: str, template: str, workspace: Workspace) -> None:
    """Every document of every shipped plan keeps to the rules of its regime."""
    plan = workspace.book.plans[name]
    lead = Request(plan, workspace.book, workspace.calendar, date(2019, 3, 4)).issuers[:1]
    request = Request(plan, workspace.book, workspace.calendar, date(2019, 3, 4), lead)
    kind = KINDS[template].document_kind
    try:
        papers = Press(workspace).papers(template, request, ["docx"])
    except NothingToPrint:
        no_such_paper = template in ("giay-moi", "cong-van-don-doc", "ke-hoach-nam")
        issued = template == "quyet-dinh" and plan.head.number and plan.head.issued
        assert no_such_paper or issued or kind not in ("", plan.head.kind)
        return
    for paper in papers:
        inspection = inspect(paper.data["docx"])
        assert [f"{one.rule} {one.part}" for one in inspection.findings] == []
        assert paper.inspection is not None
        assert paper.inspection.findings == ()
        parts = {part for part, _spot in inspection.components}
        assert {"issuer", "number", "place-date"} <= parts
        assert {"type", "title"} <= parts or "subject" in parts


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_has_all_its_parts(name: str, workspace: Workspace) -> None:
    plan = workspace.book.plans[name]
    head = plan.head._replace(assignment=Assignment.ANNEX)
    request = Request(plan._replace(head=head), workspace.book, workspace.calendar, date(2019, 3, 4))
    (paper,) = Press(workspace).papers("ke-hoach", request, ["docx"])
    inspection = inspect(paper.data["docx"])
    assert inspection.findings == ()
    parts = {part for part, _spot in inspection.components}
    assert {"issuer", "number", "place-date", "type", "title", "recipients", "recipient"} <= parts
    assert {"annex", "annex-title", "annex-reference"} <= parts
    assert inspection.regime == head.regime.value
