"""Groups of a status's entries, each with the same figures; and who owes whom."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from itertools import product
from typing import NamedTuple

from phoihop.dates.units import span_label
from phoihop.model import Book, Plan
from phoihop.views.counts import Counts, count
from phoihop.views.entry import Entry

NO_LEAD = "Chưa rõ cơ quan chủ trì"


class By(Enum):
    """What entries are grouped by; the values are those of the command and of the JSON form."""

    OFFICE = "office"
    PLAN = "plan"
    FIELD = "field"
    MONTH = "month"


class Group(NamedTuple):
    """The figures of some entries; `carried` are those overdue since before the period, in no class of `counts`.

    `key` is an office's code, a plan's id, the title of a section, or a month ("2026-03").
    """

    key: str
    name: str
    counts: Counts
    carried: int


class Balance(NamedTuple):
    """What one issuer of a plan leads and another one is a partner of; what of it is not finished the first owes."""

    lead: str
    lead_name: str
    partner: str
    partner_name: str
    counts: Counts
    carried: int

    @property
    def owed(self) -> int:
        """How many are not finished, those of earlier periods included."""
        return self.counts.open + self.carried


def grouped(entries: Iterable[Entry], by: By) -> tuple[Group, ...]:
    """The groups: months in order, else what has most overdue first. Together they are the whole.

    An entry belongs to its one lead, be it a group that a plan names ("Hai Sở"), to the section that it stands in,
    to the month of its due day.
    """
    found: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        found.setdefault(_key(entry, by), []).append(entry)
    groups = [Group(*key, *_figures(members)) for key, members in found.items()]
    if by is By.MONTH:
        return tuple(sorted(groups))
    groups.sort(key=lambda group: (-group.counts.open_overdue - group.carried, -group.counts.total, group.name))
    return tuple(groups)


def balances(book: Book, entries: Iterable[Entry]) -> tuple[Balance, ...]:
    """Who leads what with whom, among the issuers of plans that have two or more; both directions stand together.

    A duty with two partners counts towards both. Members of a group that leads together owe each other nothing.
    """
    found: dict[tuple[str, str], list[Entry]] = {}
    names: dict[str, str] = {}
    issuers = {plan.id: _issuers(plan, book) for plan in book.plans.values()}
    for entry in entries:
        item, plan = entry.item, book.plans[entry.item.plan]
        if len(issuers[plan.id]) < 2:
            continue
        leads = book.members(plan, item.lead)
        partners = {member for code in item.partners for member in book.members(plan, code)}.difference(leads)
        for lead, partner in product(leads, partners):
            if issuers[plan.id].issuperset((lead, partner)):
                found.setdefault((lead, partner), []).append(entry)
                names |= {code: book.name(plan, code) for code in (lead, partner)}
    ordered = sorted(found.items(), key=lambda pair: (sorted(pair[0]), pair[0]))
    return tuple(
        Balance(lead, names[lead], partner, names[partner], *_figures(members)) for (lead, partner), members in ordered
    )


def _figures(entries: list[Entry]) -> tuple[Counts, int]:
    return count(entry.status for entry in entries if not entry.carried), sum(entry.carried for entry in entries)


def _issuers(plan: Plan, book: Book) -> set[str]:
    return {member for issuer in plan.issuers() for member in book.members(plan, issuer.code)}


def _key(entry: Entry, by: By) -> tuple[str, str]:
    item = entry.item
    match by:
        case By.OFFICE:
            return item.lead, item.lead_name or NO_LEAD
        case By.PLAN:
            return item.plan, item.plan_title
        case By.FIELD:
            return entry.field, entry.field
        case By.MONTH:
            return f"{item.due:%Y-%m}", span_label(item.due.month, item.due.month, item.due.year)
