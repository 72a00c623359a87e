"""Parts of one YAML text put into another, each as one change of the text that receives it.

A part keeps the quotes, the style and the comments above it that it has where it comes from; what receives it keeps
everything else. Where the styles of both do not allow that, `Unfit` is raised: nobody guesses.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from phoihop.text.insert import after_line, last_character, newline_before, scalar, without_key
from phoihop.text.insert import without_item as cut_item
from phoihop.text.nodes import Mapping, Node, Scalar, Sequence
from phoihop.text.splice import Change

_COMMENT = re.compile(r"[ \t]*#")


class Unfit(Exception):
    """A part that cannot be put in, or taken out, by one change that is sure to be right."""


class Part(NamedTuple):
    """A node, the text that it stands in, and whether brackets or braces stand around it."""

    node: Node
    text: str
    flow: bool = False

    def child(self, node: Node) -> Part:
        """A node inside this one."""
        return Part(node, self.text, self.flow or self.text[self.node.start : self.node.start + 1] in ("{", "["))

    @property
    def inside_flow(self) -> bool:
        """Whether its children stand in brackets or braces."""
        return self.child(self.node).flow


def replaced(target: Part, source: Part) -> Change:
    """The change that gives a scalar, or a list or record in one line, another value."""
    if target.node.start == target.node.end or isinstance(target.node, Scalar) is not isinstance(source.node, Scalar):
        raise Unfit
    if not isinstance(target.node, Scalar) and not target.inside_flow:
        raise Unfit
    end = last_character(target.text, target.node)
    if target.text[target.node.start] in "|>":
        raise Unfit
    return target.node.start, end, _inline(source, target.flow)


def with_key(owner: Part, key: str, source: Part, after: str) -> Change:
    """The change that gives a record one more key, as another text has it, after one of its own."""
    mapping, origin = owner.node, source.node
    assert isinstance(mapping, Mapping)
    assert isinstance(origin, Mapping)
    if key in mapping.entries or after not in mapping.entries:
        raise Unfit
    value = source.child(origin.entries[key])
    before = mapping.entries[after]
    if owner.inside_flow:
        at = max(before.end, mapping.keys[after].end)
        return at, at, f", {key}: {_inline(value, True)}"
    name = mapping.keys[after]
    column = _column(owner.text, name.start)
    if source.inside_flow:
        lines = f"{key}: {_inline(value, False)}"
        lines = " " * column + lines
    else:
        start, at_column = origin.keys[key].start, _column(source.text, origin.keys[key].start)
        first = _line_start(source.text, start)
        if source.text[first:start].strip(" -"):
            raise Unfit
        head = " " * at_column + source.text[start : _line_end(source.text, last_character(source.text, value.node))]
        lines = _shifted(head, column - at_column)
    return _below(owner.text, max(last_character(owner.text, before), name.end), lines)


def without(owner: Part, key: str) -> Change:
    """The change that takes a key out of a record."""
    mapping = owner.node
    assert isinstance(mapping, Mapping)
    change = without_key(owner.text, mapping, key) if len(mapping.entries) > 1 else None
    if change is None:
        raise Unfit
    return change


def with_item(owner: Part, source: Part, item: Node, index: int) -> Change:
    """The change that puts an item of another list before the item of that index; after the last for none."""
    target = owner.node
    assert isinstance(target, Sequence)
    if not target.items:
        raise Unfit
    end = index >= len(target.items)
    beside = target.items[-1] if end else target.items[index]
    if owner.inside_flow:
        text = _inline(source.child(item), True)
        return (beside.end, beside.end, f", {text}") if end else (beside.start, beside.start, f"{text}, ")
    column = _column(owner.text, _dash(owner.text, beside))
    if source.inside_flow:
        lines = " " * column + "- " + _inline(source.child(item), False)
    else:
        dash = _dash(source.text, item)
        first = _with_comments(source.text, _line_start(source.text, dash))
        if source.text[_line_start(source.text, dash) : dash].strip():
            raise Unfit
        block = source.text[first : _line_end(source.text, last_character(source.text, item))]
        lines = _shifted(block, column - _column(source.text, dash))
    if end:
        return _below(owner.text, last_character(owner.text, beside), lines)
    at = _line_start(owner.text, _dash(owner.text, beside))
    if owner.text[at : _dash(owner.text, beside)].strip():
        raise Unfit
    at = _with_comments(owner.text, at)
    newline = newline_before(owner.text, len(owner.text))
    return at, at, _lines(lines, newline) + newline


def without_item(owner: Part, index: int) -> Change:
    """The change that takes an item out of a list; of a list in brackets not its only one."""
    sequence = owner.node
    assert isinstance(sequence, Sequence)
    change = cut_item(owner.text, sequence, index) if len(sequence.items) > 1 or not owner.inside_flow else None
    if change is None:
        raise Unfit
    return change


def _inline(source: Part, flow: bool) -> str:
    """A value as it stands in its text, fit to stand in a line."""
    node = source.node
    raw = source.text[node.start : last_character(source.text, node)]
    if "\n" in raw or raw[:1] in ("|", ">", "") or not isinstance(node, Scalar):
        if not isinstance(node, Scalar) and "\n" not in raw and raw[:1] in ("{", "["):
            return raw
        raise Unfit
    return scalar(node.value) if flow and not source.flow and node.plain else raw


def _dash(text: str, item: Node) -> int:
    return text.rindex("-", 0, item.start)


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _line_end(text: str, offset: int) -> int:
    """Where the line of an offset ends, before its line's end."""
    end = text.find("\n", offset)
    end = len(text) if end < 0 else end
    return end - 1 if text[end - 1 : end] == "\r" else end


def _column(text: str, offset: int) -> int:
    return offset - _line_start(text, offset)


def _with_comments(text: str, start: int) -> int:
    """The beginning of the comments that stand right above a line."""
    while start and _COMMENT.match(text, _line_start(text, start - 1), start):
        start = _line_start(text, start - 1)
    return start


def _shifted(block: str, by: int) -> str:
    """Lines, indented by some columns more or fewer."""
    lines = block.replace("\r\n", "\n").split("\n")
    if by < 0 and any(line.strip() and line[:-by].strip() for line in lines):
        raise Unfit
    return "\n".join((" " * by + line if by > 0 else line[-by:]) if line.strip() else line for line in lines)


def _below(text: str, offset: int, lines: str) -> Change:
    """The change that puts lines below the line of an offset."""
    at, lead = after_line(text, offset)
    newline = lead or newline_before(text, at)
    return at, at, lead + _lines(lines, newline) + ("" if lead else newline)


def _lines(lines: str, newline: str) -> str:
    return lines.replace("\r\n", "\n").replace("\n", newline)
