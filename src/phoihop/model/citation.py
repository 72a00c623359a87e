"""What can be read of a citation: type word, number, date (Nghị định 30/2020/NĐ-CP, Phụ lục I mục II.6b).

"Kế hoạch số 60-KH/TU ngày 11/01/2018 của Tỉnh ủy ..." — a law may be cited by name and date alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from phoihop.model.number import KIND_NAMES, LAW_KINDS

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
        re.compile(r"\bngày\s+(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})\b"),
    )


@lru_cache(maxsize=4096)
def kind_word(text: str) -> str:
    """The type that a citation begins with ("Kế hoạch"), empty when it begins otherwise."""
    match = _patterns()[0].match(text)
    return match[1].capitalize() if match else ""


@lru_cache(maxsize=4096)
def number(text: str) -> str:
    """The number and symbol that a citation gives, as written; empty when it gives none."""
    for match in _patterns()[1].finditer(text, 0, 160):
        found: str = match[1] or match[2]
        if not found.isdecimal():  # "Biểu mẫu số 01" numbers something else
            return found
    return ""


@lru_cache(maxsize=4096)
def issued(text: str) -> date | None:
    """The date that a citation gives; None when it gives none, or one that does not exist."""
    return next((day for _written, day in _dates(text)), None)


def impossible_date(text: str) -> str:
    """The first date of a citation that does not exist, as written; empty when all is well."""
    return next((written for written, day in _dates(text) if day is None), "")


def _dates(text: str) -> Iterator[tuple[str, date | None]]:
    for match in _patterns()[2].finditer(text, 0, 400):
        written = match[0].removeprefix("ngày").strip()
        try:
            yield written, date(int(match[3]), int(match[2]), int(match[1]))
        except ValueError:
            yield written, None
