"""Markdown text to blocks with places: the front matter's range, headings, paragraphs and list items.

CommonMark by markdown-it-py; only the blocks that a plan's narrative has. Emphasis and links keep their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from phoihop.text.source import Source

_FENCE = re.compile(r"---[ \t]*\r?\n")
_FENCE_END = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the narrative. `kind`: heading, paragraph, ordered, bullet, or other (not part of a plan)."""

    kind: str
    text: str
    start: int
    end: int
    level: int = 0


def front_matter(source: Source) -> tuple[int, int, int] | None:
    """Where the front matter's YAML begins and ends, and where the narrative begins; None when there is none."""
    if not (opening := _FENCE.match(source.text)):
        return None
    closing = _FENCE_END.search(source.text, opening.end())
    if closing is None:
        return None
    return opening.end(), closing.start(), min(closing.end() + 1, len(source.text))


def blocks(source: Source, start: int) -> Iterator[Block]:
    """The blocks of the text from `start`, in order."""
    from markdown_it import MarkdownIt

    # A lone carriage return would count as a line for the parser and not for us.
    text = re.sub(r"\r(?!\n)", " ", source.text[start:])
    first_line = source.line_column(start)[0]
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    lists: list[str] = []
    for index, token in enumerate(tokens):
        if token.type in ("ordered_list_open", "bullet_list_open"):
            lists.append("ordered" if token.type.startswith("ordered") else "bullet")
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            lists.pop()
        elif token.type in ("heading_open", "paragraph_open"):
            kind = "heading" if token.type == "heading_open" else lists[-1] if lists else "paragraph"
            level = int(token.tag[1]) if kind == "heading" else len(lists)
            yield _block(source, first_line, token, kind, _plain(tokens[index + 1]), level)
        elif token.type in ("fence", "code_block", "html_block", "table_open", "blockquote_open", "hr"):
            yield _block(source, first_line, token, "other", token.type.removesuffix("_open"), 0)


def _block(source: Source, first_line: int, token: Any, kind: str, text: str, level: int) -> Block:
    top, bottom = token.map
    starts = source.line_starts
    start = starts[first_line - 1 + top]
    last = first_line - 1 + bottom
    end = starts[last] if last < len(starts) else len(source.text)
    raw = source.text[start:end]
    return Block(kind, text, start + len(raw) - len(raw.lstrip()), start + len(raw.rstrip()), level)


def _plain(inline: Any) -> str:
    """The words of a line without their marks and comments."""
    parts = [
        " " if child.type in ("softbreak", "hardbreak") else child.content
        for child in inline.children or ()
        if not (child.type == "html_inline" and child.content.startswith("<!--"))
    ]
    return " ".join("".join(parts).split())
