"""Rule pages: for the terminal, and as docs/rules.md."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from phoihop.i18n import _
from phoihop.lint import Rule
from phoihop.output.findings import severity_word
from phoihop.rules._page import Example, Page, read_page

_WIDTH = 80


def overview(rules: Iterable[Rule]) -> Iterator[str]:
    """One line a rule: id, severity, what it finds."""
    rules = list(rules)
    longest = max(len(rule.id) for rule in rules)
    for rule in rules:
        yield f"{rule.id.ljust(longest)}  {severity_word(rule.severity):<9} {_(read_page(rule.page).summary)}"


def page(rule: Rule) -> Iterator[str]:
    """A rule's manual page for the terminal."""
    content = read_page(rule.page)
    yield f"{rule.id} ({severity_word(rule.severity)})"
    yield ""
    yield from textwrap.wrap(_(content.summary), _WIDTH)
    for label, text in _paragraphs(content):
        yield ""
        yield from textwrap.wrap(f"{label}: {text}", _WIDTH)
    for label, examples in ((_("Wrong"), content.bad), (_("Right"), content.good)):
        for example in examples:
            yield ""
            yield f"{label}:"
            yield ""
            yield from (f"    {line}" for line in shown_lines(example))


def _paragraphs(content: Page) -> Iterator[tuple[str, str]]:
    yield _("Why"), _(content.why)
    if content.law:
        yield _("Ground"), _(content.law)


def shown_lines(example: Example) -> list[str]:
    """An example as it is shown: invisible characters as escapes, a file's padding left out."""
    return example.shown.rstrip("\n").split("\n")


def markdown(rules: Iterable[Rule], outputs: dict[str, list[str]]) -> Iterator[str]:
    """docs/rules.md: a table, then each rule with its bad examples' real output (`outputs`, by rule id)."""
    rules = list(rules)
    yield "# " + _("Rules")
    yield ""
    yield _("This page is made from the rules themselves, and the output shown is real (`make docs`).")
    yield ""
    heads = (_("rule"), _("severity"), _("what it finds"))
    yield f"| {' | '.join(heads)} |"
    yield "|---|---|---|"
    for rule in rules:
        yield f"| [{rule.id}](#{rule.id}) | {severity_word(rule.severity)} | {_(read_page(rule.page).summary)} |"
    for rule in rules:
        content = read_page(rule.page)
        yield ""
        yield f"## {rule.id}"
        yield ""
        yield f"{severity_word(rule.severity).capitalize()}. {_(content.summary)}"
        for label, text in _paragraphs(content):
            yield ""
            yield f"**{label}.** {text}"
        for number, example in enumerate(content.bad):
            yield from _block(_("Wrong"), "markdown" if example.name.endswith(".md") else "yaml", shown_lines(example))
            yield from _block("", "text", [outputs[rule.id][number]])
        for example in content.good:
            yield from _block(_("Right"), "markdown" if example.name.endswith(".md") else "yaml", shown_lines(example))


def _block(label: str, language: str, lines: list[str]) -> Iterator[str]:
    yield ""
    if label:
        yield f"{label}:"
        yield ""
    yield f"````{language}"
    yield from lines
    yield "````"
