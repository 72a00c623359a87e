"""What the rules find in a workspace, at its own levels: what `validate` prints and `--fix` mends."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from phoihop.faults import UsageFault

if TYPE_CHECKING:
    from datetime import date

    from phoihop.bind.file import BoundFile
    from phoihop.lint import Report
    from phoihop.text.diagnostic import Diagnostic
    from phoihop.workspace import Workspace


_PROMISE = re.compile(r"; --(?:fix|unsafe-fixes) [^;]*\Z")
"""The last words of a remedy, in any language: that an option does it."""


def report_on(workspace: Workspace, day: date, select: list[str], ignore: list[str]) -> Report:
    """What the rules find in what was selected, at the levels that the workspace sets."""
    from phoihop.levels import chosen, levelled, setting_findings, unknown_rules
    from phoihop.lint import Facts, lint
    from phoihop.rules import every_rule

    rules = every_rule()
    if wrong := unknown_rules([*select, *ignore], rules):
        raise UsageFault(wrong[0])
    report = lint(rules, workspace.book, workspace.selected, Facts(lambda: workspace.calendar, day))
    if workspace.settings is not None:
        chosen_files = {file.source.path for file in workspace.selected}
        report = levelled(report, rules, workspace.settings.levels, lambda name: _inside(workspace, name))
        told = setting_findings(workspace.settings.levels, rules)
        report = report.with_more(finding for finding in told if finding.place.path in chosen_files)
    report = chosen(report, rules, select, ignore)
    files = {file.source.path: file for file in workspace.selected}
    return report._replace(diagnostics=tuple(_honest(one, files) for one in report.diagnostics))


def _inside(workspace: Workspace, name: str) -> str:
    """A file's path in the workspace, with forward slashes; its name is relative to the working folder."""
    path = os.path.abspath(os.path.join(os.path.realpath(workspace.here), name))
    try:
        return os.path.relpath(path, workspace.root).replace(os.sep, "/")
    except ValueError:  # another drive on Windows
        return name


def _honest(diagnostic: Diagnostic, files: dict[str, BoundFile]) -> Diagnostic:
    """The finding without the promise that an option mends it, where the fix does not fit what the file says."""
    if diagnostic.fix is None or not _PROMISE.search(diagnostic.help):
        return diagnostic
    from phoihop.text.splice import fits

    file = files[diagnostic.place.path]
    # The rules saw a space for every invisible character; the file does not have it.
    blanked = {finding.place.line for finding in file.findings if finding.rule == "control-character"}
    if fits(file.source, diagnostic.fix) and not any(edit.place.line in blanked for edit in diagnostic.fix.edits):
        return diagnostic
    return diagnostic._replace(help=_PROMISE.sub("", diagnostic.help))
