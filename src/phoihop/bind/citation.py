"""What can be read of a citation: type word, number, date (Nghị định 30/2020/NĐ-CP, Phụ lục I mục II.6b).

"Kế hoạch số 60-KH/TU ngày 11/01/2018 của Tỉnh ủy ..." — a law may be cited by name and date alone.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from phoihop.bind.places import NodePlaces
from phoihop.model.number import KIND_NAMES, LAW_KINDS
from phoihop.model.plan import Citation

_WORDS = sorted({*KIND_NAMES.values(), *LAW_KINDS.values(), "Công văn", "Pháp lệnh", "Bộ luật", "Kết luận"}, key=len)
_KIND_WORD = re.compile(rf"(?:Căn cứ |Thực hiện |Theo )?({'|'.join(reversed(_WORDS))})\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"\b[Ss]ố:?\s+(\d[^\s,;()]*?)[,;.)]*(?=\s|\Z)|(?<=\s)(\d+[/-][0-9A-ZĐa-zđ&/-]*[A-ZĐ][^\s,;()]*?)[,;.)]*(?=\s|\Z)"
)
_DATE = re.compile(r"\bngày\s+(\d{1,2})\s*(?:[/.-]|tháng)\s*(\d{1,2})\s*(?:[/.-]|năm)\s*(\d{4})\b")


@lru_cache(maxsize=4096)
def _parts(text: str) -> tuple[str, str, date | None]:
    word = _KIND_WORD.match(text)
    number = _NUMBER.search(text, 0, 160)
    day = _DATE.search(text, 0, 240)
    issued = None
    if day:
        try:
            issued = date(int(day[3]), int(day[2]), int(day[1]))
        except ValueError:
            issued = None  # `citation-date` looks at the text again and says so
    return word[1].capitalize() if word else "", (number[1] or number[2]) if number else "", issued


def read_citation(text: str, at: NodePlaces) -> Citation:
    """The citation in a text; what cannot be told is left empty."""
    kind_word, number, issued = _parts(text)
    return Citation(text, at, kind_word, number, issued)


def impossible_date(text: str) -> str:
    """The date in a citation that does not exist, as written; nothing when all is well."""
    for day in _DATE.finditer(text):
        try:
            date(int(day[3]), int(day[2]), int(day[1]))
        except ValueError:
            return day[0].removeprefix("ngày").strip()
    return ""
