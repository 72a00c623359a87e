"""A text is cut short by a `#` that begins a comment.

Why: In YAML a `#` after a space ends the text, and the rest of the line is lost without a word: "Phòng khám #1" is read
as "Phòng khám". A comment that is meant as one has a space after the sign.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    ra_soat:
      - ma: GB
        ten: Họp giao ban tại Phòng khám #1  #!
        chu_tri: SYT

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    ra_soat:
      - ma: GB        # hai bên luân phiên
        ten: "Họp giao ban tại Phòng khám #1"
        chu_tri: SYT
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.text.diagnostic import Diagnostic, Severity
from phoihop.text.source import Source

FAMILY = "text"
SEVERITY = Severity.WARNING

# A key or a dash, a text that no quotation mark, bracket or block sign begins, then ` #` with something right after it.
_CUT = re.compile(
    r"^[ \t]*(?:- )*(?:\w+:[ \t]+|- )(?![\"'\[{|>#&*!-])[^\n#]*[^\s#][ \t]+(#[^\s#!][^\n]*)", re.MULTILINE
)


def check_source(source: Source) -> Iterator[Diagnostic]:
    if " #" not in source.text or not source.path.endswith((".yaml", ".yml")):
        return
    for match in _CUT.finditer(source.text):
        yield Diagnostic(
            "text-cut-short",
            source.place(match.start(1), match.end(1)),
            _('"{rest}" is read as a comment, and the text ends before it').format(rest=match[1][:40].rstrip()),
            _("put the whole text in double quotes; or, for a comment, a space after the #"),
        )
