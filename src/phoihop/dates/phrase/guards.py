"""Words that turn a date into something else: a beginning, a least term, a prohibition, a choice about days off.

A date that is read beside them would be the opposite of what was signed, so the phrase is refused and they are quoted.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from phoihop.dates.phrase.parts import SILENT, Days, Found, Refusal, Spans, Window
from phoihop.dates.phrase.tokens import Tokens
from phoihop.dates.rule import After, Cycle, Cycles, FixedDay, Frequency, NamedPoint, Period, Range, Recurring
from phoihop.i18n import _

_STOPS = (",", ";", ".", "(", ")", ":", "")
_OFF = (("ngày", "nghỉ"), ("ngày", "lễ"), ("nghỉ", "lễ"), ("ngày", "không", "làm", "việc"))
_ABOUT_OFF = frozenset({"nếu", "hợp", "trùng", "cả", "tính", "gồm", "trừ", "rơi", "kể"})
_LEAST = (("ít", "nhất"), ("tối", "thiểu"), ("ít", "hơn"), ("sớm", "nhất"))
_MORE = ("hơn", "trên", "gần", "ngoài")
_FORBIDDEN = frozenset({"tổ", "được", "triển", "báo", "thực", "trong", "tiến", "họp", "vào", "làm", "giao"})
_BEGINS = ("từ", "những", "vào", "ngày", ":", "thực", "hiện", "triển", "khai", "kể", "tính", "là", "áp", "dụng")
_DATED = Days | Spans | Window | NamedPoint | Range | Recurring


def overturned(t: Tokens, found: list[Found]) -> Refusal | None:
    """The first words that overturn what was read, if there are any."""
    said = [f for f in found if not isinstance(f.part, SILENT)]
    here = set(t.words)
    for guard, about in _GUARDS:
        if about.isdisjoint(here):
            continue
        for words, message in guard(t, said):
            expected = ("ngày 30/6/2026", "10 ngày làm việc kể từ ngày ký")
            return Refusal("unreadable", words, message.format(text=t.text(*words)), expected=expected)
    return None


_Found = Iterator[tuple[tuple[int, int], str]]


def _days_off(t: Tokens, said: list[Found]) -> _Found:
    """ "nếu trùng ngày nghỉ thì ...", "không tính ngày nghỉ": the plan's own rule, which a phrase cannot carry."""
    message = _('"{text}" speaks of days off: count in working days, or let the plan choose (lich: lui_han)')
    for i in range(t.size):
        for words in _OFF:
            if t.follows(i, *words):
                before = range(max(0, i - 6), i)
                start = next((k for k in before if t.words[k] in _ABOUT_OFF), -1)
                if start >= 0:
                    yield (start, i + len(words)), message
    for i in range(t.size):
        covered = any(f.start <= i < f.end for f in said)
        if not covered and t.follows(i, "ngày", "làm", "việc") and t.words[i - 1] == "(":
            yield (i, i + 3), message


def _least_terms(t: Tokens, said: list[Found]) -> _Found:
    """ "ít nhất 10 ngày kể từ ngày ký", "hơn 10 ngày": the earliest day, which is no deadline."""
    message = _('"{text}" says the least that is waited, not by when')
    for f in said:
        if not isinstance(f.part, After):
            continue
        number = next((k for k in range(f.start, f.end) if t.numbers[k] >= 0), f.start)
        first = max(0, min(f.start, number) - 4)
        for k in range(first, number):
            least = any(t.follows(k, *words) for words in _LEAST) or (k == number - 1 and t.words[k] in _MORE)
            if least and (t.words[k - 1] != "không" or t.words[k] == "ít"):
                yield (k, number + 2), message


def _beginnings(t: Tokens, said: list[Found]) -> _Found:
    """ "bắt đầu ngày 01/3/2026", "từ 0h ngày 01/7/2026", "ngay từ đầu năm"."""
    message = _('"{text}" says from when, not by when')
    for number, f in enumerate(said):
        if not isinstance(f.part, _DATED) or isinstance(f.part, Window | Range):
            continue
        k = f.start - 1
        while k >= 0 and t.words[k] in _BEGINS:
            k -= 1
        if k > 0 and (t.words[k - 1], t.words[k]) == ("bắt", "đầu"):
            yield (k - 1, f.end), message
        if f.start > 1 and t.words[f.start - 2 : f.start] == ["từ", "những"]:
            yield (f.start - 2, f.end), message
        last = number == len(said) - 1 or t.words[f.end] not in ("đến", "-", "tới")
        if f.start > 0 and t.words[f.start - 1] == "từ" and last and t.words[f.start] in ("đầu", "0", "8", "7"):
            yield (f.start - 1, f.end), message
        clock = f.start > 0 and t.words[f.start - 1] == "từ" and t.numbers[f.start] >= 0
        if clock and t.words[f.start + 1] in ("giờ", "h", "g", ":"):
            yield (f.start - 1, f.end), message


