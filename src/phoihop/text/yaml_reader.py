"""YAML text to nodes, straight from the parser's events (YAML 1.1 as libyaml reads it).

Nothing is constructed: no tag is obeyed, no alias followed, no scalar converted. What cannot be read is a
diagnostic; after a syntax error there is no tree, so that one mistake is one finding.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from phoihop.i18n import _
from phoihop.text.check import CONTROL, control_character
from phoihop.text.diagnostic import Diagnostic, Related
from phoihop.text.nodes import Mapping, Node, Scalar, Sequence
from phoihop.text.source import Source

MAX_DEPTH = 40
"""Levels of nesting that are read; a plan needs about ten."""

_PLAIN_TAGS = frozenset({None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"})


class _Unreadable(Exception):
    """Carries the finding that ends the reading of a file; never leaves this module."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.message)
        self.finding = finding


def read_yaml(source: Source, start: int = 0, end: int | None = None) -> tuple[Node | None, list[Diagnostic]]:
    """The tree of one YAML document (or of the part of the text from `start` to `end`), and what is wrong with it.

    An empty document gives no tree and no finding: only the caller knows what is missing.
    """
    whole = start == 0 and end is None
    builder = _Builder(source, start)
    try:
        root = builder.read(source.text if whole else source.text[start:end])
    except _Unreadable as stop:
        return None, [*builder.findings, stop.finding]
    return root, builder.findings


@lru_cache(maxsize=1)
def _parser() -> tuple[Callable[[str], Any], type[Exception], tuple[type[Any], ...]]:
    """The event parser (libyaml's where it is built in), its error, and the event classes."""
    from yaml import events
    from yaml.error import YAMLError

    parser: Callable[[str], Any]
    try:
        from yaml._yaml import CParser as parser
    except ImportError:  # a platform without libyaml: slower, the same events
        from yaml.loader import SafeLoader as parser
    classes = (
        events.ScalarEvent,
        events.MappingStartEvent,
        events.SequenceStartEvent,
        events.MappingEndEvent,
        events.SequenceEndEvent,
        events.AliasEvent,
        events.DocumentStartEvent,
        events.StreamEndEvent,
    )
    return parser, YAMLError, classes


