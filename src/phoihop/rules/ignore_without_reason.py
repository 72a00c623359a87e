"""A comment silences a rule and does not say why.

Why: Whoever reads the plan next year has to know whether the exception still holds.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Kế hoạch số 34/2014/QĐ-TTg ngày 30/4/2014  # phoihop: ignore[citation-type]  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    can_cu:
      - Kế hoạch số 34/2014/QĐ-TTg ngày 30/4/2014  # phoihop: ignore[citation-type] bản gốc in như vậy
"""

from phoihop.text.diagnostic import Severity

FAMILY = "text"
SEVERITY = Severity.ERROR
