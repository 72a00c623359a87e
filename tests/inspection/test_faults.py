"""One fault in a correct document is found, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from docx.document import Document
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from inspection import samples as s
from phoihop.inspection.finding import Inspection
from phoihop.inspection.inspect import inspect
from phoihop.text.diagnostic import Severity

Fault = Callable[[Document], object]


def size(text: str, points: float) -> Fault:
    return lambda d: setattr(s.found(d, text).runs[0].font, "size", Pt(points))


def look(text: str, name: str, value: bool) -> Fault:
    return lambda d: setattr(s.found(d, text).runs[0], name, value)


def write(text: str, new: str) -> Fault:
    def change(document: Document) -> None:
        s.found(document, text).runs[0].text = new

    return change


def form(text: str, name: str, value: object) -> Fault:
    return lambda d: setattr(s.found(d, text).paragraph_format, name, value)


def page(name: str, value: object, index: int = 0) -> Fault:
    return lambda d: setattr(d.sections[index], name, value)


def drop(text: str) -> Fault:
    def change(document: Document) -> None:
        paragraph = s.found(document, text)._p
        cell = paragraph.getparent()
        cell.remove(paragraph)
        if cell.tag == qn("w:tc") and cell.find(qn("w:p")) is None:
            cell.append(OxmlElement("w:p"))

    return change


def swap(table: int) -> Fault:
    """The two columns of a table change places."""

    def change(document: Document) -> None:
        for row in document.tables[table].rows:
            first, second = row._tr.tc_lst
            second.addnext(first)

    return change


def header(change: Fault) -> Fault:
    return lambda d: change(d.sections[0].header)  # type: ignore[arg-type]


def number_size(points: float) -> Fault:
    return lambda h: [setattr(run.font, "size", Pt(points)) for run in h.paragraphs[0].runs]


def to_footer(document: Document) -> None:
    for paragraph in document.sections[0].header.paragraphs:
        paragraph._p.getparent().remove(paragraph._p)
    document.sections[0].header.add_paragraph()
    s.page_number(document.sections[0].footer.paragraphs[0], 14)


def no_number(document: Document) -> None:
    for run in document.sections[0].header.paragraphs[0].runs:
        run._r.getparent().remove(run._r)
    for _ in range(30):
        s.found(document, "b) Các")._p.addnext(s.body(document, f"{s.LONG}.")._p)


def one_row(document: Document) -> None:
    """Place and date stand in a row below the number's."""
    table = document.tables[0]
    table.add_row()
    cell = table.rows[1].cells[1]
    moved = cell.paragraphs[0]._p
    cell._tc.append(OxmlElement("w:p"))
    last = table.rows[2].cells[1]._tc
    last.remove(last.find(qn("w:p")))
    last.append(moved)


def no_restart(document: Document) -> None:
    section = document.sections[1]._sectPr
    section.remove(section.find(qn("w:pgNumType")))


def second_annex(document: Document) -> None:
    section = document.add_section()
    s.restart(section)
    s.add(document, "Phụ lục", 14, "b")
    s.add(document, "BIỂU MẪU", 14, "b")


def one_addressee(document: Document) -> None:
    drop("- Công an")(document)
    write("- Sở Y tế;", "- Sở Y tế.")(document)


def all_body(points: float) -> Fault:
    def change(document: Document) -> None:
        for paragraph in document.paragraphs[3:14]:
            for run in paragraph.runs:
                run.font.size = Pt(points)

    return change


def exactly(text: str, points: float) -> Fault:
    def change(document: Document) -> None:
        paragraph = s.found(document, text).paragraph_format
        paragraph.line_spacing_rule, paragraph.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(points)

    return change


