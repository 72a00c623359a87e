"""How a plan calls the offices that it names by code."""

from __future__ import annotations

from collections.abc import Iterable

from phoihop.model import Book, Participant, Plan


class Names:
    """Codes to printed names: the plan's own name (a group such as "Hai Sở"), the office's, else the code."""

    __slots__ = ("_book", "_plan", "issuers")

    def __init__(self, plan: Plan, book: Book) -> None:
        self._book = book
        self._plan = plan
        self.issuers: tuple[Participant, ...] = tuple(plan.issuers())

    def __call__(self, code: str) -> str:
        return self._book.name(self._plan, code)

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
