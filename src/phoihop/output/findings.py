"""Findings for people (place, excerpt, caret) and for programs (JSON, version 1)."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from phoihop.i18n import _, ngettext
from phoihop.lint import Report
from phoihop.text.diagnostic import Diagnostic, Severity
from phoihop.text.source import Place, Source

Style = Callable[[str, str], str]
"""Colours a text for a severity or a part ("error", "place", "caret"); the identity where there is no colour."""

WIDTH = 100
"""Columns of an excerpt; a longer line is cut around what is flagged."""


def severity_word(severity: Severity) -> str:
    """The severity in the language in use."""
    return {Severity.ERROR: _("error"), Severity.WARNING: _("warning"), Severity.HINT: _("hint")}[severity]


def plain(report: Report, sources: Mapping[str, Source], files: int, style: Style) -> Iterator[str]:
    """The report as lines: each finding with its excerpt, then the summary."""
    for diagnostic in report.diagnostics:
        word = f"{severity_word(diagnostic.severity)}[{diagnostic.rule}]"
        head = f"{style(str(diagnostic.place), 'place')}: {style(word, diagnostic.severity.value)} {diagnostic.message}"
        yield head + (f"; {diagnostic.help}" if diagnostic.help else "")
        yield from _excerpt(diagnostic.place, sources, style, diagnostic.severity.value)
        for related in diagnostic.related:
            yield f"  {style(str(related.place), 'place')}: {related.message}"
            yield from _excerpt(related.place, sources, style, "place")
    if report.diagnostics:
        yield ""
    yield summary(report, files) if files else _("there are no plans here yet; a plan is a file in plans/")


def summary(report: Report, files: int) -> str:
    """How many findings of each kind, in one line."""
    counts = counted(files, report.count)
    if report.ignored:
        counts.append(
            ngettext("{n} ignored with a reason", "{n} ignored with reasons", report.ignored).format(n=report.ignored)
        )
    return ", ".join(counts)


def counted(files: int, count: Callable[[Severity], int]) -> list[str]:
    """How many files, errors, warnings and hints, in words."""
    errors, warnings, hints = (count(severity) for severity in (Severity.ERROR, Severity.WARNING, Severity.HINT))
    return [
        ngettext("{n} file", "{n} files", files).format(n=files),
        ngettext("{n} error", "{n} errors", errors).format(n=errors),
        ngettext("{n} warning", "{n} warnings", warnings).format(n=warnings),
        ngettext("{n} hint", "{n} hints", hints).format(n=hints),
    ]


def _excerpt(place: Place, sources: Mapping[str, Source], style: Style, severity: str) -> Iterator[str]:
    source = sources.get(place.path)
    line = source.line(place.line) if source else ""
    if not line.strip():
        return
    start = place.column - 1
    end = place.end_column - 1 if place.end_line == place.line else len(line)
    end = max(min(end, len(line)), start + 1)
    line, start, end = _window(line, start, end)
    before = "".join("\t" if letter == "\t" else " " * width(letter) for letter in line[:start])
    number = str(place.line)
    yield f"  {number} | {_printable(line)}"
    carets = "^" * max(width(line[start:end]), 1)
    yield f"  {' ' * len(number)} | {before}{style(carets, severity)}"


def _window(line: str, start: int, end: int) -> tuple[str, int, int]:
    """The part of a long line around what is flagged, with where that begins and ends in it."""
    if len(line) <= 2 * WIDTH and width(line) <= WIDTH:  # a hostile line is not measured for each of its findings
        return line, start, end
    left = max(0, start - WIDTH // 3)
    right = min(len(line), left + WIDTH)
    head, tail = ("…" if left else ""), ("…" if right < len(line) else "")
    shift = len(head) - left
    return f"{head}{line[left:right]}{tail}", start + shift, min(end, right) + shift


def _printable(line: str) -> str:
    return "".join(c if c.isprintable() or c == "\t" else "\N{REPLACEMENT CHARACTER}" for c in line)


def width(text: str) -> int:
    """How many columns of a terminal a text takes (combining marks none, wide letters two)."""
    if text.isascii():
        return len(text)
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def as_json(report: Report, files: int) -> dict[str, Any]:
    """The report as the JSON form, version 1."""
    return {
        "version": 1,
        "diagnostics": [_diagnostic(diagnostic) for diagnostic in report.diagnostics],
        "summary": {
            "files": files,
            "errors": report.count(Severity.ERROR),
            "warnings": report.count(Severity.WARNING),
            "hints": report.count(Severity.HINT),
            "ignored": report.ignored,
        },
    }


def _diagnostic(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        **_place(diagnostic.place),
        "message": diagnostic.message,
        "help": diagnostic.help,
        "related": [{**_place(related.place), "message": related.message} for related in diagnostic.related],
    }


def _place(place: Place) -> dict[str, Any]:
    return {
        "path": place.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
