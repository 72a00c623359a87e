"""Words that give no date (decision 8), and words that only look like a deadline."""

from __future__ import annotations

from itertools import pairwise

from phoihop.dates.phrase import moments
from phoihop.dates.phrase.leftover import GLUE, LIST
from phoihop.dates.phrase.numbers import UNIT_WORDS, is_year, number
from phoihop.dates.phrase.parts import ClosingDay, Found, Match, Passed, Spans, Undated
from phoihop.dates.phrase.tokens import Tokens
from phoihop.dates.rule import Cycle, OpenYearly, Range, Until

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
    if t.words[i] == "suốt" and (period := moments.span(t, i + 1)):
        return Undated("continuous"), period[1]
    if (t.words[i] == "liên" and follows == "tục") or t.words[i] == "suốt":
        return Undated("continuous"), i + 2
    return None


def on_demand(t: Tokens, i: int) -> Match[Undated]:
    """ "đột xuất", "kịp thời", "ngay" (decision 8)."""
    pair = (t.words[i], t.words[i + 1])
    if pair == ("ngay", "sau") and t.words[i + 2] in ("dịp", "kỳ", "lễ", "đợt", "mùa", "quốc"):
        return None
    if pair == ("ngay", "sau") and (moments.day(t, i + 2) or moments.span(t, i + 2) or t.words[i + 2] == "tết"):
        return None
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
        end = t.skip(i + 3, "hằng", "năm", "riêng")
        return Undated("conditional"), end + 1 if is_year(t.numbers[end]) and t.words[end - 1] == "năm" else end
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
    if t.numbers[j] >= 0 and t.words[j + 1] in ("h", "giờ", "g", ":"):  # the hour of that day
        j = t.skip(j + 2, "phút")
        j = t.skip(j + 1, "phút", "p") if t.numbers[j] >= 0 else j
    found = moments.day(t, j) if t.words[j] == "ngày" else None
    if found is None:
        return None
    first, end = found
    months = [first.month]
    # "ngày 14/6, 14/12": the same day of each period's last month.
    while t.words[end] in (",", "và") and (more := moments.day(t, end + 1)) and more[0].day == first.day:
        months.append(more[0].month)
        end = more[1]
    return ClosingDay(first.day, tuple(m for m in months if m)), t.skip(end, "hằng", "tháng", "cuối", "quý", "kỳ")


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


_CITED = frozenset(
    {("công", "văn"), ("công", "điện"), ("quyết", "định"), ("nghị", "quyết"), ("thông", "báo"), ("chỉ", "thị")}
    | {("kế", "hoạch"), ("tờ", "trình"), ("văn", "bản"), ("nghị", "định"), ("thông", "tư"), ("kết", "luận")}
)


def law(t: Tokens, i: int) -> Match[Passed]:
    """ "Luật Đất đai năm 2024": the year by which a law is known."""
    for j in range(i + 1, i + 8):
        if t.words[j] in (",", ";", ".", "", "(", "trong", "vào"):
            return None
        if t.words[j] == "năm" and is_year(t.numbers[j + 1]):
            return Passed(), j + 2
    return None


def cited(t: Tokens, i: int) -> Match[Passed]:
    """ "Công văn số 123 ngày 15/6/2026 của Bộ Y tế": a document and its own date."""
    if (t.words[i], t.words[i + 1]) not in _CITED:
        return None
    j = i + 2
    numbered = t.words[j] == "số" and t.numbers[j + 1] >= 0
    j = j + 2 if numbered else j
    dated = moments.day(t, t.skip(j, ",")) if t.words[t.skip(j, ",")] == "ngày" else None
    if dated is None or not dated[0].year:
        return None
    whose = t.words[dated[1]] in ("của", "về")
    by = i > 0 and t.words[i - 1] in ("theo", "thế", "cứ", "tại")
    return (Passed(), dated[1]) if numbered or whose or by else None


def lasting(t: Tokens, found: list[Found]) -> bool:
    """Whether work without a date is only told for how long it goes on ("thường xuyên trong năm", decision 8).

    A report of its own ("thường xuyên, định kỳ hằng quý") stays a deadline.
    """
    whys = [f.part.why for f in found if isinstance(f.part, Undated)]
    if not whys or not ({"continuous", "on-demand"} & set(whys)) or len(found) == len(whys):
        return False
    for f in found:
        if isinstance(f.part, Undated | Passed):
            continue
        each = isinstance(f.part, Cycle) and t.words[f.start] in ("hằng", "mỗi") and "lần" not in t.words[: t.size]
        over = isinstance(f.part, Spans | Range | Until | OpenYearly) and not f.exclusive
        if not (over or (each and "continuous" in whys)):
            return False
    said = [f for f in found if not isinstance(f.part, Passed)]
    glue = LIST | GLUE | {"cho", "suốt", "cả", ":"}
    if not all(all(w in glue for w in t.words[a.end : b.start]) for a, b in pairwise(said)):
        return False
    promptly = any(isinstance(f.part, Undated) and t.words[f.start] in ("kịp", "ngay") for f in found)
    return not promptly and (t.words[found[0].start] != "hằng" or "continuous" in whys)
