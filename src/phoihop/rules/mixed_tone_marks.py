"""One file writes the tone marks of oa, oe, uy in two ways: hòa and hoà, Ủy and Uỷ.

Why: Both are read alike, and neither finds the other: a search, a list sorted by name and a comparison of two versions
see two words. A document keeps to one.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    mo_dau:
      - Ủy ban nhân dân thành phố thống nhất
      - Uỷ ban nhân dân các phường thực hiện  #!

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    mo_dau:
      - Ủy ban nhân dân thành phố chăm sóc sức khoẻ học sinh  #!

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
from phoihop.rules._printed import printed
from phoihop.text.diagnostic import Diagnostic, Related, Severity
from phoihop.text.source import Source

FAMILY = "text"
SEVERITY = Severity.HINT

_A, _Y = "àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ", "ỳýỷỹỵỲÝỶỸỴ"
# At the end of a word; "hoàn" has it there in every spelling, and "quý" is no uy. Each begins with the letter that has
# the mark: few letters have one, so that the search is quick.
_ON_SECOND = re.compile(rf"[{_A}{_Y}](?!\w)(?:(?<=[oO][{_A}])|(?<=[uU][{_Y}])(?<![qQ]..))")
_ON_FIRST = re.compile(r"(?:[òóỏõọÒÓỎÕỌ][aeAE]|[ùúủũụÙÚỦŨỤ][yY](?<![qQ]..))(?!\w)")


def check_source(source: Source) -> Iterator[Diagnostic]:
    second = _found(source, _ON_SECOND, 1)
    first = _found(source, _ON_FIRST, 0) if second else None
    if second is None or first is None:
        return
    later, earlier = max(first, second), min(first, second)
    yield Diagnostic(
        "mixed-tone-marks",
        source.place(*later),
        _('the tone mark stands on another letter here than in "{word}"').format(word=_word(source.text, earlier)),
        _("keep to one way in a document"),
        (Related(source.place(*earlier), _("the other way")),),
    )


def _found(source: Source, pattern: re.Pattern[str], back: int) -> tuple[int, int] | None:
    """The two letters that show the first word written so; a name ("Thanh Hoá") keeps the spelling that it has."""
    for match in pattern.finditer(source.text):
        start = match.start() - back
        if not _in_name(source.text, start) and printed(source, start):
            return start, match.end()
    return None


def _in_name(text: str, at: int) -> bool:
    """Whether a word has a capital, and the one before it too."""
    start = _begin(text, at)
    if not text[start].isupper() or text[start - 1 : start] != " ":
        return False
    before = text[_begin(text, start - 1) : start - 1]
    return before[:1].isupper() and not before.isupper()


def _begin(text: str, at: int) -> int:
    while at > 0 and text[at - 1].isalpha():
        at -= 1
    return at


def _word(text: str, found: tuple[int, int]) -> str:
    return text[_begin(text, found[0]) : found[1]]
