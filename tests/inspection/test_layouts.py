"""The same document laid out as others do it: it stays silent; and what makes a letter look as it looks."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

import pytest
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt

from inspection import samples as s
from phoihop.inspection.inspect import inspect
from phoihop.inspection.package import Package
from phoihop.inspection.reading import read

Change = Callable[[Document], object]
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)


def facts(document: Document) -> set[str]:
    return {f"{one.rule} {one.part}" for one in inspect(s.saved(document)).findings}


def lines_gone(document: Document) -> None:
    for count in (24, 17, 12):
        s.found(document, "_" * count).runs[0].text = ""


def drawn(points: float) -> str:
    """A line as Word draws it: the new form, and the old one for old readers."""
    return (
        f"<w:r {NAMESPACES}><mc:AlternateContent><mc:Choice><w:drawing><wp:anchor>"
        f'<wp:extent cx="{round(points * 12700)}" cy="0"/><a:graphic><a:graphicData><wps:wsp><wps:spPr>'
        '<a:prstGeom prst="line"/></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>'
        f"<mc:Fallback>{vml(points * 3)}</mc:Fallback></mc:AlternateContent></w:r>"
    )


def vml(points: float) -> str:
    return f'<w:pict {NAMESPACES}><v:line from="10pt,2pt" to="{points + 10}pt,2pt"/></w:pict>'


def with_lines(make: Callable[[float], str]) -> Change:
    """Drawn lines instead of typed ones."""

    def change(document: Document) -> None:
        lines_gone(document)
        for text, points in (("Độc lập", 168), ("SỞ GIÁO", 78), ("Phối hợp", 119)):
            s.found(document, text)._p.append(parse_xml(make(points)))

    return change


def with_borders(document: Document) -> None:
    """Paragraph borders, indented to the length that is asked."""
    for count, points in ((24, 168), (17, 119), (12, 78)):
        paragraph = s.found(document, "_" * count)
        paragraph.runs[0].text = ""
        cell = count != 17
        side = Pt(((216 if cell else 467.7) - points) / 2)
        paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = side
        paragraph._p.get_or_add_pPr().append(
            parse_xml(f'<w:pBdr {nsdecls("w")}><w:top w:val="single" w:sz="6"/></w:pBdr>')
        )


def drawn_elsewhere(document: Document) -> None:
    """Lines that hang from paragraphs beside which they do not lie."""
    lines_gone(document)
    for text, points in (("UBND", 168), ("SỞ GIÁO", 78), ("KẾ HOẠCH", 119)):
        s.found(document, text)._p.append(parse_xml(drawn(points)))


def with_spaces(document: Document) -> None:
    """First lines put in place with spaces, or with a tab."""
    for text, sign in (("a) Các", " " * 10), ("b) Các", "\t")):
        paragraph = s.found(document, text)
        paragraph.runs[0].text = sign + paragraph.text
        paragraph.paragraph_format.first_line_indent = None


def one_cell(document: Document) -> None:
    """All of a side in one cell, its lines parted by line breaks, number and date too."""
    table = document.tables[0]
    for cell, below in zip(table.rows[0].cells, table.rows[1].cells, strict=True):
        first, *others = [*cell.paragraphs, *below.paragraphs]
        for paragraph in others:
            first.add_run().add_break()
            for run in paragraph.runs:
                first._p.append(deepcopy(run._r))
            paragraph._p.getparent().remove(paragraph._p)
    table._tbl.remove(table.rows[1]._tr)


def at_tabs(document: Document) -> None:
    """No table: both sides on one line, parted by a tab."""
    table = document.tables[0]
    left = [*table.rows[0].cells[0].paragraphs, *table.rows[1].cells[0].paragraphs]
    right = [*table.rows[0].cells[1].paragraphs, *table.rows[1].cells[1].paragraphs]
    for one, other in zip(left, [right[0], right[1], right[2], right[3]], strict=True):
        one.add_run("\t")
        for run in other.runs:
            one._p.append(deepcopy(run._r))
        table._tbl.addprevious(one._p)
    table._tbl.getparent().remove(table._tbl)


def signed_without_table(document: Document) -> None:
    table = document.tables[1]
    for cell in table.rows[0].cells:
        for paragraph in cell.paragraphs:
            table._tbl.addprevious(paragraph._p)
    table._tbl.getparent().remove(table._tbl)


def all_caps(document: Document) -> None:
    """Capitals by a property rather than by the keyboard."""
    for text in ("SỞ GIÁO", "KẾ HOẠCH", "KT. GIÁM", "PHÓ GIÁM"):
        run = s.found(document, text).runs[0]
        run.text, run.font.all_caps = run.text.capitalize(), True


def by_styles(document: Document) -> None:
    """The body's looks in a style that is based on another, nothing direct."""
    base = document.styles.add_style("Gốc", WD_STYLE_TYPE.PARAGRAPH)
    base.base_style = document.styles["Normal"]
    base.font.size, base.paragraph_format.first_line_indent = Pt(14), Mm(12.7)
    base.paragraph_format.space_before = base.paragraph_format.space_after = Pt(3)
    style = document.styles.add_style("Nội dung", WD_STYLE_TYPE.PARAGRAPH)
    style.base_style, style.paragraph_format.alignment = base, s.JUSTIFY
    style.paragraph_format.space_before = Pt(6)
    for text in ("a) Các", "b) Các"):
        paragraph = s.found(document, text)
        words = paragraph.text
        for child in list(paragraph._p):
            paragraph._p.remove(child)
        paragraph.add_run(words)
        paragraph.style = style


