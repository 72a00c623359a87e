"""From bound files to the book: everything by its id, and what came twice or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath
from unicodedata import normalize

from phoihop.bind.file import OFFICES, PLAN, BoundFile
from phoihop.model import Act, Book, OfficesState, Organisation, Plan


def assemble(files: Iterable[BoundFile]) -> Book:
    """The book of some bound files; of two with one id the first stands."""
    plans: dict[str, Plan] = {}
    organisations: dict[str, Organisation] = {}
    repeated: list[Plan | Organisation] = []
    unread: set[str] = set()
    acts: dict[str, Act] = {}
    state = OfficesState.ABSENT
    for file in files:
        stem = normalize("NFC", PurePosixPath(file.source.path).stem)
        if file.schema == OFFICES:
            state = OfficesState.READ
        elif stem == "co-quan" and not file.schema:
            state = OfficesState.UNREADABLE
        for act in file.acts:
            acts.setdefault(act.number, act)
        for organisation in file.organisations:
            if organisations.setdefault(organisation.code, organisation) is not organisation:
                repeated.append(organisation)
        if file.plan is not None:
            if plans.setdefault(file.plan.id, file.plan) is not file.plan:
                repeated.append(file.plan)
        elif file.schema in ("", PLAN):
            unread.add(stem)
    return Book(plans, organisations, tuple(repeated), frozenset(unread - plans.keys()), state, acts)
