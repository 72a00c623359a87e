"""An entry of a calendar file cannot be right.

Why: Every due day rests on the calendar; an entry that is dropped or upside down moves them all.

Bad:

    #: file lich.yaml
    phoihop: lich/1
    nam:
      - nam: 2026
        nghi:
          - {tu: 2026-06-12, den: 2026-06-10, ten: Ngày truyền thống}  #!
          - {ten: Ngày hội}  #!

Good:

    #: file lich.yaml
    phoihop: lich/1
    nam:
      - nam: 2026
        nghi:
          - {tu: 2026-06-10, den: 2026-06-12, ten: Ngày truyền thống, theo: 5/QĐ-UBND}
        hoan_doi:
          - {nghi: 2026-06-15, lam_bu: 2026-06-20, theo: 6/TB-UBND}
"""

from phoihop.text.diagnostic import Severity

FAMILY = "structure"
SEVERITY = Severity.ERROR