def in_part(look: str) -> Change:
    """A word of another look in a paragraph of the body."""

    def change(document: Document) -> None:
        run = s.found(document, "b) Các").add_run(" thêm")
        run.font.size = Pt(14)
        setattr(run.font, look, True)

    return change


def in_controls(document: Document) -> None:
    """Content controls and tracked changes around what is kept; what was taken out is not read."""
    paragraph = s.found(document, "KẾ HOẠCH")._p
    control = parse_xml(f"<w:sdt {nsdecls('w')}><w:sdtContent/></w:sdt>")
    paragraph.addprevious(control)
    control[0].append(paragraph)
    run = s.found(document, "Phối hợp").runs[0]._r
    inserted = parse_xml(f'<w:ins {nsdecls("w")} w:id="1" w:author="a"/>')
    run.addprevious(inserted)
    inserted.append(run)
    inserted.addnext(
        parse_xml(
            f'<w:del {nsdecls("w")} w:id="2" w:author="a"><w:r><w:rPr><w:sz w:val="60"/></w:rPr>'
            "<w:delText>cũ</w:delText><w:t>cũ</w:t></w:r></w:del>"
        )
    )


def numbered(document: Document) -> None:
    """Points and recipients that Word numbers by itself."""
    numbering = document.part.numbering_part.element
    for number, (form, text) in enumerate((("lowerLetter", "%1)"), ("bullet", "")), 90):
        level = (
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
            '<w:pPr><w:ind w:left="0" w:firstLine="720"/></w:pPr></w:lvl>'
        )
        numbering.insert(
            0, parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{level}</w:abstractNum>')
        )
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        )
    for text, number in (("a) Các", 90), ("b) Các", 90), ("- UBND", 91), ("- Các đơn vị", 91), ("- Lưu", 91)):
        paragraph = s.found(document, text)
        paragraph.runs[0].text = paragraph.text.split(" ", 1)[1]
        paragraph.paragraph_format.first_line_indent = None
        paragraph._p.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = number
        paragraph._p.pPr.numPr.get_or_add_ilvl().val = 0


