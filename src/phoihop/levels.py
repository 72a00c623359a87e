"""Levels: which findings are told here, and how bad they are: the settings' wish, and a command's options. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from fnmatch import fnmatchcase
from unicodedata import normalize

from phoihop.bind.settings import Level
from phoihop.i18n import _
from phoihop.lint import FAMILIES, Report, Rule
from phoihop.text.diagnostic import Diagnostic
from phoihop.text.nearest import nearest

ALWAYS = frozenset({"syntax", "file-encoding", "file-size", "unknown-schema", "yaml-depth", "yaml-alias"})
"""Rules that no setting takes away: without them a file that cannot be read would look clean."""


def levelled(
    report: Report, rules: Sequence[Rule], levels: Iterable[Level], inside: Callable[[str], str] = str
) -> Report:
    """The report with each finding at the level that the last entry for it gives, or without it.

    `inside` gives a file's path in the workspace: findings are told as paths from the working folder.
    """
    levels = list(levels)
    if not levels:
        return report
    families = {rule.id: rule.family for rule in rules}
    paths = {diagnostic.place.path for diagnostic in report.diagnostics}
    inner = {path: normalize("NFC", inside(path)) for path in paths}  # some file systems decompose names
    told = (_levelled(one, inner[one.place.path], families, levels) for one in report.diagnostics)
    return report._replace(diagnostics=tuple(diagnostic for diagnostic in told if diagnostic is not None))


def _levelled(diagnostic: Diagnostic, path: str, families: dict[str, str], levels: list[Level]) -> Diagnostic | None:
    for level in reversed(levels):
        named = {diagnostic.rule, families.get(diagnostic.rule, "")} & set(level.rules)
        if named and (not level.files or _matches(path, level.files)):
            if level.severity is None:
                return diagnostic if diagnostic.rule in ALWAYS else None
            return diagnostic._replace(severity=level.severity)
    return diagnostic


def _matches(path: str, pattern: str) -> bool:
    """Whether a pattern means a file: its name, or where the pattern has a folder its path in the workspace."""
    return fnmatchcase(path if "/" in pattern else path.rpartition("/")[2], normalize("NFC", pattern))


def chosen(report: Report, rules: Sequence[Rule], select: Sequence[str], ignore: Sequence[str]) -> Report:
    """Only the findings of the rules and families selected (all, when none is), without those ignored."""
    families = {rule.id: rule.family for rule in rules}

    def wanted(diagnostic: Diagnostic) -> bool:
        names = {diagnostic.rule, families.get(diagnostic.rule, "")}
        if select and not names & set(select):
            return False
        return not names & set(ignore)

    return report._replace(diagnostics=tuple(filter(wanted, report.diagnostics)))


def unknown_rules(names: Iterable[str], rules: Sequence[Rule]) -> list[str]:
    """What is wrong with names that are neither a rule nor a family."""
    known = [*FAMILIES, *(rule.id for rule in rules)]
    found = []
    for name in names:
        if name not in known:
            guess = nearest(name, known)
            found.append(
                _('there is no rule or family "{name}"').format(name=name)
                + (_('; did you mean "{guess}"?').format(guess=guess) if guess else "")
            )
    return found


def setting_findings(levels: Iterable[Level], rules: Sequence[Rule]) -> Iterator[Diagnostic]:
    """Names in the settings that are no rule: what they were to silence is not silenced."""
    severity = next(rule.severity for rule in rules if rule.id == "unknown-rule")
    for level in levels:
        for number, name in enumerate(level.rules):
            for message in unknown_rules([name], rules):
                help = _("phoihop rules lists them")
                yield Diagnostic("unknown-rule", level.at["rules", number], message, help, severity=severity)
