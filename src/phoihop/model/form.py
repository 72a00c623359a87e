"""How a document is printed: whose rules of form, and what they leave to choose."""

from __future__ import annotations

from enum import Enum


class Regime(Enum):
    """Whose rules of form a document follows (thể thức)."""

    STATE = "nha-nuoc"
    PARTY = "dang"


class Urgency(Enum):
    """How fast a document has to travel (mức độ khẩn; Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III.2)."""

    URGENT = "khan"
    VERY_URGENT = "thuong-khan"
    FLASH = "hoa-toc"


class Assignment(Enum):
    """Where a document says who does what by when (phân công): in its text, or in an annex."""

    TEXT = "noi-dung"
    ANNEX = "phu-luc"


class LeadSide(Enum):
    """On which side the lead signs a joint document: no rule says, both are in use."""

    RIGHT = "phai"
    LEFT = "trai"
