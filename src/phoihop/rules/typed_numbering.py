"""A heading, clause, task or recipient begins with a number or dash that was typed.

Why: Numbers are made when the document is printed, so that they are right after every change; a typed one would
print twice: "I. I. MỤC ĐÍCH".

Law: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6 (how parts, sections and clauses are numbered).

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: I. Mục đích, yêu cầu  #!
        doan: [Chăm sóc sức khỏe học sinh]

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: II- Nhiệm vụ  #!
        khoan: [1. Khám sức khỏe]  #!
        nhiem_vu:
          - {ma: NV-01, ten: 2. Tiêm chủng, chu_tri: SYT, han: tháng 6/2026}  #!
    noi_nhan:
      - Các trường học
      - "- Lưu: VT"  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Mục đích, yêu cầu
        doan: [Chăm sóc sức khỏe học sinh]
      - muc: 6 nội dung phối hợp
        khoan: [Khám sức khỏe, "30/4 - 01/5: trực cấp cứu"]
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Plan
from phoihop.text.diagnostic import Diagnostic, Edit, Fix, Severity
from phoihop.text.source import Place

FAMILY = "structure"
SEVERITY = Severity.WARNING

_ARTICLE = re.compile(r"(?:Chương|Phần|Điều|Mục) (?:[IVX]+|\d+)\b")
_NUMBER = re.compile(r"(?:(?:[IVX]{1,5}|\d{1,2}(?:\.\d{1,2})*|[a-eg])[.)]|[a-zđ]\))\s")
# Numbers only before a word with a capital: "E. coli", "I - III" and "6- tháng" begin no list, nor does "X - Quang".
_UNSURE = re.compile(r"(?:[A-EG][.)]|(?!X\b)[IVX]{1,5} ?[-–]|\d{1,2}[-–/])\s+(?![IVX]+\b)")
_DASH = re.compile(r"[-–•+*]\s+|[-–•](?=[^\W\d])")


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    for section in plan.all_sections():
        if mark := _typed(section.title) or _begins(_ARTICLE, section.title):
            message = _('"{number}" is typed; headings are numbered when they are printed')
            yield _finding(section.at["title"], message, mark)
        message = _('"{number}" is typed; clauses and tasks are numbered when they are printed')
        for number, clause in enumerate(section.clauses):
            if mark := _typed(clause):
                yield _finding(section.at["clauses", number], message, mark)
        for task in section.tasks:
            if mark := _typed(task.title):
                yield _finding(task.at["title"], message, mark)
    for line in plan.recipients:
        if mark := _begins(_DASH, line.text):
            place, head = line.at[""], line.text[:32]
            yield Diagnostic(
                "typed-numbering",
                place,
                _('"{mark}" is typed; each recipient gets its dash when it is printed').format(mark=mark),
                _("leave it out; --fix does it"),
                fix=Fix((Edit(place, head, head[len(mark) :].lstrip()),)),
            )


def _typed(text: str) -> str:
    """The number or dash that begins a text; nothing when a word does."""
    if text[:1].isalpha() and text[1:2].isalpha() and text[2:3].islower():
        return ""  # most texts begin with a word
    if mark := _begins(_NUMBER, text) or _begins(_DASH, text):
        return mark
    match = _UNSURE.match(text)
    return match[0].strip() if match and text[match.end() : match.end() + 1].isupper() else ""


def _begins(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.match(text)
    return match[0].strip() if match else ""


def _finding(place: Place, message: str, mark: str) -> Diagnostic:
    return Diagnostic("typed-numbering", place, message.format(number=mark), _("leave the number out"))
