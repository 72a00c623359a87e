"""Changes of tasks and reviews, and which is which."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from phoihop.bind.duty import AGREEMENT, COMPLETION, EXTENSION, SUSPENSION
from phoihop.bind.record import Record
from phoihop.bind.review import FEEDING, REVIEW
from phoihop.change.fields import differences, nature_of, told
from phoihop.change.items import citation_items, field_items
from phoihop.change.matching import Matched, matched, out_of_order
from phoihop.change.records import Item, Kind, Nature, Pair, What
from phoihop.model import Duty, Plan, Task, signed_phrase

_APART = frozenset({"completions", "extensions", "suspensions", "agreements", "chain", "id"})


class _Log(NamedTuple):
    """A list in which a duty keeps what became of it. `silent` fields say nothing to a person."""

    what: What
    key: str
    name: str
    record: Record
    silent: frozenset[str] = frozenset()


_LOGS = (
    _Log(What.RESULT, "ket_qua", "completions", COMPLETION),
    _Log(What.EXTENSION, "gia_han", "extensions", EXTENSION),
    _Log(What.SUSPENSION, "tam_dung", "suspensions", SUSPENSION),
    _Log(What.AGREEMENT, "dong_y", "agreements", AGREEMENT, frozenset({"version", "parent"})),
)


def duty_items(what: What, record: Record, old: Duty, new: Duty) -> Iterator[Item]:
    """What changed in one duty: its id, its fields, its results."""
    if old.id != new.id:
        nature = nature_of(what, "ma", old.id, new.id)
        yield Item(Kind.RENAMED, what, new.id, new.title, "ma", old.id, new.id, nature)
    without = _APART | ({"legal_basis"} if what is What.TASK else set())
    for item in field_items(what, new.id, new.title, differences(record, old, new, without)):
        # The document still says what was signed: what put the deadline off is a document of its own.
        put_off = item.field == "han" and signed_phrase(old) == signed_phrase(new)
        yield item._replace(nature=Nature.PROGRESS) if put_off else item
    if isinstance(old, Task) and isinstance(new, Task):
        yield from citation_items(new.id, old.legal_basis, new.legal_basis)
    for log in _LOGS:
        yield from _log_items(log, new, getattr(old, log.name), getattr(new, log.name))


def duty_words(duty: Duty) -> str:
    """What a duty is, in a line: its title, who leads it, by when."""
    parts = [f"chủ trì: {duty.lead}"] if duty.lead else []
    parts += [f"thời hạn: {duty.deadline.phrase}"] if duty.deadline and duty.deadline.phrase else []
    return duty.title + (f" ({'; '.join(parts)})" if parts else "")


def match_duties(old: Sequence[Duty], new: Sequence[Duty]) -> Matched:
    """Which duty is which: by id and title, by what it says under another id, by id alone, by words that are alike."""
    keys = (
        lambda duty: (duty.id, duty.title),
        lambda duty: (duty.title, duty.lead, told(duty.deadline)),
        lambda duty: duty.id,
        lambda duty: duty.title,
    )
    return matched(old, new, keys, duty_words)


def review_items(old: Plan, new: Plan) -> tuple[list[Item], list[Pair]]:
    """What changed in the reviews and in what feeds them, and which is which."""
    olds, news = old.all_reviews(), new.all_reviews()
    if olds == news:
        return [], list(zip(olds, news, strict=True))
    match = match_duties(olds, news)
    words = ((Kind.REMOVED, olds, match.removed), (Kind.ADDED, news, match.added))
    found: list[Item] = []
    for kind, some, which in words:
        for one in (some[index] for index in which):
            texts = (duty_words(one), "") if kind is Kind.REMOVED else ("", duty_words(one))
            found.append(Item(kind, What.REVIEW, one.id, one.title, "ra_soat", *texts))
    feeding = {id(one) for review in new.reviews for one in review.chain}
    for i, j in match.pairs:
        found += duty_items(What.REVIEW, FEEDING if id(news[j]) in feeding else REVIEW, olds[i], news[j])
    for i, j in out_of_order(match.pairs):
        numbers = str(i + 1), str(j + 1)
        found.append(Item(Kind.MOVED, What.REVIEW, news[j].id, news[j].title, "ra_soat", *numbers))
    return found, [(olds[i], news[j]) for i, j in match.pairs]


def _log_items(log: _Log, duty: Duty, old: Sequence[Any], new: Sequence[Any]) -> Iterator[Item]:
    """What was recorded, corrected or taken out: the progress of the work."""
    if old == new:
        return
    names = [field.name for field in log.record.fields]
    keys = (lambda one: _log_words(log, one), *(_field(name) for name in reversed(names)))
    found = matched(old, new, keys)
    for kind, pairs in (
        (Kind.CHANGED, found.pairs),
        (Kind.REMOVED, [(i, -1) for i in found.removed]),
        (Kind.ADDED, [(-1, j) for j in found.added]),
    ):
        for i, j in pairs:
            texts = _log_words(log, old[i]) if i >= 0 else "", _log_words(log, new[j]) if j >= 0 else ""
            if texts[0] != texts[1]:
                yield Item(kind, log.what, duty.id, duty.title, log.key, *texts, Nature.PROGRESS)


def _field(name: str) -> Callable[[Any], Any]:
    return lambda one: getattr(one, name)


def _log_words(log: _Log, one: Any) -> str:
    """What was recorded, in a line."""
    values = (getattr(one, field.name) for field in log.record.fields if field.name not in log.silent)
    return "; ".join(told(value) for value in values if value)
