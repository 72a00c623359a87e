"""A line ends in a mark that the form puts there itself.

Why: Each basis and each recipient ends with ";", the last with ".", a title with nothing: the marks follow from the
order and are printed. One that is typed is dropped or stands twice when the order changes.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6 and II.9.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ;  #!

Bad:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026.  #!
    noi_nhan:
      - Các trường học;  #!
      - "Lưu: VT."  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ
    noi_nhan: ["Các trường học...", "Lưu: VT"]
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Citation, Plan, Recipient
from phoihop.text.diagnostic import Diagnostic, Edit, Fix, Severity
from phoihop.text.source import Place

FAMILY = "citations"
SEVERITY = Severity.HINT

_MARKS = (";", ".", ",", "./")


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    if plan.head.title.endswith(_MARKS) and (found := _typed(plan.head.title)):
        yield _mark(plan.head.at["title"], plan.head.title, found)
    lines: tuple[Citation | Recipient, ...] = (*plan.legal_basis, *plan.recipients)
    for line in lines:
        if line.text.endswith(_MARKS) and (found := _typed(line.text)):
            yield _mark(line.at[""], line.text, found)


def _typed(text: str) -> str:
    """The marks at the end; none for an ellipsis, or an abbreviation such as "v.v."."""
    bare = text.rstrip(";.,/ ")
    marks = text[len(bare) :].strip()
    return "" if "..." in marks or bare.endswith(("v.v", "v.")) else marks


def _mark(place: Place, text: str, marks: str) -> Diagnostic:
    tail = text[-min(len(text), 24) :]
    return Diagnostic(
        "typed-end-mark",
        place,
        _('"{mark}" is typed at the end').format(mark=marks),
        _("leave it out: the form prints the mark; --fix does it"),
        fix=Fix((Edit(place, tail, tail[: len(tail) - len(marks)].rstrip()),)),
    )
