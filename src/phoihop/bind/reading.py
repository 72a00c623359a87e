"""What happens while a file is bound: the findings so far, each at its place."""

from __future__ import annotations

from collections.abc import Iterable

from phoihop.i18n import _
from phoihop.text.diagnostic import Diagnostic, Edit, Fix
from phoihop.text.nearest import nearest
from phoihop.text.nodes import Mapping, Node, Scalar, Sequence
from phoihop.text.source import Place, Source


class Binding:
    """The findings of one file while it is bound. Nothing raises: a wrong field leaves the rest readable."""

    __slots__ = ("findings", "source")

    def __init__(self, source: Source) -> None:
        self.source = source
        self.findings: list[Diagnostic] = []

    def place(self, node: Node) -> Place:
        """Where a node stands, without the blank lines that end a block text."""
        end = node.end
        if node.__class__ is Scalar:
            text = self.source.text[node.start : end]
            end = node.start + max(len(text.rstrip()), 1)
        return self.source.place(node.start, end)

    def report(
        self, rule: str, node: Node, message: str, help: str = "", mended: str = "", *, safe: bool = False
    ) -> None:
        """Note a finding at a node; `mended` is what a text should say instead, if that is known."""
        place = self.place(node)
        fix = Fix((Edit(place, node.value, mended),), safe) if mended and isinstance(node, Scalar) else None
        self.findings.append(Diagnostic(rule, place, message, help, fix=fix))

    def wrong_type(self, node: Node, key: str, expected: str, help: str = "", mended: str = "") -> None:
        """Note that a node is not of the kind that its key asks for; `mended` is the one right way to write it."""
        self.report(
            "wrong-type",
            node,
            _('"{key}" is {found}; {expected} is expected').format(key=key, found=describe(node), expected=expected),
            help or _hint_for(node, self.source),
            mended,
            safe=True,
        )

    def unknown_key(self, key: Scalar, known: Iterable[str], record: str) -> None:
        """Note a key that a record does not have, with the nearest one that it has."""
        known = list(known)
        guess = nearest(key.value, known)
        cut = self.source.text[key.end : key.end + 1] in (",", "}")
        if cut and (" " in key.value.strip() or not guess):
            # `{a: b, c}`: the comma ended the value, and its rest became a key without a value.
            self.report(
                "unknown-key",
                key,
                _('a comma in braces ends a value; "{key}" is read as a key').format(key=shorten(key.value)),
                _("put the whole value in double quotes"),
            )
            return
        self.report(
            "unknown-key",
            key,
            _('"{key}" is not a key of {record}').format(key=shorten(key.value), record=record),
            _('did you mean "{guess}"?').format(guess=guess)
            if guess
            else _("known here: {keys}").format(keys=", ".join(known)),
            guess,
        )

    def missing_key(self, node: Mapping, key: str, record: str, example: str) -> None:
        """Note a key that a record must have; the place is the record's first key."""
        first = next(iter(node.keys.values()), node)
        self.report(
            "missing-key",
            first,
            _('{record} lacks "{key}"').format(record=record, key=key),
            _('add "{key}: {example}"').format(key=key, example=example),
        )


def describe(node: Node) -> str:
    """What a node is, in words, with its value quoted where it is short."""
    if isinstance(node, Mapping):
        return _("a group of keys")
    if isinstance(node, Sequence):
        return _("a list")
    return _("empty") if node.absent else f'"{shorten(node.value)}"'


def shorten(text: str, limit: int = 60) -> str:
    """A value as a message quotes it: one line, not too long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"


def _hint_for(node: Node, source: Source) -> str:
    # `- Lưu: VT, KGVX` is the trap of this domain: YAML reads it as a key with a value.
    if isinstance(node, Mapping) and len(node.entries) == 1 and isinstance(next(iter(node.entries.values())), Scalar):
        text = source.text[node.start : node.end].rstrip()
        if "\n" not in text and not text.startswith("{"):
            return _('a text with a colon needs double quotes: "{text}"').format(text=shorten(text.strip("“”")))
    return ""
