"""The stamp: phoihop knows its own files, and that somebody changed one."""

from __future__ import annotations

import io
import zipfile

import pytest

from document import samples as s
from document.read_back import word
from phoihop.document import docx
from phoihop.document.stamp import STAMP_PART, is_ours, stamp

MADE = docx.write(s.document(s.STATE_JOINT), s.styles())


def repacked(change: dict[str, bytes | None], data: bytes = MADE) -> bytes:
    """The archive with some parts replaced, added or (None) left out, and all others byte for byte."""
    old = zipfile.ZipFile(io.BytesIO(data))
    parts: dict[str, bytes | None] = {name: old.read(name) for name in old.namelist()}
    parts.update(change)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            if content is not None:
                archive.writestr(name, content)
    return file.getvalue()


def part(name: str) -> bytes:
    return zipfile.ZipFile(io.BytesIO(MADE)).read(name)


def test_a_word_file_is_ours_until_its_text_changes() -> None:
    assert is_ours(MADE)
    assert is_ours(repacked({}))  # packed anew, nothing in it changed
    edited = part("word/document.xml").replace("KẾ HOẠCH".encode(), "KẾ HOẠCH SỬA".encode())
    assert edited != part("word/document.xml")
    changed = repacked({"word/document.xml": edited})
    assert b"<Application>phoihop</Application>" in zipfile.ZipFile(io.BytesIO(changed)).read("docProps/app.xml")
    assert not is_ours(changed)


@pytest.mark.parametrize(
    "change",
    [
        {"word/styles.xml": b"<x/>"},
        {"word/comments.xml": b"<x/>"},
        {"word/header1.xml": None},
        {STAMP_PART: None},
        {STAMP_PART: b"<x/>"},
    ],
)
def test_any_other_change_is_seen(change: dict[str, bytes | None]) -> None:
    assert not is_ours(repacked(change))


def test_a_library_that_keeps_all_other_parts_is_seen() -> None:
    document = word(MADE)
    document.paragraphs[0].add_run(" thêm")
    file = io.BytesIO()
    document.save(file)
    assert not is_ours(file.getvalue())


def test_the_stamp_is_a_property_that_word_reads() -> None:
    assert part(STAMP_PART).startswith(b"<?xml")
    assert b'pid="2" name="phoihop"><vt:lpwstr>sha256:' in part(STAMP_PART)
    assert b'/docProps/custom.xml" ContentType=' in part("[Content_Types].xml")
    assert b'relationships/custom-properties" Target="docProps/custom.xml"' in part("_rels/.rels")


def test_broken_archives_are_not_ours() -> None:
    assert not is_ours(b"PK")
    assert not is_ours(MADE[: len(MADE) // 2])
    for at in range(0, len(MADE), 97):
        broken = MADE[:at] + bytes([MADE[at] ^ 0xFF]) + MADE[at + 1 :]
        is_ours(broken)  # does not fail, whatever it finds


def test_an_archive_that_unpacks_without_end_is_not_read() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(STAMP_PART, b"x")
        archive.writestr("word/document.xml", bytes(120_000_000))
    assert not is_ours(file.getvalue())


def test_text_documents() -> None:
    data = stamp("# Kế hoạch\n\n")
    assert is_ours(data)
    assert not is_ours(data.replace("Kế".encode(), b"Ke"))
    assert not is_ours(data + b"\n")
    assert not is_ours(b"")
