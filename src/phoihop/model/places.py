"""Where the fields of a record stand."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from phoihop.text.source import Place


@runtime_checkable
class Places(Protocol):
    """Where the fields of a record stand: `task.at["deadline"]`; `at[""]` is the record itself.

    All places are equal: where something stands is no part of what it says, so that two records are equal when
    they say the same.

    A field that the file does not give stands at the record's beginning. A tuple's item: `at["partners", 0]`.
    """

    def __getitem__(self, name: str | tuple[str, int]) -> Place: ...

    def given(self, name: str) -> bool:
        """Whether the file gives the field a value, be it one that could not be read."""


class _Nowhere:
    """The places of a record that was not read from a file."""

    def __getitem__(self, name: str | tuple[str, int]) -> Place:
        return Place("", 1, 1, 1, 1)

    def given(self, name: str) -> bool:
        return False

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Places)

    def __hash__(self) -> int:
        return 0


NOWHERE: Places = _Nowhere()
"""What `at` is until a reader gives it."""
