"""Words of time in a phrase that nothing read.

Most are harmless, for they mean something else: "đầu tư", "các nội dung sau", "Đề án 06", "02 lớp". What matters is
what stands beside them.
"""

from __future__ import annotations

from phoihop.dates.phrase.numbers import NUMBER_WORDS, ROMAN, is_year
from phoihop.dates.phrase.parts import SILENT, Found, Refusal, TermDay
from phoihop.dates.phrase.tokens import Tokens
from phoihop.dates.rule import NamedPoint, Recurring
from phoihop.i18n import _

_UNITS = frozenset({"ngày", "tuần", "tháng", "quý", "năm"})
# Words that say something of the time beside them, and mean something else elsewhere ("đầu tư", "nội dung sau").
_SIDES = frozenset(
    {"trước", "sau", "đầu", "giữa", "cuối", "nửa", "này", "nay", "tới", "kế", "liền", "tiếp", "cách", "ngoài", "trừ"}
    | {"riêng", "hoặc", "hay", "sớm", "đa", "thứ", "hè", "mùa", "không", "lần", "giêng", "chạp", "thay", "âm", "trở"}
)
_SUSPECT = _UNITS | _SIDES | frozenset(NUMBER_WORDS) - {"một"}
# Small words between parts, and what joins the members of a list.
GLUE = frozenset({"của", "là", "vào", "các", "mỗi", "mốc", "dịp", "ngày", "cùng", "tiên", "từ", "trong", "khoảng"})
LIST = frozenset({",", ";", "và", "hoặc", "hay", "-", "/", "đến", "tới", "(", ")", "+", "&"})
# Nouns that a number follows: "Đề án 06", "đợt 1".
_NUMBERED = frozenset(
    {"số", "đợt", "lần", "khóa", "khoá", "vòng", "bước", "lớp", "án", "thị", "định", "quyết", "luật", "điều", "khoản"}
    | {"điểm", "mục", "chương", "phiên", "kỳ", "họp", "thông", "tư", "phường", "quận", "nhóm", "tổ", "cấp", "loại"}
)
# What lasts some days ("mỗi lớp 03 ngày"), and what days are counted of ("05 ngày công").
_LASTING = frozenset({"lớp", "khóa", "khoá", "đợt", "huấn", "dưỡng", "dài"})
_THINGS = frozenset({"công", "kinh", "tuổi", "đường", "phép"})
_EVENTS = frozenset(
    {"kỳ", "nghỉ", "dịp", "lễ", "đợt", "kỷ", "niệm", "quốc", "khánh", "tế", "lao", "động", "cuộc", "họp", "hội", "nghị"}
    | {
        "phiên",
        "thời",
        "điểm",
        "hạn",
        "mùa",
        "mưa",
        "bão",
        "vụ",
        "niên",
        "đông",
        "xuân",
        "hè",
        "thu",
        "bầu",
        "cử",
        "đại",
    }
    | {"tổng", "kết", "sơ", "khai", "giảng", "bế", "mạc", "ngày"}
)
_NEVER_BEFORE_END = frozenset({"bắt", "ban", "bước", "lần", "dẫn", "đứng", "hằng", "khởi", "hạn"})
_NOT_APART = frozenset({"cải", "phong", "quy", "cung", "khoảng", "tính", "tư", "bằng"})
_NOT_MINUS = frozenset({"phòng", "khấu", "loại", "giảm", "diệt", "bù"})


def leftover(t: Tokens, found: list[Found], known: list[Refusal]) -> Refusal | None:
    """The first word of time that nothing read. `known`: what was refused on the way, which is no news."""
    covered = bytearray(len(t.words) + 1)  # 1: understood; 2: as a time
    for f in found:
        value = 1 if isinstance(f.part, SILENT) else 2
        for i in range(f.start, f.end):
            covered[i] = value
    for refused in known:
        for i in range(*refused.words):
            covered[i] = covered[i] or 1
    for i in range(t.size):
        if covered[i] or not (t.numbers[i] >= 0 or t.words[i] in _SUSPECT or t.words[i] in ROMAN):
            continue
        if _left_out(_Place(t, covered, found), i):
            return _not_read(t, covered, i)
    return None


