"""The five shipped plans: clean, and true to the texts that they restate."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest

from phoihop.cli.reporting import report_on
from phoihop.model import Plan, Regime, ReviewKind
from phoihop.schedule import schedule
from phoihop.text.diagnostic import Severity
from phoihop.views.agenda import Query, agenda
from phoihop.workspace import Workspace, load

ROOT = Path(__file__).parent.parent
SEEDS = ROOT.parent / "shared" / "seeds"
SOURCES = {
    "tphcm-quy-che-2024": "000_a01cc1046cfe8b5d.txt",
    "lien-bo-chuong-trinh-1883": "001_a8448404f1c56177.txt",
    "soc-trang-de-an-09": "002_5e57b3c105a62eb9.txt",
    "quang-ngai-dan-van-2021": "003_0f583aed0a9f887b.txt",
    "thai-binh-ke-hoach-1883": "004_ccaa27b489dd990d.txt",
}


@pytest.fixture(scope="module")
def workspace() -> Workspace:
    return load([ROOT / "plans"], here=ROOT)


def plan(workspace: Workspace, name: str) -> Plan:
    return workspace.book.plans[name]


def test_they_are_clean(workspace: Workspace) -> None:
    """No error, no warning; the hints speak of cycles without a day, which the texts really lack.

    What the sources leave out is said once, with its reason, in plans/phoihop.yaml.
    """
    report = report_on(workspace, date(2026, 11, 21), [], [])
    assert [d for d in report.diagnostics if d.severity is not Severity.HINT] == []
    assert {d.rule for d in report.diagnostics} <= {"vague-deadline"}
    assert report.ignored == 1


@pytest.mark.parametrize(
    ("name", "kind", "number", "issued", "regime", "since", "until"),
    [
        ("tphcm-quy-che-2024", "QC", "", date(2024, 5, 15), Regime.STATE, None, None),
        (
            "lien-bo-chuong-trinh-1883",
            "CTr",
            "1883/CTr-BLĐTBXH-BYT",
            date(2018, 5, 16),
            Regime.STATE,
            date(2018, 1, 1),
            date(2021, 12, 31),
        ),
        ("soc-trang-de-an-09", "ĐA", "09-ĐA/TU", None, Regime.PARTY, date(2018, 1, 1), None),
        ("quang-ngai-dan-van-2021", "KH", "", None, Regime.PARTY, date(2021, 1, 1), date(2021, 12, 31)),
        ("thai-binh-ke-hoach-1883", "KH", "", None, Regime.STATE, date(2018, 1, 1), date(2021, 12, 31)),
    ],
)
def test_their_heads(
    workspace: Workspace,
    name: str,
    kind: str,
    number: str,
    issued: date | None,
    regime: Regime,
    since: date | None,
    until: date | None,
) -> None:
    head = plan(workspace, name).head
    assert (head.kind, head.number.replace("chưa cấp", ""), head.issued, head.regime) == (kind, number, issued, regime)
    assert head.period.until == until
    assert head.period.since == since or (since is None and head.period.since == issued)
    assert plan(workspace, name).signatures == (), "the texts name no signer"


def test_the_regulation_has_all_its_parts(workspace: Workspace) -> None:
    clauses = [len(s.clauses) for top in plan(workspace, "tphcm-quy-che-2024").sections for s in (top, *top.sections)]
    assert sorted(n for n in clauses if n)[-3:] == [6, 6, 7], "6 principles, 6 ways of working, 7 fields"


def test_the_provincial_plan_carries_out_the_programme(workspace: Workspace) -> None:
    thai_binh = plan(workspace, "thai-binh-ke-hoach-1883")
    assert thai_binh.head.implements == "lien-bo-chuong-trinh-1883"
    assert len({citation.number for citation in thai_binh.citations() if citation.number}) >= 24
    reports = [review for review in thai_binh.reviews if review.kind is ReviewKind.REPORT]
    assert len(reports) == 2
    assert all(len(report.addressees) == 2 for report in reports)


def test_quang_ngai_has_its_twelve_recipients(workspace: Workspace) -> None:
    recipients = plan(workspace, "quang-ngai-dan-van-2021").recipients
    assert len(recipients) == 12
    assert recipients[-1].text.startswith("Lưu")


@pytest.mark.parametrize(
    ("name", "review", "days"),
    [
        (
            "quang-ngai-dan-van-2021",
            ReviewKind.MEETING,
            [date(2021, 3, 31), date(2021, 6, 30), date(2021, 9, 30), date(2021, 12, 31)],
        ),
        ("quang-ngai-dan-van-2021", ReviewKind.CLOSING, [date(2021, 12, 31)]),
        # 16/5/2021 is a Sunday.
        ("lien-bo-chuong-trinh-1883", ReviewKind.CLOSING, [date(2021, 5, 17)]),
        (
            # 30/6/2018 is a Saturday; 31/12/2018 was given off for 05/01/2019, and 01/01 is a holiday.
            "lien-bo-chuong-trinh-1883",
            ReviewKind.MEETING,
            [
                *(date(2018, 7, 2), date(2019, 1, 2), date(2019, 7, 1), date(2019, 12, 31)),
                *(date(2020, 6, 30), date(2020, 12, 31), date(2021, 6, 30), date(2021, 12, 31)),
            ],
        ),
    ],
)
def test_when_their_reviews_fall_due(workspace: Workspace, name: str, review: ReviewKind, days: list[date]) -> None:
    planned = schedule(plan(workspace, name), workspace.calendar, (date(2018, 1, 1), date(2022, 12, 31)))
    found = [item for item in planned.dated if getattr(item.duty, "kind", None) is review]
    assert [item.occurrence.due for item in found] == days


def test_who_is_alive_today(workspace: Workspace) -> None:
    """The regulation has no end, so it is not among the ended plans, though one of its offices ceased."""
    query = Query(date(2026, 11, 21), date(2026, 11, 16), date(2026, 11, 22))
    view = agenda(workspace.book, workspace.calendar, query)
    assert {ended.plan for ended in view.ended} == {
        "lien-bo-chuong-trinh-1883",
        "quang-ngai-dan-van-2021",
        "thai-binh-ke-hoach-1883",
    }
    labour = workspace.book.organisations["SLDTBXH-TPHCM"]
    assert labour.until == date(2025, 2, 28)
    assert labour.successors


def test_every_office_that_ceased_says_who_took_over(workspace: Workspace) -> None:
    for office in workspace.book.organisations.values():
        if office.until is not None:
            assert office.successors, office.code


needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the texts that the plans restate are not here")


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())


@needs_seeds
@pytest.mark.parametrize("name", SOURCES)
def test_no_number_of_a_document_is_lost(name: str) -> None:
    source = unicodedata.normalize("NFC", (SEEDS / SOURCES[name]).read_text(encoding="utf-8"))
    text = (ROOT / "plans" / f"{name}.yaml").read_text(encoding="utf-8")
    numbers = set(re.findall(r"\d+(?:/\d{4})?[/-][A-ZĐ][A-ZĐa-z]*[-/][A-ZĐa-z][\wĐ-]*", source))
    assert {number for number in numbers if number not in text} == set()


@needs_seeds
@pytest.mark.parametrize("name", SOURCES)
def test_duties_are_restated_not_copied(name: str, workspace: Workspace) -> None:
    """No duty shares a run of 18 words with its source; shorter runs are names, terms and enumerations."""
    words = _words((SEEDS / SOURCES[name]).read_text(encoding="utf-8"))
    runs = {tuple(words[i : i + 18]) for i in range(len(words))}
    for duty in plan(workspace, name).duties():
        own = _words(duty.title)
        assert not any(tuple(own[i : i + 18]) in runs for i in range(len(own) - 17)), duty.id
