"""A date does not exist.

Why: A day that is not in the calendar was misread or mistyped; the signed document has the right one.

Bad:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp năm 2026
      ngay_ban_hanh: 2026-02-29  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2028, ngay_ban_hanh: 2028-02-29}
"""

from phoihop.text.diagnostic import Severity

FAMILY = "dates"
SEVERITY = Severity.ERROR
