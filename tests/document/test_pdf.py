"""The PDF as pypdf reads it: pages, tags, properties, and what no reader may miss."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
import typst
from fontTools.ttLib import TTFont

import phoihop.document as package
from document import samples as s
from document.read_pdf import opened, page_texts, paragraphs, pdf_lines, pdf_texts
from phoihop.document import pdf
from phoihop.document.blocks import (
    Area,
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
)
from phoihop.document.glyphs import COVERED, UPRIGHT
from phoihop.document.measure import text_width
from phoihop.document.stamp import is_ours
from phoihop.faults import MistakeFault
from phoihop.model import Plan
from phoihop.printing import _writer

FONTS = Path(package.__path__[0]) / "fonts"
PLANS = [s.STATE_JOINT, s.PARTY, s.REGULATION]
A4 = (595.28, 841.89)
VOWELS = ["a", "ă", "â", "e", "ê", "i", "o", "ô", "ơ", "u", "ư", "y"]
LETTERS = [
    unicodedata.normalize("NFC", case + tone)
    for vowel in VOWELS
    for case in (vowel, vowel.upper())
    for tone in ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
]
LETTERS += ["đ", "Đ"]


def made(plan: Plan) -> bytes:
    return pdf.write(s.document(plan), s.styles())


def one(*blocks: object, meta: Meta = Meta(), landscape: bool = False, **margins: object) -> bytes:  # noqa: B008
    document = Document(meta, (PageSection(blocks, landscape, **margins),))  # type: ignore[arg-type]
    return pdf.write(document, s.framed_styles())


def line(text: str, style: str = "than") -> Paragraph:
    return Paragraph(style, (Run(text),))


def solid(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_pages() -> None:
    body, annex = opened(made(s.STATE_JOINT)).pages[0], opened(made(s.STATE_JOINT)).pages[-1]
    for page, size in ((body, A4), (annex, A4[::-1])):
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx(size, abs=0.02)


def test_properties() -> None:
    reader = opened(made(s.STATE_JOINT))
    assert reader.metadata.title == "Kế hoạch phối hợp chăm sóc sức khỏe học sinh năm 2026"
    assert reader.metadata.author == "Sở Y tế và Sở Giáo dục và Đào tạo"
    assert str(reader.metadata.creation_date)[:10] == "2026-01-20"
    root = reader.root_object
    assert root["/Lang"] == "vi-VN"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = root["/Metadata"].get_data().decode()
    for claim in (
        "<pdfaid:part>2</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    ):
        assert claim in metadata
    assert root["/OutputIntents"]


def test_fonts_are_ours_and_inside() -> None:
    for page in opened(made(s.STATE_JOINT)).pages:
        for font in page["/Resources"]["/Font"].values():
            (below,) = font.get_object()["/DescendantFonts"]
            assert "LiberationSerif" in below["/BaseFont"]
            assert {"/FontFile2", "/FontFile3"} & set(below["/FontDescriptor"])


@pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
def test_bookmarks_are_the_headings(plan: Plan) -> None:
    def titles(outline: list) -> list[str]:
        return [title for item in outline for title in (titles(item) if isinstance(item, list) else [item.title])]

    headings = [block for section in s.document(plan).sections for block in section.blocks]
    expected = ["".join(r.text for r in b.runs).split() for b in headings if isinstance(b, Heading)]
    assert [title.split() for title in titles(opened(made(plan)).outline)] == expected


def test_headings_tables_and_cells_are_tagged() -> None:
    paths = {path for path, _places in paragraphs(opened(made(s.STATE_JOINT)))}
    for wanted in ("/Document/H1/P", "/Document/H2/P", "/Document/P", "/Document/Div/Div/P"):
        assert wanted in paths
    assert {path.removeprefix("/Document") for path in paths if "Table" in path} == {
        "/Table/THead/TR/TH/P",
        "/Table/TBody/TR/TD/P",
    }


def test_a_heading_below_none_is_lifted() -> None:
    reader = opened(one(Heading(3, "muc-2", (Run("A"),)), Heading(5, "muc-2", (Run("B"),)), Heading(1, "muc-1")))
    assert [path for path, _places in paragraphs(reader)] == ["/Document/H1/P", "/Document/H2/P"]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("italic", [False, True])
def test_all_vietnamese_letters(bold: bool, italic: bool) -> None:
    assert len(set(LETTERS)) == 146
    text = "".join(LETTERS)
    for form in ("NFC", "NFD"):
        written = unicodedata.normalize(form, text)
        (found,) = pdf_texts(one(Paragraph("than", (Run(written, bold, italic),))))
        assert solid(found) == text


def test_page_numbers_start_anew_in_each_section_and_are_not_on_its_first_page() -> None:
    long = tuple(line(f"Đoạn {number}") for number in range(90))
    document = Document(Meta(), (PageSection(long), PageSection(long, landscape=True), PageSection((line("x"),))))
    unread = [text for _read, text in page_texts(pdf.write(document, s.styles()))]
    assert unread == ["", "2", "3", "", "2", "3", "4", "5", ""]
    first = opened(pdf.write(document, s.styles())).pages[1]
    places: list[tuple[str, float, float]] = []
    first.extract_text(visitor_text=lambda text, cm, tm, *_: places.append((text.strip(), cm[4], cm[5])))
    at = next((x, y) for text, x, y in places if text == "2")
    assert at[0] + 3.5 == pytest.approx((30 + 165 / 2) * 72 / 25.4, abs=1)  # the middle of the text
    assert 10 < (A4[1] - at[1]) / 72 * 25.4 < 20  # in the top margin


def test_what_stands_in_the_margins_of_a_first_page() -> None:
    long = tuple(line(f"Đoạn {number}") for number in range(60))
    header, footer = (line("LƯU HÀNH NỘI BỘ", "khung"),), (Rule("ke-phu-luc"), line("Địa chỉ", "o"))
    data = one(*long, header=header, footer=footer)
    pages = page_texts(data)
    assert ["LƯU HÀNH NỘI BỘ" in read and "Địa chỉ" in read for read, _unread in pages] == [True, False]
    places: dict[str, float] = {}
    opened(data).pages[0].extract_text(
        visitor_text=lambda text, cm, tm, *_: places.setdefault(text.strip(), A4[1] - cm[5])
    )
    assert 10 < places["LƯU HÀNH NỘI BỘ"] / 72 * 25.4 < 20
    assert 277 < places["Địa chỉ"] / 72 * 25.4 < 287
    drawn = re.findall(rb"([\d.]+) cm/c\d CS 0 SCN", opened(data).pages[0].get_contents().get_data())
    assert A4[1] - float(drawn[0]) < places["Địa chỉ"] - 12  # the line is above the address
    # Nothing of the text gave way: both fit into their margins.
    assert pages[0][0].count("Đoạn") == page_texts(one(*long))[0][0].count("Đoạn")


@pytest.mark.parametrize("count", [5, 400])
def test_a_header_or_footer_larger_than_its_margin_moves_the_text_and_one_like_a_page_is_text(count: int) -> None:
    long = tuple(line(f"Đoạn {number}") for number in range(60))
    block = tuple(line(f"lề {number}", "o") for number in range(count))
    data = one(*long, header=block, footer=block)
    expected = sorted(solid(paragraph.runs[0].text) for paragraph in (*block, *long, *block))
    assert sorted(map(solid, pdf_texts(data))) == expected
    assert page_texts(data)[0][0].count("Đoạn") < page_texts(one(*long))[0][0].count("Đoạn")


@pytest.mark.parametrize(
    "block",
    [
        Table("nhiem-vu", tuple((Cell("o-dau", (Run(f"{n}."),), 7),) for n in range(200)), ()),
        Table("nhiem-vu", (), tuple((Cell("o-nhom", (Run(f"{n}."),), 7),) for n in range(200))),
        Columns("chu-ky", ((Area(tuple(line(f"{n}.", "o") for n in range(200))), Area()),)),
        Table("nhiem-vu", (), ((Cell("o", (Run("\n".join(f"{n}." for n in range(200))),), 7),),)),
        Paragraph("muc-1", (Run("\n".join(f"{n}." for n in range(200))),)),
    ],
    ids=["head", "groups", "columns", "row", "heading"],
)
def test_what_stays_together_goes_over_pages_when_none_can_hold_it(block: object) -> None:
    data = one(block)
    lines = [read.count(".") for read, _unread in page_texts(data)]
    assert len(lines) > 3
    assert all(10 < count < 60 for count in lines[:-1])
    assert solid("".join(pdf_texts(data))) == "".join(f"{n}." for n in range(200))


def test_frames_have_their_width_and_colour() -> None:
    mark, wide = line("KHẨN", "khan"), line("RỘNG", "khung")
    data = opened(one(mark, Columns("chu-ky", ((Area((wide,)), Area()),)))).pages[0].get_contents().get_data()
    boxes = re.findall(rb"1 0 0 SCN 4 M 0 0 m ([\d.]+) 0 l [\d.]+ ([\d.]+) l", data)
    sizes = [(float(wide) / 72 * 25.4, float(high) / 72 * 25.4) for wide, high in boxes]
    thick = 1 / 72 * 25.4
    assert sizes[0] == pytest.approx((30 - thick, 8.1 - thick), abs=0.05)
    assert sizes[1][0] == pytest.approx(165 / 2 - thick, abs=0.05)
    assert data.count(b"1 0 0 scn") == 2


def test_two_sided_paper_has_its_margins_exchanged_on_the_back() -> None:
    def left(table: object) -> list[float]:
        blocks = tuple(line(f"Đoạn {n}", "o") for n in range(120))
        found = []
        for page in opened(pdf.write(Document(Meta(), (PageSection(blocks),)), table)).pages:  # type: ignore[arg-type]
            places: list[float] = []
            page.extract_text(
                visitor_text=lambda text, cm, tm, *_, to=places: to.append(cm[4]) if "Đoạn" in text else None
            )
            found.append(round(places[0] / 72 * 25.4))
        return found

    assert left(s.styles()) == [30, 30, 30]
    assert left(s.framed_styles()) == [30, 15, 30]


def test_a_table_repeats_its_head_and_splits_no_row() -> None:
    text = " ".join(["nội dung"] * 30)
    rows = tuple((Cell("o-giua", (Run(str(n)),)), Cell("o", (Run(f"đầu {text} cuối"),), 6)) for n in range(60))
    head = ((Cell("o-dau", (Run("STT"),)), Cell("o-dau", (Run("Nhiệm vụ"),), 6)),)
    pages = page_texts(one(Table("nhiem-vu", head, rows), landscape=True))
    assert len(pages) > 2
    for read, unread in pages[1:]:
        assert unread.replace(" ", "").endswith("STTNhiệmvụ")
        assert read.count("đầu") == read.count("cuối")


def test_a_group_stays_with_its_first_row_and_the_last_row_is_not_alone() -> None:
    head = (tuple(Cell("o-dau", (Run(f"cột {n}"),)) for n in range(7)),)
    group = (Cell("o-nhom", (Run("NHÓM"),), 7),)

    def row(text: str) -> tuple[Cell, ...]:
        return (Cell("o-giua", (Run(text),)), *(Cell("o", (Run("x"),)),) * 6)

    for count in range(20, 32):
        rows = (*(row("dòng") for _n in range(count)), group, row("ĐẦU"), row("giữa"), row("ÁP"), row("CHÓT"))
        pages = [read for read, _unread in page_texts(one(Table("nhiem-vu", head, rows), landscape=True))]
        for first, second in (("NHÓM", "ĐẦU"), ("ÁP", "CHÓT")):
            assert [first in page for page in pages] == [second in page for page in pages], count


@pytest.mark.parametrize("plan", [s.STATE_JOINT, s.PARTY], ids=lambda plan: plan.id)
def test_signatures_are_never_alone_on_a_page(plan: Plan) -> None:
    for count in range(12, 36):
        clauses = tuple(f"Điều khoản số {number}." for number in range(count))
        long = plan._replace(sections=(s.section("Nội dung", clauses=clauses),), reviews=())
        pages = [solid(read) for read, _unread in page_texts(made(long))]
        last = solid(f"Điều khoản số {count - 1}.")
        names = [solid(text) for text in (long.signatures[0].name, long.signatures[0].authority) if text]
        (page,) = (page for page in pages if last in page)
        assert all(name in page for name in names), count


def widest(data: bytes, style: str) -> float:
    """The longest line of a document in one style, in millimetres."""
    look = s.framed_styles().sheet("nha-nuoc").kieu[style]
    parts = (part for parts in pdf_lines(data) for part in parts)
    return max(text_width(part, look.co, look.dam) for part in parts) / 72 * 25.4


@pytest.mark.parametrize(("style", "less"), [("than", 12.7), ("muc-1", 12.7), ("khan", 135), ("khung", 2), ("o", 0)])
def test_a_word_of_ten_thousand_letters_goes_on_in_the_next_line(style: str, less: float) -> None:
    word = "ướx" * 3334
    for data, width in ((one(line(word, style)), 165), (one(line(word, style), landscape=True), 252)):
        assert pdf_texts(data) == [word]
        assert widest(data, style) <= (30 if style == "khan" else width - less)
    half = one(Columns("chu-ky", ((Area((line(word, style),)), Area((line("x"),))),)))
    assert widest(half, style) <= min(165 / 2, 30 if style == "khan" else 165)


def test_a_word_wider_than_its_cell_goes_on_in_the_next_line() -> None:
    word = "ướx" * 700
    cells = (Cell("o", (Run(word),)), *(Cell("o", (Run("x"),)),) * 5, Cell("o", (Run(word),)))
    data = one(Table("nhiem-vu", (cells,), (cells,) * 2), landscape=True)
    assert set(pdf_texts(data)) == {word, "x"}
    assert widest(data, "o") <= 0.13 * 252 - 3
    assert all(len(parts) > 2100 / 5 for parts in pdf_lines(data)[::7])  # in the column of numbers


def test_what_no_font_has_is_marked_and_told() -> None:
    family = "\U0001f468\u200d\U0001f469"
    document = Document(
        Meta(title="漢 x", author="A"), (PageSection((line(f"a{family}b\tc"), line("✓ ☐ ☑ ⚠ được"), line("\u202ex"))),)
    )
    assert pdf.unprintable(document) == (
        pdf.Lost("漢", "漢 x"),
        pdf.Lost("\U0001f468\U0001f469", f"a{family}b\tc"),
        pdf.Lost("\u202e", "\u202ex"),
    )
    data = pdf.write(document, s.styles())
    assert [solid(text).replace("\u200d", "") for text in pdf_texts(data)] == ["a\ufffd\ufffdbc", "✓☐☑⚠được", "\ufffdx"]
    assert opened(data).metadata.title == "\ufffd x"
    assert pdf.unprintable(s.document(s.STATE_JOINT)) == ()
    runs = tuple(Run(f"✓ x/✓ {'☐' * 500}", bold, italic) for bold in (True, False) for italic in (True, False))
    assert solid(pdf_texts(one(Paragraph("than", runs)))[0]) == solid("".join(run.text for run in runs))


def spans(text: str) -> set[int]:
    pairs = (span.split("-") for span in text.split())
    return {code for first, last in pairs for code in range(int(first, 16), int(last, 16) + 1)}


def test_the_table_of_characters_is_that_of_the_fonts() -> None:
    faces = [set(TTFont(font, lazy=True).getBestCmap()) for font in sorted(FONTS.glob("*.ttf"))]
    assert len(faces) == 4
    ours = {code for code in set.intersection(*faces) if unicodedata.category(chr(code)) not in ("Cc", "Co", "Cs")}
    turned = {code for code in ours if unicodedata.bidirectional(chr(code)) in ("R", "AL", "AN", "NSM", "RLE", "LRE")}
    for first, last in ((0x200E, 0x200F), (0x202A, 0x202E), (0x2066, 0x206F), (0xFB1D, 0xFB4F), (0xFFF9, 0xFFFC)):
        turned.update(range(first, last + 1))
    covered = spans(COVERED)
    assert {hex(code) for code in ours - turned - covered} == set()
    assert {code for code in turned & covered if unicodedata.bidirectional(chr(code)) != "NSM"} == set()
    assert not spans(UPRIGHT) & covered
    # What Liberation Serif lacks, typst must find in the other font: a missing glyph is an error of PDF/A.
    for italic in (False, True):
        for bold in (False, True):
            text = "".join(map(chr, sorted(covered | spans(UPRIGHT))))
            (found,) = pdf_texts(one(Paragraph("o", (Run(text, bold, italic),))))
            assert len(found) > 3000


@pytest.mark.parametrize("date", ["", "hôm nay", "0001-01-01", "1969-12-31", "9999-12-31", "2026-02-30"])
def test_any_date(date: str) -> None:
    meta = Meta(title="x", date=date)
    assert one(line("x"), meta=meta) == one(line("x"), meta=meta)


def test_the_stamp() -> None:
    data = made(s.STATE_JOINT)
    assert is_ours(data)
    assert data.rstrip().endswith(b"%%EOF")
    assert opened(data).xref  # strict: every offset is where it is said to be
    at = data.index(b"/Title")
    for changed in (
        data[:at] + b"/Titel" + data[at + 6 :],
        data + b"\n% more\n",
        data + data[-40:],
        re.sub(rb"%phoihop sha256:\w+\n", b"", data),
        re.sub(rb"(%phoihop sha256:\w+\n)", rb"\1\1", data),
        data[: len(data) // 2],
        b"%PDF-1.7\n",
        b"%PDF",
    ):
        assert not is_ours(changed)


class PanicException(BaseException):
    """As typst's Python side names what its Rust side could not go on from."""


class Broken:
    def __init__(self, *_: object, **__: object) -> None:
        raise PanicException("no such thing")


@pytest.mark.parametrize(
    ("place", "name", "broken", "words"),
    [(pdf, "data_of", lambda *_: {"page": 1}, "dictionary"), (typst, "Compiler", Broken, "no such thing")],
)
def test_a_fault_of_typst_is_told(
    place: object, name: str, broken: object, words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(place, name, broken)
    with pytest.raises(pdf.PdfFault, match=words):
        made(s.STATE_JOINT)


def test_render_says_what_to_do_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "data_of", lambda *_: {})
    with pytest.raises(MistakeFault, match="docx"):
        _writer("pdf")(s.document(s.STATE_JOINT), s.styles())
