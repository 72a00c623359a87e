"""Every block in every writer: the text that goes in comes out, whatever it is."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from document import samples as s
from document.read_back import docx_texts, html_texts, html_tree, markdown_texts, words
from document.read_pdf import pdf_texts
from phoihop.document import docx, html, markdown, pdf
from phoihop.document.blocks import (
    Area,
    Block,
    Cell,
    Columns,
    Document,
    Heading,
    Meta,
    PageSection,
    Paragraph,
    Rule,
    Run,
    Table,
    printable,
    texts,
)
from phoihop.document.pdf_text import shown
from phoihop.document.style import StyleFault
from phoihop.model import Plan

WRITERS: dict[str, Callable[[Document], list[str]]] = {
    "docx": lambda document: docx_texts(docx.write(document, s.styles())),
    "html": lambda document: html_texts(html.write(document, s.styles())),
    "md": lambda document: markdown_texts(markdown.write(document, s.styles())),
    "pdf": lambda document: pdf_texts(pdf.write(document, s.styles())),
}
HOSTILE = [
    "& < > # $ _ * { } % \\ | @ //",
    "<b>không đậm</b> <script>alert(1)</script> &amp; &lt;p&gt; &#65;",
    "_một_ *hai* **ba** `bốn` ~~năm~~ [sáu](http://x.vn) ![bảy](x.png) <http://a.vn>",
    "# không phải đề mục", "- không phải danh sách", "+ cũng không", "1. giữ số", "12) giữ số", "> trích", "---",
    "===", "***", "| a | b |", "    thụt", "```", "~~~", "{{ van_ban.title }} {% raw %}",
    "kết thúc \\", "a\\", "#", "=", "|", "*",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 \U0001f1fb\U0001f1f3 ✓ ☐ ① 漢字 \N{RIGHT-TO-LEFT OVERRIDE}abc",
    "x" * 10_000, "ướ" * 5_000, "e\u0323\u0302 tổ hợp rời",
    "a\N{NO-BREAK SPACE}b\N{ZERO WIDTH SPACE}c\N{LINE SEPARATOR}d",
    "]]> --> <!-- <![CDATA[", "'\"`", "&nbsp;", "&copy", "w:t </w:t>", "%s {0} ${x}", "a<br>b", "trước \\| sau", "\\*",
]  # fmt: skip
UNPRINTABLE = "".join(map(chr, [*range(32), 127, *range(128, 160), 0xD800, 0xDFFF, 0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE]))


def read(writer: str, text: str) -> str:
    """Text as it is compared: where lines end is the writer's business, and a PDF has no sign for it."""
    return re.sub(r"[\s\u200b]", "", shown(text)) if writer == "pdf" else words(text)


def written(writer: str, document: Document) -> list[str]:
    return [text for text in (read(writer, one) for one in WRITERS[writer](document)) if text]


def wanted(writer: str, document: Document) -> list[str]:
    return [text for text in (read(writer, one) for one in texts(document)) if text]


def one_of(kind: str, text: str) -> Block:
    runs = (Run(text),)
    mixed = (Run("trước "), Run(text, bold=True), Run(" giữa "), Run(text, italic=True, underline=True))
    paragraph = Paragraph("o", runs)
    rows = ((Area((paragraph, Rule("ke-co-quan"))), Area()), (Area((paragraph,), 2),))
    return {
        "paragraph": Paragraph("than", runs),
        "runs": Paragraph("than", mixed),
        "heading": Heading(2, "muc-1", runs),
        "columns": Columns("chu-ky", rows),
        "table": Table("nhiem-vu", ((Cell("o-dau", runs),) * 7,), ((Cell("o-giua", runs), Cell("o", runs, 6)),)),
        "headless": Table("chu-ky", (), ((Cell("o", runs), Cell("o", (Run("x"),))),)),
    }[kind]  # fmt: skip


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("kind", ["paragraph", "runs", "heading", "columns", "table", "headless"])
@pytest.mark.parametrize("landscape", [False, True])
def test_every_block_keeps_hostile_text(writer: str, kind: str, landscape: bool) -> None:
    sections = []
    for long in HOSTILE:
        text = long[:999] if writer == "pdf" else long  # what is longer has its own tests there
        margin = (Paragraph("o", (Run(text),)),)
        blocks = (one_of(kind, text), Rule("ke-trich-yeu"))
        sections.append(PageSection(blocks, landscape, header=margin, footer=margin))
    document = Document(Meta(), tuple(sections))
    found, expected = written(writer, document), wanted(writer, document)
    if writer == "pdf":  # a footer is read right after its header, before the text
        found, expected = sorted(found), sorted(expected)
    assert found == expected


