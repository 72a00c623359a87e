"""The stamp by which phoihop knows a file of its own that nobody has changed since.

HTML and Markdown end in a comment with the hash of what stands before it, a calendar begins with the hash of what
follows. A .docx keeps, as a property of its own,
the hash of all its other parts: a word processor that saves it, or a hand that changes one part, no longer fits it.
A PDF has the hash of all else in a comment right before `startxref`: nothing may follow the end of a file that is to be
archived (ISO 19005-2, 6.1.3), and there no byte offset of the file changes.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Mapping

STAMP_PART = "docProps/custom.xml"
_COMMENT = re.compile(rb"\n<!-- phoihop sha256:([0-9a-f]{64}) -->\n\Z")
_CALENDAR = b"BEGIN:VCALENDAR\r\n"
_CALENDAR_STAMP = re.compile(_CALENDAR + rb"X-PHOIHOP:([0-9a-f]{64})\r\n")
_PDF_END = re.compile(rb"(?<=\n)(?:%phoihop sha256:([0-9a-f]{64})\n)?(startxref\s+\d+\s+%%EOF\s*)\Z")
_PDF_TAIL = 200  # bytes that surely hold the end of a PDF, stamp and all
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_MAX_BYTES = 100_000_000  # unpacked: far above any document, far below what a hostile archive can hold


def stamp(text: str) -> bytes:
    """A text document's bytes with its stamp at the end."""
    data = text.rstrip("\n").encode("utf-8")
    return data + b"\n<!-- phoihop sha256:" + hashlib.sha256(data).hexdigest().encode() + b" -->\n"


def stamp_calendar(data: bytes) -> bytes:
    """An iCalendar file's bytes with the stamp as a property of its own, right after its first line."""
    first, rest = data[: len(_CALENDAR)], data[len(_CALENDAR) :]
    return first + b"X-PHOIHOP:" + hashlib.sha256(rest).hexdigest().encode() + b"\r\n" + rest


def stamp_pdf(data: bytes) -> bytes:
    """A PDF's bytes with its stamp in a comment before the last three lines."""
    end = _PDF_END.search(data, max(len(data) - _PDF_TAIL, 0))
    at = end.start() if end else len(data)
    return data[:at] + b"%phoihop sha256:" + hashlib.sha256(data).hexdigest().encode() + b"\n" + data[at:]


def stamp_part(parts: Mapping[str, bytes]) -> str:
    """docProps/custom.xml: one property, the hash of all other parts of a .docx."""
    digest = hashlib.sha256()
    for name in sorted(parts):
        if name != STAMP_PART:
            digest.update(f"{name}\n{len(parts[name])}\n".encode())
            digest.update(parts[name])
    # fmtid and the first pid are what [MS-OLEPS] gives to properties of one's own.
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_OFFICE}/custom-properties" xmlns:vt="{_OFFICE}/docPropsVTypes">'
        '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="phoihop">'
        f"<vt:lpwstr>sha256:{digest.hexdigest()}</vt:lpwstr></property></Properties>"
    )


def is_ours(data: bytes) -> bool:
    """Whether phoihop wrote exactly this file."""
    if match := _COMMENT.search(data):
        return hashlib.sha256(data[: match.start()]).hexdigest().encode() == match[1]
    if match := _CALENDAR_STAMP.match(data):
        return hashlib.sha256(data[match.end() :]).hexdigest().encode() == match[1]
    if data.startswith(b"%PDF"):
        end = _PDF_END.search(data, max(len(data) - _PDF_TAIL, 0))
        return end is not None and stamp_pdf(data[: end.start()] + end[2]) == data
    if data.startswith(b"PK"):
        try:
            parts = _parts(data)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
            return False
        return parts.get(STAMP_PART) == stamp_part(parts).encode()
    return False


def _parts(data: bytes) -> dict[str, bytes]:
    """The parts of a .docx; none of an archive that is no .docx of ours at first sight."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entries = package.infolist()
        names = {entry.filename for entry in entries}
        if STAMP_PART not in names or len(names) != len(entries):
            return {}
        if sum(entry.file_size for entry in entries) > _MAX_BYTES:
            return {}
        return {entry.filename: package.read(entry) for entry in entries}
