"""What is checked of a text before it is parsed: bytes that are not UTF-8, characters that do not belong."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.text.diagnostic import Diagnostic, Edit, Fix, Severity
from phoihop.text.source import ODD_SET, Place, Source

MAX_BYTES = 4 * 1024 * 1024
"""The largest file that is read: about 12,000 tasks."""

# What YAML and the documents cannot hold, and what can make a text look other than it reads (bidi controls).
_CONTROLS = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff\U000e0000-\U000e007f"
)
CONTROL = re.compile(f"[{_CONTROLS}]")
# One look at a text tells that it has neither these nor any other odd character; most texts have none.
SUSPECT = re.compile(f"[{_CONTROLS}{ODD_SET}]")


def decode(path: str, data: bytes) -> tuple[Source | None, list[Diagnostic]]:
    """The source in a file's bytes, or the finding that says why there is none."""
    if len(data) > MAX_BYTES:
        return None, [_too_large(path)]
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return None, [_not_utf8(Source(path, ""), 0, "UTF-16")]
    if b"\0" in data[:8192]:
        return None, [_not_utf8(Source(path, ""), 0, "")]
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        before = data[: problem.start].decode("utf-8", "replace")
        return None, [_not_utf8(Source(path, before), len(before), "")]
    findings: list[Diagnostic] = []
    source = Source(path, text.removeprefix("\ufeff"))
    if text.startswith("\ufeff"):
        findings.append(
            Diagnostic(
                "byte-order-mark",
                source.place(0),
                _("the file begins with a byte order mark"),
                _('save it as "UTF-8", not as "UTF-8 with BOM"'),
                severity=Severity.WARNING,
                fix=Fix(()),
            )
        )
    return source, findings


def _too_large(path: str) -> Diagnostic:
    return Diagnostic(
        "file-size",
        Source(path, "").place(0),
        _("the file is larger than {limit} MiB").format(limit=MAX_BYTES >> 20),
        _("check that it is a plan; split a plan of this size"),
    )


def too_large(path: str, size: int) -> Diagnostic | None:
    """The finding for a file of so many bytes, before any of it is read."""
    return _too_large(path) if size > MAX_BYTES else None


def _not_utf8(source: Source, offset: int, guess: str) -> Diagnostic:
    what = _("the file is {encoding}, not UTF-8").format(encoding=guess) if guess else _("the file is not UTF-8 text")
    return Diagnostic(
        "file-encoding",
        source.place(offset),
        what,
        _('save it as "UTF-8" in the editor; a Word or Excel file cannot be read as a plan'),
    )


def clean(source: Source) -> tuple[Source, list[Diagnostic]]:
    """The source with forbidden characters blanked out (so that the rest can be read), and their findings.

    Offsets do not change: every such character becomes one space. One finding a line is enough.
    """
    if SUSPECT.search(source.text) is None:
        source.nothing_odd()
        return source, []
    if CONTROL.search(source.text) is None:
        return source, []
    findings, seen = [], set()
    for match in CONTROL.finditer(source.text):
        place = source.place(match.start(), match.end())
        if place.line not in seen:
            seen.add(place.line)
            findings.append(control_character(place, match[0]))
    return Source(source.path, CONTROL.sub(" ", source.text)), findings


def control_character(place: Place, text: str) -> Diagnostic:
    """The finding for the first such character in a text; an escape such as "\\u200b" counts like the character."""
    match = CONTROL.search(text)
    return Diagnostic(
        "control-character",
        place,
        _("an invisible character (U+{code:04X}) stands here").format(code=ord(match[0]) if match else 0),
        _("delete it; it often comes with text pasted from a PDF or a web page"),
    )


def not_composed(source: Source) -> Diagnostic | None:
    """The finding for a text that is not in Unicode form NFC (TCVN 6909:2001 precomposed letters)."""
    text = source.text
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return None
    for number in range(1, len(source.line_starts) + 1):
        line = source.line(number)
        if not unicodedata.is_normalized("NFC", line):
            start = source.line_starts[number - 1] + _first_difference(line, unicodedata.normalize("NFC", line))
            letter = unicodedata.normalize("NFC", text[start : start + 4])[:1]
            return Diagnostic(
                "not-nfc",
                source.place(start),
                _('the text is not in composed form (NFC); "{letter}" is the first such letter').format(letter=letter),
                _("retype it with a Unicode keyboard (TCVN 6909:2001), or convert the file to NFC; --fix does it"),
                fix=Fix(tuple(_composing(source))),
            )
    return None


def _composing(source: Source) -> Iterator[Edit]:
    """The edits that compose every line."""
    for number, start in enumerate(source.line_starts, 1):
        line = source.line(number)
        if not unicodedata.is_normalized("NFC", line):
            yield Edit(source.place(start, start + len(line)), line, unicodedata.normalize("NFC", line))


def _first_difference(one: str, other: str) -> int:
    return next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), 0)
