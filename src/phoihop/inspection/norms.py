"""How each part has to look: one row a part, with the clause that it stands on.

State: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I (mục II to V). Party: Hướng dẫn 36-HD/VPTW, since 27/5/2026
Hướng dẫn 05-HD/VPTW. Sizes in points; None is what no rule says.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from phoihop.inspection.head import PARTY
from phoihop.text.diagnostic import Severity

HD_05 = date(2026, 5, 27)
"""The day from which Hướng dẫn 05-HD/VPTW holds, and 36-HD/VPTW no longer."""


class Norm(NamedTuple):
    """One part's look. `case` is upper (all capitals) or lower (not all capitals); `align` as Word names it."""

    part: str
    clause: str
    size: tuple[float, float] | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    case: str = ""
    align: str = ""
    severity: Severity = Severity.ERROR


class Limits(NamedTuple):
    """What is asked of pages and of the body; lengths in millimetres but where said."""

    margins: dict[str, tuple[float, float]]
    first_line: tuple[float, ...]
    page_number: tuple[float, float]
    header_distance: float | None = None


def _i(place: str) -> str:
    return f"Phụ lục I, mục {place}"


STATE_NORMS = (
    Norm("state-name", _i("II.1.a, ô số 1"), (12, 13), True, False, case="upper", align="center"),
    Norm("motto", _i("II.1.b, ô số 1"), (13, 14), True, False, case="lower", align="center"),
    Norm("superior", _i("II.2.b, ô số 2"), (12, 13), False, False, case="upper", align="center"),
    Norm("issuer", _i("II.2.b, ô số 2"), (12, 13), True, False, case="upper", align="center"),
    Norm("number", _i("II.3.c, ô số 3"), (13, 13), False, False, align="center"),
    Norm("place-date", _i("II.4.c, ô số 4"), (13, 14), False, True, case="lower", align="center"),
    Norm("type", _i("II.5.b, ô số 5a"), (13, 14), True, False, case="upper", align="center"),
    Norm("title", _i("II.5.b, ô số 5a"), (13, 14), True, False, case="lower", align="center"),
    Norm("subject", _i("II.5.b, ô số 5b"), (12, 13), False, False, case="lower", align="center"),
    Norm("attached-to", "Phụ lục III, Mẫu 1.3", (13, 14), False, True, case="lower", align="center"),
    Norm("basis", _i("II.6.a, ô số 6"), (13, 14), False, True, case="lower"),
    Norm("chapter", _i("II.6.đ, ô số 6"), (13, 14), True, False, case="lower", align="center"),
    Norm("chapter-title", _i("II.6.đ, ô số 6"), (13, 14), True, False, case="upper", align="center"),
    Norm("section", _i("V.6.b, ô số 6"), (13, 14), True, False, case="upper"),
    Norm("article", _i("II.6.đ, ô số 6"), (13, 14), italic=False),
    Norm("clause", _i("II.6.đ, ô số 6"), (13, 14), italic=False),
    Norm("point", _i("II.6.đ, ô số 6"), (13, 14), italic=False),
    Norm("item", _i("II.6.e, ô số 6"), (13, 14), italic=False),
    Norm("body", _i("II.6.e, ô số 6"), (13, 14), italic=False, case="lower"),
    Norm("authority", _i("II.7.đ, ô số 7a"), (13, 14), True, False, case="upper", align="center"),
    Norm("position", _i("II.7.đ, ô số 7a"), (13, 14), True, False, case="upper", align="center"),
    Norm("other-position", _i("II.7.đ, ô số 7b"), align="center"),
    Norm("name", _i("II.7.đ, ô số 7b"), (13, 14), True, False, case="lower", align="center"),
    Norm("addressee", _i("II.9.d, ô số 9a"), (13, 14), False, False, case="lower"),
    Norm("addressees", _i("II.9.d, ô số 9a"), (13, 14), False, False),
    Norm("recipients", _i("II.9.d, ô số 9b"), (12, 12), True, True, case="lower"),
    Norm("recipient", _i("II.9.d, ô số 9b"), (11, 11), False, False),
    Norm("annex", _i("III.1.b"), (14, 14), True, False, case="lower", align="center"),
    Norm("annex-title", _i("III.1.b"), (13, 14), True, False, case="upper", align="center"),
    Norm("annex-reference", _i("III.1.c"), (13, 14), False, True, case="lower", align="center"),
    Norm("urgency", _i("III.2.b, ô số 10b"), (13, 14), True, False, case="upper"),
    Norm("circulation", _i("III.2.c, ô số 11"), (13, 14), True, False, case="upper"),
)

_PARTY_ROWS = (
    Norm("party-name", "", (15, 15), True, False, case="upper"),
    Norm("superior", "", (14, 14), False, False, case="upper", align="center"),
    Norm("issuer", "", (14, 14), True, False, case="upper", align="center"),
    Norm("number", "", (14, 14), False, False, align="center"),
    Norm("place-date", "", (14, 14), False, True, case="lower"),
    Norm("type", "", (15, 16), True, False, case="upper", align="center"),
    Norm("title", "", (14, 15), True, False, case="lower", align="center"),
    Norm("subject", "", (12, 12), False, True, case="lower", align="center"),
    Norm("basis", "", (14, 15), False, False, case="lower"),
    Norm("chapter", "", (14, 15), True, False, align="center"),
    Norm("chapter-title", "", (14, 15), True, False, case="upper", align="center"),
    Norm("section", "", (14, 15), True, False, case="upper"),
    Norm("article", "", (14, 15), italic=False),
    Norm("clause", "", (14, 15), italic=False),
    Norm("point", "", (14, 15), italic=False),
    Norm("item", "", (14, 15), italic=False),
    Norm("body", "", (14, 15), italic=False, case="lower"),
    Norm("authority", "", (14, 14), True, False, case="upper", align="center"),
    Norm("position", "", (14, 14), False, False, case="upper", align="center"),
    Norm("name", "", (14, 14), True, False, case="lower", align="center"),
    Norm("addressee", "", (14, 14), case="lower"),
    Norm("addressees", "", (14, 14), False),
    Norm("recipients", "", (14, 14), False, False, underline=True, case="lower"),
    Norm("recipient", "", (12, 12), False, False),
    Norm("urgency", "", (14, 14), True, False, case="upper"),
)

_STATE_LIMITS = Limits({"top": (20, 25), "bottom": (20, 25), "left": (30, 35), "right": (15, 20)}, (10, 12.7), (13, 14))
_PARTY_LIMITS = Limits({"top": (20, 20), "bottom": (20, 20), "left": (30, 30), "right": (15, 15)}, (10,), (14, 14), 10)


def guidance(regime: str, issued: date | None) -> str:
    """The document that says how a document of that regime and day has to look."""
    if regime == PARTY:
        return "Hướng dẫn 36-HD/VPTW" if issued and issued < HD_05 else "Hướng dẫn 05-HD/VPTW"
    return "Nghị định 30/2020/NĐ-CP"


def norms(regime: str, issued: date | None) -> tuple[Norm, ...]:
    """The rows that hold for a regime; none where it is not known."""
    if regime == PARTY:
        clause = guidance(regime, issued)
        return tuple(row._replace(clause=clause) for row in _PARTY_ROWS)
    return STATE_NORMS if regime else ()


def limits(regime: str) -> Limits:
    """What is asked of pages and of the body; the State's where the regime is not known."""
    return _PARTY_LIMITS if regime == PARTY else _STATE_LIMITS
