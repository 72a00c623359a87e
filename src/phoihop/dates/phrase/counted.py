"""Terms counted from an event, forwards and backwards (decision 7; Bộ luật Dân sự 2015, Đ.147-148)."""

from __future__ import annotations

from typing import Any

from phoihop.dates.phrase import lunars, moments, places
from phoihop.dates.phrase.numbers import ROMAN, UNIT_WORDS, count
from phoihop.dates.phrase.parts import Days, Match, Passed, Refusal, Spans, Undated, Window
from phoihop.dates.phrase.tokens import Tokens
from phoihop.dates.rule import After, Before, Event, Lunar
from phoihop.dates.units import MonthDay, Unit
from phoihop.i18n import _

_STOPS = (",", ";", ".", "(", ")", ":", "")
_AT_MOST = (
    "là",
    "sau",
    "tối",
    "đa",
    "không",
    "quá",
    "chậm",
    "nhất",
    "muộn",
    "chỉ",
    "khoảng",
    "trong",
    "thời",
    "hạn",
)
_AT_LEAST = ("ít", "nhất", "tối", "thiểu", "chậm", "là", "muộn", "trước", "khoảng")
_LINKS = ("kể", "tính", "từ", "khi", "ngày", "lúc", "thời", "điểm", "sau", "bắt", "đầu")
_SIGNING = (("ký",), ("ban", "hành"), ("ký", "ban", "hành"), ("ký", "kết"), ("được", "ký"), ("phê", "duyệt"))
_PLAN_WORDS = ("kế", "hoạch", "chương", "trình", "quy", "chế", "phối", "hợp", "đề", "án", "này", "văn", "bản")
_NOUNS = ("họp", "cuộc", "hội", "phiên", "kỳ", "lễ", "buổi", "đợt", "thời", "lúc", "khi", "ngày")
_OCCASIONS = (("khai", "giảng"), ("bế", "giảng"), ("khai", "mạc"), ("bế", "mạc"), ("đại", "hội"), ("bầu", "cử"))
_ACTS = frozenset(
    {"họp", "ký", "trình", "thi", "nộp", "gửi", "chốt", "bầu", "duyệt", "xét", "học", "mổ", "nhận", "giao", "hết"}
    | {"đi", "về", "làm", "mở", "đóng", "thu", "chi", "trả", "cấp", "dạy", "tiêm", "khám", "xong"}
)
# Words of the names of holidays and of memorial days, which may stand before the day itself.
HOLIDAY = frozenset(
    {"dịp", "lễ", "kỳ", "nghỉ", "đợt", "ngày", "kỷ", "niệm", "quốc", "khánh", "tế", "lao", "động", "giải", "phóng"}
    | {"miền", "nam", "chiến", "thắng", "thương", "binh", "liệt", "sĩ", "nhà", "giáo", "việt", "phụ", "nữ", "thầy"}
    | {"thuốc", "môi", "trường", "thế", "giới", "bầu", "cử", "thống", "nhất", "đất", "nước", "thành", "lập", "-", "hội"}
    | {"đảng", "đoàn", "toàn", "dân", "văn", "hóa", "doanh", "nhân", "báo", "chí", "cách", "mạng", "gia", "đình"}
)
_PERIOD_UNITS = {"tháng": Unit.MONTH, "quý": Unit.QUARTER, "năm": Unit.YEAR, "tuần": Unit.WEEK}


def within(t: Tokens, i: int) -> Match[After | Before | Days | Passed]:
    """ "trong thời hạn 07 ngày làm việc kể từ ngày ...", "trong vòng 3 tháng", "không quá 05 ngày"
    (Đ.147-148).
    """
    j = t.skip(i, "trong", "thời", "hạn", "vòng", "gian", *_AT_MOST)
    if clock := clock_day(t, j) or clock_weekday(t, j):
        return clock
    term = count(t, j)
    if term is None or (t.words[j + 1] == "tháng" and t.numbers[j + 2] >= 0):
        return None  # "chậm nhất 30 tháng 6" is a day
    said = any(w in ("hạn", "vòng", "quá", "chậm", "muộn", "sau", "đa") for w in t.words[i:j])
    return _counted_after(t, term, sure=said)


