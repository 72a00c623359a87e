"""Changes of tasks and reviews, and which is which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phoihop.bind.duty import COMPLETION
from phoihop.bind.record import Record
from phoihop.bind.review import FEEDING, REVIEW
from phoihop.change.fields import differences, nature_of, told
from phoihop.change.items import citation_items, field_items
from phoihop.change.matching import Matched, matched, out_of_order
from phoihop.change.records import Item, Kind, Nature, Pair, What
from phoihop.model import Completion, Duty, Plan, Task

_APART = frozenset({"completions", "chain", "id"})


def duty_items(what: What, record: Record, old: Duty, new: Duty) -> Iterator[Item]:
    """What changed in one duty: its id, its fields, its results."""
    if old.id != new.id:
        nature = nature_of(what, "ma", old.id, new.id)
        yield Item(Kind.RENAMED, what, new.id, new.title, "ma", old.id, new.id, nature)
    without = _APART | ({"legal_basis"} if what is What.TASK else set())
    yield from field_items(what, new.id, new.title, differences(record, old, new, without))
    if isinstance(old, Task) and isinstance(new, Task):
        yield from citation_items(new.id, old.legal_basis, new.legal_basis)
    yield from result_items(new, old.completions, new.completions)


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


def result_items(duty: Duty, old: Sequence[Completion], new: Sequence[Completion]) -> Iterator[Item]:
    """Results that were recorded, corrected or taken out: the progress of the work."""
    if old == new:
        return
    keys = (result_words, lambda one: one.occurrence, lambda one: one.document, lambda one: one.day)
    found = matched(old, new, keys)
    for kind, pairs in (
        (Kind.CHANGED, found.pairs),
        (Kind.REMOVED, [(i, -1) for i in found.removed]),
        (Kind.ADDED, [(-1, j) for j in found.added]),
    ):
        for i, j in pairs:
            texts = result_words(old[i]) if i >= 0 else "", result_words(new[j]) if j >= 0 else ""
            if texts[0] != texts[1]:
                yield Item(kind, What.RESULT, duty.id, duty.title, "ket_qua", *texts, Nature.PROGRESS)


def result_words(result: Completion) -> str:
    """A recorded result in a line."""
    values = (getattr(result, field.name) for field in COMPLETION.fields)
    return "; ".join(told(value) for value in values if value)
