"""The words and signs of Vietnamese documents: dates in words, numerals, letters, type names, list signs.

Everything here is document text, therefore Vietnamese and never translated.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from phoihop.model import Regime

# Điểm are lettered in the order of the Vietnamese alphabet, without ă â ê ô ơ ư and without f j w z
# (Phụ lục I, mục II.6; the decree's own Điều 8 shows "đ)" between "d)" and "e)").
LETTERS = "abcdđeghiklmnopqrstuvxy"

END_MARKS = {Regime.STATE: "./.", Regime.PARTY: "."}
"""What ends a document's text (Phụ lục III: `./.`; the Party's end with a full stop)."""

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip
# Common words that begin a title or a deadline. No list of names would ever be whole, and a name with a small letter
# is a worse mistake than a common word with a capital: what is not here keeps its letter.
_TITLE_WORDS = (
    "Về", "Phối hợp", "Triển khai", "Thực hiện", "Tổ chức thực hiện", "Tổ chức triển khai", "Tăng cường", "Sắp xếp",
    "Đẩy mạnh", "Nâng cao", "Đổi mới", "Tiếp tục", "Xây dựng", "Phát triển", "Phát huy", "Phát động", "Bảo vệ",
    "Bảo đảm", "Đảm bảo", "Chăm sóc", "Phòng chống", "Phòng, chống", "Kiểm soát", "Kiểm tra", "Giám sát", "Rà soát",
    "Tuyên truyền", "Vận động", "Quán triệt", "Học tập", "Hướng dẫn", "Tập huấn", "Bồi dưỡng", "Đào tạo", "Sơ kết",
    "Tổng kết", "Đánh giá", "Thành lập", "Kiện toàn", "Củng cố", "Giải quyết", "Khắc phục", "Hỗ trợ", "Quản lý",
    "Quy định", "Chuyển đổi", "Cải cách", "Công tác", "Một số", "Việc", "Chủ động", "Huy động", "Góp phần",
    "Ban hành", "Đôn đốc", "Kết quả", "Họp", "Giao ban",
)  # fmt: skip
_DEADLINE_WORDS = (
    "Trước", "Sau", "Trong", "Từ", "Đến", "Vào", "Ngay", "Chậm nhất", "Muộn nhất", "Không quá", "Hết", "Cuối", "Đầu",
    "Giữa", "Ngày", "Tuần", "Tháng", "Quý", "Năm", "Hằng", "Hàng", "Mỗi", "Thường xuyên", "Thường kỳ", "Định kỳ",
    "Đột xuất", "Khi", "Nếu", "Theo", "Kể từ", "Tối đa", "Tối thiểu", "Ít nhất", "Liên tục", "Hoàn thành", "Thời hạn",
    "Thời gian", "Hạn", "Kịp thời",
)  # fmt: skip
_TYPED_STOPS = " \t\r\n.;,:"


def roman(number: int) -> str:
    """A whole number from 1 on in Roman numerals."""
    written = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        written += sign * count
    return written


def letter(number: int) -> str:
    """The letter of a point, from 1: a ... y; a 24th point is aa, then ab, so that no letter comes twice."""
    written = ""
    while number > 0:
        number, rest = divmod(number - 1, len(LETTERS))
        written = LETTERS[rest] + written
    return written


def date_in_words(day: date | None) -> str:
    """ "ngày 05 tháng 01 năm 2026"; days below 10 and months 1 and 2 take a zero (Phụ lục I, mục II.4)."""
    if day is None:
        return "ngày ... tháng ... năm ..."
    month = f"{day.month:02}" if day.month < 3 else str(day.month)
    return f"ngày {day.day:02} tháng {month} năm {day.year}"


def joined(names: Sequence[str]) -> str:
    """Names in running text: "A", "A và B", "A, B và C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} và {names[-1]}"


def ended(text: str, mark: str) -> str:
    """The text with exactly one end mark: a stop that was typed gives way to it, an ellipsis does not."""
    text = text.rstrip().removesuffix("./.").rstrip()
    if not text.endswith(("...", "…")):
        text = text.rstrip(_TYPED_STOPS)
    return text + mark


def listed(lines: Sequence[str]) -> tuple[str, ...]:
    """Lines of a list: each ends with `;`, the last with `.` (Phụ lục I, mục II.6 and II.9)."""
    last = len(lines) - 1
    return tuple(ended(line, "." if index == last else ";") for index, line in enumerate(lines))


def title_lowered(title: str) -> str:
    """A title as it follows its type in the Party's documents: a small first letter, unless it is a name's."""
    return _lowered(title, _TITLE_WORDS)


def deadline_lowered(phrase: str) -> str:
    """A deadline's phrase as it stands inside a sentence: "Quý IV/2026" is "quý IV/2026"."""
    return _lowered(phrase, _DEADLINE_WORDS)


def _lowered(text: str, words: tuple[str, ...]) -> str:
    """The text with a small first letter if it begins with one of the words, as they are written."""
    begins = any(text.startswith(word) and not text[len(word) : len(word) + 1].isalpha() for word in words)
    return text[:1].lower() + text[1:] if begins else text
