"""What to say about a phrase that cannot be read: where it stumbles, what was expected, the nearest that
can be read.
"""

from __future__ import annotations

import re
import unicodedata

from phoihop.dates.phrase.numbers import UNIT_WORDS, number
from phoihop.dates.phrase.parts import Found, Refusal, TermDay
from phoihop.dates.phrase.tokens import Tokens
from phoihop.dates.reading import Reading, ReadingProblem
from phoihop.i18n import _

_EXAMPLES = (
    "ngày 30/6/2026",
    "trước ngày 15/11/2026",
    "chậm nhất ngày 15/3/2026",
    "tháng 6/2026",
    "quý II/2026",
    "6 tháng đầu năm 2026",
    "trong năm 2026",
    "cuối tháng 6/2026",
    "từ tháng 4 đến tháng 6/2026",
    "giai đoạn 2026-2030",
    "đến hết năm 2030",
    "năm 2026 và các năm tiếp theo",
    "trước ngày 10/12 hằng năm",
    "ngày 25 hằng tháng",
    "ngày 20 tháng cuối quý",
    "định kỳ hằng tháng",
    "định kỳ hằng quý",
    "định kỳ 6 tháng một lần",
    "định kỳ hằng năm",
    "hằng tuần",
    "báo cáo quý, 6 tháng, năm",
    "01 lần/năm",
    "trong thời hạn 07 ngày làm việc kể từ ngày nhận được văn bản",
    "sau 15 ngày kể từ ngày ký",
    "chậm nhất 03 ngày làm việc trước ngày họp",
    "trước Tết Nguyên đán 2027",
    "thường xuyên",
    "đột xuất",
    "khi có yêu cầu",
)
_VOCABULARY = tuple(sorted({word.casefold() for phrase in _EXAMPLES for word in re.findall(r"[^\W\d_]+", phrase)}))
_TIME_WORDS = {
    "trước": ("ngày 15/6/2026", "ngày họp", "tháng 6/2026"),
    "ngày": ("15/6/2026", "15 tháng 6 năm 2026", "25 hằng tháng"),
    "tháng": ("6/2026",),
    "quý": ("I", "II", "III", "IV"),
    "năm": ("2026",),
    "hằng": ("tháng", "quý", "năm"),
    "mỗi": ("tháng", "quý", "năm"),
    "từ": ("ngày 01/6/2026 đến ngày 30/6/2026",),
    "sau": ("15 ngày kể từ ngày ký",),
    "đến": ("hết năm 2030",),
    "hạn": ("07 ngày làm việc",),
}
_NEAR = 0.8  # how like an example a phrase must be for the example to be proposed
_LONGEST = 200  # a phrase longer than this is not compared with the examples


def refused(t: Tokens, refusal: Refusal) -> Reading:
    """The reading of a phrase in which something was refused for a reason."""
    start, end = refusal.words
    nearest = nearest_to(t, refusal.nearest)
    end_at = t.ends[max(end - 1, start)]
    problem = ReadingProblem(t.starts[start], end_at, refusal.message, refusal.expected, nearest)
    return Reading(t.phrase, refusal.kind, problem=problem)


def month_missing(t: Tokens) -> Reading:
    """A day with no month to it."""
    at = next((i for i in range(t.size) if t.numbers[i] >= 0), 0)
    message = _('"{text}" is a day without a month').format(text=t.text(at, at + 1))
    whose = " tháng cuối quý" if "quý" in t.words else " hằng tháng"
    example = t.phrase[: t.ends[at]] + whose + t.phrase[t.ends[at] :]
    nearest = nearest_to(t, example)
    problem = ReadingProblem(
        t.starts[at], t.ends[at], message, ("tháng 6/2026", "hằng tháng", "tháng cuối quý"), nearest
    )
    return Reading(t.phrase, "unreadable", problem=problem)


