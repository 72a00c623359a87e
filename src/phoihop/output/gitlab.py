"""Findings as GitLab's code quality report: a list that a merge request shows beside the lines."""

from __future__ import annotations

from typing import Any

from phoihop.lint import Report
from phoihop.output.fingerprint import fingerprints
from phoihop.text.diagnostic import Severity

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.HINT: "info"}


def code_quality(report: Report) -> list[dict[str, Any]]:
    """One entry a finding, with the fields that GitLab requires."""
    prints = fingerprints(report.diagnostics)
    return [
        {
            "description": diagnostic.message + (f"; {diagnostic.help}" if diagnostic.help else ""),
            "check_name": diagnostic.rule,
            "fingerprint": fingerprint,
            "severity": _SEVERITIES[diagnostic.severity],
            "location": {
                "path": diagnostic.place.path,
                "lines": {"begin": diagnostic.place.line, "end": diagnostic.place.end_line},
            },
        }
        for diagnostic, fingerprint in zip(report.diagnostics, prints, strict=True)
    ]
