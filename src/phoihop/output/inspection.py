"""What was found in Word documents: lines for people, JSON (version 1) for programs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from phoihop.i18n import _, ngettext
from phoihop.inspection.finding import Finding, Inspection, Spot, part_name
from phoihop.output.findings import Style, counted, severity_word
from phoihop.text.diagnostic import Severity


def regime_name(regime: str) -> str:
    """A regime as people call it."""
    return {"nha-nuoc": _("State document"), "dang": _("Party document")}.get(regime, _("regime not known"))


def asked_text(finding: Finding) -> str:
    """What was measured, what is asked, and by which clause; practice where none asks."""
    template = _("{found}; asked: {asked} ({clause})")
    return template.format(found=finding.found, asked=finding.asked, clause=finding.clause or _("practice"))


def place_text(spot: Spot) -> str:
    """A place in a document, its text quoted."""
    where = _("paragraph {n}").format(n=spot.paragraph) if spot.paragraph else _("page margin")
    return f'{where}: "{spot.text}"' if spot.text else where


def more_text(finding: Finding) -> str:
    """How many places are not named; "" where all are."""
    rest = finding.times - len(finding.places)
    return ngettext("and {n} more", "and {n} more", rest).format(n=rest) if rest > 0 and finding.places else ""


def summary(found: Mapping[str, Inspection]) -> str:
    """How many documents and findings, in one line."""
    return ", ".join(counted(len(found), lambda severity: _count(found.values(), severity)))


def lines(found: Mapping[str, Inspection], style: Style) -> Iterator[str]:
    """Each document with its findings, then the summary."""
    for path, inspection in found.items():
        yield f"{style(path, 'place')}: {_title(inspection)}"
        for finding in inspection.findings:
            yield f"{style(path, 'place')}: {line(finding, style)}"
            yield from (f"  {place_text(spot)}" for spot in finding.places)
            if more := more_text(finding):
                yield f"  {more}"
        yield ""
    yield summary(found)


def line(finding: Finding, style: Style) -> str:
    """One finding without its places."""
    word = style(f"{severity_word(finding.severity)}[{finding.rule}]", finding.severity.value)
    return f"{word} {part_name(finding.part)}: {asked_text(finding)}"


def _title(inspection: Inspection) -> str:
    name = regime_name(inspection.regime)
    return f"{name} ({inspection.guidance})" if inspection.regime else name


def _count(found: Any, severity: Severity) -> int:
    return sum(finding.severity is severity for inspection in found for finding in inspection.findings)


def as_json(found: Mapping[str, Inspection], unreadable: Mapping[str, str]) -> dict[str, Any]:
    """The inspections as the JSON form, version 1; documents that could not be read, with the reason."""
    return {
        "version": 1,
        "documents": [_document(path, inspection) for path, inspection in found.items()],
        "unreadable": [{"path": path, "reason": reason} for path, reason in unreadable.items()],
        "summary": {
            "documents": len(found),
            "errors": _count(found.values(), Severity.ERROR),
            "warnings": _count(found.values(), Severity.WARNING),
            "hints": _count(found.values(), Severity.HINT),
        },
    }


def _document(path: str, inspection: Inspection) -> dict[str, Any]:
    return {
        "path": path,
        "regime": inspection.regime,
        "guidance": inspection.guidance if inspection.regime else "",
        "clean": inspection.clean,
        "components": [{"part": part, **spot._asdict()} for part, spot in inspection.components],
        "findings": [_finding(finding) for finding in inspection.findings],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "part": finding.part,
        "found": finding.found,
        "asked": finding.asked,
        "clause": finding.clause,
        "times": finding.times,
        "places": [spot._asdict() for spot in finding.places],
    }
