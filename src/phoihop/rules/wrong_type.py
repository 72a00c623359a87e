"""A value is not of the kind that its key asks for.

Why: The commonest case is a recipient such as `Lưu: VT`: without quotes YAML reads it as a key with a
value, and the line is lost. Dates have the year first, so that 05/4 cannot be read two ways.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_nhan:
      - Bộ Y tế
      - Lưu: VT  #!

Bad:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
      ngay_ban_hanh: 20/01/2026  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_nhan: [Bộ Y tế, "Lưu: VT"]

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026, ngay_ban_hanh: 2026-01-20}
"""

from phoihop.text.diagnostic import Severity

FAMILY = "structure"
SEVERITY = Severity.ERROR
