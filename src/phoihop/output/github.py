"""Findings as GitHub annotations, and as a summary page: GitHub shows only ten annotations of a kind per step."""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.lint import Report
from phoihop.output.findings import severity_word, summary
from phoihop.text.diagnostic import Diagnostic, Severity

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def workflow_commands(report: Report, files: int) -> Iterator[str]:
    """One workflow command a finding, then the summary line."""
    for diagnostic in report.diagnostics:
        place = diagnostic.place
        where = f"file={_property(place.path)},line={place.line},endLine={place.end_line}"
        if place.end_line == place.line:  # columns mean something within one line alone
            where += f",col={place.column},endColumn={max(place.end_column, place.column + 1)}"
        command = f"{_COMMANDS[diagnostic.severity]} {where},title={_property(diagnostic.rule)}"
        yield f"::{command}::{_data(_text(diagnostic))}"
    yield summary(report, files)


def page(report: Report, files: int) -> Iterator[str]:
    """The same as Markdown, for the summary of the job: every finding, not only the first ten."""
    yield f"**{summary(report, files)}**"
    if report.diagnostics:
        yield ""
        yield "| | | |"
        yield "|---|---|---|"
    for diagnostic in report.diagnostics:
        word = f"{severity_word(diagnostic.severity)} `{diagnostic.rule}`"
        yield f"| `{_cell(str(diagnostic.place))}` | {word} | {_cell(_text(diagnostic))} |"


def _text(diagnostic: Diagnostic) -> str:
    return diagnostic.message + (f"; {diagnostic.help}" if diagnostic.help else "")


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def _cell(text: str) -> str:
    for character in "\\|`<>*_[]":
        text = text.replace(character, f"&#{ord(character)};")
    return " ".join(text.split())
