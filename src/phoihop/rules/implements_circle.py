"""Plans carry out one another in a circle.

Why: None of them is then the one from which the others come, and nobody can tell what a duty goes back to.

Bad:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
      thuc_hien: vi-du  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "plans"
SEVERITY = Severity.ERROR


def check_book(book: Book) -> Iterator[Diagnostic]:
    told: set[str] = set()
    for plan in book.plans.values():
        path: list[str] = []
        name = plan.id
        while name and name in book.plans and name not in path and name not in told:
            path.append(name)
            name = book.plans[name].head.implements
        if name in path:
            circle = path[path.index(name) :]
            told.update(circle)
            yield Diagnostic(
                "implements-circle",
                book.plans[min(circle)].head.at["implements"],
                _("these carry out one another in a circle: {ids}").format(ids=" → ".join([*circle, circle[0]])),
                _("leave out thuc_hien in the one that the others come from"),
            )
        told.update(path)
