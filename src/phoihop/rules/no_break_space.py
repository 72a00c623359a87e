r"""A no-break space, or another space that is not the ordinary one, stands in the text.

Why: It comes with text pasted from Word or a web page, looks like a space, and is none: a search for "Sở Y tế" does not
find "Sở\u00a0Y tế", and a name is not the name of the register.

Law: TCVN 6909:2001, the character set of Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.4.

Bad:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm\u00a02026  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.text.diagnostic import Diagnostic, Edit, Fix, Severity
from phoihop.text.source import Source

FAMILY = "text"
SEVERITY = Severity.WARNING

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"


def check_source(source: Source) -> Iterator[Diagnostic]:
    for number in sorted({source.line_column(at)[0] for at in source.odd(_SPACES)}):
        line, start = source.line(number), source.line_starts[number - 1]
        first = next(i for i, letter in enumerate(line) if letter in _SPACES)
        mended = "".join(" " if letter in _SPACES else letter for letter in line)
        yield Diagnostic(
            "no-break-space",
            source.place(start + first, start + first + 1),
            _("a space that is not the ordinary one (U+{code:04X}) stands here").format(code=ord(line[first])),
            _("type an ordinary space; --fix does it"),
            fix=Fix((Edit(source.place(start, start + len(line)), line, mended),)),
        )