def period_missing(t: Tokens, found: list[Found]) -> Reading | None:
    """ "ngày 25 tháng cuối kỳ báo cáo": of which term?"""
    term = next((f for f in found if isinstance(f.part, TermDay)), None)
    if term is None:
        return None
    text = t.text(term.start, term.end)
    message = _('"{text}" does not say how long the reporting term is').format(text=text)
    expected = (f"báo cáo quý, {text}", f"báo cáo 6 tháng, năm, {text}")
    return refused(t, Refusal("unreadable", (term.start, term.end), message, expected=expected))


def unreadable(t: Tokens) -> Reading:
    """A phrase in which no words of time were found, or none that lead anywhere."""
    at = next((i for i in range(t.size) if t.words[i] in _TIME_WORDS or t.numbers[i] >= 0), -1)
    if at < 0:
        start, end, message = 0, len(t.phrase), _("no day, period or cycle is said here")
        expected: tuple[str, ...] = (
            "trước ngày 15/6/2026",
            "quý II/2026",
            "định kỳ hằng quý",
            "thường xuyên",
        )
    else:
        start, end = t.starts[at], t.ends[t.size - 1]
        text = t.phrase[start:end]
        message = _('"{text}" cannot be read as a day, a period or a cycle').format(text=text)
        expected = _TIME_WORDS.get(t.words[at], ("ngày 15/6/2026", "6 tháng/lần", "15 ngày kể từ ngày ký"))
    nearest = nearest_to(t, _with_its_event(t))
    return Reading(t.phrase, "unreadable", problem=ReadingProblem(start, end, message, expected, nearest))


def _with_its_event(t: Tokens) -> str:
    """ "10 ngày làm việc" alone: the same number of days from an event that is yet to be named."""
    at = next((i for i in range(t.size) if t.numbers[i] >= 0), t.size)
    term = _term(t, at)
    rest = all(not w.isalnum() for w in t.words[term : t.size]) if term else False
    bare = all(w in ("trong", "vòng", "là", "chậm", "nhất", "(") for w in t.words[:at])
    return f"{t.phrase[: t.ends[term - 1]].strip()} kể từ ngày ..." if term and rest and bare else ""


def _term(t: Tokens, i: int) -> int:
    """The place after a number of days, weeks, months or years at i; 0 if there is none."""
    n = number(t, i)
    if n is None or t.words[n[1]] not in UNIT_WORDS:
        return 0
    return n[1] + (3 if t.follows(n[1], "ngày", "làm", "việc") else 1)


def nearest_to(t: Tokens, proposal: str = "") -> str:
    """The closest phrase that can be read: this one with its misspelt words mended, else an example that is truly
    near and has the same numbers; "" when there is none.
    """
    reads = t.reads
    if reads is None:
        return ""
    if proposal and reads(proposal):
        return proposal
    from difflib import SequenceMatcher, get_close_matches

    mended = t.phrase
    for i in reversed(range(min(t.size, 40))):
        word = t.words[i]
        if word.isalpha() and len(word) > 2 and word not in _VOCABULARY:
            close = get_close_matches(word, _VOCABULARY, 1, 0.75)
            # A slip leaves letters or marks out; a word with letters of its own ("khai", "cách") is another word.
            if close and _within(_plain(word), _plain(close[0])):
                mended = mended[: t.starts[i]] + close[0] + mended[t.ends[i] :]
    if mended != t.phrase and reads(mended):
        return mended
    phrase = " ".join(t.words[: t.size])[:_LONGEST]
    numbers = [int(n) for n in re.findall(r"\d+", phrase)]
    same = [example for example in _EXAMPLES if [int(n) for n in re.findall(r"\d+", example)] == numbers]
    near = {example: SequenceMatcher(None, phrase, example.casefold()).ratio() for example in same}
    best = max(near, key=lambda example: near[example], default="")
    return best if best and near[best] >= _NEAR else ""


def _plain(word: str) -> str:
    """The word without its marks."""
    return "".join(c for c in unicodedata.normalize("NFD", word.replace("đ", "d")) if not unicodedata.combining(c))


def _within(short: str, long: str) -> bool:
    """Whether the letters of one word stand in the other in the same order."""
    letters = iter(long)
    return all(letter in letters for letter in short)
