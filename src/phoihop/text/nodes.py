"""A tree of nodes with places: what a YAML or Markdown file says before anybody interprets it.

Scalars stay text ("05" is "05", `no` is "no"); nodes keep character offsets, and a place is worked out
only when a diagnostic asks for it.
"""

from __future__ import annotations

from typing import TypeAlias


class Scalar:
    """A text. `plain` tells whether it stood without quotes; an empty plain scalar is a missing value."""

    __slots__ = ("end", "plain", "start", "value")

    def __init__(self, value: str, start: int, end: int, plain: bool = True) -> None:
        self.value = value
        self.start = start
        self.end = end
        self.plain = plain

    def __repr__(self) -> str:
        return f"Scalar({self.value!r})"

    @property
    def absent(self) -> bool:
        """Nothing was written after the key, an empty text, or one of YAML's words for nothing."""
        return not self.value or (self.plain and self.value in ("~", "null"))


class Sequence:
    """A list of nodes."""

    __slots__ = ("end", "items", "start")

    def __init__(self, start: int) -> None:
        self.items: list[Node] = []
        self.start = start
        self.end = start

    def __repr__(self) -> str:
        return f"Sequence({self.items!r})"


class Mapping:
    """Keys and their nodes, in order; of a key given twice the first stands, the others are in `repeated`."""

    __slots__ = ("end", "entries", "keys", "repeated", "start")

    def __init__(self, start: int) -> None:
        self.entries: dict[str, Node] = {}
        self.keys: dict[str, Scalar] = {}
        self.repeated: list[Scalar] = []
        self.start = start
        self.end = start

    def __repr__(self) -> str:
        return f"Mapping({self.entries!r})"


Node: TypeAlias = Scalar | Sequence | Mapping
