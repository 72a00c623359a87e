"""Where a long name of an office breaks: before its place, at a word group, never inside a word.

Vietnamese writes every syllable apart, so that a space does not tell where a word ends. Capitals do: a name has
one at each word group ("Trung tâm Kiểm soát bệnh tật tỉnh Thái Bình"). Inside a group two syllables make a word.
"""

from __future__ import annotations

from phoihop.views.document_measure import text_width

# What the left column of the head holds, in ems of bold capitals: 64 mm at 12 pt. The Party's holds a little more.
HEAD_WIDTH = 15.2
_GLUE = "\N{NO-BREAK SPACE}"
_PLACE = ("tỉnh", "thành phố", "huyện", "quận", "thị xã", "phường", "xã", "việt nam", "trung ương")
_OPENING = ("và", "của", "các", "thuộc", "trực thuộc")
_NEVER = 1000.0
_MANY = 60  # words: no office is called so; what is, breaks as it likes


def glued(name: str, width: float = HEAD_WIDTH) -> str:
    """The name in capitals. One too long for a line has no-break spaces wherever it should not break."""
    words = name.split()
    if len(words) > _MANY or text_width(" ".join(words).upper(), 1, bold=True) <= width:
        return " ".join(words).upper()
    return " ".join(_GLUE.join(line) for line in _lines(words, width)).upper()


def _lines(words: list[str], width: float) -> list[list[str]]:
    """The division into lines that costs least: few lines, of like length, broken at good places."""
    best: list[tuple[float, int]] = [(0.0, 0)]
    for end in range(1, len(words) + 1):
        costs = []
        for start in range(end):
            long = text_width(" ".join(words[start:end]).upper(), 1, bold=True) / width
            costs.append((best[start][0] + _break_cost(words, start) + _line_cost(long), start))
        best.append(min(costs))
    lines: list[list[str]] = []
    end = len(words)
    while end:
        start = best[end][1]
        lines.insert(0, words[start:end])
        end = start
    return lines


def _line_cost(long: float) -> float:
    return 6 + 4 * long * long + (100 * long if long > 1 else 0)


def _break_cost(words: list[str], at: int) -> float:
    """How bad a break before word `at` is."""
    if at == 0:
        return 0
    before, word = words[at - 1], words[at]
    following = " ".join(words[at : at + 2]).casefold()
    if word == "-":
        return _NEVER
    if before == "-":
        return 15  # leaves the hyphen at the end of the line
    if following.startswith(_PLACE) and not _inside_place(words, at):
        return 0
    if word.casefold() in _OPENING:
        return 1
    if _inside_place(words, at) or before.casefold() in _OPENING:
        return _NEVER / 10
    if before.endswith((",", ";")) or (word[:1].isupper() and not before[:1].isupper()):
        return 2
    if word.isupper() and before.isupper() and len(word) > 1:
        return 12  # a name typed in capitals does not say where its words end
    if word[:1].isupper():
        return 4 if _group_length(words, at) > 1 else _NEVER / 10
    return 8 if _offset(words, at) % 2 == 0 else 40


def _inside_place(words: list[str], at: int) -> bool:
    """Whether the word before belongs to a place with this one: "tỉnh | Sơn | La", "thành | phố | Hồ | Chí | Minh"."""
    before = words[at - 1].casefold()
    pair = " ".join(words[max(at - 2, 0) : at]).casefold()
    here = f"{before} {words[at].casefold()}"
    return before in _PLACE or pair in ("thành phố", "thị xã") or here in _PLACE


def _group_length(words: list[str], at: int) -> int:
    """How many words the group that begins here has: a capital, then small letters."""
    end = at + 1
    while end < len(words) and words[end][:1].islower() and words[end].casefold() not in (*_OPENING, *_PLACE):
        end += 1
    return end - at


def _offset(words: list[str], at: int) -> int:
    """How far into its group a word stands."""
    start = at
    while start and words[start][:1].islower() and words[start].casefold() not in _OPENING and words[start - 1] != "-":
        start -= 1
        if words[start].endswith((",", ";")):
            return at - start - 1
    return at - start - (words[start].casefold() in _OPENING)