@pytest.mark.parametrize("writer", ["docx", "html", "md"])
@pytest.mark.parametrize("kind", ["paragraph", "runs", "heading", "columns", "table"])
def test_unprintable_characters_leave_a_visible_mark(writer: str, kind: str) -> None:
    for sign in UNPRINTABLE:
        document = Document(Meta(title=f"a{sign}b", author=sign), (PageSection((one_of(kind, f"a{sign}b"),)),))
        found = " ".join(words(one) for one in WRITERS[writer](document))
        assert "a\ufffdb" in found or "a b" in found, hex(ord(sign))


@pytest.mark.parametrize("writer", WRITERS)
@pytest.mark.parametrize("plan", [s.STATE_JOINT, s.PARTY, s.REGULATION], ids=lambda plan: plan.id)
def test_whole_documents_come_out_as_they_went_in(writer: str, plan: Plan) -> None:
    document = s.document(plan)
    found, expected = written(writer, document), wanted(writer, document)
    if writer == "md":  # reads down each column, the others along each row
        found, expected = sorted(found), sorted(expected)
    assert found == expected


@pytest.mark.parametrize("writer", WRITERS)
def test_hostile_plan_text_passes_the_whole_pipeline(writer: str) -> None:
    clauses = (*(words(text) for text in HOSTILE), f"x{UNPRINTABLE}y")
    work = s.section(HOSTILE[0], clauses=clauses, tasks=(s.task(1, HOSTILE[1], lead=HOSTILE[2], note=HOSTILE[3]),))
    head = s.STATE_JOINT.head._replace(title=HOSTILE[0], number=HOSTILE[1], place_name=HOSTILE[2])
    plan = s.STATE_JOINT._replace(head=head, sections=(work,))
    found = written(writer, s.document(plan))
    for number, clause in enumerate(clauses[:-1], 1):
        assert read(writer, f"{number}. {clause}") in found
    assert read(writer, HOSTILE[0]) in found
    assert any(one.startswith(read(writer, f"Số: {HOSTILE[1]}")) for one in found)


@pytest.mark.parametrize("write", [docx.write, html.write, markdown.write, pdf.write])
def test_twice_the_same_document_is_twice_the_same_bytes(write: Callable[..., object]) -> None:
    assert write(s.document(s.STATE_JOINT), s.styles()) == write(s.document(s.STATE_JOINT), s.styles())


@pytest.mark.parametrize("write", [docx.write, html.write, pdf.write])
@pytest.mark.parametrize("block", [Paragraph("la"), Rule("la"), Columns("la", ()), Table("la", (), ())])
def test_an_unknown_style_is_named(write: Callable[..., object], block: Block) -> None:
    with pytest.raises(StyleFault, match="la"):
        write(Document(Meta(), (PageSection((block,)),)), s.styles())


@pytest.mark.parametrize("writer", WRITERS)
def test_empty_documents(writer: str) -> None:
    assert WRITERS[writer](Document()) == []
    assert WRITERS[writer](Document(Meta(date="hôm nay"), (PageSection(),))) == []


def test_printable() -> None:
    assert printable("a\x00b\ud800c\r\nd\re\tf") == "a\ufffdb\ufffdc\nd\ne\tf"


