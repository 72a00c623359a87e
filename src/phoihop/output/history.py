"""A task's history as lines for people and as JSON (version 1)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from phoihop.change.records import Item, Kind
from phoihop.i18n import _, ngettext
from phoihop.output.agenda import day_text
from phoihop.output.change import kind_text
from phoihop.output.wrapping import wrapped
from phoihop.views.history import Entry, History


def lines(view: History, width: int = 0) -> Iterator[str]:
    """Each commit in a line, newest first, and below it what it changed. Wrapped to a width, if one is given."""
    return wrapped(_lines(view), width)


def _lines(view: History) -> Iterator[str]:
    yield f"{view.plan}/{view.id}: {view.title}"
    for entry in view.entries:
        yield _heading(entry)
        for item in entry.items:
            yield f"    {' '.join(_item(item).splitlines())}"
    if not view.entries:
        yield _("git knows nothing of it yet")
    if view.shallow:
        yield _("the history ends here: this is a shallow clone (git fetch --unshallow)")
    if view.unread:
        n = len(view.unread)
        text = ngettext(
            "the file could not be read at {n} commit: {which}", "the file could not be read at {n} commits: {which}", n
        )
        yield text.format(n=n, which=", ".join(oid[:8] for oid in view.unread[:5]))


def _heading(entry: Entry) -> str:
    if entry.when is None:
        return _("not committed yet")
    day = day_text(entry.when.date())
    return f"{day} {entry.oid[:8]} {_shown(entry.author)}: {_shown(entry.subject)}".replace(" : ", " ").rstrip(": ")


def _shown(text: str) -> str:
    """What somebody typed into git, without anything that moves a cursor."""
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text)


def _item(item: Item) -> str:
    if item.kind is Kind.ADDED:
        return f"{kind_text(item.kind)} {item.field or item.id}: {item.new}"
    if item.kind is Kind.REMOVED:
        return f"{kind_text(item.kind)} {item.field}: {item.old}"
    field = item.field or item.id
    return f"{field}: {item.old or '-'} -> {item.new or '-'}"


def as_json(view: History) -> dict[str, Any]:
    """The history as the JSON form, version 1."""
    return {
        "version": 1,
        "plan": view.plan,
        "id": view.id,
        "title": view.title,
        "shallow": view.shallow,
        "unread": list(view.unread),
        "entries": [
            {
                "commit": entry.oid or None,
                "date": entry.when.isoformat() if entry.when else None,
                "author": entry.author,
                "subject": entry.subject,
                "path": entry.path,
                "id": entry.id,
                "changes": [
                    {
                        "kind": item.kind.value,
                        "what": item.what.value,
                        "field": item.field,
                        "old": item.old,
                        "new": item.new,
                        "nature": item.nature.value,
                    }
                    for item in entry.items
                ],
            }
            for entry in view.entries
        ],
    }