def after(t: Tokens, i: int) -> Match[After | Before | Undated]:
    """ "sau 02 năm thực hiện", "sau 15 ngày kể từ ngày ký", "sau khi họp 05 ngày" (decision 7)."""
    term = count(t, t.skip(i + 1, *_AT_MOST))
    if term:
        return _counted_after(t, term, sure=True)
    since = moments.day(t, i + 1) or moments.span(t, i + 1) or lunars.feast(t, i + 1)
    if since:
        if counted := _counted_from(t, since[0], (i + 1, since[1]), (*_AT_MOST, "ít")):
            length, known, end = counted
            return After(*length, Event.DAY, t.text(i + 1, since[1]), None, known), end
        message = _('"{text}" says from when, not by when').format(text=t.text(i, since[1]))
        expected = (f"05 ngày {t.text(i, since[1])}", "trước ngày 31/12/2026")
        raise Refusal("unreadable", (i, since[1]), message, beside="since", expected=expected)
    if t.words[i + 1] not in _NOUNS:
        return None
    start, end = _event(t, i + 1)
    j = t.skip(end, ",", *_AT_MOST, *_AT_LEAST)
    term = count(t, j)
    if term:
        return _rule_after(t, term[0], (start, end)), term[1]
    if t.words[i + 1] != "khi":
        return None
    if any(t.numbers[k] >= 0 or t.words[k] in ROMAN for k in range(start, end)):
        message = _('"{text}" says from when, not by when').format(text=t.text(i, end))
        raise Refusal("unreadable", (i, end), message, beside="since", expected=("trước ngày 31/12/2026",))
    return Undated("conditional"), end


def _counted_from(
    t: Tokens, event: Any, words: tuple[int, int], between: tuple[str, ...]
) -> tuple[tuple[int, Unit], MonthDay | Lunar, int] | None:
    """The count that follows a day ("sau Tết Nguyên đán 05 ngày"), and the day it is counted from."""
    days = event.days if isinstance(event, Days) else (event,)
    known = days[0]
    if len(days) != 1 or not isinstance(known, MonthDay | Lunar) or not known.month:
        return None
    term = count(t, t.skip(words[1], ",", *between))
    return (term[0], known, term[1]) if term else None


def term_of(t: Tokens, i: int) -> Match[After | Before]:
    """ "05 ngày làm việc sau ngày họp", "02 ngày trước khi họp", "15 ngày kể từ ngày ký", at its number."""
    term = count(t, i)
    if term is None:
        return None
    return _counted_after(t, term, sure=False)


def _counted_after(t: Tokens, term: tuple[tuple[int, Unit], int], *, sure: bool) -> Match[After | Before]:
    """The event beside a counted term.

    With none, only a term that is `sure` to be one still asks for its anchor.
    """
    length, i = term
    if t.words[i] in ("đầu", "cuối", "tuổi", "/", "một") or t.words[i + 1] == "lần":
        return None
    j = t.skip(i, ",")
    if t.words[j] == "trước":
        return _rule_before(t, length, j + 1)
    if t.words[j] in ("kể", "tính", "sau") or t.follows(j, "từ", "ngày") or t.follows(j, "từ", "khi"):
        return _rule_after(t, length, _event(t, j)), _event(t, j)[1]
    if t.follows(i, "thực", "hiện") or t.follows(i, "triển", "khai"):
        return After(*length, Event.START, "thực hiện"), i + 2
    if t.words[i] == "làm" and t.words[i + 1] == "việc":
        i += 2
    return (After(*length, Event.ANCHOR), i) if sure else None


