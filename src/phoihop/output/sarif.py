"""Findings as SARIF 2.1.0 (OASIS), for code scanning and editors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import quote

from phoihop import __version__
from phoihop.i18n import _
from phoihop.lint import Report, Rule
from phoihop.output.fingerprint import fingerprints
from phoihop.rules._page import read_page
from phoihop.text.diagnostic import Severity
from phoihop.text.source import Place

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


def log(report: Report, rules: Sequence[Rule]) -> dict[str, Any]:
    """One run with the rules that spoke and what they said; columns count code points (section 3.14.17)."""
    spoke = {diagnostic.rule for diagnostic in report.diagnostics}
    told = [rule for rule in rules if rule.id in spoke]
    index = {rule.id: number for number, rule in enumerate(told)}
    prints = fingerprints(report.diagnostics)
    results = []
    for diagnostic, fingerprint in zip(report.diagnostics, prints, strict=True):
        text = diagnostic.message + (f"; {diagnostic.help}" if diagnostic.help else "")
        result: dict[str, Any] = {
            "ruleId": diagnostic.rule,
            "ruleIndex": index[diagnostic.rule],
            "level": _LEVELS[diagnostic.severity],
            "message": {"text": text},
            "locations": [{"physicalLocation": _location(diagnostic.place)}],
            "partialFingerprints": {"phoihop/1": fingerprint},
        }
        if diagnostic.related:
            result["relatedLocations"] = [
                {"id": number, "physicalLocation": _location(one.place), "message": {"text": one.message}}
                for number, one in enumerate(diagnostic.related)
            ]
        results.append(result)
    driver = {"name": "phoihop", "version": __version__, "rules": [_rule(rule) for rule in told]}
    return {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}],
    }


def _rule(rule: Rule) -> dict[str, Any]:
    page = read_page(rule.page)
    why = _(page.why) + (f" {_(page.law)}" if page.law else "")
    return {
        "id": rule.id,
        "shortDescription": {"text": _(page.summary)},
        "fullDescription": {"text": why},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family]},
    }


def _location(place: Place) -> dict[str, Any]:
    return {
        "artifactLocation": {"uri": quote(place.path)},
        "region": {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        },
    }
