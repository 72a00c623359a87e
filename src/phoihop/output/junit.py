"""Findings as a JUnit report: a suite of files, each a case that passes or fails with its findings."""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from phoihop.lint import Report
from phoihop.output.findings import severity_word
from phoihop.text.diagnostic import Diagnostic, Severity


def document(report: Report, paths: Iterable[str], threshold: Severity) -> str:
    """The XML. A file with a finding as bad as `threshold` fails; milder ones are told in its output."""
    by_path: dict[str, list[Diagnostic]] = {path: [] for path in paths}
    for diagnostic in report.diagnostics:
        by_path.setdefault(diagnostic.place.path, []).append(diagnostic)
    cases = [_case(path, found, threshold) for path, found in by_path.items()]
    failures = sum(_failing(found, threshold) is not None for found in by_path.values())
    head = f'<testsuite name="phoihop" tests="{len(cases)}" failures="{failures}" errors="0" skipped="0">'
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', head, *cases, "</testsuite>"])


def _failing(found: list[Diagnostic], threshold: Severity) -> Diagnostic | None:
    """The first finding that makes the file fail: milder ones may stand before it."""
    return next((diagnostic for diagnostic in found if diagnostic.severity.rank <= threshold.rank), None)


def _case(path: str, found: list[Diagnostic], threshold: Severity) -> str:
    name = f"  <testcase classname={quoteattr('phoihop validate')} name={quoteattr(path)}"
    if not found:
        return name + "/>"
    lines = "\n".join(
        f"{one.place}: {severity_word(one.severity)}[{one.rule}] {one.message}" + (f"; {one.help}" if one.help else "")
        for one in found
    )
    text = escape("".join(c if c == "\n" or c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in lines))
    failing = _failing(found, threshold)
    if failing is None:
        return f"{name}>\n    <system-out>{text}</system-out>\n  </testcase>"
    first = f"{failing.rule}: {failing.message}"
    message = quoteattr("".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in first))
    return f"{name}>\n    <failure message={message}>{text}</failure>\n  </testcase>"
