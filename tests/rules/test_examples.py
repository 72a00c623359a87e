"""Every rule's page is its test: a bad example is flagged on the marked lines alone, a good one is silent."""

from __future__ import annotations

import pytest

from phoihop.lint import FAMILIES, Rule
from phoihop.rules import every_rule
from phoihop.rules._page import Example, read_page, run
from phoihop.text.diagnostic import Severity

RULES = every_rule()


def _examples(kind: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.id}-{number}")
        for rule in RULES
        for number, example in enumerate(getattr(read_page(rule.page), kind))
    ]


@pytest.mark.parametrize(("rule", "example"), _examples("bad"))
def test_a_bad_example_is_flagged_where_it_is_marked(rule: Rule, example: Example) -> None:
    report, _sources = run(example, RULES)
    found = [(d.rule, d.place.line) for d in report.diagnostics if d.rule == rule.id]
    assert found == [(rule.id, line) for line in example.lines or (1,)]


@pytest.mark.parametrize(("rule", "example"), _examples("bad"))
def test_a_bad_example_has_one_root_cause(rule: Rule, example: Example) -> None:
    """One mistake is one finding: no other rule speaks of the same example, hints aside."""
    report, _sources = run(example, RULES)
    others = {d.rule for d in report.diagnostics if d.severity is not Severity.HINT} - {rule.id}
    allowed = {"citation-type"} if rule.id == "ignore-without-reason" else set()
    assert others <= allowed


@pytest.mark.parametrize(("rule", "example"), _examples("good"))
def test_a_good_example_is_silent(rule: Rule, example: Example) -> None:
    report, _sources = run(example, RULES)
    assert [d for d in report.diagnostics if d.rule == rule.id or d.severity is not Severity.HINT] == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_page_is_whole(rule: Rule) -> None:
    page = read_page(rule.page)
    assert page.summary.endswith(".")
    assert page.why
    assert page.bad
    assert page.good
    checks = (rule.check_source, rule.check_plan, rule.check_book, rule.check_schedule)
    assert sum(check is not None for check in checks) <= 2
    assert rule.family in FAMILIES


def test_there_are_enough_rules() -> None:
    assert len(RULES) >= 60
