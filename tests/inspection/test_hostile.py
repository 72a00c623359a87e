"""Whatever the bytes are, a document is measured or refused with a sentence: no traceback, no long wait."""

from __future__ import annotations

import io
import random
import re
import time
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest

from inspection import samples as s
from phoihop.inspection.inspect import inspect
from phoihop.inspection.package import MAX_FILE, UnreadableDocument

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = "<Types/>"
GOOD = s.saved(s.state())


def package(body: str = "", more: dict[str, str | bytes] | None = None, types: str = TYPES, head: str = "") -> bytes:
    file = io.BytesIO()
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": types,
        "word/document.xml": f"{head}<w:document {W}><w:body>{body}</w:body></w:document>",
    }
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (parts | (more or {})).items():
            archive.writestr(name, data)
    return file.getvalue()


def related(kind: str, target: str, content: str) -> dict[str, str | bytes]:
    """A part that the document points to."""
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="http://x/{kind}" Target="{target}"/></Relationships>'
    )
    return {"word/_rels/document.xml.rels": relations, f"word/{target}": content}


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def twice() -> bytes:
    file = io.BytesIO(package())
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("word/document.xml", "<other/>")
    return file.getvalue()


def replaced(name: str, data: bytes | None) -> bytes:
    """The good document with one part changed or taken out."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(file, "w") as new:
        for entry in old.namelist():
            if entry != name:
                new.writestr(entry, old.read(entry))
            elif data is not None:
                new.writestr(entry, data)
    return file.getvalue()


def locked() -> bytes:
    data = bytearray(package())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := data.find(mark, start + 1)) >= 0:
            data[start + at] |= 1
    return bytes(data)


ENTITIES = '<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
STRICT = b'<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

REFUSED: list[tuple[str, Callable[[], bytes], str]] = [
    ("nothing", lambda: b"", "it is empty"),
    ("text", lambda: b"phoihop: ke-hoach/1\n", "no .docx"),
    ("random", lambda: random.Random(1).randbytes(5000), "no .docx"),
    ("half a file", lambda: GOOD[: len(GOOD) // 2], "no .docx"),
    ("another archive", lambda: replaced("[Content_Types].xml", None), "no .docx"),
    ("no document in it", lambda: replaced("word/document.xml", None), "no document"),
    ("a document without a body", lambda: replaced("word/document.xml", f"<w:document {W}/>".encode()), "no document"),
    ("another root", lambda: replaced("word/document.xml", b"<html/>"), "no document"),
    ("broken XML", lambda: replaced("word/document.xml", b"<w:document"), "word/document.xml is damaged"),
    ("an unknown encoding", lambda: replaced("word/document.xml", b'<?xml version="1.0" encoding="x"?>'), "damaged"),
    ("broken styles", lambda: replaced("word/styles.xml", b"\xff\xfe\x00"), "word/styles.xml is damaged"),
    ("an old document", lambda: OLE + b"\0" * 600, "old Word document"),
    ("an encrypted one", lambda: OLE + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"), "password"),
    ("an encrypted archive", locked, "password"),
    ("PDF", lambda: b"%PDF-1.7\n", "PDF"),
    ("RTF", lambda: b"{\\rtf1 a}", "RTF"),
    ("macros", lambda: package(types='<Types ContentType="application/x.macroEnabled.main+xml"/>'), "macros"),
    ("a workbook", lambda: package(types="<Types>spreadsheetml.sheet.main</Types>"), "no Word document"),
    ("two of one name", twice, "two entries"),
    ("entities", lambda: package(head=ENTITIES), "document type"),
    ("entities in UTF-16", lambda: replaced("word/document.xml", ENTITIES.encode("utf-16")), "document type"),
    ("entities in styles", lambda: package(more=related("styles", "styles.xml", ENTITIES + "<a/>")), "document type"),
    ("the Strict form", lambda: replaced("word/document.xml", STRICT), "Strict form"),
    ("nested too deeply", lambda: package("<w:sdt>" * 5000 + "</w:sdt>" * 5000), "nested"),
    ("too many paragraphs", lambda: package("<w:p/>" * 700_000), "too large"),
    ("a bomb", lambda: package(more={"word/document.xml": b" " * 60_000_000}), "too large when unpacked"),
    ("too many entries", lambda: package(more={f"x{n}": "" for n in range(5100)}), "too many"),
    ("too big", lambda: b"PK" + b"\0" * MAX_FILE, "larger than 50 MB"),
]  # fmt: skip


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize(("make", "says"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_refused_with_a_sentence(make: Callable[[], bytes], says: str) -> None:
    data = make()
    begun = time.perf_counter()
    with pytest.raises(UnreadableDocument, match=says.replace(".", r"\.")):
        inspect(data)
    assert time.perf_counter() - begun < 8


def style(name: str, based: str) -> str:
    return f'<w:style w:type="paragraph" w:styleId="{name}"><w:basedOn w:val="{based}"/></w:style>'


BOX = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


def boxes(depth: int) -> str:
    """Boxes in boxes: each must be read once."""
    opened = f'<w:p><w:r><w:drawing><b:txbx xmlns:b="{BOX}"><w:txbxContent>'
    return opened * depth + paragraph("KHẨN") + "</w:txbxContent></b:txbx></w:drawing></w:r></w:p>" * depth


def table(inside: str) -> str:
    return f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"


STATE = paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
HUGE = "9" * 400
MEASURED: list[tuple[str, Callable[[], bytes]]] = [
    ("an empty body", package),
    ("a circle of styles", lambda: package(
        paragraph("a", '<w:pStyle w:val="a"/>'),
        related("styles", "styles.xml", f"<w:styles {W}>{style('a', 'b')}{style('b', 'a')}</w:styles>"),
    )),
    ("a long chain of styles", lambda: package(
        paragraph("a", '<w:pStyle w:val="s0"/>'),
        related("styles", "styles.xml",
                f"<w:styles {W}>{''.join(style(f's{n}', f's{n + 1}') for n in range(5000))}</w:styles>"),
    )),
    ("huge numbers", lambda: package(
        STATE
        + paragraph("a", f'<w:ind w:left="{HUGE}" w:firstLine="-{HUGE}"/><w:spacing w:line="1e308" w:before="nan"/>')
        + f'<w:tbl><w:tblGrid><w:gridCol w:w="{HUGE}"/></w:tblGrid>'
        + f'<w:tr><w:trPr><w:gridBefore w:val="{HUGE}"/></w:trPr>'
        + f'<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr>{paragraph("b")}</w:tc></w:tr></w:tbl>'
        + f'<w:sectPr><w:pgSz w:w="-{HUGE}" w:h="inf"/><w:pgMar w:left="-1" w:right="{HUGE}" w:gutter="x"/></w:sectPr>'
    )),
    ("odd sizes", lambda: package(
        STATE + "".join(f'<w:p><w:r><w:rPr><w:sz w:val="{n}"/></w:rPr><w:t>a b</w:t></w:r></w:p>' for n in (0, -5, 9e6))
    )),
    ("lists", lambda: package(
        paragraph("a", '<w:numPr><w:ilvl w:val="99"/><w:numId w:val="1"/></w:numPr>') * 50,
        related("numbering", "numbering.xml",
                f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="8"><w:start w:val="{HUGE}"/>'
                '<w:numFmt w:val="upperRoman"/><w:lvlText w:val="%9%1%8."/></w:lvl></w:abstractNum>'
                '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'),
    )),
    ("boxes in boxes", lambda: package(STATE + boxes(25))),
    ("tables in tables", lambda: package(STATE + table("") + nested(40))),
    ("relations that lead nowhere", lambda: package(STATE, {"word/_rels/document.xml.rels": (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="a" Type="x/styles" Target="../../../etc/passwd"/>'
        '<Relationship Id="b" Type="x/theme" Target="http://example.com/theme" TargetMode="External"/>'
        '<Relationship Id="c" Type="x/settings"/></Relationships>')})),
    ("signs that move a cursor", lambda: package(STATE + paragraph("\u202e\u200f\x85" * 50))),
    ("one endless line", lambda: package(STATE + paragraph("ngày tháng năm Số: 1-1/A-A " * 15_000))),
    ("a number to get lost in", lambda: package(STATE + paragraph("Số: 1/" + "A-" * 100_000 + "!"))),
    ("dots", lambda: package(STATE + paragraph("." * 500_000) + paragraph("_" * 500_000))),
    ("no sections", lambda: package(STATE + paragraph("KẾ HOẠCH"))),
]  # fmt: skip


def nested(depth: int) -> str:
    text = paragraph("KT. GIÁM ĐỐC")
    for _ in range(depth):
        text = table(text)
    return text


@pytest.mark.parametrize("make", [row[1] for row in MEASURED], ids=[row[0] for row in MEASURED])
@pytest.mark.parametrize("regime", ["", "dang"])
def test_measured_in_good_time(make: Callable[[], bytes], regime: str) -> None:
    data = make()
    begun = time.perf_counter()
    inspection = inspect(data, regime)
    assert time.perf_counter() - begun < 5
    shown = [spot.text for finding in inspection.findings for spot in finding.places]
    shown += [finding.found for finding in inspection.findings]
    assert all(text.isprintable() for text in shown)
    assert all(len(text) < 200 for text in shown)


def test_a_damaged_file_never_ends_in_a_traceback() -> None:
    chance = random.Random(30)
    for _ in range(150):
        data = bytearray(GOOD)
        for _ in range(chance.randint(1, 30)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        with suppress(UnreadableDocument):
            inspect(bytes(data[: chance.choice((len(data), chance.randrange(len(data))))]))


def test_an_odd_tree_never_ends_in_a_traceback() -> None:
    """The good document with values exchanged for odd ones, and properties moved elsewhere."""
    chance = random.Random(2020)
    with zipfile.ZipFile(io.BytesIO(GOOD)) as archive:
        text = archive.read("word/document.xml").decode()
    values = ["-1", "", "x", HUGE, "both", "\u202e", "0", "1.5", "12pt"]
    for _ in range(40):
        mixed = re.sub(
            r'(?<= w:)(val|w|left|line|before|type)="[^"]*"',
            lambda match: f'{match[1]}="{chance.choice(values)}"' if chance.random() < 0.1 else match[0],
            text,
        )
        assert inspect(replaced("word/document.xml", mixed.encode())).findings