def _not_read(t: Tokens, covered: bytearray, i: int) -> Refusal:
    """The words quoted, with the neighbours of time that nothing read either."""
    start, end = i, i + 1
    while end < t.size and not covered[end] and (t.words[end] in _SUSPECT or t.numbers[end] >= 0):
        end += 1
    message = _('"{text}" is left over: no part of a deadline may be dropped').format(text=t.text(start, end))
    expected = ("trước ngày 15/6/2026", "quý II/2026", "định kỳ hằng quý", "10 ngày kể từ ngày ký")
    return Refusal("unreadable", (start, end), message, expected=expected)


class _Place:
    """The words of a phrase, with what stands beside each of them."""

    __slots__ = ("covered", "found", "t")

    def __init__(self, t: Tokens, covered: bytearray, found: list[Found]) -> None:
        self.t = t
        self.covered = covered
        self.found = found

    def timely(self, i: int) -> bool:
        """Whether the word at i is one of time, read or not."""
        return 0 <= i < self.t.size and (self.covered[i] == 2 or self.t.words[i] in _UNITS)

    def ordinary(self, i: int) -> bool:
        """Whether the word at i is one that has nothing to do with time."""
        word = self.t.words[i] if 0 <= i < self.t.size else ""
        if not word or self.covered[i] == 2 or word in LIST or word in GLUE:
            return False
        return word.isalpha() and word not in _UNITS and word not in _SIDES and word not in ROMAN

    def after(self, i: int, *more: str) -> int:
        """The place after i, small words left out."""
        i += 1
        while i < self.t.size and self.covered[i] != 2 and (self.t.words[i] in GLUE or self.t.words[i] in more):
            i += 1
        return i

    def before(self, i: int) -> str:
        """The word before i."""
        return self.t.words[i - 1] if i > 0 else ""


def _left_out(p: _Place, i: int) -> bool:
    word = p.t.words[i]
    if p.t.numbers[i] >= 0 or word in ROMAN or (word in NUMBER_WORDS and word != "một"):
        return _number_left_out(p, i)
    if word in _UNITS:
        return _unit_left_out(p, i)
    return _side_left_out(p, i, word)


def _unit_left_out(p: _Place, i: int) -> bool:
    """ "ngày", "tháng" ... by themselves, unless they begin a name: "Ngày Pháp luật", "Tháng Thanh niên"."""
    t, prev = p.t, p.before(i)
    following = t.words[i + 1]
    if t.words[i] == "tuần" and following in ("tra", "hoàn", "tự", "lễ") and p.covered[i + 1] != 2:
        return False
    if following in _THINGS or (i > 1 and t.numbers[i - 1] >= 0 and t.words[i - 2] in _LASTING):
        return False
    if following.isalpha() and t.words[i + 2] in ("/", "-") and t.numbers[i + 3] >= 0 and t.words[i] == "ngày":
        return True  # "ngày xx/6/2026"
    if prev in ("của", "sau") and (following, t.words[i + 2]) == ("báo", "cáo") and any(p.covered):
        return True  # "ngày 10 tháng sau liền kề của quý báo cáo"
    if p.ordinary(i + 1):
        return prev in ("hằng", "mỗi", "từng", "cách", "đầu", "giữa", "cuối") and t.words[i] != "quý"
    # "từ ngày" before a day that was read with its own "ngày" cannot be; a title may end in one.
    return True


def _number_left_out(p: _Place, i: int) -> bool:
    t, prev, following = p.t, p.before(i), p.t.words[i + 1]
    if following.isalpha() and len(following) == 1 and t.adjacent(i) and t.words[i + 2] == "/":
        return True  # "3O/6/2026", with a letter for a nought
    if following in ("lần", "lượt") and not p.covered[i + 1]:
        return t.numbers[i] != 1 and any(p.covered[k] == 2 for k in range(t.size)) and prev not in _NUMBERED
    if prev in _NUMBERED and p.covered[i - 1] != 2:
        return False
    if following in _UNITS:  # "05 ngày", and "05" before "ngày cuối tháng" that was read
        return t.words[i + 2] not in _THINGS and not (t.words[i] in ROMAN and p.ordinary(i - 1))
    if p.covered[i + 1] == 2:
        return True
    if prev in _UNITS and p.covered[i - 1] != 2:
        return True
    if p.covered[i - 1] == 2 and i > 0 and not p.ordinary(i + 1) and following != "%":
        return True
    k = i - 1
    while k > 0 and (t.words[k] in LIST or t.words[k] == "."):
        k -= 1
    joined = 0 <= k < i - 1 and p.covered[k] == 2
    if joined and (not p.ordinary(i + 1) or (prev in ("/", "-") and t.adjacent(i - 1))):
        return following not in ("%",)
    k = i + 1
    while t.words[k] in (",", "và", "-", "hoặc", "/", ".", "đến", "tới"):
        k += 1
    return k > i + 1 and p.covered[k] == 2 and not p.ordinary(i - 1) and not is_year(t.numbers[i])


