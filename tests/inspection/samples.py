"""Correct documents of both regimes, made with python-docx, for faults to be put into."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache
from typing import Any

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

LEFT, CENTER, JUSTIFY = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
LONG = (
    "Các đơn vị trực thuộc hai Sở căn cứ Kế hoạch này xây dựng kế hoạch cụ thể của đơn vị mình, tổ chức thực hiện "
    "đúng thời hạn, định kỳ báo cáo kết quả về cơ quan thường trực để tổng hợp theo quy định hiện hành"
)


def saved(document: Document) -> bytes:
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


@cache
def _kept(make: Callable[[], Document]) -> bytes:
    return saved(make())


def fresh(make: Callable[[], Document]) -> Document:
    """A document that is made once and opened anew."""
    return docx.Document(io.BytesIO(_kept(make)))


def add(where: Any, text: str, size: float, look: str = "", align: Any = CENTER, **more: float) -> Paragraph:
    """A paragraph: `look` holds b, i, u; `first`, `before`, `line` as they are called."""
    first_of_cell = hasattr(where, "_tc") and len(where.paragraphs) == 1 and not where.paragraphs[0].runs
    paragraph = where.paragraphs[0] if first_of_cell else where.add_paragraph()
    run = paragraph.add_run(text)
    run.font.size = Pt(size)
    run.bold, run.italic, run.underline = "b" in look, "i" in look, "u" in look
    form = paragraph.paragraph_format
    form.alignment = align
    form.space_before, form.space_after = Pt(more.get("before", 0)), Pt(0)
    form.first_line_indent = Mm(more["first"]) if "first" in more else None
    if "line" in more:
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(more["line"])
    else:
        form.line_spacing = 1.0
    return paragraph


def state() -> Document:
    """A plan with a superior body, legal bases, headings, recipients, a signature and an annex."""
    document = _blank(20, 20, 30, 15, 14)
    head = document.add_table(2, 2)
    left, right = head.rows[0].cells
    add(left, "UBND THÀNH PHỐ CẦN THƠ", 13)
    add(left, "SỞ GIÁO DỤC VÀ ĐÀO TẠO", 13, "b")
    add(left, "_" * 12, 13)
    add(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "b")
    add(right, "Độc lập - Tự do - Hạnh phúc", 14, "b")
    add(right, "_" * 24, 14)
    add(head.rows[1].cells[0], "Số: 05/KH-SGDĐT", 13)
    add(head.rows[1].cells[1], "Cần Thơ, ngày 05 tháng 02 năm 2026", 14, "i")
    add(document, "KẾ HOẠCH", 14, "b", before=18)
    add(document, "Phối hợp chăm sóc sức khỏe học sinh năm 2026", 14, "b")
    add(document, "_" * 17, 14)
    basis(document, "Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;")
    basis(document, "Căn cứ Kế hoạch số 12/KH-UBND ngày 10 tháng 01 năm 2026 của Ủy ban nhân dân thành phố.")
    body(document, f"Sở Giáo dục và Đào tạo ban hành Kế hoạch như sau: {LONG}.")
    body(document, "I. MỤC ĐÍCH, YÊU CẦU", "b")
    body(document, "1. Mục đích", "b")
    body(document, f"{LONG}.")
    body(document, f"a) {LONG};")
    body(document, f"b) {LONG}.")
    body(document, "II. TỔ CHỨC THỰC HIỆN", "b")
    body(document, f"1. {LONG}.")
    body(document, f"2. {LONG}./.").paragraph_format.keep_with_next = True
    end = document.add_table(1, 2)
    left, right = end.rows[0].cells
    add(left, "Nơi nhận:", 12, "bi", LEFT)
    for text in ("- UBND thành phố;", "- Các đơn vị trực thuộc;", "- Lưu: VT, CTTT."):
        add(left, text, 11, "", LEFT)
    add(right, "KT. GIÁM ĐỐC", 14, "b")
    add(right, "PHÓ GIÁM ĐỐC", 14, "b")
    add(right, "Nguyễn Văn An", 14, "b", before=72)
    _annex(document)
    return document


def letter() -> Document:
    """A công văn to two offices."""
    document = _blank(20, 20, 30, 15, 14)
    head = document.add_table(2, 2)
    left, right = head.rows[0].cells
    add(left, "UBND THÀNH PHỐ CẦN THƠ", 12)
    add(left, "SỞ GIÁO DỤC VÀ ĐÀO TẠO", 12, "b")
    add(left, "_" * 12, 12)
    add(right, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, "b")
    add(right, "Độc lập - Tự do - Hạnh phúc", 13, "b")
    add(right, "_" * 24, 13)
    add(head.rows[1].cells[0], "Số: 125/SGDĐT-CTTT", 13)
    add(head.rows[1].cells[0], "V/v phối hợp khám sức khỏe học sinh", 12, before=6)
    add(head.rows[1].cells[1], "Cần Thơ, ngày 15 tháng 10 năm 2026", 13, "i")
    add(document, "Kính gửi:", 13, "", LEFT, first=40, before=12)
    add(document, "- Sở Y tế;", 13, "", LEFT).paragraph_format.left_indent = Mm(50)
    add(document, "- Công an thành phố.", 13, "", LEFT).paragraph_format.left_indent = Mm(50)
    for text in (f"{LONG}.", f"{LONG}./."):
        add(document, text, 13, "", JUSTIFY, first=10, before=6)
    document.paragraphs[-1].paragraph_format.keep_with_next = True
    end = document.add_table(1, 2)
    left, right = end.rows[0].cells
    add(left, "Nơi nhận:", 12, "bi", LEFT)
    for text in ("- Như trên;", "- Lưu: VT, CTTT."):
        add(left, text, 11, "", LEFT)
    add(right, "GIÁM ĐỐC", 13, "b")
    add(right, "Trần Thị Bình", 13, "b", before=72)
    return document


def party() -> Document:
    """A Party plan under Hướng dẫn 05-HD/VPTW."""
    document = _blank(20, 20, 30, 15, 14)
    head = document.add_table(2, 2)
    left, right = head.rows[0].cells
    add(left, "TỈNH ỦY SÓC TRĂNG", 14)
    add(left, "BAN DÂN VẬN", 14, "b")
    add(left, "*", 14)
    add(right, "ĐẢNG CỘNG SẢN VIỆT NAM", 15, "b")
    add(right, "_" * 28, 15)
    add(head.rows[1].cells[0], "Số 05-KH/BDVTU", 14)
    add(head.rows[1].cells[1], "Sóc Trăng, ngày 01 tháng 6 năm 2026", 14, "i")
    add(document, "KẾ HOẠCH", 16, "b", before=18)
    add(document, "phối hợp công tác dân vận năm 2026", 15, "b")
    add(document, "-----", 14)
    party_body(document, "- Căn cứ Quy định số 399-QĐ/TW, ngày 09/01/2026 của Ban Bí thư;")
    party_body(document, "- Căn cứ Chương trình số 12-CTr/TU, ngày 02/02/2026 của Tỉnh ủy.")
    party_body(document, "I. MỤC ĐÍCH", "b")
    party_body(document, f"{LONG}.")
    party_body(document, f"1. {LONG}.")
    party_body(document, f"a) {LONG}.").paragraph_format.keep_with_next = True
    end = document.add_table(1, 2)
    left, right = end.rows[0].cells
    add(left, "Nơi nhận:", 14, "u", LEFT)
    for text in ("- Thường trực Tỉnh ủy;", "- Lưu Văn phòng Ban."):
        add(left, text, 12, "", LEFT)
    add(right, "K/T TRƯỞNG BAN", 14, "b")
    add(right, "PHÓ TRƯỞNG BAN", 14)
    add(right, "Lê Văn Cường", 14, "b", before=72)
    return document


def basis(document: Document, text: str) -> Paragraph:
    return add(document, text, 14, "i", JUSTIFY, first=12.7, before=6)


def body(document: Document, text: str, look: str = "") -> Paragraph:
    return add(document, text, 14, look, JUSTIFY, first=12.7, before=6)


def party_body(document: Document, text: str, look: str = "") -> Paragraph:
    return add(document, text, 14, look, JUSTIFY, first=10, before=6, line=20)


def _blank(top: float, bottom: float, left: float, right: float, number: float) -> Document:
    document = docx.Document()
    document.styles["Normal"].font.name = "Times New Roman"
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    page_number(section.header.paragraphs[0], number)
    return document


def page_number(paragraph: Paragraph, size: float) -> None:
    """A centred PAGE field, as Word writes it."""
    paragraph.alignment = CENTER
    for kind in ("begin", "instr", "separate", "text", "end"):
        run = paragraph.add_run("2" if kind == "text" else "")
        run.font.size = Pt(size)
        if kind == "instr":
            code = OxmlElement("w:instrText")
            code.text = " PAGE "
            run._r.append(code)
        elif kind != "text":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._r.append(mark)


def restart(section: Any, start: int = 1) -> None:
    number = OxmlElement("w:pgNumType")
    number.set(qn("w:start"), str(start))
    section._sectPr.append(number)


def _annex(document: Document) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Mm(297), Mm(210)
    restart(section)
    add(document, "Phụ lục", 14, "b")
    add(document, "DANH MỤC NHIỆM VỤ", 14, "b")
    add(document, "(Kèm theo Kế hoạch số 05/KH-SGDĐT ngày 05 tháng 02 năm 2026 của Sở Giáo dục và Đào tạo)", 14, "i")
    table = document.add_table(2, 3)
    table.style = "Table Grid"
    for row in table.rows:
        for cell in row.cells:
            add(cell, "Nội dung", 12, "", LEFT)


def found(document: Document, text: str) -> Paragraph:
    """The first paragraph anywhere in the body that says so, or begins so."""
    every = [Paragraph(element, document) for element in document.element.body.iter(qn("w:p"))]
    return next((one for one in every if one.text == text), None) or next(p for p in every if p.text.startswith(text))