def blank_lines(document: Document) -> None:
    """Empty paragraphs for space, as most do it."""
    for text in ("KẾ HOẠCH", "Nguyễn", "I. MỤC", "Phụ lục"):
        for _ in range(2):
            s.found(document, text)._p.addprevious(OxmlElement("w:p"))


def framed_number(document: Document) -> None:
    """The page number in a frame in the middle, as Word's own menu puts it."""
    paragraph = document.sections[0].header.paragraphs[0]
    paragraph.alignment = None
    paragraph._p.get_or_add_pPr().insert(
        0, parse_xml(f'<w:framePr {nsdecls("w")} w:wrap="around" w:hAnchor="margin" w:xAlign="center"/>')
    )


def no_title(document: Document) -> None:
    """A type with nothing below it but the body."""
    for text in ("Phối hợp chăm", "_" * 17, "Căn cứ Luật", "Căn cứ Kế"):
        paragraph = s.found(document, text)._p
        paragraph.getparent().remove(paragraph)


def bases_then_decision(document: Document) -> None:
    """A decision's words between its legal bases and its body."""
    s.found(document, "Sở Giáo dục và Đào tạo ban")._p.addprevious(s.add(document, "QUYẾT ĐỊNH:", 14, "b")._p)
    s.found(document, "Căn cứ Luật")._p.addprevious(s.add(document, "GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO", 14, "b")._p)


def joint(document: Document) -> None:
    """Two issuing bodies: two names above each other, two signatures beside each other, recipients below."""
    s.found(document, "UBND THÀNH").runs[0].text = "SỞ Y TẾ THÀNH PHỐ CẦN THƠ"
    s.found(document, "SỞ Y TẾ").runs[0].bold = True
    table = document.tables[1]
    below = table.add_row()
    for paragraph in table.rows[0].cells[0].paragraphs:
        below.cells[0]._tc.append(paragraph._p)
    below.cells[0]._tc.remove(below.cells[0].paragraphs[0]._p)
    left = table.rows[0].cells[0]
    left._tc.append(OxmlElement("w:p"))
    s.add(left, "GIÁM ĐỐC", 14, "b")
    s.add(left, "SỞ Y TẾ", 14, "b")
    s.add(left, "Trần Thị Bình", 14, "b", before=72)


