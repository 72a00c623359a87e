"""A comment silences a rule that finds nothing there, or that does not exist.

Why: It would silence the next, real mistake on that line.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Quyết định số 34/2014/QĐ-TTg ngày 30/4/2014  # phoihop: ignore[citation-type] bản gốc in như vậy  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Quyết định số 34/2014/QĐ-TTg ngày 30/4/2014
"""

from phoihop.text.diagnostic import Severity

FAMILY = "text"
SEVERITY = Severity.WARNING
