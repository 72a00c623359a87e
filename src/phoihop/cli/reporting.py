"""What the rules find in a workspace, at its own levels: what `validate` prints and `--fix` mends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from phoihop.faults import UsageFault

if TYPE_CHECKING:
    from datetime import date

    from phoihop.lint import Report
    from phoihop.workspace import Workspace


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
        report = levelled(report, rules, workspace.settings.levels)
        told = setting_findings(workspace.settings.levels, rules)
        report = report.with_more(finding for finding in told if finding.place.path in chosen_files)
    return chosen(report, rules, select, ignore)