def test_html_stands_alone() -> None:
    text = html.write(s.document(s.STATE_JOINT), s.styles())
    html_tree(text)
    assert '<meta name="generator" content="phoihop">' in text
    assert '<html lang="vi">' in text
    assert 'name="viewport"' in text
    assert "<title>Kế hoạch phối hợp chăm sóc sức khỏe học sinh năm 2026</title>" in text
    for outside in ("http:", "https:", "url(", "@import", "<script", "<link", "<img"):
        assert outside not in text
    assert "size: 297mm 210mm" in text
    assert '<th scope="col" class="o-dau">STT</th>' in text


def test_html_frames_and_margins() -> None:
    line = Paragraph("khan", (Run("KHẨN"),))
    text = html.write(Document(Meta(), (PageSection((), header=(line,), footer=(line,)),)), s.framed_styles())
    assert text.count('<p class="khan">KHẨN</p>\n</') == 2
    assert html_texts(text) == ["KHẨN", "KHẨN"]
    assert "width: 30mm; max-width: 100%; border: 1pt solid; padding: 3pt" in text
    assert "color: #FF0000" in text
    assert "@page :left { margin-left: 15mm; margin-right: 30mm }" in text
    assert "@page :left" not in html.write(Document(), s.styles())


def test_html_shows_each_task_as_a_block_on_a_phone() -> None:
    text = html.write(s.document(s.STATE_JOINT), s.styles())
    for label in ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời hạn"):
        assert f'<td data-cot="{label}" class="' in text
    assert '<td class="o-nhom" colspan="7">II. Nội dung phối hợp</td>' in text
    narrow = text[text.index("@media screen and (max-width: 45rem) {\ntable.") :]
    assert 'table.nhiem-vu > tbody > tr > td[data-cot]::before { content: attr(data-cot) ": "' in narrow
    assert "min-width: 0" in narrow


def test_html_keeps_group_and_last_rows_together_on_paper() -> None:
    text = html.write(s.document(s.STATE_JOINT), s.styles())
    assert text.count('<tr class="giu">') == 2  # the group, the last row but one
    assert "tr.giu { break-after: avoid }" in text


def test_headings_of_html_and_markdown_agree() -> None:
    document = s.document(s.REGULATION)
    lines = [line for line in markdown.write(document, s.styles()).splitlines() if line.startswith("#")]
    levels = [len(line) - len(line.lstrip("#")) for line in lines]
    tags = [str(node.tag) for node in html_tree(html.write(document, s.styles())).iter()]  # type: ignore[attr-defined]
    assert [int(tag[1]) for tag in tags if tag[0] == "h" and tag[1:].isdigit()] == levels


def test_markdown_keeps_emphasis_where_it_can() -> None:
    runs = (Run("Điều 1.", bold=True), Run(" Phạm vi "), Run("rất * rộng", italic=True), Run("x", bold=True))
    document = Document(Meta(), (PageSection((Paragraph("than", runs),)),))
    assert markdown.write(document, s.styles()) == "**Điều 1.** Phạm vi rất \\* rộngx\n"


def test_classes_cannot_break_the_style_sheet() -> None:
    from phoihop.document.html_css import selector

    assert selector("muc-1") == "muc-1"
    assert selector("1}x") == "\\31 \\7d x"


def test_markdown_reads_down_each_column_so_that_a_name_follows_its_title() -> None:
    lines = markdown.write(s.document(s.STATE_JOINT), s.styles()).split("\n\n")
    at = lines.index("GIÁM ĐỐC")
    assert lines[at : at + 7] == [
        *("GIÁM ĐỐC", "SỞ GIÁO DỤC VÀ ĐÀO TẠO", "Trần Thị Bình"),
        *("KT. GIÁM ĐỐC", "SỞ Y TẾ", "PHÓ GIÁM ĐỐC", "Nguyễn Văn An"),
    ]
