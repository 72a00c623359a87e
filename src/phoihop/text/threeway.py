"""Two edits of one YAML text merged by what stands in it: records by their keys, lists by which item is which.

The result is a list of changes of one side's text, and what the merged text must say: whoever makes the changes reads
the result again and compares.
"""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Sequence as SequenceType
from typing import Any, TypeAlias

from phoihop.text.graft import Part, Unfit, replaced, with_item, with_key, without, without_item
from phoihop.text.nodes import Mapping, Node, Scalar, Sequence
from phoihop.text.splice import Change

Pairs: TypeAlias = list[tuple[int, int]]
Same: TypeAlias = Callable[[str, SequenceType[Any], SequenceType[Any], bool], Pairs]
"""Which item of one list under a key is which of another, by what the items say; and whether one is an edit of the
other, so that what differs may be one item all the same."""


def data(node: Node | None) -> Any:
    """What a node says, without its style. A key without a value, or with an empty list, is as if it were not there."""
    match node:
        case Scalar():
            return "" if node.absent else node.value
        case Sequence():
            return [data(item) for item in node.items]
        case Mapping():
            said = {key: data(child) for key, child in node.entries.items()}
            return {key: value for key, value in said.items() if value not in ("", [], {})}
    return None


class Merger:
    """Merges into `ours` what `theirs` made of the base. In a conflict one side is taken, and it is counted.

    `failed`: some change does not fit the text; what is merged is still told.
    """

    def __init__(self, ours: str, theirs: str, same: Same, take_theirs: bool) -> None:
        self.ours = ours
        self.theirs = theirs
        self.same = same
        self.take_theirs = take_theirs
        self.changes: list[Change] = []
        self.conflicts = 0
        self.failed = False

    def merge(self, base: Node, ours: Node, theirs: Node) -> Any:
        """What the merged text says; `changes` make it of our text."""
        merged = self._value("", base, Part(ours, self.ours), Part(theirs, self.theirs))
        self.changes.sort(key=lambda change: change[:2])
        ends = [0, *(change[1] for change in self.changes)]
        self.failed |= any(end > change[0] for end, change in zip(ends, self.changes, strict=False))
        return merged

    def _value(self, key: str, base: Node | None, ours: Part, theirs: Part) -> Any:
        said, wanted = data(ours.node), data(theirs.node)
        if said == wanted or (base is not None and data(base) == wanted):
            return said
        if isinstance(ours.node, Mapping) and isinstance(theirs.node, Mapping):
            return self._mapping(base if isinstance(base, Mapping) else Mapping(0), ours, theirs)
        if isinstance(ours.node, Sequence) and isinstance(theirs.node, Sequence) and ours.node.items:
            if base is not None and data(base) == said and self._in_one_line(ours, theirs):
                return wanted
            return self._sequence(key, base if isinstance(base, Sequence) else Sequence(0), ours, theirs)
        if (base is None or data(base) != said) and not self._theirs_wins():
            return said
        self._change(replaced, ours, theirs)
        return wanted

    def _in_one_line(self, ours: Part, theirs: Part) -> bool:
        """Whether a list in brackets that only they changed can be theirs as a whole."""
        try:
            self.changes.append(replaced(ours, theirs))
        except Unfit:
            return False
        return True

    def _theirs_wins(self) -> bool:
        self.conflicts += 1
        return self.take_theirs

    def _change(self, make: Callable[..., Change], *arguments: Any) -> None:
        try:
            self.changes.append(make(*arguments))
        except (Unfit, ValueError):
            self.failed = True

    def _mapping(self, base: Mapping, ours: Part, theirs: Part) -> dict[str, Any]:
        assert isinstance(ours.node, Mapping)
        assert isinstance(theirs.node, Mapping)
        was, mine, yours = data(base), data(ours.node), data(theirs.node)
        merged = {}
        for key, node in ours.node.entries.items():
            if key not in mine:
                continue
            if key in yours:
                done = len(self.changes)
                children = ours.child(node), theirs.child(theirs.node.entries[key])
                value = self._value(key, base.entries.get(key) if key in was else None, *children)
                if value not in ([], {}):
                    merged[key] = value
                    continue
                del self.changes[done:]
            elif key not in was or (was[key] != mine[key] and not self._theirs_wins()):
                merged[key] = mine[key]
                continue
            self._change(without, ours, key)
        after = ""
        for key in theirs.node.entries:
            if key in ours.node.entries:
                after = key
            if (
                key in yours
                and key not in mine
                and (key not in was or (was[key] != yours[key] and self._theirs_wins()))
            ):
                self._change(with_key, ours, key, theirs, after or next(iter(ours.node.entries), ""))
                merged[key] = yours[key]
        return merged

    # ------------------------------------------------------------------ lists

    def _sequence(self, key: str, base: Sequence, ours: Part, theirs: Part) -> list[Any]:
        assert isinstance(ours.node, Sequence)
        assert isinstance(theirs.node, Sequence)
        was, mine, yours = data(base), data(ours.node), data(theirs.node)
        from_base, base_of_theirs = (dict(self.same(key, edit, was, True)) for edit in (mine, yours))
        to_theirs = self._aligned(key, mine, yours, from_base, base_of_theirs)
        in_theirs = {j: i for i, j in to_theirs.items()}
        if sorted(to_theirs.values()) != [to_theirs[i] for i in sorted(to_theirs)]:
            self.failed = True  # another order on one side
        if self._rewritten(was, from_base, base_of_theirs, len(mine), len(yours)):
            return self._other_list(ours, theirs) if self._theirs_wins() else mine
        kept: list[Any] = []
        for i, item in enumerate(ours.node.items):
            if i in to_theirs:
                origin = base.items[from_base[i]] if i in from_base else None
                kept.append(self._item(key, origin, ours, i, theirs.child(theirs.node.items[to_theirs[i]])))
            elif i not in from_base or (was[from_base[i]] != mine[i] and not self._theirs_wins()):
                kept.append(data(item))
            else:
                kept.append(_GONE)
                self._change(without_item, ours, i)
        ours_of_base = {b: i for i, b in from_base.items()}
        return self._with_new(kept, ours, theirs, in_theirs, base_of_theirs, ours_of_base, was)

    def _item(self, key: str, base: Node | None, ours: Part, index: int, theirs: Part) -> Any:
        """An item that both have; two that were added under one id are two different things."""
        assert isinstance(ours.node, Sequence)
        part = ours.child(ours.node.items[index])
        if base is None and data(part.node) != data(theirs.node):
            if not self._theirs_wins():
                return data(part.node)
            self._change(without_item, ours, index)
            self._change(with_item, ours, theirs, theirs.node, index)
            return data(theirs.node)
        return self._value(key, base, part, theirs)

    def _with_new(
        self,
        kept: list[Any],
        ours: Part,
        theirs: Part,
        in_theirs: dict[int, int],
        base_of_theirs: dict[int, int],
        ours_of_base: dict[int, int],
        was: list[Any],
    ) -> list[Any]:
        """The list with what theirs added, each beside what it stands beside there."""
        assert isinstance(theirs.node, Sequence)
        added: dict[int, list[Any]] = {}
        for j, item in enumerate(theirs.node.items):
            b = base_of_theirs.get(j, -1)
            if j in in_theirs or (b >= 0 and (was[b] == data(item) or not self._theirs_wins())):
                continue
            index = _place(j, len(kept), in_theirs, base_of_theirs, ours_of_base)
            self._change(with_item, ours, theirs, item, index)
            added.setdefault(index, []).append(data(item))
        merged = []
        for i, item in enumerate([*kept, _GONE]):
            merged += added.get(i, [])
            merged += [] if item is _GONE else [item]
        return merged

    def _aligned(
        self, key: str, mine: list[Any], yours: list[Any], from_base: dict[int, int], base_of_theirs: dict[int, int]
    ) -> dict[int, int]:
        """Which item of theirs each of ours is."""
        theirs_of = {b: j for j, b in base_of_theirs.items()}
        found = {i: theirs_of[b] for i, b in from_base.items() if b in theirs_of}
        left = [i for i in range(len(mine)) if i not in from_base]
        right = [j for j in range(len(yours)) if j not in base_of_theirs]
        both = self.same(key, [mine[i] for i in left], [yours[j] for j in right], False)
        return found | {left[a]: right[b] for a, b in both}

    def _rewritten(
        self, was: list[Any], from_base: dict[int, int], base_of_theirs: dict[int, int], ours: int, theirs: int
    ) -> bool:
        """Whether both put something else in the place of one item without an id: nobody knows which is which."""
        gone = set(range(len(was))) - set(from_base.values()) - set(base_of_theirs.values())
        texts = any(not isinstance(was[b], dict) or "ma" not in was[b] for b in gone)
        return bool(gone) and texts and ours > len(from_base) and theirs > len(base_of_theirs)

    def _other_list(self, ours: Part, theirs: Part) -> list[Any]:
        """Their list in the place of ours: what is new goes in, what is old goes out."""
        assert isinstance(ours.node, Sequence)
        assert isinstance(theirs.node, Sequence)
        for item in theirs.node.items:
            self._change(with_item, ours, theirs, item, 0)
        for index in range(len(ours.node.items)):
            self._change(without_item, ours, index)
        wanted: list[Any] = data(theirs.node)
        return wanted


