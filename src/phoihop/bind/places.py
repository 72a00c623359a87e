"""Where the fields of a bound record stand (see `model.Places`).

A record remembers its source and the offset at which it begins, not its nodes: they take twice the memory of the
plan itself, and a place is asked for only where something is wrong. The tree is then read once more.
"""

from __future__ import annotations

from collections.abc import Mapping as MappingType
from functools import lru_cache

from phoihop.bind.reading import Binding
from phoihop.bind.tree import read_tree
from phoihop.model import Places
from phoihop.text.nearest import plain
from phoihop.text.nodes import Mapping, Node, Scalar, Sequence
from phoihop.text.source import Place, Source

NO_KEYS: dict[str, str] = {}
"""The keys of what is read from one text: it has no fields of its own."""


class NodePlaces:
    """Where one record and its fields stand. `keys` gives the file's key for each name in the model."""

    __slots__ = ("_keys", "_source", "_start")

    def __init__(self, source: Source, start: int, keys: MappingType[str, str]) -> None:
        self._source = source
        self._start = start
        self._keys = keys

    def __getitem__(self, name: str | tuple[str, int]) -> Place:
        field, index = name if isinstance(name, tuple) else (name, -1)
        record = self._node()
        node = record
        if field and isinstance(record, Mapping):
            node = record.entries.get(self._keys.get(field, field), record)
            if index >= 0 and isinstance(node, Sequence) and index < len(node.items):
                node = node.items[index]
        if node is record and isinstance(node, Mapping):
            # The record itself: its first key stands for it, so that an excerpt shows one line.
            node = next(iter(node.keys.values()), node)
        return Binding(self._source).place(node)

    def given(self, name: str) -> bool:
        """Whether the file gives the field a value, be it one that could not be read."""
        record = self._node()
        if not isinstance(record, Mapping):
            return False
        wanted = self._keys.get(name, name)
        # A key that is misspelt by its accents alone ("chu_trì") has its own finding: the value is there.
        node = next((record.entries[key] for key in record.entries if plain(key) == plain(wanted)), None)
        return node is not None and not (isinstance(node, Scalar) and node.absent)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Places)

    def __hash__(self) -> int:
        return 0

    def _node(self) -> Node:
        mappings, scalars = _nodes(self._source)
        node = scalars.get(self._start) if self._keys is NO_KEYS else mappings.get(self._start)
        return node or Scalar("", self._start, self._start)


@lru_cache(maxsize=8)
def _nodes(source: Source) -> tuple[dict[int, Mapping], dict[int, Scalar]]:
    """The mappings and the texts of a source by where they begin; no two of a kind begin at one offset."""
    mappings: dict[int, Mapping] = {}
    scalars: dict[int, Scalar] = {}
    waiting = [read_tree(source)[0]]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Mapping):
            mappings[node.start] = node
            waiting.extend(node.keys.values())
            waiting.extend(node.entries.values())
        elif isinstance(node, Sequence):
            waiting.extend(node.items)
        elif node is not None:
            scalars[node.start] = node
    return mappings, scalars