SAME = [
    with_lines(drawn),
    with_lines(lambda points: f"<w:r {NAMESPACES}>{vml(points)}</w:r>"),
    with_borders,
    one_cell,
    at_tabs,
    signed_without_table,
    all_caps,
    by_styles,
    in_controls,
    numbered,
    blank_lines,
    framed_number,
    bases_then_decision,
    joint,
    lambda d: setattr(d.tables[0], "alignment", WD_TABLE_ALIGNMENT.CENTER),
    lambda d: setattr(d.sections[0], "left_margin", Mm(35)),
    lambda d: setattr(d.sections[0], "top_margin", Pt(57)),  # 0.79 inch: 20 mm as Word rounds it
    lambda d: setattr(s.found(d, "CỘNG HÒA").runs[0], "text", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    lambda d: setattr(s.found(d, "Số: 05").runs[0], "text", "Số:       /KH-SGDĐT"),
    lambda d: setattr(s.found(d, "Số: 05").runs[0], "text", "Số: 105/QyĐ-NN&PTNT"),
    lambda d: setattr(s.found(d, "Cần Thơ, ngày").runs[0], "text", "Cần Thơ, ngày      tháng      năm 2026"),
    lambda d: setattr(s.found(d, "Cần Thơ, ngày").runs[0], "text", "Cần Thơ, ngày 15 tháng 9 năm 2026"),
    lambda d: setattr(s.found(d, "- Lưu").runs[0], "text", "- Lưu: VT, CTTT (03b)."),
    drawn_elsewhere,
    with_spaces,
    lambda d: setattr(s.found(d, "KẾ HOẠCH").runs[0], "text", "GIẤY XÁC NHẬN"),
    lambda d: setattr(d.sections[1], "bottom_margin", Mm(15)),
    in_part("italic"),
    in_part("bold"),
    in_part("superscript"),
    lambda d: setattr(s.found(d, "b) Các").paragraph_format, "line_spacing", Pt(18)),
]


def party_joint(document: Document) -> None:
    """The body's name stands between authority and position."""
    office = s.add(document, "BAN DÂN VẬN TỈNH ỦY", 14, "b")
    s.found(document, "K/T TRƯỞNG")._p.addnext(office._p)


def party_alone(document: Document) -> None:
    """A head who signs directly."""
    s.found(document, "K/T TRƯỞNG").runs[0].text = "TRƯỞNG BAN"
    deputy = s.found(document, "PHÓ TRƯỞNG")._p
    deputy.getparent().remove(deputy)


@pytest.mark.parametrize("change", [party_joint, party_alone])
def test_other_ways_of_the_party_are_silent(change: Change) -> None:
    document = s.fresh(s.party)
    change(document)
    assert facts(document) == set()


@pytest.mark.parametrize("change", SAME, ids=lambda change: getattr(change, "__name__", "") or "change")
def test_other_ways_of_the_same_are_silent(change: Change) -> None:
    document = s.fresh(s.state)
    change(document)
    assert facts(document) == set()


def test_a_body_is_not_taken_for_a_title() -> None:
    document = s.fresh(s.state)
    no_title(document)
    assert facts(document) == {"missing-part title"}


def test_a_mark_of_urgency_is_found_in_a_box() -> None:
    document = s.fresh(s.state)
    box = (
        f"<w:r {NAMESPACES}><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:rPr><w:b/><w:color w:val='FF0000'/>"
        "<w:sz w:val='20'/></w:rPr><w:t>HỎA TỐC</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    s.found(document, "Số: 05")._p.append(parse_xml(box))
    assert facts(document) == {"size urgency"}


def look_of(document: Document, text: str) -> object:
    content = read(Package(s.saved(document)))
    lines = [line for paragraph in content.paragraphs for line in paragraph.split()]
    return next(line for line in lines if line.text.startswith(text)).shown[0].look


def test_bold_twice_by_styles_is_not_bold() -> None:
    document = s.fresh(s.state)
    paragraph = document.styles.add_style("Đậm", WD_STYLE_TYPE.PARAGRAPH)
    character = document.styles.add_style("Mạnh", WD_STYLE_TYPE.CHARACTER)
    paragraph.font.bold = character.font.bold = True
    added = document.add_paragraph(style=paragraph)
    added.add_run("một")
    document.add_paragraph("", style=paragraph).add_run("hai", style=character)
    document.add_paragraph("").add_run("ba", style=character)
    direct = document.add_paragraph("", style=paragraph).add_run("bốn", style=character)
    direct.bold = True
    assert [look_of(document, word).bold for word in ("một", "hai", "ba", "bốn")] == [True, False, True, True]  # type: ignore[attr-defined]


def test_theme_fonts_are_resolved() -> None:
    document = s.fresh(s.state)
    run = s.found(document, "a) Các").runs[0]
    fonts = run._r.get_or_add_rPr().get_or_add_rFonts()
    fonts.set(qn("w:asciiTheme"), "minorHAnsi")
    fonts.set(qn("w:hAnsiTheme"), "majorHAnsi")
    look = look_of(document, "a) Các")
    assert (look.ascii, look.other) == ("Cambria", "Calibri")  # type: ignore[attr-defined]
    assert facts(document) == {"font text"}


def test_nothing_of_a_font_that_no_letter_uses() -> None:
    document = s.fresh(s.state)
    run = s.found(document, "a) Các").add_run("abc")
    run.font.size = Pt(14)
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hAnsi"), "Arial")
    assert facts(document) == set()
    run.text = "ạ"
    assert facts(document) == {"font text"}
