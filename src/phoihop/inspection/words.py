"""The words by which the parts of a document are known, compared without accents and capitals."""

from __future__ import annotations

import re
from functools import lru_cache
from unicodedata import combining, normalize

from phoihop.model.number import KIND_NAMES, LAW_KINDS, PARTY_KINDS

STATE_NAME = "cong hoa xa hoi chu nghia viet nam"
PARTY_NAME = "dang cong san viet nam"
MOTTO = "doc lap"

NUMBER = re.compile(r"(?:Số|SỐ|số)\b\s*[:.]?(?=[\s\d.…/_]|$)")
_PLACE_DATE = re.compile(r"\bngày\b.*\btháng\b.*\bnăm\b", re.IGNORECASE)
SUBJECT = re.compile(r"(?:V/v|v/v|V/V)\b|[Vv]ề việc\b")
BASIS = re.compile(r"(?:-\s*)?(?:Căn cứ|Theo đề nghị|Xét đề nghị|Xét Tờ trình|Xét tờ trình)\b")
ANNEX = re.compile(r"phụ lục(?:\s+(?P<number>[0-9IVXLC]{1,6}|[A-ZĐ]|[.…\s0-9]{1,8}))?\s*[.:]?", re.IGNORECASE)
ATTACHED = re.compile(r"\(\s*(?:Kèm theo|Ban hành kèm theo)\b", re.IGNORECASE)
AUTHORITY = re.compile(r"(?:TM|KT|TL|TUQ|Q)\s?\.|(?:T/M|K/T|T/L)\b")
CHAPTER = re.compile(r"(?P<word>Phần|Chương|Mục|Tiểu mục)\s+(?P<number>[0-9IVXLC]{1,7}|thứ \w+)\s*[.:]?", re.IGNORECASE)
ARTICLE = re.compile(r"Điều\s+(?:[0-9]{1,4}[a-zđ]?|[.…]+)\s*[.:]?", re.IGNORECASE)
SECTION = re.compile(r"[IVXLC]{1,7}\s*[.\-/)]\s*\S")
CLAUSE = re.compile(r"[0-9]{1,2}\s*[.\-/)]\s*(?![0-9])\S")
POINT = re.compile(r"[a-zđ]\s*[).]\s*\S")
ITEM = re.compile(r"[-+*•–\N{BULLET OPERATOR}]")
ENACTING = re.compile(r"(?:QUYẾT ĐỊNH|QUYẾT NGHỊ|CHỈ THỊ|KẾT LUẬN|YÊU CẦU|ĐIỆN|NAY BAN HÀNH)\s*:?")

URGENCY = {"hoa toc", "thuong khan", "khan", "hoa toc hen gio"}
CIRCULATION = {"xem xong tra lai", "luu hanh noi bo"}

_MORE_TYPES = ("Giấy mời", "Thư công", "Thông tư", "Nghị định", "Luật", "Lời kêu gọi", "Tuyên bố", "Chiến lược",
               "Tên loại văn bản")  # fmt: skip
_POSITIONS = (
    "giam doc", "pho giam doc", "chu tich", "pho chu tich", "bo truong", "thu truong", "truong ban",
    "pho truong ban", "cuc truong", "pho cuc truong", "tong cuc truong", "vu truong", "pho vu truong",
    "chanh van phong", "pho chanh van phong", "hieu truong", "pho hieu truong", "bi thu", "pho bi thu",
    "truong phong", "pho truong phong", "chu nhiem", "pho chu nhiem", "tong giam doc", "vien truong",
    "vien truong vien", "chanh thanh tra", "quyen han", "chu toa", "thu ky", "thu tuong", "pho thu tuong",
    "thong doc", "tong thanh tra", "chi cuc truong", "doi truong", "chanh an", "truong doan", "to truong",
)  # fmt: skip
_OVER = ("uy ban nhan dan", "ubnd", "bo ")
_UNDER = ("so ", "phong ", "chi cuc", "trung tam", "truong ", "ban quan ly", "cuc ", "vu ", "benh vien", "van phong",
          "thanh tra")  # fmt: skip

_BODIES = (*_OVER, *_UNDER, "ban ", "tinh uy", "thanh uy", "huyen uy", "dang uy", "cong an", "hoi ", "mat tran",
           "toa an", "vien kiem sat", "lien doan", "tinh doan")  # fmt: skip


def fold(text: str) -> str:
    """A text without accents, capitals and doubled spaces."""
    plain = "".join(sign for sign in normalize("NFD", text) if not combining(sign))
    return " ".join(plain.replace("đ", "d").replace("Đ", "D").casefold().split())


@lru_cache(maxsize=1)
def _types() -> frozenset[str]:
    names = (*KIND_NAMES.values(), *PARTY_KINDS.values(), *LAW_KINDS.values(), *_MORE_TYPES)
    return frozenset(fold(name) for name in names) - {"cong van"}


def is_type(text: str) -> bool:
    """Whether a line is a document's type: alone in any letters, or begun in capitals ("KẾ HOẠCH PHỐI HỢP")."""
    folded = fold(text)
    if folded in _types():
        return True
    return capitals(text) and len(text) < 60 and any(folded.startswith(f"{name} ") for name in _types())


def is_place_date(text: str) -> bool:
    """Whether a line says where and when a document was issued."""
    return len(text) < 200 and _PLACE_DATE.search(text) is not None


def capitals(text: str) -> bool:
    """Whether all letters of a text are capitals, and there are some."""
    return text.upper() == text and any(sign.isalpha() for sign in text)


def lettered(text: str) -> bool:
    """Whether it says anything: dots and lines of a form that is still to be filled in do not."""
    return any(sign.isalpha() for sign in text)


def drafted(text: str) -> bool:
    """Whether a line is mostly still to be filled in: dots for more than half of it."""
    dots = sum(text.count(sign) for sign in ".…_")
    return dots > 3 and 2 * dots > len(text.replace(" ", ""))


def is_position(text: str) -> bool:
    """Whether a line names a signer's authority or position."""
    folded = fold(text)
    if AUTHORITY.match(text) or folded in _POSITIONS:
        return True
    return capitals(text) and any(folded.startswith((f"{one} ", f"{one},")) for one in _POSITIONS)


def names_body(text: str) -> bool:
    """Whether a line begins as the names of bodies do."""
    return f"{fold(text)} ".startswith(_BODIES)


def stands_over(upper: str, lower: str) -> bool:
    """Whether the first of two bodies in a head is the other's superior by its name alone."""
    return fold(upper).startswith(_OVER) and f"{fold(lower)} ".startswith(_UNDER)
