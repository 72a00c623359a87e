r"""The text is not in composed Unicode form (NFC).

Why: The same word can be stored in two ways that look alike. Searching, comparing and some printers take
them for different words, and a font may tear the accents off.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.4 (TCVN 6909:2001).

Bad:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Ph\u006f\u0302\u0301i hợp năm 2026  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.text.check import not_composed
from phoihop.text.diagnostic import Diagnostic, Severity
from phoihop.text.source import Source

FAMILY = "text"
SEVERITY = Severity.WARNING


def check_source(source: Source) -> Iterator[Diagnostic]:
    if finding := not_composed(source):
        yield finding
