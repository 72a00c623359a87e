"""The Word file as python-docx and the schema's order see it."""

from __future__ import annotations

import io
import re
import time
import zipfile
from typing import Any

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from lxml import etree

from document import samples as s
from document.read_back import word
from phoihop.document import docx
from phoihop.document.blocks import Area, Cell, Columns, Document, Meta, PageSection, Paragraph, Rule, Run, Table
from phoihop.document.measure import text_width
from phoihop.model import Plan

PLANS = [s.STATE_JOINT, s.PARTY, s.REGULATION]


def made(plan: Plan) -> bytes:
    return docx.write(s.document(plan), s.styles())


def near(length: int | None, millimetres: float) -> bool:
    return length is not None and abs(length - Mm(millimetres)) < Mm(0.05)


def test_pages() -> None:
    body, annex = word(made(s.STATE_JOINT)).sections
    assert near(body.page_width, 210)
    assert near(body.page_height, 297)
    for section in (body, annex):
        assert near(section.top_margin, 20)
        assert near(section.bottom_margin, 20)
        assert near(section.left_margin, 30)
        assert near(section.right_margin, 15)
        assert section.different_first_page_header_footer
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
    assert annex.orientation == WD_ORIENT.LANDSCAPE
    assert near(annex.page_width, 297)


def test_page_number_is_centred_in_the_header_from_page_two() -> None:
    body, annex = word(made(s.STATE_JOINT)).sections
    (paragraph,) = body.header.paragraphs
    assert "PAGE" in "".join(node.text for node in paragraph._p.iter(qn("w:instrText")))
    assert paragraph.style.paragraph_format.alignment == 1
    assert body.first_page_header.is_linked_to_previous
    assert annex.header.is_linked_to_previous


def test_named_styles_and_no_direct_looks() -> None:
    document = word(made(s.STATE_JOINT))
    names = {style.name for style in document.styles}
    assert {"Title", "Subtitle", "Body Text", "Heading 1", "Heading 2", "VB Quốc hiệu", "VB Nơi nhận"} <= names
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings == ["I. MỤC ĐÍCH, YÊU CẦU", "II. NỘI DUNG PHỐI HỢP", "III. TỔ CHỨC THỰC HIỆN"]
    body = document.styles["Body Text"]
    assert (body.font.size, body.font.name) == (Pt(14), "Times New Roman")
    assert not list(document.element.body.iter(qn("w:sz"), qn("w:rFonts")))
    for style in document.styles.element.iter(qn("w:rFonts")):
        assert {style.get(qn(f"w:{a}")) for a in ("ascii", "hAnsi", "cs", "eastAsia")} == {"Times New Roman"}
    level = document.styles["Heading 2"].element.pPr.find(qn("w:outlineLvl"))
    assert level.get(qn("w:val")) == "1"


def test_annex_table_repeats_its_head_and_keeps_rows_whole() -> None:
    table = word(made(s.STATE_JOINT)).tables[-1]
    rows = list(table._tbl.tr_lst)
    assert [row.trPr.find(qn("w:tblHeader")) is not None for row in rows] == [True] + [False] * (len(rows) - 1)
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    assert [cell.text for cell in table.rows[0].cells][:2] == ["STT", "Nhiệm vụ"]
    widths = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.iter(qn("w:gridCol"))]
    assert sum(widths) == pytest.approx(252 * 1440 / 25.4, abs=1)


def kept(row: Any) -> bool:
    """Whether a table row stays with the next: all its paragraphs do, by themselves or by their style."""
    own = [paragraph.pPr.find(qn("w:keepNext")) is not None for paragraph in row.iter(qn("w:p"))]
    return all(own) and bool(own)


def test_a_group_of_the_annex_is_one_cell_that_stays_with_its_first_row() -> None:
    table = word(made(s.STATE_JOINT)).tables[-1]
    (cell,) = table._tbl.tr_lst[1].tc_lst
    assert cell.grid_span == 7
    assert table.rows[1].cells[0].text == "II. Nội dung phối hợp"
    style = table.rows[1].cells[0].paragraphs[0].style
    assert (style.font.bold, style.paragraph_format.keep_with_next) == (True, True)
    assert style.paragraph_format.alignment == 0
    assert cell.tcPr.find(qn("w:shd")) is not None


