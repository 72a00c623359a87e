"""An office of the plan is written with other capitals than its name has.

Why: A name has one spelling: "Sở y tế" is not how the Department writes itself, and two spellings in a document are one
too many.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục II, mục III.1 (names of offices).

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    co_quan:
      - {ma: SYT, vai_tro: ban-hanh}
    mo_dau:
      - Sở y tế thống nhất với các trường học  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    co_quan:
      - {ma: SYT, vai_tro: ban-hanh}
    mo_dau:
      - Sở Y tế thống nhất với các trường học
      - SỞ Y TẾ
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Citation, Places, Plan, Recipient
from phoihop.rules.capital_letters import WRONG
from phoihop.text.diagnostic import Diagnostic, Edit, Fix, Severity
from phoihop.text.source import Place

FAMILY = "offices"
SEVERITY = Severity.WARNING

_Line = tuple[str, Places, str | tuple[str, int]]


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    names = [
        (office.name, office.name.casefold())
        for participant in plan.participants
        if (office := book.organisations.get(participant.code)) is not None and " " in office.name
    ]
    if not names:
        return
    lines = list(_lines(plan))
    whole = "\n".join(line[0] for line in lines)
    small_whole = whole.casefold()
    if all(whole.count(name) == small_whole.count(small) for name, small in names):
        return  # every one is written as it should be
    for text, at, field in lines:
        folded = text.casefold()
        if len(folded) != len(text):
            continue
        for name, small in names:
            starts = (n for n in _found(small, folded) if not _inside_another(names, name, folded, n))
            said = next((said for n in starts if _differs(said := text[n : n + len(name)], name)), "")
            if said:
                yield _written_otherwise(at[field], said, name)
                break


def _found(name: str, text: str) -> Iterator[int]:
    """Where a name stands as words of its own: "cơ sở y tế" is no department."""
    start = text.find(name)
    while start >= 0:
        before, after = text[max(start - 1, 0) : start], text[start + len(name) : start + len(name) + 1]
        if not before.isalnum() and not after.isalnum() and not text.endswith("cơ ", 0, start):
            yield start
        start = text.find(name, start + 1)


def _differs(said: str, name: str) -> bool:
    """Whether a name is misspelt, and not the common noun that it is made of ("lực lượng công an tỉnh")."""
    if said == name or said.isupper() or any(wrong in said for wrong in WRONG):  # capital-letters speaks of those
        return False
    return not (said[1:] == name[1:] and name[1:].islower())


def _inside_another(names: list[tuple[str, str]], name: str, folded: str, start: int) -> bool:
    """Whether what stands there is part of a longer name, which has its own spelling."""
    return any(len(other) > len(name) and folded.find(small) == start for other, small in names)


def _written_otherwise(place: Place, said: str, name: str) -> Diagnostic:
    return Diagnostic(
        "office-spelling",
        place,
        _('"{said}" is written "{name}"').format(said=said, name=name),
        _("write it as in co-quan.yaml; --unsafe-fixes does it"),
        fix=Fix((Edit(place, said, name),), safe=False),
    )


def _lines(plan: Plan) -> Iterator[_Line]:
    """The plan's texts, each with its place."""
    yield plan.head.title, plan.head.at, "title"
    yield from ((text, plan.at, ("opening", n)) for n, text in enumerate(plan.opening))
    own: tuple[Citation | Recipient, ...] = (*plan.legal_basis, *plan.recipients)
    yield from ((line.text, line.at, "") for line in own)
    for section in plan.all_sections():
        yield section.title, section.at, "title"
        yield from ((text, section.at, ("paragraphs", n)) for n, text in enumerate(section.paragraphs))
        yield from ((text, section.at, ("clauses", n)) for n, text in enumerate(section.clauses))
        yield from ((task.title, task.at, "title") for task in section.tasks)
