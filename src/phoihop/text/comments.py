"""Comments that speak to phoihop: `# phoihop: ignore[rule, rule] reason`; in a narrative, `<!-- phoihop: ... -->`."""

from __future__ import annotations

import re
from typing import NamedTuple

from phoihop.text.nodes import Mapping, Node, Scalar, Sequence
from phoihop.text.source import Place, Source

MARK = "ignore"
"""A source without this word has no such comment: cheaper to ask than to read the tree."""
_IGNORE = re.compile(r"(?:#|(<!--))[ \t]*phoihop:[ \t]*ignore[ \t]*\[([^\]\n]*)\][ \t]*([^\n]*)")


class Ignore(NamedTuple):
    """One such comment: the rules that it silences on `line`, and why."""

    rules: tuple[str, ...]
    reason: str
    line: int
    place: Place


def ignores(source: Source, root: Node | None) -> list[Ignore]:
    """The ignore comments of a file; one on a line of its own speaks of the next line that is not a comment."""
    texts = _text_ranges(source.text, root)
    found = []
    for match in _IGNORE.finditer(source.text):
        narrative = bool(match[1]) and source.path.lower().endswith(".md")
        if match[1] and not narrative:
            continue
        if not narrative and any(start <= match.start() < end for start, end in texts):
            continue  # not a comment: part of a quoted or block text
        place = source.place(match.start(), match.end(2) + 1)
        rules = tuple(name for name in (part.strip() for part in match[2].split(",")) if name)
        reason = match[3].partition("-->")[0] if narrative else match[3]
        found.append(Ignore(rules, reason.strip(), _target(source, match.start(), place.line), place))
    return found


def _target(source: Source, offset: int, line: int) -> int:
    start = source.line_starts[line - 1]
    if source.text[start:offset].strip():
        return line
    line += 1
    comment = "<!--" if source.text[offset] == "<" else "#"
    while source.line(line).lstrip().startswith(comment):
        line += 1
    return line


def _text_ranges(text: str, root: Node | None) -> list[tuple[int, int]]:
    """Where texts that may hold a `#` stand (a plain scalar cannot hold one after a space)."""
    ranges: list[tuple[int, int]] = []
    waiting: list[Node | None] = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            if not node.plain:
                # A block text begins on the line after its header, which may end in a comment.
                block = text[node.start : node.start + 1] in ("|", ">")
                ranges.append((text.find("\n", node.start) if block else node.start, node.end))
        elif isinstance(node, Sequence):
            waiting.extend(node.items)
        elif isinstance(node, Mapping):
            waiting.extend(node.entries.values())
    return ranges
