"""Before parsing: bytes that are not UTF-8, marks, invisible characters, decomposed letters."""

from __future__ import annotations

import unicodedata

import pytest

from phoihop.text.check import MAX_BYTES, clean, decode, not_composed, too_large
from phoihop.text.source import Source

PLAN = "phoihop: ke-hoach/1\nvan_ban: {loai: KH, trich_yeu: Phối hợp}\n"


@pytest.mark.parametrize(
    "text",
    ["", "\n", "a", PLAN, PLAN.replace("\n", "\r\n"), "a: 1\r\nb: 2\nc: 3\r\n", "ố", "😀", "a\tb", "\u00a0", "đ – “x”"],
)
def test_utf_8_is_read_as_it_is(text: str) -> None:
    """Whatever the line endings, empty or not, silently and unchanged."""
    source, findings = decode("x.yaml", text.encode())
    assert findings == []
    assert source is not None
    assert source.text == text
    assert clean(source) == (source, [])


@pytest.mark.parametrize(
    ("data", "place", "said"),
    [
        (PLAN.encode("utf-16"), (1, 1), "UTF-16"),
        (b"\xff\xfe" + PLAN.encode("utf-16-le"), (1, 1), "UTF-16"),
        (b"\xfe\xff" + PLAN.encode("utf-16-be"), (1, 1), "UTF-16"),
        (PLAN.encode("utf-16-le"), (1, 1), "not UTF-8"),
        (PLAN.encode("utf-16-be"), (1, 1), "not UTF-8"),
        (b"\x00", (1, 1), "not UTF-8"),
        (b"PK\x03\x04\x14\x00\x06\x00", (1, 1), "not UTF-8"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", (1, 1), "not UTF-8"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", (1, 1), "not UTF-8"),
        (b"a: 1\nten: Ph\xf4\xed\n", (2, 8), "not UTF-8"),
        (b"a: 1\r\nb: \xe9", (2, 4), "not UTF-8"),
        ("ố: ".encode() + b"\x80", (1, 4), "not UTF-8"),
        (b"a: \xc0\xaf", (1, 4), "not UTF-8"),  # overlong
        (b"a: \xed\xa0\x80", (1, 4), "not UTF-8"),  # a surrogate
        (b"a: \xf5\x80\x80\x80", (1, 4), "not UTF-8"),
        ("a: ố".encode()[:-1], (1, 4), "not UTF-8"),  # cut in the middle of a letter
    ],
)
def test_other_bytes_are_one_finding_at_the_first_bad_byte(data: bytes, place: tuple[int, int], said: str) -> None:
    """No source; the place counts letters, not bytes."""
    source, findings = decode("x.yaml", data)
    assert source is None
    assert [f.rule for f in findings] == ["file-encoding"]
    assert (findings[0].place.line, findings[0].place.column) == place
    assert said in findings[0].message
    assert "UTF-8" in findings[0].help


@pytest.mark.parametrize(("text", "rest"), [("\ufeff" + PLAN, PLAN), ("\ufeff", "")])
def test_a_byte_order_mark_is_a_finding_and_not_part_of_the_text(text: str, rest: str) -> None:
    """The rest is read."""
    source, findings = decode("x.yaml", text.encode())
    assert [(f.rule, f.place.line, f.place.column) for f in findings] == [("byte-order-mark", 1, 1)]
    assert source is not None
    assert source.text == rest


@pytest.mark.parametrize(("size", "refused"), [(MAX_BYTES, False), (MAX_BYTES + 1, True), (5 * 1024 * 1024, True)])
def test_a_file_beyond_the_limit_is_one_finding(size: int, refused: bool) -> None:
    """The limit itself is read; the finding says how large a file may be."""
    source, findings = decode("x.yaml", b" " * size)
    assert (source is None) is refused
    assert [f.rule for f in findings] == (["file-size"] if refused else [])
    early = too_large("x.yaml", size)
    assert (early is not None) is refused
    if early:
        assert "4 MiB" in early.message


FORBIDDEN = [
    *(chr(c) for c in range(0x20) if chr(c) not in "\t\n\r"),
    "\x7f",
    *(chr(c) for c in range(0x80, 0xA0)),
    "\u200b",
    "\u2028",
    "\u2029",
    "\ufeff",
    "\ufffe",
    "\uffff",
    # marks that turn the writing direction (Unicode, Bidi_Control)
    *"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    "\u2060",
]
INVISIBLE = ["\u00ad", "\u200c", "\u200d", "\u180e", "\u2062", "\u2064", "\U000e0041"]


@pytest.mark.parametrize("letter", [*FORBIDDEN, *INVISIBLE], ids=lambda c: f"U+{ord(c):04X}")
def test_an_invisible_character_is_found_and_blanked(letter: str) -> None:
    """The finding names it; offsets stay, so that every other place is right."""
    text = f"a: 1\nten: Phối{letter}hợp\n"
    source, findings = clean(Source("x.yaml", text))
    assert [(f.rule, f.place.line, f.place.column) for f in findings] == [("control-character", 2, 10)]
    assert f"U+{ord(letter):04X}" in findings[0].message
    assert source.text == text.replace(letter, " ")


@pytest.mark.parametrize(
    "letter",
    [
        "\t",
        "\r\n",
        "\n",
        " ",
        "\u00a0",
        "\u2009",
        "\u202f",
        "\u3000",
        "–",
        "—",
        "…",
        "“",
        "”",
        "•",
        "đ",
        "Ợ",
        "㎡",
        "😀",
        "\u00a7",
    ],
    ids=lambda c: f"U+{ord(c[0]):04X}",
)
def test_a_visible_character_or_a_space_is_left_alone(letter: str) -> None:
    """Typographic spaces, dashes and quotes come with good text."""
    source = Source("x.yaml", f"ten: Phối{letter}hợp\n")
    assert clean(source) == (source, [])


def test_one_finding_a_line_is_enough() -> None:
    """A line full of them is one finding, every line with one has its own."""
    source, findings = clean(Source("x", "a\u200b\u200b\nb\n\u200ec\x00\n"))
    assert [(f.place.line, f.place.column) for f in findings] == [(1, 2), (3, 1)]
    assert source.text == "a  \nb\n c \n"


NFD = unicodedata.normalize("NFD", "ố")


@pytest.mark.parametrize(
    ("text", "place", "letter"),
    [
        (f"a: 1\nten: Ph{NFD}i\n", (2, 8), "ố"),
        (f"{NFD}", (1, 1), "ố"),
        (f"ố\r\nđ{NFD}", (2, 2), "ố"),
        ("a: o\u0302", (1, 4), "ô"),
        ("a: ê\u0323", (1, 4), "ệ"),
        ("a: a\u0340", (1, 4), "à"),
        ("😀e\u0301", (1, 2), "é"),
    ],
)
def test_a_decomposed_letter_is_found_at_its_base(text: str, place: tuple[int, int], letter: str) -> None:
    """The first such letter of the file, shown as it should be."""
    found = not_composed(Source("x", text))
    assert found is not None
    assert (found.rule, found.place.line, found.place.column) == ("not-nfc", *place)
    assert f'"{letter}"' in found.message


@pytest.mark.parametrize(
    "text", ["", "abc", "Phối hợp\r\n", "đĐ ữ", "😀", unicodedata.normalize("NFC", NFD), "x\u0302"]
)
def test_composed_text_is_silent(text: str) -> None:
    """A mark on a letter that has no composed form is composed as well as it can be."""
    assert not_composed(Source("x", text)) is None
