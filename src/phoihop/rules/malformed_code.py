"""A code has other signs than capital letters, digits and hyphens.

Why: Codes are typed on the command line and printed in tables; one way of writing them keeps `NV-01` and
`nv 1` from being two tasks.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    ra_soat:
      - ma: họp giao ban  #!
        ten: Họp giao ban
        chu_tri: SYT

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    ra_soat:
      - {ma: GB, ten: Họp giao ban, chu_tri: SYT}
"""

from phoihop.text.diagnostic import Severity

FAMILY = "structure"
SEVERITY = Severity.ERROR
