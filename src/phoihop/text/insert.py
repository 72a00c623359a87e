"""Items put into a list of a YAML file, and taken out again, in the file's own style. Each is one change of the text.

Nothing but the item's own characters changes: comments, order, quoting, indentation and line endings stay.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence as SequenceType

from phoihop.text.nodes import Mapping, Node, Scalar, Sequence
from phoihop.text.splice import Change

Pairs = SequenceType[tuple[str, str]]
"""Keys and their texts, in the order in which they are written."""

# A text that needs no quotes anywhere, in braces or out of them, whatever reads it.
_PLAIN = re.compile(r"[^\W_][^\x00-\x1f:?#,\[\]{}&*!|>'\"%@`\\]*\Z")
_WORDS = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_NUMBER = re.compile(r"[-+.\d][\d_.,eE+-]*\Z")


def scalar(text: str) -> str:
    """A text as YAML: without quotes where it needs none."""
    plain = _PLAIN.match(text) and text == text.strip() and text.casefold() not in _WORDS and not _NUMBER.match(text)
    date = re.match(r"\d{4}-\d{2}-\d{2}\Z", text)
    return text if plain or date else json.dumps(text, ensure_ascii=False)


def appended(text: str, owner: Mapping, key: str, item: Pairs) -> Change:
    """The change that adds an item to the list under a key of a mapping; the list is made where there is none."""
    node = owner.entries.get(key)
    flow = "{" + ", ".join(f"{name}: {scalar(value)}" for name, value in item) + "}"
    if isinstance(node, Sequence) and node.items:
        last = node.items[-1]
        if text[node.start] == "[":
            return last.end, last.end, f", {flow}"
        dash = text.rindex("-", 0, last.start)
        indent = _before(text, dash)
        style = isinstance(last, Mapping) and text[last.start] != "{"
        at, lead = after_line(text, last_character(text, last))
        newline = lead or newline_before(text, at)
        return at, at, lead + _item_lines(indent, item, flow if not style else "", newline) + ("" if lead else newline)
    if isinstance(node, Sequence):
        return node.start + 1, node.start + 1, flow
    if isinstance(node, Scalar):  # `ket_qua:` with nothing after it, or null
        colon = text.index(":", owner.keys[key].end)
        return (node.start, node.end, f"[{flow}]") if node.value else (colon + 1, colon + 1, f" [{flow}]")
    return _added(text, owner, f"{key}: [{flow}]", f"{key}:", f"  - {flow}")


def keyed(text: str, owner: Mapping, key: str, value: str) -> Change:
    """The change that adds a key with a text to a mapping."""
    pair = f"{key}: {scalar(value)}"
    return _added(text, owner, pair, pair)


def _added(text: str, owner: Mapping, flow: str, *lines: str) -> Change:
    """The change that puts something at the end of a mapping: in its braces, or as lines under its last."""
    if text[owner.start] == "{":
        at = max([child.end for child in owner.entries.values()] + [name.end for name in owner.keys.values()])
        return at, at, f", {flow}"
    first = min(name.start for name in owner.keys.values())
    indent = _before(text, first)
    at, lead = after_line(text, max(last_character(text, child) for child in owner.entries.values()))
    newline = lead or newline_before(text, at)
    return at, at, lead + newline.join(indent + line for line in lines) + ("" if lead else newline)


def replaced(text: str, node: Scalar, value: str) -> Change:
    """The change that puts another text in a scalar's place, in its quotes if it has any."""
    end = last_character(text, node)
    quote = text[node.start : node.start + 1]
    if quote == '"':
        return node.start, end, json.dumps(value, ensure_ascii=False)
    if quote == "'":
        return node.start, end, "'" + value.replace("'", "''") + "'"
    return node.start, end, scalar(value)


def removed(text: str, owner: Mapping, key: str, index: int) -> Change | None:
    """The change that takes an item out of a list, and the list with its last; None where it shares its line."""
    node = owner.entries[key]
    if not isinstance(node, Sequence):
        return None
    return without_key(text, owner, key) if len(node.items) == 1 else without_item(text, node, index)


def without_item(text: str, node: Sequence, index: int) -> Change | None:
    """The change that takes an item out of a list that has others; None where it shares its line."""
    item = node.items[index]
    if text[node.start] == "[":
        if index:
            return node.items[index - 1].end, item.end, ""
        return item.start, node.items[1].start, ""
    dash = text.rindex("-", 0, item.start)
    return _lines(text, dash, last_character(text, item))


def without_key(text: str, owner: Mapping, key: str) -> Change | None:
    """The change that takes a key and its value out of a mapping; None where it shares its line."""
    node = owner.entries[key]
    if text[owner.start] == "{":
        names = list(owner.entries)
        at = names.index(key)
        if at:
            before = owner.entries[names[at - 1]]
            return max(before.end, owner.keys[names[at - 1]].end), node.end, ""
        return owner.keys[key].start, owner.keys[names[1]].start if len(names) > 1 else node.end, ""
    return _lines(text, owner.keys[key].start, last_character(text, node))


def _lines(text: str, start: int, end: int) -> Change | None:
    """The whole lines from an offset to another; None when something else stands before the first on its line."""
    first = text.rfind("\n", 0, start) + 1
    if text[first:start].strip():
        return None
    after = text.find("\n", end)
    return first, len(text) if after < 0 else after + 1, ""


def _item_lines(indent: str, item: Pairs, flow: str, newline: str) -> str:
    """An item of a block list: in braces where a flow form is given, else a line for each key."""
    if flow:
        return f"{indent}- {flow}"
    lines = [f"{name}: {scalar(value)}" for name, value in item]
    return f"{indent}- " + f"{newline}{indent}  ".join(lines)


def last_character(text: str, node: Node) -> int:
    """Where the last character of a node stands, without the blank lines that end a block text."""
    if isinstance(node, Scalar):
        return node.start + len(text[node.start : node.end].rstrip())
    if text[node.start : node.start + 1] in ("{", "["):
        return node.end
    children = list(node.entries.values()) if isinstance(node, Mapping) else node.items
    names = list(node.keys.values()) if isinstance(node, Mapping) else []
    return max([last_character(text, child) for child in children] + [name.end for name in names], default=node.end)


def after_line(text: str, offset: int) -> tuple[int, str]:
    """Where the line after an offset begins, and what has to be written first if there is none."""
    end = text.find("\n", offset)
    return (len(text), newline_before(text, len(text))) if end < 0 else (end + 1, "")


def _before(text: str, offset: int) -> str:
    """The white space in which a line's first sign is indented."""
    return " " * (offset - text.rfind("\n", 0, offset) - 1)


def newline_before(text: str, offset: int) -> str:
    """The sign that ends the line before an offset; a file that has no line end gets the common one."""
    end = text.rfind("\n", 0, offset)
    return "\r\n" if end > 0 and text[end - 1] == "\r" else "\n"
