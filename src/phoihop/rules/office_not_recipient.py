"""An office that has duties is not among the recipients.

Why: It does not get the document that tells it what to do.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    co_quan:
      - {ma: UBND, vai_tro: ban-hanh}
      - {ma: SYT}
      - {ma: SGDDT}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT, phoi_hop: [SGDDT], han: trước ngày 15/11/2026}
    noi_nhan: [Sở Y tế, "Lưu: VT"]  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    co_quan:
      - {ma: UBND, vai_tro: ban-hanh}
      - {ma: SYT}
      - {ma: SGDDT}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu:
          - {ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT, phoi_hop: [SGDDT], han: trước ngày 15/11/2026}
    noi_nhan:
      - "Các Sở: Y tế, Giáo dục và Đào tạo"
      - "Lưu: VT"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from phoihop.i18n import _
from phoihop.model import Book, Organisation, Plan
from phoihop.text.diagnostic import Diagnostic, Severity

FAMILY = "clarity"
SEVERITY = Severity.HINT

# Words that stand for offices without naming them: whom they mean cannot be told.
_EVERYBODY: tuple[str, ...] = (
    *("như trên", "như điều", "các cơ quan", "các đơn vị", "các sở, ban", "các sở, ngành", "các ban", "thành viên"),
    *("như mục", "như phần", "sở, ban", "ban, ngành", "sở, ngành", "cấp xã", "cấp huyện", "các phường", "đoàn thể"),
    *("hai sở", "hai bộ", "các bên", "các phòng", "các bộ", "trực thuộc", "liên quan", "các huyện", "các xã"),
)
_SIGNS = re.compile(r"[&.-]")
_KINDS = ("sở ", "bộ ", "ban ", "ủy ban ", "văn phòng ", "phòng ", "cục ", "chi cục ", "trung tâm ", "hội ", "công an ")


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    if not plan.recipients:
        return
    said = " ".join(line.text for line in plan.recipients).casefold()
    if any(words in said for words in _EVERYBODY):
        return
    issuing = {one.code for one in plan.issuers()}
    busy: list[str] = []
    for duty in plan.duties():
        for code in (duty.lead, *duty.partners):
            busy += book.members(plan, code) if code else ()
    missing = []
    for code in dict.fromkeys(busy):
        office = book.organisations.get(code)
        if office is not None and code not in issuing and not _named(office, said):
            missing.append(office.name)
    if missing:
        yield Diagnostic(
            "office-not-recipient",
            plan.at["recipients"],
            _("offices with duties are not among the recipients: {names}").format(names="; ".join(missing)),
            _("add them; whoever has to act gets the document"),
        )


def _named(office: Organisation, said: str) -> bool:
    """Whether the recipients name an office: in full, short, or in a list ("Các Sở: A, B")."""
    name = office.name.casefold()
    names = [name, office.abbreviation.casefold(), *(other.casefold() for other in office.other_names)]
    if any(one and one in said for one in names):
        return True
    short = _SIGNS.sub("", office.abbreviation.casefold())
    if short[:1] == "s" and re.search(rf"(?:\bsở\s*|các sở\b.*\W){re.escape(short[1:])}\b", _SIGNS.sub("", said)):
        return True  # "Sở GD&ĐT", "Các Sở: YT, GDĐT"
    place = office.place_name.casefold()
    bare = name.removesuffix(place).removesuffix("tỉnh ").removesuffix("thành phố ").strip() if place else name
    kind = next((kind for kind in _KINDS if bare.startswith(kind)), "")
    field = bare.removeprefix(kind)
    return bare in said or (bool(kind) and f"các {kind}".strip() in said and field in said)
