"""Rule pages: for the terminal, and as docs/rules.md."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Any

from phoihop.i18n import _
from phoihop.lint import FAMILIES, Rule
from phoihop.output.findings import severity_word
from phoihop.rules._page import Example, Page, read_page

_WIDTH = 80


def family_name(family: str) -> str:
    """What the rules of a family are about, in the language in use."""
    return {
        "text": _("Text and YAML"),
        "structure": _("Structure"),
        "clarity": _("Six clarities"),
        "dates": _("Dates"),
        "citations": _("Citations and numbers"),
        "offices": _("Offices"),
        "form": _("Form"),
        "plans": _("Across plans"),
        "history": _("Results"),
    }[family]


def by_family(rules: Iterable[Rule]) -> list[tuple[str, list[Rule]]]:
    """The rules of each family, the families in their order."""
    rules = list(rules)
    return [(family, [rule for rule in rules if rule.family == family]) for family in FAMILIES]


def overview(rules: Iterable[Rule]) -> Iterator[str]:
    """The rules by family, a line each: id, severity, what it finds."""
    rules = list(rules)
    longest = max(len(rule.id) for rule in rules)
    told = [(family, own) for family, own in by_family(rules) if own]
    for number, (family, own) in enumerate(told):
        if number:
            yield ""
        yield f"{family_name(family)} ({family})"
        for rule in own:
            yield f"  {rule.id.ljust(longest)}  {severity_word(rule.severity):<9} {_(read_page(rule.page).summary)}"


def as_json(rules: Iterable[Rule]) -> dict[str, Any]:
    """The rules as the JSON form, version 1."""
    return {"version": 1, "rules": [_rule_json(rule) for rule in rules]}


def _rule_json(rule: Rule) -> dict[str, Any]:
    content = read_page(rule.page)
    return {
        "id": rule.id,
        "family": rule.family,
        "severity": rule.severity.value,
        "summary": _(content.summary),
        "why": _(content.why),
        "law": _(content.law) if content.law else "",
        "bad": [example.shown for example in content.bad],
        "good": [example.shown for example in content.good],
    }


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
    """docs/rules.md: a table by family, then each rule with its bad examples' real output (`outputs`, by rule id)."""
    rules = list(rules)
    yield "# " + _("Rules")
    yield ""
    yield _("This page is made from the rules themselves, and the output shown is real (`make docs`).")
    yield ""
    heads = (_("rule"), _("severity"), _("what it finds"))
    families = by_family(rules)
    for family, own in families:
        yield f"**{family_name(family)}** (`{family}`)"
        yield ""
        yield f"| {' | '.join(heads)} |"
        yield "|---|---|---|"
        for rule in own:
            yield f"| [{rule.id}](#{rule.id}) | {severity_word(rule.severity)} | {_(read_page(rule.page).summary)} |"
        yield ""
    for rule in (rule for _family, own in families for rule in own):
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
