"""YAML text to nodes, straight from the parser's events (YAML 1.1 as libyaml reads it).

Nothing is constructed: no tag is obeyed, no alias followed, no scalar converted. What cannot be read is a
diagnostic; after a syntax error there is no tree, so that one mistake is one finding.
"""

from __future__ import annotations

import re
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
            raise _Unreadable(self._syntax(problem)) from None
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

    def _syntax(self, problem: Any) -> Diagnostic:
        mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
        start = (mark.index if mark is not None else 0) + self.base
        text = getattr(problem, "problem", None) or getattr(problem, "reason", None) or str(problem)
        context = getattr(problem, "context_mark", None)
        begun = start if context is None else context.index + self.base
        if "quoted scalar" in str(getattr(problem, "context", "")) and "end of stream" in text:
            # The quotation mark that is not closed is where to look, not the end of the file.
            return Diagnostic(
                "syntax",
                self.source.place(begun),
                _("a quotation mark is opened and not closed"),
                _("close the quotation mark"),
            )
        if "could not find expected ':'" in text or "did not find expected ',' or" in text:
            # The parser notices on a later line; what lacks its colon, comma or bracket began here.
            number = self.source.line_column(begun)[0]
            where = start if self.source.line_column(start)[0] == number else begun
            return Diagnostic(
                "syntax", self.source.place(where), *_missing_sign(text, self.source.line(number).strip())
            )
        if "mapping values are not allowed" in text and (dash := self._glued_dash(start)) is not None:
            return Diagnostic("syntax", self.source.place(dash), *_missing_sign("", "-x"))
        message, remedy = _explain("tab" if self.source.text[start : start + 1] == "\t" else text)
        related: tuple[Related, ...] = ()
        if begun != start:
            related = (Related(self.source.place(begun), _("this part begins here")),)
        return Diagnostic("syntax", self.source.place(start), message, remedy, related)

    def _glued_dash(self, offset: int) -> int | None:
        """Where, among the items just above, a dash has no space: from there on all of them are one text."""
        number = self.source.line_column(offset)[0]
        dash = len(self.source.line(number)) - len(self.source.line(number).lstrip(" "))
        while number > 1 and self.source.line(number)[dash : dash + 1] == "-":
            number -= 1
            line = self.source.line(number)
            if not line[:dash].strip(" ") and line[dash : dash + 1] == "-" and line[dash + 1 : dash + 2].strip(" -"):
                return self.source.line_starts[number - 1] + dash
        return None


def _missing_sign(problem: str, line: str) -> tuple[str, str]:
    """A line that lacks a sign, or only the space after one."""
    if "expected ','" in problem:
        return _("a list in brackets or a record in braces is not closed, or lacks a comma"), _(
            "check the brackets and commas from here on; a text with a comma or a colon needs quotes"
        )
    if line.startswith("-") and line[1:2].strip():
        return _("a dash without a space after it"), _("put a space after the dash")
    if re.match(r"\w+:\S", line):
        return _("a colon without a space after it"), _("put a space after the colon")
    return _('this line is neither "key: value" nor an item of a list'), _(
        "add the colon after the key, or indent the line so that it continues the text above"
    )


def _explain(problem: str) -> tuple[str, str]:
    """libyaml's terse words in a clerk's words: what is wrong, what to do."""
    if problem == "tab":
        return _("a tab stands where only spaces may"), _("replace it by spaces; two for each level")
    if "mapping values are not allowed" in problem:
        return (
            _('a colon followed by a space begins a new "key: value" here, where none may stand'),
            _('put the whole text in double quotes: "Lưu: VT"; or check the indentation of this line'),
        )
    if "expected <block end>" in problem or "did not find expected key" in problem or "'-' indicator" in problem:
        return _("this line does not fit the indentation of the lines above"), _(
            "give the keys of one record the same indentation, and every list item its dash"
        )
    if "quoted scalar" in problem or "unexpected end of stream" in problem:
        return _("a quotation mark is opened and not closed"), _("close the quotation mark")
    if "cannot start any token" in problem:
        return _("a text cannot begin with this character"), _("put the text in double quotes")
    if "undefined alias" in problem or "undefined tag" in problem:
        return _("this refers to something that is not defined"), _("put the text in double quotes")
    return _("this is not YAML ({reason})").format(reason=problem), _("check the line and the one above it")
