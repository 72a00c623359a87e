"""How a plan calls the offices that it names by code."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property

from phoihop.model import Book, Participant, Plan

_PLACE = re.compile(r" (?:tỉnh|[Tt]hành phố) [^,;()-]+$")


class Names:
    """Codes to printed names: the plan's own name (a group such as "Hai Sở"), the office's, else the code."""

    def __init__(self, plan: Plan, book: Book) -> None:
        self._book = book
        self._plan = plan
        # A group issues and signs as its members do: each under its own name and code.
        self.issuers: tuple[Participant, ...] = tuple(
            issuer if member == issuer.code else Participant(member, at=issuer.at, role=issuer.role)
            for issuer in plan.issuers()
            for member in book.members(plan, issuer.code)
        )

    def __call__(self, code: str) -> str:
        return self._book.name(self._plan, code)

    def short(self, code: str) -> str:
        """The name for a table: a department's without its province, where the plan is of one ("Sở Y tế")."""
        name = self(code)
        return name.removesuffix(self._province) if name.startswith("Sở ") else name

    @cached_property
    def _province(self) -> str:
        """What ends the names of a province's offices: " tỉnh Thái Bình"; nothing for a plan of several provinces."""
        above = (self.superior(issuer.code) for issuer in self.issuers)
        named = (_PLACE.search(name) for name in (*map(self, (one.code for one in self.issuers)), *above))
        found = {match[0] for match in named if match}
        return found.pop() if len(found) == 1 else ""

    def listed(self, codes: Iterable[str]) -> str:
        """Several names, separated by commas."""
        return ", ".join(self(code) for code in codes)

    def abbreviation(self, code: str) -> str:
        """What stands for the office in a document's symbol; the code when no abbreviation is known."""
        office = self._book.organisations.get(code)
        return (office.abbreviation if office else "") or code

    def superior(self, code: str) -> str:
        """The name of the office directly above, or nothing."""
        office = self._book.organisations.get(code)
        return self(office.superior) if office and office.superior else ""

    def place_name(self, code: str) -> str:
        """Where the office is seated, or nothing."""
        office = self._book.organisations.get(code)
        return office.place_name if office else ""
