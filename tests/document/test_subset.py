"""The HTML subset: what it reads, and what it refuses with a line."""

from __future__ import annotations

import pytest

from document import samples as s
from phoihop.document.blocks import Cell, Columns, Heading, Paragraph, Rule, Run, Table
from phoihop.document.subset import SubsetFault, parse


def block(html: str) -> object:
    return parse(f"<section>{html}</section>", s.styles()).sections[0].blocks[0]


def test_paragraphs_and_emphasis() -> None:
    assert block('<p class="than">  Một\n <b>hai </b> <i>ba</i><br> bốn </p>') == Paragraph(
        "than", (Run("Một "), Run("hai ", bold=True), Run("ba", italic=True), Run("\nbốn"))
    )
    assert block('<p class="than"><b><u>x</u></b></p>') == Paragraph("than", (Run("x", bold=True, underline=True),))
    assert block('<p class="than"> \n </p>') == Paragraph("than")
    assert block('<p class="than">a\N{NO-BREAK SPACE}b &amp; &lt;c&gt;</p>') == Paragraph(
        "than", (Run("a\xa0b & <c>"),)
    )
    assert block('<h2 class="muc-1">I. A</h2>') == Heading(2, "muc-1", (Run("I. A"),))
    assert block('<hr class="ke-trich-yeu">') == Rule("ke-trich-yeu")


def test_tables() -> None:
    columns = block('<table role="presentation" class="chu-ky"><tr><td></td><td><p class="o">x</p></td></tr></table>')
    assert isinstance(columns, Columns)
    assert [len(area.blocks) for area in columns.rows[0]] == [0, 1]
    head = "<thead><tr>" + "<th>x</th>" * 7 + "</tr></thead>"
    body = '<tbody><tr><td class="o-giua">1</td><td colspan="6">y</td></tr></tbody>'
    table = block(f'<table class="nhiem-vu">{head}{body}</table>')
    assert isinstance(table, Table)
    assert table.head[0][0] == Cell("o-dau", (Run("x"),))
    assert table.body[0] == (Cell("o-giua", (Run("1"),)), Cell("o", (Run("y"),), 6))


def test_meta_and_pages() -> None:
    document = parse(
        '<meta name="title" content="A &amp; B"><meta name="regime" content="dang"><section class="ngang"></section>'
    )
    assert (document.meta.title, document.meta.regime) == ("A & B", "dang")
    assert document.sections[0].landscape


def test_first_pages_have_headers_and_footers() -> None:
    header, footer = "<header><p class='o'>trên</p></header>", "<footer><hr class='ke-phu-luc'></footer>"
    body = "<p class='than'>x</p>"
    section = parse(f"<section>{header}{body}{footer}</section>", s.styles()).sections[0]
    assert section.header == (Paragraph("o", (Run("trên"),)),)
    assert section.footer == (Rule("ke-phu-luc"),)
    assert section.blocks == (Paragraph("than", (Run("x"),)),)
    alone = parse(f"<section>{footer}</section>", s.styles()).sections[0]
    assert (alone.header, alone.blocks, alone.footer) == ((), (), (Rule("ke-phu-luc"),))


@pytest.mark.parametrize(
    ("html", "line", "words"),
    [
        ("<section>\n<center>x</center></section>", 2, "<center>"),
        ("<section><p class='than'>\n<b>x</p></section>", 2, "</p> does not close <b>"),
        ("<section><p class='than'>x\n", 1, "<p> is not closed"),
        ("<section>\n</p></section>", 2, "</p>"),
        ("<section>\n\nchữ lạc</section>", 3, "chữ lạc"),
        ("chữ lạc", 1, "outside"),
        ("<section>\n<p>x</p></section>", 2, "class"),
        ("<section>\n<p class='thna'>x</p></section>", 2, "thna"),
        ("<section><p class='than o'>x</p></section>", 1, "than o"),
        ("<section><p class='than' style='color: red'>x</p></section>", 1, "style"),
        ("<section><p class='than' class='o'>x</p></section>", 1, "twice"),
        ("<section><p class='than'><p class='than'>x</p></p></section>", 1, "<p> cannot stand in <p>"),
        ("<section>\n<script>alert(1)</script></section>", 2, "<script>"),
        ("<section>\n<title>x</title></section>", 2, "<title>"),
        ("<section><hr class='than'></section>", 1, "than"),
        ("<section class='xoay'></section>", 1, "xoay"),
        ("<meta name='refresh' content='0'>", 1, "refresh"),
        ("<meta name='regime' content='x'><section></section>", 1, "x"),
        ("<section><p class='than'>\n" + "<b>" * 10_000, 2, "deep"),
        ("<!DOCTYPE html>", 1, "DOCTYPE"),
        ("<?php x ?>", 1, "php"),
        ("<section>\n<table class='nhiem-vu'><tbody><tr><td>x</td></tr></tbody></table></section>", 2, "1 cells"),
        ("<section><table class='nhiem-vu'></table></section>", 1, "no rows"),
        ("<section><p class='o'>x</p>\n<header></header></section>", 2, "<header>: this tag is the first"),
        ("<section>\n<footer></footer><p class='o'>x</p></section>", 2, "<footer>: this tag is the last"),
        ("<section><header></header>\n<header></header></section>", 2, "first"),
        ("<section><header class='o'></header></section>", 1, "class"),
        ("<section><header><table class='chu-ky'></table></header></section>", 1, "<table> cannot stand in <header>"),
        ("<header></header>", 1, "<header> cannot stand"),
        ("<section><table class='chu-ky' role='presentation'><tr><td>x</td><td></td></tr></table></section>", 1, "x"),
        ("<section><table class='chu-ky' role='grid'></table></section>", 1, "grid"),
        ("<section><table class='nhiem-vu'><tbody><tr><td colspan='-1'>x</td></tr></tbody></table></section>", 1, "-1"),
    ],
)
def test_everything_else_is_refused_with_its_line(html: str, line: int, words: str) -> None:
    with pytest.raises(SubsetFault) as caught:
        parse(html, s.styles())
    assert caught.value.line == line
    assert words in caught.value.message
