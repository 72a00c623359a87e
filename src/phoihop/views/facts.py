"""A file as lines that can be compared one by one: each says one thing, and of what.

Keys stand in the order of docs/format.md, texts without their quotes; so a diff of two such pages shows what was
changed and nothing of how it is written. No due day is computed: a page says what its file says, whatever the
calendar, and git may keep it.
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.bind.tree import read_tree
from phoihop.text.diagnostic import Diagnostic, Severity
from phoihop.text.nodes import Mapping, Node, Scalar, Sequence
from phoihop.text.source import Source

# A thing is called by the first of these keys that it has.
_NAMES = ("ma", "muc", "so", "nam", "co_quan")
# What was recorded of a duty has no name: an office that reported or agreed is a part of it. Each is told in a line.
_NAMELESS = frozenset(("ket_qua", "gia_han", "tam_dung", "dong_y"))


def facts(source: Source) -> list[str] | None:
    """The lines of a file; None where there is a doubt how to read it, and its own text is better."""
    root, findings = read_tree(source)
    if not isinstance(root, Mapping) or any(finding.severity is Severity.ERROR for finding in findings):
        return None
    return [*_lines(root, "", "", _ranks()), *_left_out(source, findings)]


def _left_out(source: Source, findings: list[Diagnostic]) -> Iterator[str]:
    """The lines of a narrative that a plan cannot hold, a table: as they stand, for they may change like all others."""
    lines = source.text.splitlines()
    for finding in findings:
        yield from lines[finding.place.line - 1 : finding.place.end_line]


def _lines(node: Node, path: str, key: str, ranks: dict[str, int]) -> Iterator[str]:
    """The lines of what stands under a key; `path` is what they begin with."""
    match node:
        case Scalar():
            yield f"{path}: {_one_line(node.value)}"
        case Sequence():
            for item in node.items:
                if not isinstance(item, Mapping):
                    yield from _lines(item, path, key, ranks)
                elif key not in _NAMELESS and (name := _name(item)):
                    # A thing with a name is told by it; the whole way to it stands before it, once.
                    yield f"{path}[{name}]"
                    yield from _lines(_without_name(item), f"{key}[{name}]", key, ranks)
                else:
                    yield f"{path}: {_flat(item, ranks)}"
        case Mapping():
            for name in _ordered(node, ranks):
                yield from _lines(node.entries[name], f"{path}.{name}" if path else name, name, ranks)


def _flat(node: Node, ranks: dict[str, int]) -> str:
    """All that a thing without a name says, in a line."""
    match node:
        case Scalar():
            return _one_line(node.value)
        case Sequence():
            return ", ".join(_flat(item, ranks) for item in node.items)
    return "; ".join(f"{key}: {_flat(node.entries[key], ranks)}" for key in _ordered(node, ranks))


def _ordered(node: Mapping, ranks: dict[str, int]) -> list[str]:
    """The keys that say something, in the order in which they are declared."""
    said = [key for key, child in node.entries.items() if not (isinstance(child, Scalar) and child.absent)]
    return sorted(said, key=lambda key: (ranks.get(key, len(ranks)), key))


def _name(item: Mapping) -> str:
    node = item.entries.get(_name_key(item))
    return _one_line(node.value) if isinstance(node, Scalar) else ""


def _name_key(item: Mapping) -> str:
    found = ((key, item.entries.get(key)) for key in _NAMES)
    return next((key for key, node in found if isinstance(node, Scalar) and not node.absent), "")


def _without_name(item: Mapping) -> Mapping:
    rest = Mapping(item.start)
    rest.entries = {key: node for key, node in item.entries.items() if key != _name_key(item)}
    return rest


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _ranks() -> dict[str, int]:
    """The keys of all files in the order of their declaration."""
    from phoihop.bind.schema import KINDS

    every = (record for _version, records, _purpose in KINDS.values() for record in records)
    keys = ("phoihop", "ten", "ngay", *(field.key for record in every for field in record.fields))
    return {key: rank for rank, key in enumerate(dict.fromkeys(keys))}
