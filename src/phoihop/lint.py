"""Lint: every rule over everything that was read, ignores applied, findings in order. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from phoihop.bind.file import BoundFile
from phoihop.bind.tree import read_tree
from phoihop.dates.calendar import Calendar
from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.comments import MARK, Ignore, ignores
from phoihop.text.diagnostic import Diagnostic, Severity
from phoihop.text.nearest import nearest
from phoihop.text.source import Source

FAMILIES = ("text", "structure", "clarity", "dates", "citations", "offices", "form", "plans", "history")
"""What rules are about, in the order in which their pages tell them."""


class Facts(NamedTuple):
    """What a rule may ask beyond the plans: the calendar, made when it is asked for (most plans need none), and the
    day to call today."""

    calendar: Callable[[], Calendar]
    today: date


class Rule(NamedTuple):
    """One rule: its id, how bad a finding is, its manual page, and what it looks at (at most one of the four).

    A rule without a check is one that the readers in `text/` and `bind/` speak for.
    """

    id: str
    family: str
    severity: Severity
    page: str
    check_source: Callable[[Source], Iterable[Diagnostic]] | None = None
    check_plan: Callable[[Plan, Book], Iterable[Diagnostic]] | None = None
    check_book: Callable[[Book], Iterable[Diagnostic]] | None = None
    check_schedule: Callable[[Plan, Book, Facts], Iterable[Diagnostic]] | None = None


class Report(NamedTuple):
    """What lint found: the findings in order, and how many were ignored with a reason."""

    diagnostics: tuple[Diagnostic, ...]
    ignored: int = 0

    def with_more(self, diagnostics: Iterable[Diagnostic]) -> Report:
        """The report with further findings, in order."""
        return self._replace(diagnostics=tuple(sorted((*self.diagnostics, *diagnostics), key=_order)))

    def count(self, severity: Severity) -> int:
        """How many findings are of this severity."""
        return sum(1 for diagnostic in self.diagnostics if diagnostic.severity is severity)

    def at_least(self, severity: Severity) -> bool:
        """Whether any finding is as bad as this or worse."""
        return any(diagnostic.severity.rank <= severity.rank for diagnostic in self.diagnostics)


def lint(rules: Sequence[Rule], book: Book, files: Iterable[BoundFile], facts: Facts) -> Report:
    """Every finding on `files`, sorted by place; `book` is the whole workspace, for what they refer to."""
    files = list(files)
    paths = {file.source.path for file in files}
    by_id = {rule.id: rule for rule in rules}
    found = [d._replace(severity=by_id[d.rule].severity) for d in _findings(rules, book, files, facts)]
    kept, ignored = _apply_ignores([d for d in found if d.place.path in paths], files, by_id)
    kept.sort(key=_order)
    return Report(tuple(kept), ignored)


_SPAN = 200
"""Lines of a finding in which a comment may silence it."""


def _order(diagnostic: Diagnostic) -> tuple[str, int, int, int, str]:
    place = diagnostic.place
    return place.path, place.line, place.column, diagnostic.severity.rank, diagnostic.rule


def _findings(rules: Sequence[Rule], book: Book, files: list[BoundFile], facts: Facts) -> Iterator[Diagnostic]:
    source_checks = [rule.check_source for rule in rules if rule.check_source]
    plan_checks = [rule.check_plan for rule in rules if rule.check_plan]
    schedule_checks = [rule.check_schedule for rule in rules if rule.check_schedule]
    for file in files:
        yield from file.findings
        for check_source in source_checks:
            yield from check_source(file.source)
        if file.plan is not None:
            for check_plan in plan_checks:
                yield from check_plan(file.plan, book)
            for check_schedule in schedule_checks:
                yield from check_schedule(file.plan, book, facts)
    for rule in rules:
        if rule.check_book:
            yield from rule.check_book(book)


def _apply_ignores(
    found: list[Diagnostic], files: list[BoundFile], rules: dict[str, Rule]
) -> tuple[list[Diagnostic], int]:
    """Take out what comments silence; a comment that silences nothing, or gives no reason, is itself a finding."""
    silenced: set[int] = set()
    complaints: list[Diagnostic] = []
    for file in files:
        if MARK not in file.source.text:
            continue
        root = read_tree(file.source)[0]
        comments = ignores(file.source, root) if root is not None else []
        by_line = _by_line(found, file.source.path) if comments else {}
        for comment in comments:
            hit = [n for n in by_line.get(comment.line, ()) if found[n].rule in comment.rules]
            if comment.reason:
                silenced.update(hit)
            complaints += _complaints(comment, [found[n] for n in hit], rules)
    return [d for n, d in enumerate(found) if n not in silenced] + complaints, len(silenced)


def _by_line(found: list[Diagnostic], path: str) -> dict[int, list[int]]:
    """Which findings of a file touch which line."""
    lines: dict[int, list[int]] = {}
    for number, diagnostic in enumerate(found):
        place = diagnostic.place
        if place.path == path:
            # A finding on a whole record may span it; a comment anywhere in its first lines speaks of it.
            for line in range(place.line, min(max(place.end_line, place.line), place.line + _SPAN) + 1):
                lines.setdefault(line, []).append(number)
    return lines


def _complaints(comment: Ignore, silenced: list[Diagnostic], rules: dict[str, Rule]) -> Iterator[Diagnostic]:
    if not comment.reason:
        yield Diagnostic(
            "ignore-without-reason",
            comment.place,
            _("this comment silences a rule and does not say why"),
            _("write the reason after the bracket; until then it silences nothing"),
            severity=rules["ignore-without-reason"].severity,
        )
        return
    hit = {diagnostic.rule for diagnostic in silenced}
    for name in comment.rules or ("",):
        if name not in hit:
            guess = "" if name in rules else nearest(name, rules)
            yield Diagnostic(
                "unused-ignore",
                comment.place,
                _('"{rule}" has nothing to silence on line {line}').format(rule=name, line=comment.line)
                if name in rules
                else _('"{rule}" is not a rule').format(rule=name),
                _('did you mean "{guess}"?').format(guess=guess) if guess else _("remove it from the comment"),
                severity=rules["unused-ignore"].severity,
            )
