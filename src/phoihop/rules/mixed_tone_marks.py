"""One file writes the tone marks of oa, oe, uy in two ways: hòa and hoà, Ủy and Uỷ.

Why: Both are read alike, and neither finds the other: a search, a list sorted by name and a comparison of two versions
see two words. A document keeps to one.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    mo_dau:
      - Ủy ban nhân dân thành phố thống nhất
      - Uỷ ban nhân dân các phường thực hiện  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    mo_dau:
      - Ủy ban nhân dân thành phố thống nhất, các cơ quan hòa hợp
      - Quý II năm 2026 rà soát, quy hoạch và hoàn thành
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.text.diagnostic import Diagnostic, Related, Severity
from phoihop.text.source import Source

FAMILY = "text"
SEVERITY = Severity.HINT

# Words by which a text is known to write the mark on the second vowel: a look for these is cheap, a search is not.
_WORDS = ("hoá ", "hoà ", "toà ", "Uỷ ", "uỷ ")
# At the end of a word; "hoàn" has it there in every spelling, and "quý" is no uy.
_ON_SECOND = re.compile(r"(?:o[àáảãạèéẻẽẹ]|(?<![qQ])[uU][ỳýỷỹỵ]|(?<![qQ])U[ỲÝỶỸỴ]|O[ÀÁẢÃẠÈÉẺẼẸ])(?!\w)")
_ON_FIRST = re.compile(r"(?:[òóỏõọ][ae]|[ùúủũụÙÚỦŨỤ]y|[ÙÚỦŨỤ]Y|[ÒÓỎÕỌ][AE])(?!\w)")


def check_source(source: Source) -> Iterator[Diagnostic]:
    text = source.text
    if not any(word in text for word in _WORDS):
        return
    second, first = _ON_SECOND.search(text), _ON_FIRST.search(text)
    if second is None or first is None:
        return
    later, earlier = (second, first) if second.start() > first.start() else (first, second)
    yield Diagnostic(
        "mixed-tone-marks",
        source.place(later.start(), later.end()),
        _('the tone mark stands on another letter here than in "{word}"').format(word=_word(text, earlier)),
        _("keep to one way in a document"),
        (Related(source.place(earlier.start(), earlier.end()), _("the other way")),),
    )


def _word(text: str, match: re.Match[str]) -> str:
    start = match.start()
    while start > 0 and text[start - 1].isalpha():
        start -= 1
    return text[start : match.end()]
