"""A key is not one that the format knows.

Why: A misspelt key is not read at all: a deadline under `hann` would never be due.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    ra_soat:
      - ma: GB
        ten: Họp giao ban
        chu_tri: SYT
        hann: tháng 6/2026  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    ra_soat:
      - {ma: GB, ten: Họp giao ban, chu_tri: SYT, han: tháng 6/2026}
"""

from phoihop.text.diagnostic import Severity

FAMILY = "structure"
SEVERITY = Severity.ERROR
