"""Words that give no date (decision 8), and words that only look like a deadline."""

from __future__ import annotations

from phoihop.dates.phrase import moments
from phoihop.dates.phrase.numbers import UNIT_WORDS, number
from phoihop.dates.phrase.parts import ClosingDay, Match, Passed, Undated
from phoihop.dates.phrase.tokens import Tokens

_CONDITIONS = ("có", "cần", "phát", "được", "nhận", "xảy", "xuất", "thay", "cấp", "cơ", "đủ")
_NOT_LETTERS = ("lần", "năm", "tháng", "quý", "tuần", "ngày", "h")


def continuous(t: Tokens, i: int) -> Match[Undated]:
    """ "thường xuyên" (decision 8); "chi thường xuyên" is a kind of budget, "thường trực" a kind of body."""
    if t.words[i + 1] == "trực":
        return Undated("not-a-deadline"), i + 2
    if t.words[i + 1] != "xuyên":
        return None
    if i > 0 and t.words[i - 1] == "chi":
        return Undated("not-a-deadline"), t.skip(i + 2, "hằng", "năm")
    return Undated("continuous"), i + 2


def ongoing(t: Tokens, i: int) -> Match[Undated]:
    """ "liên tục", "suốt thời gian thực hiện", "trong quá trình thực hiện"."""
    follows = t.words[i + 1]
    if (t.words[i] == "liên" and follows == "tục") or t.words[i] == "suốt":
        return Undated("continuous"), i + 2
    return None


def on_demand(t: Tokens, i: int) -> Match[Undated]:
    """ "đột xuất", "kịp thời", "ngay" (decision 8)."""
    pair = (t.words[i], t.words[i + 1])
    if pair in (("đột", "xuất"), ("kịp", "thời"), ("ngay", "khi"), ("ngay", "sau"), ("bất", "thường")):
        return Undated("on-demand"), i + 2
    return None


def conditional(t: Tokens, i: int) -> Match[Undated]:
    """ "khi có yêu cầu", "khi cần thiết", "theo yêu cầu", "theo kế hoạch riêng", "nếu có" (decision 8)."""
    first, following = t.words[i], t.words[i + 1]
    if first == "khi" and following in _CONDITIONS:
        return Undated("conditional"), i + 2
    if first == "nếu" and following in ("có", "cần"):
        return Undated("conditional"), i + 2
    if first == "theo" and (following, t.words[i + 2]) in (
        ("yêu", "cầu"),
        ("kế", "hoạch"),
        ("quy", "định"),
        ("tiến", "độ"),
        ("chỉ", "đạo"),
        ("đề", "nghị"),
    ):
        return Undated("conditional"), t.skip(i + 3, "hằng", "năm", "riêng")
    return None


def age(t: Tokens, i: int) -> Match[Undated]:
    """ "lớp dưới 03 tháng", "trẻ dưới 6 tuổi": a length or an age, not a term."""
    n = number(t, i + 1)
    if n and (t.words[n[1]] in UNIT_WORDS or t.words[n[1]] == "tuổi"):
        return Undated("not-a-deadline"), t.skip(n[1] + 1, "tuổi")
    return None


def aged(t: Tokens, i: int) -> Match[Undated]:
    """ "24 tháng tuổi", "05 năm công tác" at its number."""
    n = number(t, i)
    if n is None:
        return None
    if t.words[n[1]] == "tuổi":
        return Undated("not-a-deadline"), n[1] + 1
    if t.words[n[1]] in UNIT_WORDS and t.words[n[1] + 1] == "tuổi":
        return Undated("not-a-deadline"), n[1] + 2
    return None


def closing(t: Tokens, i: int) -> Match[ClosingDay]:
    """ "chốt số liệu ngày 14": the day on which figures are closed (Nghị định 09/2019/NĐ-CP, Đ.8, Đ.12)."""
    j = t.skip(i + 1, "số", "liệu", "báo", "cáo", "đến", "hết", "vào", "tính", "từ", "là", ":")
    found = moments.day(t, j) if t.words[j] == "ngày" else None
    return (ClosingDay(found[0].day), t.skip(found[1], "hằng", "tháng", "cuối", "quý", "kỳ")) if found else None


def citation(t: Tokens, i: int) -> Match[Passed]:
    """ "09/KH-UBND ngày 20/01/2020" at its number: a cited document with its own date, which is no
    deadline.
    """
    j = i
    while t.words[j] and t.adjacent(j) and t.words[j + 1]:
        j += 1
    run = t.words[i : j + 1]
    if "/" not in run or not any(w.isalpha() and len(w) > 1 and w not in _NOT_LETTERS for w in run):
        return None
    end = t.skip(j + 1, ",")
    dated = moments.day(t, end) if t.words[end] == "ngày" else None
    return Passed(), dated[1] if dated else j + 1
