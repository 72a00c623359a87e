"""Reads what the writers wrote with other people's readers: the text of every paragraph and cell, in order."""

from __future__ import annotations

import io
import re
import warnings
from collections.abc import Iterator

import docx
import html5lib
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from markdown_it import MarkdownIt


def word(data: bytes) -> WordDocument:
    return docx.Document(io.BytesIO(data))


def docx_texts(data: bytes) -> list[str]:
    """Paragraphs of each section: its first page's header, the body, the first page's footer; no empty ones."""
    document = word(data)
    body = document.element.body
    ends = [one for one in body.iter(qn("w:p")) if one.find(f".//{qn('w:sectPr')}") is not None]
    inside: list[list[str]] = [[]]
    for paragraph in body.iter(qn("w:p")):
        inside[-1].append(_docx_text(paragraph))
        if paragraph in ends:
            inside.append([])
    found = []
    for section, texts in zip(document.sections, inside, strict=True):
        header, footer = section.first_page_header, section.first_page_footer
        found += [] if header.is_linked_to_previous else [_docx_text(one._p) for one in header.paragraphs]
        found += texts
        found += [] if footer.is_linked_to_previous else [_docx_text(one._p) for one in footer.paragraphs]
    return [text for text in found if text]


def _docx_text(paragraph: object) -> str:
    nodes = paragraph.iter(qn("w:t"), qn("w:br"))  # type: ignore[attr-defined]
    return "".join("\n" if node.tag == qn("w:br") else node.text or "" for node in nodes)


def html_tree(text: str) -> object:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)


def html_texts(text: str) -> list[str]:
    found = []
    for node in html_tree(text).iter():  # type: ignore[attr-defined]
        if node.tag in ("p", "h1", "h2", "h3", "h4", "h5", "th") or (node.tag == "td" and node.get("class")):
            found.append("".join(_html_pieces(node)))
    return [text for text in found if text]


def _html_pieces(node: object) -> Iterator[str]:
    if node.tag == "br":  # type: ignore[attr-defined]
        yield "\n"
    yield node.text or ""  # type: ignore[attr-defined]
    for child in node:  # type: ignore[attr-defined]
        yield from _html_pieces(child)
        yield child.tail or ""


def markdown_texts(text: str) -> list[str]:
    found = []
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        if token.type == "inline":
            found.append("".join(_markdown_piece(child) for child in token.children or ()))
        elif token.type in (
            "bullet_list_open",
            "ordered_list_open",
            "blockquote_open",
            "code_block",
            "fence",
            "html_block",
        ):
            raise AssertionError(f"Markdown made a {token.type} of it: {token.content!r}")
    return [text for text in found if text]


def _markdown_piece(token: object) -> str:
    kind = token.type  # type: ignore[attr-defined]
    if kind in ("softbreak", "hardbreak"):
        return "\n"
    if kind == "html_inline":
        assert token.content == "<br>", token.content  # type: ignore[attr-defined]
        return "\n"
    assert kind in ("text", "strong_open", "strong_close", "em_open", "em_close", "text_special"), kind
    return str(token.content)  # type: ignore[attr-defined]


def words(text: str) -> str:
    """Text with every white space as one space: where a line breaks is the writer's business."""
    return re.sub(r"[ \t\n]+", " ", text).strip(" ")