def _side_left_out(p: _Place, i: int, word: str) -> bool:
    t, prev, following = p.t, p.before(i), p.t.words[i + 1]
    match word:
        case "trước" | "sau":
            if prev in _UNITS or (word == "sau" and prev == "kỳ"):
                return True
            at = p.after(i, "và", ",", "hết", "thời", "điểm") if word == "trước" else p.after(i)
            if (p.timely(at) or t.numbers[at] >= 0) and not _leads(p, i, at):
                return True
            at = p.after(i, *_EVENTS)  # "sau kỳ nghỉ Tết" is not at Tết, "trước mùa mưa năm 2026" not at its end
            return at > i + 1 and t.words[i + 1] in _EVENTS and 0 <= at < t.size and p.covered[at] == 2
        case "đầu" | "giữa" | "cuối" | "nửa":
            if following == "và" and t.words[i + 2] in ("đầu", "giữa", "cuối"):
                return True
            if prev in _UNITS and not p.ordinary(i + 1) and not (word == "giữa" and p.covered[i - 1] == 2):
                return True
            return prev not in _NEVER_BEFORE_END and p.timely(p.after(i, "hằng"))
        case "này" | "nay" | "tới":
            return prev in _UNITS
        case "kế" | "liền" | "tiếp" | "trở":
            beside = prev in _UNITS or (i > 0 and p.covered[i - 1] == 2)
            return beside and following in ("kề", "sau", "trước", "kế", "tiếp", "theo", "đi", "", ",", ")", ".")
        case "cách":
            return p.timely(i + 1) and prev not in _NOT_APART
        case "trừ":
            return prev not in _NOT_MINUS and (prev == "ngoại" or p.timely(p.after(i, "trường", "hợp", ",")))
        case "riêng":
            at = p.after(i, ":", "đối", "với", "báo", "cáo", "kỳ", "cho", "đợt", "năm")
            return not prev.isalpha() and p.timely(at)
        case "hoặc" | "hay":
            at = p.after(i)
            timely = (
                p.timely(at) or t.numbers[at] >= 0 or t.words[at] in ROMAN or t.words[at] in ("trước", "sau", "đầu")
            )
            return timely and i > 0 and (p.covered[i - 1] == 2 or (prev in (")", ",") and p.covered[i - 2] == 2))
        case "sớm":
            return following in ("nhất", "hơn") and p.timely(p.after(i + 1))
        case "không":
            return (following in ("trước", "sau") and p.timely(p.after(i + 1))) or (
                following == "phải" and p.timely(i + 2)
            )
        case "thay":
            return following in ("vì", "cho") and p.timely(i + 2)
        case "âm":
            return following == "lịch"
        case "ngoài":
            return p.timely(i + 1)
        case "đa":
            return prev == "tối" and p.covered[i + 1] == 2
        case "thứ":
            at = p.after(i + 1)
            return prev not in _NUMBERED and (t.numbers[i + 1] >= 0 or following in NUMBER_WORDS) and p.timely(at)
        case "giêng" | "chạp":
            return prev == "tháng"
        case "hè" | "mùa":
            return p.timely(i + 1) or t.numbers[i + 1] >= 0 or (following.isalpha() and p.timely(i + 2))
    return False


def _leads(p: _Place, i: int, at: int) -> bool:
    """Whether the composer takes this "trước" for the part at `at`, which no production did."""
    small = all(w in ("ngày", "là", "vào", "mốc") for w in p.t.words[i + 1 : at])
    kinds = Recurring | TermDay | NamedPoint
    return small and p.t.words[i] == "trước" and any(f.start == at and isinstance(f.part, kinds) for f in p.found)