def test_no_page_begins_with_the_last_row_alone() -> None:
    table = word(made(s.STATE_JOINT)).tables[-1]  # head, group, 1, 2
    assert [kept(row) for row in table._tbl.tr_lst] == [False, True, True, False]
    rows = (s.task(1, "Một"), s.task(2, "Hai")), (s.task(3, "Ba"),)
    plan = s.STATE_JOINT._replace(sections=tuple(s.section("Phần", tasks=tasks) for tasks in rows), reviews=())
    table = word(made(plan)).tables[-1]  # head, group, 1, 2, group, 3
    assert [kept(row) for row in table._tbl.tr_lst] == [False, True, False, True, True, False]


def test_signatures_stay_together_with_the_text_before_them() -> None:
    document = word(made(s.STATE_JOINT))
    signatures = document.tables[1]._tbl
    before = signatures.getprevious()
    assert before.pPr.find(qn("w:keepNext")) is not None
    first, last = signatures.tr_lst
    for row, kept in ((first, True), (last, False)):
        assert row.trPr.find(qn("w:cantSplit")) is not None
        for paragraph in row.iter(qn("w:p")):
            assert (paragraph.pPr.find(qn("w:keepNext")) is not None) == kept


def test_properties() -> None:
    data = made(s.STATE_JOINT)
    properties = word(data).core_properties
    assert properties.title == "Kế hoạch phối hợp chăm sóc sức khỏe học sinh năm 2026"
    assert properties.author == "Sở Y tế và Sở Giáo dục và Đào tạo"
    assert properties.language == "vi-VN"
    assert str(properties.created)[:10] == str(properties.modified)[:10] == "2026-01-20"
    undated = word(made(s.REGULATION)).core_properties
    assert (undated.created, undated.modified, undated.language) == (None, None, "vi-VN")
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert b"<Application>phoihop</Application>" in archive.read("docProps/app.xml")
    assert b'w:lang w:val="vi-VN"' in archive.read("word/styles.xml")


def test_the_archive_is_sorted_and_has_no_clock() -> None:
    archive = zipfile.ZipFile(io.BytesIO(made(s.PARTY)))
    names = archive.namelist()
    assert names == sorted(names)
    assert names[0] == "[Content_Types].xml"
    assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    for name in names:
        etree.fromstring(archive.read(name))


