"""The style table: dinh_dang.yaml, checked. One table of sizes for all writers, one sheet per regime."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from functools import cache
from typing import Any, TypeVar, get_type_hints

from phoihop.i18n import _

REGIMES = ("nha-nuoc", "dang")
ALIGNMENTS = ("trai", "giua", "phai", "deu")
MAX_FRAME = 12  # points: the thickest line that Word draws around a paragraph


class StyleFault(Exception):
    """Something in the style table that cannot be used; `key` is the path to it, as "dang.kieu.than.co"."""

    def __init__(self, key: str, message: str) -> None:
        super().__init__(f"{key}: {message}")
        self.key = key
        self.message = message


@dataclass(frozen=True, slots=True)
class PageStyle:
    """Paper and margins in millimetres; `so_trang` is the page number's size in points.

    `hai_mat`: printed on both sides, so that every second page has its left and right margins exchanged.
    """

    rong: float
    cao: float
    tren: float
    duoi: float
    trai: float
    phai: float
    cach_dau_trang: float
    so_trang: float
    hai_mat: bool = False


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """How paragraphs of a class look. Sizes and spacings are in points, indents in millimetres.

    `dong` is a multiple of single line spacing; `dong_pt`, if given, an exact height instead ("Exactly").
    `muc_luc` is the outline level of a heading, from 1; `nen` a cell's background as RRGGBB.
    `khung` is the line of a frame around the paragraph in points (0: none), `rong` the frame's width in
    millimetres, centred in the column (0: as wide as the column, and never wider); `mau` the colour of text
    and frame as RRGGBB ("": black).
    """

    word: str
    co: float
    dam: bool = False
    nghieng: bool = False
    gach_chan: bool = False
    can: str = "trai"
    thut_dau: float = 0
    thut_trai: float = 0
    truoc: float = 0
    sau: float = 0
    dong: float = 1
    dong_pt: float = 0
    giu_voi_sau: bool = False
    giu_lien: bool = False
    muc_luc: int = 0
    nen: str = ""
    khung: float = 0
    rong: float = 0
    mau: str = ""


@dataclass(frozen=True, slots=True)
class RuleStyle:
    """A drawn line: `dai`: length as a share of the text above; `day`: thickness; `sau`: space below."""

    dai: float
    day: float = 0.75
    sau: float = 0


@dataclass(frozen=True, slots=True)
class TableStyle:
    """Columns as parts of the width (any unit: they are made to fill it), and lines in points (0 for none).

    `dem` is the space left and right in a cell, in millimetres; `giu` keeps the rows on one page, together
    with the paragraph before them; `xep` stacks the cells on a narrow screen, each cell of a table with lines after its
    column's label.
    """

    cot: tuple[float, ...]
    vien: float = 0
    dem: float = 0
    giu: bool = False
    xep: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """All styles of one regime."""

    phong_chu: str
    trang: PageStyle
    kieu: Mapping[str, ParagraphStyle]
    ke: Mapping[str, RuleStyle]
    bang: Mapping[str, TableStyle]


@dataclass(frozen=True, slots=True)
class StyleTable:
    """The sheets by regime."""

    sheets: Mapping[str, Sheet]

    def sheet(self, regime: str) -> Sheet:
        """The sheet of a regime ("nha-nuoc", "dang")."""
        if regime not in self.sheets:
            raise StyleFault(regime, _("there are no styles for this regime"))
        return self.sheets[regime]


Record = TypeVar("Record")


def read_styles(data: Any) -> StyleTable:
    """The style table of a parsed dinh_dang.yaml: `chung` holds for all, a regime changes what differs."""
    top = _mapping(data, "dinh_dang")
    for key in top:
        if key not in ("phoihop", "chung", *REGIMES):
            raise StyleFault(str(key), _("unknown key"))
    shared = _mapping(top.get("chung", {}), "chung")
    return StyleTable({name: _sheet(_merged(shared, top.get(name), name), name) for name in REGIMES})


def _merged(base: Any, change: Any, key: str) -> Any:
    """Mappings merge key by key; anything else replaces what it changes."""
    if change is None:
        return base
    if not isinstance(base, Mapping):
        return change
    merged = dict(base)
    for name, value in _mapping(change, key).items():
        merged[name] = _merged(base.get(name), value, f"{key}.{name}")
    return merged


def _mapping(value: Any, key: str) -> Mapping[Any, Any]:
    if not isinstance(value, Mapping):
        raise StyleFault(key, _('expected keys with values, found "{value}"').format(value=value))
    return value


def _sheet(data: Mapping[Any, Any], key: str) -> Sheet:
    for name in data:
        if name not in ("phong_chu", "trang", "kieu", "ke", "bang"):
            raise StyleFault(f"{key}.{name}", _("unknown key"))
    font = data.get("phong_chu")
    if not isinstance(font, str) or not font.strip() or set(font) & set("\"'\\;{}<>"):
        raise StyleFault(f"{key}.phong_chu", _("expected the name of a font"))
    sheet = Sheet(
        phong_chu=font,
        trang=_record(PageStyle, data.get("trang"), f"{key}.trang"),
        kieu=_records(ParagraphStyle, data.get("kieu"), f"{key}.kieu"),
        ke=_records(RuleStyle, data.get("ke"), f"{key}.ke"),
        bang=_records(TableStyle, data.get("bang"), f"{key}.bang"),
    )
    _check(sheet, key)
    return sheet


def _records(kind: type[Record], data: Any, key: str) -> dict[str, Record]:
    return {str(name): _record(kind, value, f"{key}.{name}") for name, value in _mapping(data, key).items()}


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _record(kind: type[Record], data: Any, key: str) -> Record:
    given = _mapping(data, key)
    hints = _hints(kind)  # type: ignore[arg-type]  # a class is hashable
    for name in given:
        if name not in hints:
            raise StyleFault(f"{key}.{name}", _("unknown key"))
    for field in fields(kind):  # type: ignore[arg-type]
        if field.default is MISSING and field.name not in given:
            raise StyleFault(f"{key}.{field.name}", _("this key is missing"))
    return kind(**{name: _value(hints[name], value, f"{key}.{name}") for name, value in given.items()})


def _value(kind: Any, value: Any, key: str) -> Any:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    if kind is bool and isinstance(value, bool):
        return value
    if kind is str and isinstance(value, str):
        return value
    if kind is int and number and int(value) == value and 0 <= value <= 9:
        return int(value)
    # No length on paper is beyond this; it also keeps infinities and NaN out.
    if kind is float and number and -1000 <= value <= 1000:
        return float(value)
    if kind == tuple[float, ...] and isinstance(value, list) and value:
        parts = tuple(_value(float, part, key) for part in value)
        if min(parts) > 0:
            return parts
    raise StyleFault(key, _('"{value}" cannot be used here').format(value=value))


def _check(sheet: Sheet, key: str) -> None:
    page = sheet.trang
    if min(page.rong - page.trai - page.phai, page.cao - page.tren - page.duoi) < 50:
        raise StyleFault(f"{key}.trang", _("the margins leave less than 50 mm for text"))
    words: dict[str, str] = {}
    for name, style in sheet.kieu.items():
        at = f"{key}.kieu.{name}"
        if style.can not in ALIGNMENTS:
            allowed = ", ".join(ALIGNMENTS)
            message = _('"{value}" is not one of: {allowed}').format(value=style.can, allowed=allowed)
            raise StyleFault(f"{at}.can", message)
        if style.co <= 0 or style.dong <= 0:
            raise StyleFault(f"{at}.co", _("sizes are above zero"))
        for colour, value in (("nen", style.nen), ("mau", style.mau)):
            if value and (len(value) != 6 or set(value.upper()) - set("0123456789ABCDEF")):
                raise StyleFault(f"{at}.{colour}", _("expected a colour such as D9D9D9"))
        if not 0 <= style.khung <= MAX_FRAME or style.rong < 0:
            message = _("a frame's line is from 0 to {most} points thick, and its width not below zero")
            raise StyleFault(f"{at}.khung", message.format(most=MAX_FRAME))
        if style.word.casefold() in words:
            other = words[style.word.casefold()]
            message = _('the Word style "{name}" is also that of {other}').format(name=style.word, other=other)
            raise StyleFault(f"{at}.word", message)
        words[style.word.casefold()] = name