class _Builder:
    """Turns events into nodes for one text; `base` is where that text begins in the source."""

    def __init__(self, source: Source, base: int) -> None:
        self.source = source
        self.base = base
        self.findings: list[Diagnostic] = []
        self.aliases: list[Any] = []

    def read(self, text: str) -> Node | None:
        make_parser, error, classes = _parser()
        try:
            root = self._build(make_parser(text).get_event, classes)
        except error as problem:
            from phoihop.text.yaml_syntax import syntax_finding

            raise _Unreadable(syntax_finding(self.source, self.base, problem)) from None
        if self.aliases:
            self.findings.append(self._alias_finding())
        return root

    def _build(self, next_event: Callable[[], Any], classes: tuple[type[Any], ...]) -> Node | None:
        (
            scalar_event,
            mapping_start,
            sequence_start,
            mapping_end,
            sequence_end,
            alias,
            document,
            stream_end,
        ) = classes
        base, findings = self.base, self.findings
        root: Node | None = None
        stack: list[tuple[Mapping | Sequence, Scalar | None]] = []
        parent: Mapping | Sequence | None = None
        key: Scalar | None = None
        documents = 0
        while True:
            event = next_event()
            kind = event.__class__
            node: Node
            if kind is scalar_event:
                node = Scalar(event.value, event.start_mark.index + base, event.end_mark.index + base, not event.style)
                if event.tag not in _PLAIN_TAGS:
                    findings.append(self._tag(event))
                if event.style == '"' and CONTROL.search(event.value):
                    node.value = CONTROL.sub(" ", event.value)
                    findings.append(control_character(self.source.place(node.start, node.end), event.value))
            elif kind is mapping_start or kind is sequence_start:
                node = (Mapping if kind is mapping_start else Sequence)(event.start_mark.index + base)
                node.end = event.end_mark.index + base
                if event.tag not in _PLAIN_TAGS:
                    findings.append(self._tag(event))
            elif kind is mapping_end or kind is sequence_end:
                assert parent is not None
                self._close(parent, event)
                parent, key = stack.pop() if stack else (None, None)
                continue
            elif kind is alias:
                self.aliases.append(event)
                node = Scalar("", event.start_mark.index + base, event.end_mark.index + base)
            elif kind is stream_end:
                return root
            else:
                if kind is document:
                    documents += 1
                    if documents > 1:
                        raise _Unreadable(self._second_document(event))
                continue

            # Put the node where it belongs: the root, a list's next item, a key, or a key's value.
            if parent is None:
                root = node
            elif isinstance(parent, Sequence):
                parent.items.append(node)
            elif key is None:
                if node.__class__ is not Scalar:
                    raise _Unreadable(self._key_not_text(event))
                key = node
                continue
            else:
                self._put(parent, key, node)
                key = None
            if node.__class__ is not Scalar:
                if len(stack) + (parent is not None) >= MAX_DEPTH:
                    raise _Unreadable(self._too_deep(event))
                if parent is not None:
                    stack.append((parent, key))
                parent, key = node, None  # type: ignore[assignment]

    @staticmethod
    def _put(parent: Mapping, key: Scalar, node: Node) -> None:
        name = key.value
        if name in parent.entries:
            parent.repeated.append(key)
        else:
            parent.entries[name] = node
            parent.keys[name] = key

    def _close(self, node: Mapping | Sequence, event: Any) -> None:
        """Set where a node ends: a flow node at its bracket, a block node with its last child.

        The end mark of a block node runs on to the next token, past comments and blank lines.
        """
        end = event.end_mark.index
        if end > event.start_mark.index:
            node.end = end + self.base
        elif isinstance(node, Sequence):
            node.end = node.items[-1].end if node.items else node.start
        else:
            node.end = max((child.end for child in node.entries.values()), default=node.start)
        if isinstance(node, Mapping) and node.repeated:
            for again in node.repeated:
                self.findings.append(self._duplicate_key(node, again))

    # ------------------------------------------------------------------ what is wrong

    def _at(self, event: Any) -> tuple[int, int]:
        return event.start_mark.index + self.base, event.end_mark.index + self.base

    def _duplicate_key(self, node: Mapping, again: Scalar) -> Diagnostic:
        first = node.keys[again.value]
        return Diagnostic(
            "duplicate-key",
            self.source.place(again.start, again.end),
            _('"{key}" is given twice').format(key=again.value),
            _("keep one of the two, or begin a new item with a dash before the second"),
            (Related(self.source.place(first.start, first.end), _("given here first")),),
        )

    def _tag(self, event: Any) -> Diagnostic:
        start = event.start_mark.index + self.base
        written = self.source.text[start : start + 80].split(None, 1)[0]
        return Diagnostic(
            "yaml-tag",
            self.source.place(start, start + len(written)),
            _('"{tag}" is a YAML tag; tags are not obeyed here').format(tag=written),
            _("remove the tag, or put the text in quotes if it begins with an exclamation mark"),
        )

    def _alias_finding(self) -> Diagnostic:
        first, count = self.aliases[0], len(self.aliases)
        return Diagnostic(
            "yaml-alias",
            self.source.place(*self._at(first)),
            _('"*{name}" is a YAML alias ({count} in this file); aliases are not followed').format(
                name=first.anchor, count=count
            ),
            _("write the value out where it is needed, or put the text in quotes if it begins with a star"),
        )

    def _too_deep(self, event: Any) -> Diagnostic:
        return Diagnostic(
            "yaml-depth",
            self.source.place(*self._at(event)),
            _("more than {limit} levels of nesting").format(limit=MAX_DEPTH),
            _("a plan needs about ten levels; look for a bracket or an indentation that is not closed"),
        )

    def _second_document(self, event: Any) -> Diagnostic:
        return Diagnostic(
            "syntax",
            self.source.place(*self._at(event)),
            _('"---" begins a second document; one file holds one plan'),
            _("move the second plan to a file of its own, or remove the line"),
        )

    def _key_not_text(self, event: Any) -> Diagnostic:
        return Diagnostic(
            "syntax",
            self.source.place(*self._at(event)),
            _("a key must be a word, not a list or a mapping"),
            _("put the text in quotes if it begins with a bracket or a brace"),
        )
