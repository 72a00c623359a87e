"""Splices: edits of a text at known places. Everything that no edit names stays as it is, byte by byte."""

from __future__ import annotations

from collections.abc import Iterable

from phoihop.text.diagnostic import Edit, Fix
from phoihop.text.source import Source

Change = tuple[int, int, str]
"""From one offset up to another, and what stands there instead."""


def changes(text: str, fixes: Iterable[Fix]) -> tuple[list[Change], int]:
    """The changes of those fixes that fit the text and do not touch one another, in order; how many fixes fit.

    A fix is made whole or not at all.
    """
    source = Source("", text)
    taken: list[Change] = []
    fitting = 0
    for fix in fixes:
        found = [_resolved(source, edit) for edit in fix.edits]
        if any(change is None for change in found):
            continue
        new = [change for change in found if change is not None and change not in taken]
        if any(a[0] < b[1] and b[0] < a[1] for a in new for b in taken):
            continue  # the next round may make it
        taken += new
        fitting += 1
    return sorted(taken), fitting


def fits(source: Source, fix: Fix) -> bool:
    """Whether a fix can be made in this text."""
    return all(_resolved(source, edit) is not None for edit in fix.edits)


def spliced(text: str, wanted: Iterable[Change]) -> str:
    """The text with the changes made."""
    parts, at = [], 0
    for start, end, new in wanted:
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])


def _resolved(source: Source, edit: Edit) -> Change | None:
    """Where the old text stands, if it stands there exactly once."""
    place, starts = edit.place, source.line_starts
    if not 1 <= place.line <= place.end_line <= len(starts):
        return None
    start = starts[place.line - 1] + place.column - 1
    end = starts[place.end_line - 1] + place.end_column - 1
    raw = source.text[start:end]
    old, new = edit.old, edit.new
    if old not in raw:  # a text in quotes may write its quotes otherwise
        old, new = _in_quotes(raw, old), _in_quotes(raw, new)
    if not old or raw.count(old) != 1:
        return None
    at = start + raw.index(old)
    return at, at + len(old), new


def _in_quotes(raw: str, text: str) -> str:
    """A text as it stands in the quotes that a YAML value has."""
    if raw[:1] == raw[-1:] == "'":
        return text.replace("'", "''")
    if raw[:1] == raw[-1:] == '"':
        return text.replace("\\", "\\\\").replace('"', '\\"')
    return text