def _forbidden(t: Tokens, said: list[Found]) -> _Found:
    """ "không tổ chức hội nghị trong tháng 6", "miễn báo cáo quý I": nothing is due."""
    message = _('"{text}" forbids or excuses it: there is nothing to be done by a day')
    for i in range(t.size):
        opens = i == 0 or t.words[i - 1] in _STOPS
        word, following = t.words[i], t.words[i + 1]
        banned = (
            (word == "không" and following in _FORBIDDEN) or word == "miễn" or (word, following) == ("nghiêm", "cấm")
        )
        if not (opens and banned) and not (opens and (word, following) == ("nghỉ", "tết")):
            continue
        end = next((k for k in range(i, t.size) if t.words[k] in (",", ";")), t.size)
        if (first := next((f for f in said if i <= f.start < end), None)) is not None:
            yield (i, first.end), message


def _the_rest(t: Tokens, said: list[Found]) -> _Found:
    """ "các tháng còn lại của năm 2026", "tháng 6/2026 hoặc muộn hơn", "thay thời hạn ... bằng ..."."""
    for i in range(t.size):
        if t.follows(i, "còn", "lại") and any(abs(f.end - i) < 2 or abs(f.start - i - 2) < 3 for f in said):
            yield (i, i + 2), _('"{text}" does not say which ones')
        if t.follows(i, "muộn", "hơn") and (i == 0 or t.words[i - 1] != "không"):
            yield (i, i + 2), _('"{text}" leaves the end open')
        if t.follows(i, "thay", "thời", "hạn"):
            yield (i, i + 3), _('"{text}" changes a deadline: write the new one alone')


def _ceilings(t: Tokens, said: list[Found]) -> _Found:
    """ "không quá 02 lần/năm": the most that is allowed, not what is owed."""
    for f in said:
        frequent = isinstance(f.part, Cycle | Cycles | Frequency)
        if frequent and f.start > 1 and t.words[f.start - 2 : f.start] == ["không", "quá"]:
            yield (f.start - 2, f.end), _('"{text}" says how often at most, not how often')


def _status_days(t: Tokens, said: list[Found]) -> _Found:
    """ "số liệu tính đến ngày 31/5/2026", "sinh trước ngày 01/01/2021", "kỳ họp cuối năm": a day of something else."""
    message = _('"{text}" is the day of something else than of what is to be done')
    for f in said:
        if not isinstance(f.part, _DATED):
            continue
        k = f.start - 1
        while k >= 0 and t.words[k] in ("ngày", "năm", "trước", "sau", "hết", "đến"):
            k -= 1
        if k >= 0 and t.words[k] == "sinh" and t.words[k - 1] not in ("học", "vệ", "phục", "vi", "dân", "ký"):
            yield (k, f.end), message
        if f.start > 1 and t.words[f.start - 1] == "tính" and t.words[f.start] in ("đến", "tới"):
            yield (f.start - 1, f.end), message
        point = isinstance(f.part, NamedPoint | Recurring)
        if point and f.start > 1 and t.words[f.start - 2 : f.start] in (["kỳ", "họp"], ["phiên", "họp"]):
            yield (f.start - 2, f.end), message


_GUARDS = (
    (_days_off, frozenset({"nghỉ", "lễ", "việc"})),
    (_least_terms, frozenset({"nhất", "thiểu", "sớm", *_MORE})),
    (_beginnings, frozenset({"bắt", "từ"})),
    (_forbidden, frozenset({"không", "miễn", "nghiêm", "nghỉ"})),
    (_the_rest, frozenset({"còn", "muộn", "thay"})),
    (_ceilings, frozenset({"quá"})),
    (_status_days, frozenset({"sinh", "tính", "họp"})),
)
"""Each guard, with the words of which it needs one: most phrases have none."""


def unclear_year(t: Tokens, found: list[Found], rule: object) -> Refusal | None:
    """ "tháng 12 và tháng 3/2027": is that December of the same year, or of the year before?"""
    if not isinstance(rule, (FixedDay, Period)):
        return None
    said: list[tuple[int, int, Found]] = []  # month; year, or how many years later; where
    for f in found:
        if isinstance(f.part, Days):
            said += [(day.month, day.year, f) for day in f.part.days if day.month]
        elif isinstance(f.part, Spans) and isinstance(rule, Period):
            said += [(span.last, span.year or span.later, f) for span in f.part.spans]
    for a, b in pairwise(said):
        if not a[1] and b[1] and a[0] > b[0]:
            words = (a[2].start, b[2].end)
            message = _('it is not clear of which year the first of "{text}" is').format(text=t.text(*words))
            return Refusal("unreadable", words, message, expected=("tháng 12/2026 và tháng 3/2027",))
    return None