STATE: list[tuple[str, Fault, str]] = [
    ("paper", page("page_height", Mm(279)), "page-size page"),
    ("top margin", page("top_margin", Mm(30)), "margin page"),
    ("bottom margin", page("bottom_margin", Mm(15)), "margin page"),
    ("left margin", page("left_margin", Mm(25)), "margin page"),
    ("right margin", page("right_margin", Mm(22)), "margin page"),
    ("annex margin", page("right_margin", Mm(10), 1), "margin page"),
    ("font", lambda d: setattr(s.found(d, "a) Các").runs[0].font, "name", "Arial"), "font text"),
    ("colour", lambda d: setattr(s.found(d, "KẾ HOẠCH").runs[0].font.color, "rgb", RGBColor(0, 0, 255)), "colour text"),
    ("page number on page 1", page("different_first_page_header_footer", False), "first-page-number page-number"),
    ("page number left", header(lambda h: setattr(h.paragraphs[0], "alignment", s.LEFT)), "page-number page-number"),
    ("page number small", header(number_size(11)), "page-number page-number"),
    ("page number at the foot", to_footer, "page-number page-number"),
    ("no page number", no_number, "page-number page-number"),
    ("page number from 3", lambda d: s.restart(d.sections[0], 3), "page-number page-number"),
    ("national name size", size("CỘNG HÒA", 14), "size state-name"),
    ("national name not bold", look("CỘNG HÒA", "bold", False), "bold state-name"),
    ("national name small letters", write("CỘNG HÒA", "Cộng hòa xã hội chủ nghĩa Việt Nam"), "capitals state-name"),
    ("motto size", size("Độc lập", 12), "size motto"),
    ("motto italic", look("Độc lập", "italic", True), "italic motto"),
    ("motto dashes", write("Độc lập", "Độc lập – Tự do – Hạnh phúc"), "motto motto"),
    ("motto close", write("Độc lập", "Độc lập-Tự do-Hạnh phúc"), "motto motto"),
    ("no line under the motto", drop("_" * 24), "rule-line motto"),
    ("short line under the motto", write("_" * 24, "_" * 8), "rule-length motto"),
    ("motto far below", form("Độc lập", "line_spacing", 1.5), "line-spacing motto"),
    ("issuer far below", form("SỞ GIÁO", "line_spacing", 1.5), "line-spacing issuer"),
    ("superior bold", look("UBND", "bold", True), "bold superior"),
    ("superior size", size("UBND", 14), "size superior"),
    ("issuer not bold", look("SỞ GIÁO", "bold", False), "bold issuer"),
    ("issuer small letters", write("SỞ GIÁO", "SỞ GIÁO DỤC VÀ ĐÀO TẠo"), "capitals issuer"),
    ("issuer left", form("SỞ GIÁO", "alignment", s.LEFT), "alignment issuer"),
    ("no line under the issuer", write("_" * 12, ""), "rule-line issuer"),
    ("long line under the issuer", write("_" * 12, "_" * 26), "rule-length issuer"),
    ("number without colon", write("Số: 05", "Số 05/KH-SGDĐT"), "number-form number"),
    ("number without nought", write("Số: 05", "Số: 5/KH-SGDĐT"), "number-form number"),
    ("number with a space", write("Số: 05", "Số: 05/KH - SGDĐT"), "number-form number"),
    ("Party number", write("Số: 05", "Số: 05-KH/SGDĐT"), "number-form number"),
    ("number bold", look("Số: 05", "bold", True), "bold number"),
    ("number size", size("Số: 05", 14), "size number"),
    ("date upright", look("Cần Thơ, ngày", "italic", False), "italic place-date"),
    ("day without nought", write("Cần Thơ, ngày", "Cần Thơ, ngày 5 tháng 02 năm 2026"), "date-form place-date"),
    ("month without nought", write("Cần Thơ, ngày", "Cần Thơ, ngày 05 tháng 2 năm 2026"), "date-form place-date"),
    ("month with a nought", write("Cần Thơ, ngày", "Cần Thơ, ngày 05 tháng 06 năm 2026"), "date-form place-date"),
    ("no comma", write("Cần Thơ, ngày", "Cần Thơ ngày 05 tháng 02 năm 2026"), "date-form place-date"),
    ("no such day", write("Cần Thơ, ngày", "Cần Thơ, ngày 31 tháng 02 năm 2026"), "date-form place-date"),
    ("date below the number", one_row, "order place-date"),
    ("head the wrong way round", swap(0), "order issuer, order number"),
    ("type small letters", write("KẾ HOẠCH", "Kế hoạch"), "capitals type"),
    ("type size", size("KẾ HOẠCH", 16), "size type"),
    ("type left", form("KẾ HOẠCH", "alignment", s.LEFT), "alignment type"),
    ("title not bold", look("Phối hợp", "bold", False), "bold title"),
    ("title in capitals", lambda d: setattr(s.found(d, "Phối hợp").runs[0].font, "all_caps", True), "capitals title"),
    ("no line under the title", drop("_" * 17), "rule-line title"),
    ("basis upright", look("Căn cứ Luật", "italic", False), "italic basis"),
    ("basis ends in a comma", write("Căn cứ Luật", "Căn cứ Luật Giáo dục năm 2019,"), "basis-form basis"),
    ("body size", size("a) Các", 12), "size body"),
    ("all of the body too large", all_body(15), "size basis, size body"),
    ("body italic", look("b) Các", "italic", True), "italic point"),
    ("body left", form("b) Các", "alignment", s.LEFT), "alignment body"),
    ("no first line", form("b) Các", "first_line_indent", Mm(0)), "first-line body"),
    ("first line 15 mm", form("b) Các", "first_line_indent", Mm(15)), "first-line body"),
    ("first line 11.3 mm", form("b) Các", "first_line_indent", Mm(11.3)), "first-line body"),
    ("no gap", form("b) Các", "space_before", Pt(3)), "paragraph-gap body"),
    ("double spacing", form("b) Các", "line_spacing", 2.0), "line-spacing body"),
    ("too tight", exactly("b) Các", 14), "line-spacing body"),
    ("point of another size", size("b) Các", 13), "size point"),
    ("section small letters", write("I. MỤC", "I. Mục đích, yêu cầu"), "capitals section"),
    ("section not bold", look("II. TỔ", "bold", False), "bold section"),
    ("clause heading not bold", look("1. Mục đích", "bold", False), "bold clause"),
    ("no end mark", write("2. Các", f"2. {s.LONG}."), "end-mark body"),
    ("recipients not bold", look("Nơi nhận", "bold", False), "bold recipients"),
    ("recipients without colon", write("Nơi nhận", "Nơi nhận"), "recipients-form recipients"),
    ("recipients size", size("- UBND", 12), "size recipient"),
    ("recipient without dash", write("- Các đơn vị", "Các đơn vị trực thuộc;"), "recipients-form recipient"),
    ("recipient without semicolon", write("- UBND", "- UBND thành phố."), "recipients-form recipient"),
    ("archive without VT", write("- Lưu", "- Lưu: CTTT."), "archive-line recipient"),
    ("no archive line", drop("- Lưu"), "archive-line recipient, recipients-form recipient"),
    ("authority not bold", look("KT.", "bold", False), "bold authority"),
    ("authority size", size("KT.", 12), "size authority"),
    ("position small letters", write("PHÓ GIÁM", "Phó Giám đốc"), "capitals position"),
    ("name in capitals", write("Nguyễn", "NGUYỄN VĂN AN"), "capitals name"),
    ("name italic", look("Nguyễn", "italic", True), "italic name"),
    ("no name", write("Nguyễn", ""), "missing-part name"),
    ("signature on the left", swap(1), "order recipients"),
    ("signature alone", form("2. Các", "keep_with_next", False), "signature-alone signature"),
    ("annex in capitals", write("Phụ lục", "PHỤ LỤC"), "capitals annex"),
    ("annex size", size("Phụ lục", 13), "size annex"),
    ("annex title small letters", write("DANH MỤC", "Danh mục nhiệm vụ"), "capitals annex-title"),
    ("annex reference upright", look("(Kèm theo", "italic", False), "italic annex-reference"),
    ("annex counts on", no_restart, "annex-pages annex"),
    ("two annexes without numbers", second_annex, "annex-number annex"),
    ("no number", drop("Số: 05"), "missing-part number"),
    ("no date", drop("Cần Thơ, ngày"), "missing-part place-date"),
    ("no recipients", lambda d: [drop(t)(d) for t in ("Nơi nhận", "- UBND", "- Các đơn", "- Lưu")],
     "missing-part recipients"),
]  # fmt: skip

