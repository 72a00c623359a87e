"""Measures a Word document against the rules of form of its regime."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import groupby, islice

from phoihop.i18n import _
from phoihop.inspection.body_checks import check_body
from phoihop.inspection.content import Content, Paragraph
from phoihop.inspection.finding import Gathered, Inspection, Spot, spot
from phoihop.inspection.form_checks import check_wording, date_of
from phoihop.inspection.line_checks import check_lines
from phoihop.inspection.list_checks import check_lists
from phoihop.inspection.look_checks import check_looks
from phoihop.inspection.norms import guidance, norms
from phoihop.inspection.order_checks import check_order
from phoihop.inspection.package import Package
from phoihop.inspection.page_checks import check_pages
from phoihop.inspection.parts import Parts, recognise
from phoihop.inspection.reading import read
from phoihop.inspection.words import PARTY_NAME, STATE_NAME, fold
from phoihop.text.diagnostic import Severity

_NEAR = 30
"""How many paragraphs into a section the head of a document may be."""


def inspect(data: bytes, regime: str = "", issued: date | None = None) -> Inspection:
    """Measure a .docx.

    `regime` is nha-nuoc or dang; "" tells it from the head. `issued` chooses the Party's guidance and is read from the
    document where it is not given. `package.UnreadableDocument` when the bytes are no .docx that can be measured.
    """
    whole = read(Package(data))
    documents = [(content, recognise(content, regime)) for content in _documents(whole)]
    main = documents[0][1]
    issued = issued or date_of(main)
    into = Gathered()
    check_pages(whole, main, issued, into)
    for content, parts in documents if main.regime else ():
        check_looks(parts, norms(parts.regime, issued), into)
        check_wording(parts, issued, into)
        check_lines(content, parts, issued, into)
        check_body(content, parts, issued, into)
        check_lists(parts, issued, into)
        check_order(parts, issued, into)
    if not main.regime:
        found = _("neither the State's head nor the Party's was found")
        asked = _("--regime says which; only page, font and colour were measured")
        into.add("unknown-regime", "regime", found, asked, "", severity=Severity.HINT)
    return Inspection(main.regime, into.sorted(), _components(main), guidance(main.regime, issued))


def _documents(whole: Content) -> list[Content]:
    """The documents of a file: a decision, and on pages of its own what it issues, under a head of its own."""
    sections = [
        section
        for section, paragraphs in groupby(whole.paragraphs, key=lambda paragraph: paragraph.section)
        if any(_begins(paragraph) for paragraph in islice(paragraphs, _NEAR))
    ]
    begins = [0, *sections[1:]] if sections else [0]
    ends = [*begins[1:], len(whole.sections)]
    return [
        replace(whole, paragraphs=tuple(p for p in whole.paragraphs if begin <= p.section < end))
        for begin, end in zip(begins, ends, strict=True)
    ]


def _begins(paragraph: Paragraph) -> bool:
    return any(fold(line.text) in (STATE_NAME, PARTY_NAME) for line in paragraph.split())


def _components(parts: Parts) -> tuple[tuple[str, Spot], ...]:
    places = ((part, spot(lines[0])) for part, lines in parts.found.items() if lines)
    return tuple(sorted(places, key=lambda one: one[1].paragraph))