def _event(t: Tokens, i: int) -> tuple[int, int]:
    """The words of an event: from i to the next stop, or to a term that follows them."""
    start = t.skip(i, *_LINKS)
    j = start
    while t.words[j] not in _STOPS or _inside_date(t, j):
        if t.words[j] in ("ít", "tối", "chậm", "muộn", "không") and t.words[j + 1] in (
            "nhất",
            "thiểu",
            "quá",
            "đa",
        ):
            break
        if t.numbers[j] >= 0 and t.words[j + 1] in UNIT_WORDS and t.numbers[j + 2] < 0:
            break
        if t.words[j] == "và" and t.words[j + 1] in ("trước", "xong", "hoàn", "chậm", "phải", "không", "chấm"):
            break  # "sau khi được phê duyệt và trước ngày 30/6/2026"
        j += 1
    return start, j


def _inside_date(t: Tokens, j: int) -> bool:
    return t.words[j] == "." and t.numbers[j + 1] >= 0 and t.adjacent(j)


def _rule_after(t: Tokens, length: tuple[int, Unit], event: tuple[int, int]) -> After:
    kind, every, known = _which(t, event)
    return After(*length, kind, t.text(*event), every, known)


def _which(t: Tokens, event: tuple[int, int]) -> tuple[Event, Unit | None, MonthDay | Lunar | None]:
    """What the words of an event stand for."""
    start, end = event
    words = t.words[start:end]
    if t.follows(end - 3, "có", "hiệu", "lực"):
        return Event.START, None, None
    period = moments.span(t, t.skip(start, "đầu", "giữa", "cuối"))
    if period and period[1] == end:
        message = _('"{text}" is no single day: name the day that the term is counted from').format(text=t.text(*event))
        raise Refusal("unreadable", event, message, expected=("05 ngày trước ngày 30/6/2026",))
    known: Match[Any] = moments.day(t, start)
    if not (known and known[0].month):
        known = lunars.feast(t, start)
    if known:
        day = known[0].days[0] if isinstance(known[0], Days) else known[0]
        if any(t.numbers[k] >= 0 for k in range(known[1], end)):
            message = _('"{text}" is no single day: name the day that the term is counted from')
            raise Refusal("unreadable", event, message.format(text=t.text(*event)), expected=("ngày 30/6/2026",))
        yearly = not day.year and t.follows(t.skip(known[1], "của"), "hằng", "năm")
        return Event.DAY, Unit.YEAR if yearly else None, day
    if words[:2] in (["thực", "hiện"], ["triển", "khai"], ["có", "hiệu"]):
        return Event.START, None, None
    for signing in _SIGNING:
        rest = words[len(signing) :]
        own = all(w in _PLAN_WORDS for w in rest) and (rest[:1] != ["văn"] or "này" in rest)
        if tuple(words[: len(signing)]) == signing and own:
            return Event.SIGNING, None, None
    if t.numbers[start] >= 0 and "/" in words:
        message = _('"{text}" cannot be read as a day, a period or a cycle').format(text=t.text(*event))
        raise Refusal("unreadable", event, message, expected=("ngày 15/6/2026",))
    if {"hằng", "mỗi"} & set(words) and any(t.numbers[k] >= 0 for k in range(start, end)):
        message = _('"{text}" comes back again and again: say the day in each period')
        raise Refusal("unreadable", event, message.format(text=t.text(*event)), expected=("ngày 20 hằng tháng",))
    if words[:1] == ["hạn"] or words[:2] in (["thời", "hạn"], ["đến", "hạn"]):
        return Event.DUE, None, None
    return _period_end(words)


def _period_end(words: list[str]) -> tuple[Event, Unit | None, None]:
    """ "kết thúc quý", "hết kỳ báo cáo": every period's end; the length of a "kỳ" stands elsewhere."""
    rest = words[2:] if words[:2] == ["kết", "thúc"] else words[1:] if words[:1] == ["hết"] else []
    while rest[:1] and rest[0] in ("mỗi", "hằng", "từng", "của"):
        rest = rest[1:]
    if rest[:1] == ["kỳ"] and rest[1:] in ([], ["báo", "cáo"]):
        return Event.PERIOD, None, None
    if len(rest) == 1 and rest[0] in _PERIOD_UNITS:
        return Event.PERIOD, _PERIOD_UNITS[rest[0]], None
    return Event.ANCHOR, None, None


