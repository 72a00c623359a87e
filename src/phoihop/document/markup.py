"""Reads HTML into a tree that is strict about what HTML forgives: every tag is closed, and in its order."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

from phoihop.i18n import _

_VOID = ("meta", "hr", "br")
# Deeper than any document nests: section, table, tbody, tr, td, b, i, u.
_MAX_DEPTH = 30


class SubsetFault(Exception):
    """Something in the rendered HTML that the subset does not know; `line` is a line of that HTML."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(f"{line}: {message}")
        self.line = line
        self.message = message


@dataclass(slots=True)
class Element:
    """A tag with its attributes and what stands in it: elements, and text as (line, text)."""

    tag: str
    line: int
    attributes: dict[str, str]
    children: list[Element | tuple[int, str]] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", 1, {})
        self.open = [self.root]

    @property
    def line(self) -> int:
        return self.getpos()[0]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        if len(attributes) != len(attrs):
            raise SubsetFault(self.line, _("<{tag}> gives an attribute twice").format(tag=tag))
        element = Element(tag, self.line, attributes)
        self.open[-1].children.append(element)
        if tag in ("script", "style", "textarea", "title"):
            # The parser would read what follows as raw text: say what is wrong before it does.
            raise SubsetFault(self.line, _("<{tag}> is not a tag that documents know").format(tag=tag))
        if tag not in _VOID:
            self.open.append(element)
        if len(self.open) > _MAX_DEPTH:
            raise SubsetFault(self.line, _("tags are nested too deep here"))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        last = self.open[-1]
        if tag in _VOID or last is self.root:
            raise SubsetFault(self.line, _("</{tag}> closes nothing").format(tag=tag))
        if last.tag != tag:
            message = _("</{tag}> does not close <{open}>, opened in line {line}")
            raise SubsetFault(self.line, message.format(tag=tag, open=last.tag, line=last.line))
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append((self.line, data))

    def handle_decl(self, decl: str) -> None:
        raise SubsetFault(self.line, _('"<!{text}>" is not part of a document').format(text=decl[:40]))

    def unknown_decl(self, data: str) -> None:
        self.handle_decl(data)

    def handle_pi(self, data: str) -> None:
        raise SubsetFault(self.line, _('"<?{text}>" is not part of a document').format(text=data[:40]))


def read_markup(html: str) -> Element:
    """The tree of some HTML; its root has no tag."""
    reader = _Reader()
    try:
        reader.feed(html)
        reader.close()
    except AssertionError:
        # The standard parser's own way of giving up, on declarations such as "<![x".
        raise SubsetFault(reader.line, _("this is not HTML")) from None
    last = reader.open[-1]
    if last is not reader.root:
        raise SubsetFault(last.line, _("<{tag}> is not closed").format(tag=last.tag))
    return reader.root