# The order that ECMA-376 prescribes, for the elements in use.
ORDER = {
    "pPr": ["pStyle", "keepNext", "keepLines", "pBdr", "shd", "spacing", "ind", "jc", "outlineLvl", "rPr", "sectPr"],
    "rPr": ["rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "u", "lang"],
    "tblPr": ["tblW", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook"],
    "tcPr": ["tcW", "gridSpan", "shd"],
    "trPr": ["cantSplit", "tblHeader"],
    "sectPr": ["headerReference", "footerReference", "type", "pgSz", "pgMar", "pgNumType", "cols", "titlePg"],
    "style": ["name", "basedOn", "uiPriority", "semiHidden", "qFormat", "pPr", "rPr", "tblPr"],
    "settings": [
        *("zoom", "mirrorMargins", "defaultTabStop", "characterSpacingControl", "compat", "themeFontLang"),
        *("decimalSymbol", "listSeparator"),
    ],
}


def in_margins() -> bytes:
    """Three sections, the first and the last with something in their first page's margins; frames; two sides."""
    rule, line = Rule("ke-phu-luc"), Paragraph("o-giua", (Run("Địa chỉ"),))
    mark, wide = Paragraph("khan", (Run("KHẨN"),)), Paragraph("khung", (Run("LƯU HÀNH NỘI BỘ"),))
    cells = Columns("chu-ky", ((Area((mark,)), Area((wide,))),))
    first = PageSection((mark, mark, wide, cells), header=(mark, line), footer=(rule, line))
    document = Document(Meta(), (first, PageSection((line,), landscape=True), PageSection((line,), footer=(line,))))
    return docx.write(document, s.framed_styles())


def test_headers_and_footers_of_first_pages_belong_to_their_section() -> None:
    for section, header, footer in zip(
        word(in_margins()).sections, ("KHẨN Địa chỉ", "", ""), (" Địa chỉ", "", "Địa chỉ"), strict=True
    ):
        assert not section.first_page_header.is_linked_to_previous
        assert " ".join(p.text for p in section.first_page_header.paragraphs) == header
        assert " ".join(p.text for p in section.first_page_footer.paragraphs) == footer
    assert not [name for name in zipfile.ZipFile(io.BytesIO(made(s.STATE_JOINT))).namelist() if "footer" in name]


def test_a_frame_is_as_wide_as_its_style_says_and_never_wider_than_its_column() -> None:
    document = word(in_margins())
    first, between, second, again, wide = document.paragraphs[:5]
    assert [first.text, second.text, wide.text] == ["KHẨN", "KHẨN", "LƯU HÀNH NỘI BỘ"]
    assert not between.text + again.text  # what keeps Word from drawing one frame around all three
    column = 165 * 72 / 25.4
    for paragraph, width in ((first, 30 * 72 / 25.4), (wide, column)):
        indent = paragraph._p.pPr.find(qn("w:ind"))
        sides = sum(int(indent.get(qn(f"w:{side}"))) for side in ("left", "right")) / 20
        assert column - sides + 2 * (3 + 1) == pytest.approx(width, abs=0.2)
    assert (first.style.font.color.rgb, first.style.font.bold) == (RGBColor(0xFF, 0, 0), True)
    (border,) = first.style.element.iter(qn("w:left"))
    assert {key: border.get(qn(f"w:{key}")) for key in ("sz", "space", "color")} == {
        "sz": "8", "space": "3", "color": "FF0000",
    }  # fmt: skip


def test_two_sides_of_the_paper() -> None:
    settings = zipfile.ZipFile(io.BytesIO(in_margins())).read("word/settings.xml")
    assert b"<w:mirrorMargins/>" in settings
    assert b"mirrorMargins" not in zipfile.ZipFile(io.BytesIO(made(s.PARTY))).read("word/settings.xml")


@pytest.mark.parametrize("data", [*map(made, PLANS), in_margins()], ids=[*(plan.id for plan in PLANS), "margins"])
def test_elements_stand_in_the_order_of_the_schema(data: bytes) -> None:
    archive = zipfile.ZipFile(io.BytesIO(data))
    for name in archive.namelist():
        for element in etree.fromstring(archive.read(name)).iter():
            order = ORDER.get(etree.QName(element).localname)
            if order:
                places = [order.index(etree.QName(child).localname) for child in element]
                assert places == sorted(places), (name, etree.tostring(element)[:300])


def test_every_cell_ends_in_a_paragraph_and_tables_do_not_touch() -> None:
    for plan in PLANS:
        body = word(made(plan)).element.body
        for cell in body.iter(qn("w:tc")):
            assert cell[-1].tag == qn("w:p")
        for table in body.iter(qn("w:tbl")):
            assert table.getnext().tag == qn("w:p")


def test_rules_are_as_long_as_their_text() -> None:
    document = word(made(s.STATE_JOINT))
    right = document.tables[0].rows[0].cells[1]
    indent = right.paragraphs[-1]._p.pPr.find(qn("w:ind"))
    length = right.width.pt - 2 * int(indent.get(qn("w:left"))) / 20
    assert length == pytest.approx(159.1, rel=0.02)  # tiêu ngữ at 13 pt


def test_the_rule_of_a_joint_head_is_a_third_to_a_half_of_the_longest_line() -> None:
    cells = {"SYT": "Sở Y tế", "SLDTBXH": "Sở Lao động - Thương binh và Xã hội"}
    for order in (list(cells), list(cells)[::-1]):
        plan = s.STATE_JOINT._replace(participants=tuple(map(s.issuer, order)), signatures=())
        left = word(made(plan)).tables[0].rows[0].cells[0]
        indent = left.paragraphs[-1]._p.pPr.find(qn("w:ind"))
        length = left.width.pt - 2 * int(indent.get(qn("w:left"))) / 20
        longest = text_width("SỞ LAO ĐỘNG - THƯƠNG BINH", 12, bold=True)
        assert longest / 3 <= length <= longest / 2


def test_five_hundred_rows_in_less_than_a_second() -> None:
    rows = tuple((Cell("o-giua", (Run(str(n)),)), *(Cell("o", (Run("nội dung"),)),) * 6) for n in range(500))
    document = Document(Meta(), (PageSection((Table("nhiem-vu", (), rows),), landscape=True),))
    start = time.perf_counter()
    docx.write(document, s.styles())
    assert time.perf_counter() - start < 1


def test_no_date_and_no_sections() -> None:
    plan = s.STATE_JOINT._replace(sections=(), reviews=(), recipients=(), participants=())
    assert len(word(made(plan)).sections) == 1
    assert not re.search("None", "".join(p.text for p in word(made(plan)).paragraphs))