LETTER: list[tuple[str, Fault, str]] = [
    ("subject size", size("V/v", 14), "size subject"),
    ("subject bold", look("V/v", "bold", True), "bold subject"),
    ("subject close to the number", form("V/v", "space_before", Pt(0)), "paragraph-gap subject"),
    ("addressees without colon", write("Kính gửi", "Kính gửi"), "addressee-form addressee"),
    ("addressee without semicolon", write("- Sở Y tế", "- Sở Y tế,"), "addressee-form addressees"),
    ("last addressee", write("- Công an", "- Công an thành phố;"), "addressee-form addressees"),
    ("one addressee below", one_addressee, "addressee-form addressees"),
    ("addressees size", size("- Sở Y tế", 12), "size addressees"),
]

PARTY: list[tuple[str, Fault, str]] = [
    ("margin", page("left_margin", Mm(35)), "margin page"),
    ("header distance", page("header_distance", Mm(15)), "page-number page-number"),
    ("page number size", header(number_size(13)), "page-number page-number"),
    ("name size", size("ĐẢNG", 14), "size party-name"),
    ("no line under the name", drop("_" * 28), "rule-line party-name"),
    ("no star", drop("*"), "rule-line issuer"),
    ("issuer size", size("BAN DÂN VẬN", 13), "size issuer"),
    ("number with colon", write("Số 05", "Số: 05-KH/BDVTU"), "number-form number"),
    ("State number", write("Số 05", "Số 05/KH-BDVTU"), "number-form number"),
    ("number without nought", write("Số 05", "Số 5-KH/BDVTU"), "number-form number"),
    ("type size", size("KẾ HOẠCH", 14), "size type"),
    ("no hyphens under the title", drop("-----"), "rule-line title"),
    ("basis italic", look("- Căn cứ Quy", "italic", True), "italic basis"),
    ("basis without dash", write("- Căn cứ Quy", "Căn cứ Quy định số 399-QĐ/TW, ngày 09/01/2026;"), "basis-form basis"),
    ("body size", size("1. Các", 13), "size body"),
    ("single spacing", form("1. Các", "line_spacing", 1.0), "line-spacing body"),
    ("exactly 24", exactly("1. Các", 24), "line-spacing body"),
    ("State end mark", write("a) Các", f"a) {s.LONG}./."), "end-mark body"),
    ("recipients not underlined", look("Nơi nhận", "underline", False), "underline recipients"),
    ("recipients bold", look("Nơi nhận", "bold", True), "bold recipients"),
    ("State archive line", write("- Lưu", "- Lưu: VT."), "archive-line recipient"),
    ("position bold", look("PHÓ TRƯỞNG", "bold", True), "bold position"),
    ("authority not bold", look("K/T", "bold", False), "bold authority"),
    ("name not bold", look("Lê Văn", "bold", False), "bold name"),
    ("recipients size", size("- Thường trực", 11), "size recipient"),
]