def _rule_before(t: Tokens, length: tuple[int, Unit], i: int) -> tuple[Before, int]:
    start, end = _event(t, i)
    kind, every, known = _which(t, (start, end))
    return Before(*length, kind, t.text(start, end), every, known), max(end, i)


def before(t: Tokens, i: int) -> Match[Any]:
    """ "trước ngày X" (decision 1), "trước ngày họp", "trước khi họp ít nhất 05 ngày", "trước ít nhất 03
    ngày làm việc".
    """
    j = t.skip(i + 1, "mốc", "ngày") if t.words[i + 1] == "mốc" else i + 1
    j = _past_name(t, j)
    feast = lunars.feast(t, t.skip(j, "ngày", "dịp", "lễ"))
    moment: Match[Any] = feast or places.edge_day(t, j) or places.day(t, j, bare=False)
    if moment:
        if counted := _counted_from(t, moment[0], (j, moment[1]), _AT_LEAST):
            length, known, end = counted
            return Before(*length, Event.DAY, t.text(j, moment[1]), None, known), end
        if isinstance(moment[0], Window):
            return Days((moment[0].first,)), moment[1]  # "trước 30/4 - 01/5": before the first of them
        return moment
    if period := moments.span(t, j):
        return Spans((period[0],)), period[1]
    j = t.skip(j, *_AT_LEAST)
    term = count(t, j)
    if term:
        k = t.skip(term[1], "so", "với", ",")
        if t.words[k] in _NOUNS or k > term[1]:
            return _rule_before(t, term[0], k)
        return Before(*term[0], Event.ANCHOR), term[1]
    if t.words[i + 1] not in _NOUNS and (t.words[i + 1], t.words[i + 2]) not in _OCCASIONS:
        return None
    return _before_event(t, i + 1)


def _past_name(t: Tokens, i: int) -> int:
    """The place of the day after the name of a holiday ("trước dịp nghỉ lễ Quốc khánh 02/9"); i when none follows."""
    j = t.skip(i, *HOLIDAY)
    if all(word == "ngày" for word in t.words[i:j]):
        return i
    day = moments.day(t, j, bare=False)
    if day and day[0].month:
        return j - 1 if t.words[j - 1] == "ngày" else j
    return j if lunars.feast(t, j) else i


def _before_event(t: Tokens, i: int) -> Match[Before]:
    """The event, and the count that may follow it ("trước khi họp ít nhất 05 ngày")."""
    start, end = _event(t, i)
    if start >= end or (t.words[i] == "khi" and end - start == 1 and t.words[start] not in _ACTS):
        return None  # "trước khi giảng": a single word that is no known act is more likely misspelt
    kind, every, known = _which(t, (start, end))
    term = count(t, t.skip(end, ",", *_AT_LEAST))
    if term:
        return Before(*term[0], kind, t.text(start, end), every, known), term[1]
    return Before(0, Unit.DAY, kind, t.text(start, end), every, known), end


def clock_weekday(t: Tokens, i: int) -> Match[Passed]:
    """ "15 giờ" before "thứ Sáu hằng tuần": the hour of a day that is said next."""
    if not 0 <= t.numbers[i] <= 24 or t.words[i + 1] not in ("giờ", "h", "g"):
        return None
    j = t.skip(i + 3, "phút") if t.numbers[i + 2] >= 0 else i + 2
    j = t.skip(j, ",", "chiều", "sáng", "của")
    return (Passed(), j) if t.words[j] in ("thứ", "chủ") else None


def clock_day(t: Tokens, i: int) -> Match[Days]:
    """ "trước 17 giờ ngày 15/6/2026", "16h30 ngày 20/6": that day itself, still counted in."""
    if t.numbers[i] < 0 or t.numbers[i] > 24 or t.words[i + 1] not in ("giờ", "h", "g", ":"):
        return None
    j = i + 2
    if t.numbers[j] >= 0:
        j = t.skip(j + 1, "phút", "p")
    j = t.skip(j, ",", "của", "00")
    if t.words[j] != "ngày":
        return None
    found = moments.day(t, j)
    return (Days((found[0],)), found[1]) if found else None
