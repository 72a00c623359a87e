"""Changes of fields and of lists, as items."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from phoihop.bind.record import Record
from phoihop.change.fields import Difference, differences, nature_of
from phoihop.change.matching import matched, out_of_order
from phoihop.change.records import Item, Kind, What
from phoihop.model import Citation


def record_items(record: Record, what: What, id: str, title: str, old: Any, new: Any) -> Iterator[Item]:
    """The changed fields of a record that stays."""
    if old != new:
        yield from field_items(what, id, title, differences(record, old, new))


def field_items(what: What, id: str, title: str, found: Iterable[Difference]) -> Iterator[Item]:
    """Each difference as an item."""
    for key, old, new in found:
        yield Item(Kind.CHANGED, what, id, title, key, old, new, nature_of(what, key, old, new))


def text_items(what: What, id: str, key: str, old: Sequence[str], new: Sequence[str]) -> Iterator[Item]:
    """Changes of a list of texts, whose order is that of print."""
    if old == new:
        return
    found = matched(old, new, (str,), str)
    for i, j in found.pairs:
        if old[i] != new[j]:
            yield Item(Kind.CHANGED, what, id, "", key, old[i], new[j], nature_of(what, key, old[i], new[j]))
    yield from order_items(what, id, key, found.pairs, new)
    for i in found.removed:
        yield Item(Kind.REMOVED, what, id, "", key, old[i], "", nature_of(what, key, old[i], ""))
    for j in found.added:
        yield Item(Kind.ADDED, what, id, "", key, "", new[j], nature_of(what, key, "", new[j]))


def order_items(
    what: What, id: str, key: str, pairs: list[tuple[int, int]], names: Sequence[str], title: str = ""
) -> Iterator[Item]:
    """What stands at another place of its list, told by its number before and after."""
    for i, j in out_of_order(pairs):
        nature = nature_of(what, key, "", "")
        yield Item(Kind.MOVED, what, id or names[j], title or names[j], key, str(i + 1), str(j + 1), nature)


def citation_items(id: str, old: Sequence[Citation], new: Sequence[Citation]) -> Iterator[Item]:
    """Changes of the documents cited, each known by its kind and number."""
    before, after = [one.text for one in old], [one.text for one in new]
    if before == after:
        return
    keys = (lambda one: one.text, lambda one: one.number and (one.kind_word.casefold(), one.number))
    found = matched(old, new, keys, lambda one: one.text)
    for i, j in found.pairs:
        if before[i] != after[j]:
            nature = nature_of(What.CITATION, "can_cu", before[i], after[j])
            yield Item(Kind.CHANGED, What.CITATION, id, "", "can_cu", before[i], after[j], nature)
    yield from order_items(What.CITATION, id, "can_cu", found.pairs, after)
    for i in found.removed:
        yield Item(Kind.REMOVED, What.CITATION, id, "", "can_cu", before[i], "")
    for j in found.added:
        yield Item(Kind.ADDED, What.CITATION, id, "", "can_cu", "", after[j])