_GONE: Any = object()


def _place(
    j: int, last: int, in_theirs: dict[int, int], base_of_theirs: dict[int, int], ours_of_base: dict[int, int]
) -> int:
    """Before which of our items one that is only theirs belongs: where what it replaced stands, else after what it
    follows there, else before what follows it."""
    before = next((k for k in range(j - 1, -1, -1) if k in base_of_theirs or k in in_theirs), -1)
    b = base_of_theirs[before] + 1 if before in base_of_theirs else 0
    replaced = b in ours_of_base and b not in base_of_theirs.values() and (before < 0 or before in base_of_theirs)
    if replaced:
        return ours_of_base[b]
    if before in in_theirs:
        return _after_ours(in_theirs[before], last, ours_of_base, in_theirs)
    follows = next((in_theirs[k] for k in sorted(in_theirs) if k > j), None)
    if follows is not None:
        return follows
    earlier = [in_theirs[k] for k in in_theirs if k < j]
    return max(earlier) + 1 if earlier else last


def _after_ours(index: int, last: int, ours_of_base: dict[int, int], in_theirs: dict[int, int]) -> int:
    """The place after an item and after what only ours put there: ours first, then theirs."""
    taken = {*ours_of_base.values(), *in_theirs.values()}
    index += 1
    while index < last and index not in taken:
        index += 1
    return index