def facts(inspection: Inspection) -> set[str]:
    return {f"{finding.rule} {finding.part}" for finding in inspection.findings}


@pytest.mark.parametrize("make", [s.state, s.letter, s.party])
def test_a_correct_document_is_silent(make: Callable[[], Document]) -> None:
    inspection = inspect(s.saved(s.fresh(make)))
    assert inspection.findings == ()
    assert inspection.clean
    assert inspection.regime == ("dang" if make is s.party else "nha-nuoc")


def check_one(document: Document, fault: Fault, expected: str) -> Inspection:
    fault(document)
    inspection = inspect(s.saved(document))
    assert facts(inspection) == set(expected.split(", ")), inspection.findings
    return inspection


@pytest.mark.parametrize(("fault", "expected"), [row[1:] for row in STATE], ids=[row[0] for row in STATE])
def test_state(fault: Fault, expected: str) -> None:
    inspection = check_one(s.fresh(s.state), fault, expected)
    for finding in inspection.findings:
        assert finding.clause.startswith("Phụ lục I") or finding.severity is Severity.HINT


@pytest.mark.parametrize(("fault", "expected"), [row[1:] for row in LETTER], ids=[row[0] for row in LETTER])
def test_letter(fault: Fault, expected: str) -> None:
    check_one(s.fresh(s.letter), fault, expected)


@pytest.mark.parametrize(("fault", "expected"), [row[1:] for row in PARTY], ids=[row[0] for row in PARTY])
def test_party(fault: Fault, expected: str) -> None:
    inspection = check_one(s.fresh(s.party), fault, expected)
    assert {finding.clause for finding in inspection.findings} == {"Hướng dẫn 05-HD/VPTW"}


def test_the_party_rules_of_the_day() -> None:
    document = s.fresh(s.party)
    size("ĐẢNG", 14)(document)
    data = s.saved(document)
    assert inspect(data, issued=date(2026, 5, 26)).findings[0].clause == "Hướng dẫn 36-HD/VPTW"
    assert inspect(data, issued=date(2026, 5, 27)).findings[0].clause == "Hướng dẫn 05-HD/VPTW"
    write("Sóc Trăng, ngày", "Sóc Trăng, ngày 09 tháng 3 năm 2024")(document)
    assert inspect(s.saved(document)).guidance == "Hướng dẫn 36-HD/VPTW"


def test_one_fact_is_one_finding() -> None:
    document = s.fresh(s.state)
    for _ in range(50):
        s.found(document, "b) Các")._p.addnext(s.add(document, s.LONG, 12, "", s.JUSTIFY, first=10, before=6)._p)
    (finding,) = inspect(s.saved(document)).findings
    assert (finding.rule, finding.times, len(finding.places)) == ("size", 50, 5)
    assert finding.places[0].text.startswith("Các đơn vị")
    assert finding.places[0].text.endswith("…")


def test_without_a_regime_only_pages_and_letters_are_measured() -> None:
    document = s.fresh(s.state)
    write("CỘNG HÒA", "Kính thưa quý vị")(document)
    size("KẾ HOẠCH", 30)(document)
    page("left_margin", Mm(25))(document)
    inspection = inspect(s.saved(document))
    assert inspection.regime == ""
    assert facts(inspection) == {"margin page", "unknown-regime regime"}


def test_a_given_regime_is_held() -> None:
    inspection = inspect(s.saved(s.fresh(s.party)), "nha-nuoc")
    assert inspection.regime == "nha-nuoc"
    assert {"number-form number", "missing-part state-name", "bold position"} <= facts(inspection)
