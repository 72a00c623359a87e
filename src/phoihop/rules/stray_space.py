"""A text has two spaces together, or a space inside its quotes at the beginning or the end.

Why: It prints as a gap, and a name with a space too many is another name.

Bad:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp  năm 2026  #!

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_nhan:
      - " Lưu: VT"  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_nhan:
      - "Lưu: VT"
    mo_dau:
      - Một đoạn viết trên
        hai dòng
"""

from phoihop.text.diagnostic import Severity

FAMILY = "text"
SEVERITY = Severity.WARNING
