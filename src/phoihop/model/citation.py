"""What can be read of a citation: type word, number, date (Nghị định 30/2020/NĐ-CP, Phụ lục I mục II.6b).

"Kế hoạch số 60-KH/TU ngày 11/01/2018 của Tỉnh ủy ..." — a law may be cited by name and date alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from phoihop.model.number import KIND_NAMES, LAW_KINDS

_DATE = r"ngày\s+(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})"
_OTHER_KINDS = ("Công văn", "Pháp lệnh", "Bộ luật", "Kết luận", "Thông tri")


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """The patterns of a type word, a number, a date; made when the first citation is looked into."""
    words = sorted({*KIND_NAMES.values(), *LAW_KINDS.values(), *_OTHER_KINDS}, key=len, reverse=True)
    return (
        re.compile(rf"(?:Căn cứ |Thực hiện |Theo )?({'|'.join(words)})\b", re.IGNORECASE),
        re.compile(
            r"\b[Ss]ố:?\s+(\d[^\s,;()]*?)[,;.)]*(?=\s|\Z)"
            r"|(?<=\s)(\d+[/-][0-9A-ZĐa-zđ&/-]*[A-ZĐ][^\s,;()]*?)[,;.)]*(?=\s|\Z)"
        ),
        re.compile(rf"\b{_DATE}\b"),
    )


@lru_cache(maxsize=1)
def _limits() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Where another document begins; what a date after a number, and after a name, may not be parted from it by."""
    other = r";|[,(]?\s*(?:đã\s+)?được\s+(?:sửa đổi|bổ sung|thay thế)|[,(]\s*(?:sửa đổi|bổ sung|thay thế)"
    forced = r"\(|hiệu lực|\b(?:từ|đến|trước|sau|kỷ niệm)\s*\Z"
    verbs = "về|v/v|quy định|ban hành|sửa đổi|thay thế|hướng dẫn|thực hiện|phê duyệt"
    return (
        re.compile(other, re.IGNORECASE),
        re.compile(rf"{forced}|\b(?:{verbs})\b", re.IGNORECASE),
        re.compile(forced, re.IGNORECASE),
    )


@lru_cache(maxsize=4096)
def kind_word(text: str) -> str:
    """The type that a citation begins with ("Kế hoạch"), empty when it begins otherwise."""
    match = _patterns()[0].match(text)
    return match[1].capitalize() if match else ""


def number(text: str) -> str:
    """The number and symbol that a citation gives, as written; empty when it gives none."""
    found = _number(text)
    return found[0] if found else ""


@lru_cache(maxsize=4096)
def _number(text: str) -> tuple[str, int] | None:
    """The number of the document that the text begins with, and where it ends."""
    for match in _patterns()[1].finditer(text, 0, min(160, _own_end(text))):
        found: str = match[1] or match[2]
        if not found.isdecimal():  # "Biểu mẫu số 01" numbers something else
            return found, match.end(1) if match[1] else match.end(2)
    return None


def _own_end(text: str) -> int:
    """Where what is said of the document itself ends: "; Luật ...", "được sửa đổi bởi ..." tell of others."""
    match = _limits()[0].search(text, 1)
    return match.start() if match else len(text)


@lru_cache(maxsize=4096)
def issued(text: str) -> date | None:
    """The date of the document that the text begins with; None when it gives none, or one that does not exist.

    It stands after the number, or after the name of a law without one. Other dates of the text, on which something
    enters into force or is celebrated, are not the document's.
    """
    own = text[: _own_end(text)]
    found = _number(text)
    start, parted = (found[1], _limits()[1]) if found else (0, _limits()[2])
    for match, day in _dates(own):
        if match.start() >= start:
            return None if parted.search(own, start, match.start()) else day
    return None


_ISSUER = rf"[\s,]*(?:{_DATE})?[\s,]*của\s+"
_NAME_ENDS = r"[,;()“\"]|\s(?:về|v/v|quy định|ban hành|ngày|hướng dẫn|sửa đổi|phê duyệt|kèm|triển khai)\s"


@lru_cache(maxsize=4096)
def issuer(text: str) -> str:
    """Who issued the document, as far as it is said right after its number and date; empty when it is not."""
    found = _number(text)
    rest = text[found[1] :][:200] if found else ""
    match = re.match(_ISSUER, rest)
    return re.split(_NAME_ENDS, rest[match.end() :], maxsplit=1)[0].strip(" .") if match else ""


def impossible_date(text: str) -> str:
    """The first date of a citation that does not exist, as written; empty when all is well."""
    return next((match[0].removeprefix("ngày").strip() for match, day in _dates(text) if day is None), "")


def _dates(text: str) -> Iterator[tuple[re.Match[str], date | None]]:
    for match in _patterns()[2].finditer(text, 0, 400):
        try:
            yield match, date(int(match[3]), int(match[2]), int(match[1]))
        except ValueError:
            yield match, None
