"""A YAML alias (`*name`) stands for a value written elsewhere.

Why: An alias hides what a record says from the person who reads it, can be made to grow without end, and
cannot be edited in one place. Values are written out.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    ra_soat:
      - {ma: GB, ten: Họp, chu_tri: SYT, phoi_hop: &ai [SGDDT]}
      - ma: TK
        ten: Tổng kết
        chu_tri: SYT
        phoi_hop: *ai  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    ra_soat:
      - {ma: GB, ten: Họp, chu_tri: SYT, phoi_hop: [SGDDT]}
      - {ma: TK, ten: Tổng kết, chu_tri: SYT, phoi_hop: [SGDDT]}
"""

from phoihop.text.diagnostic import Severity

FAMILY = "text"
SEVERITY = Severity.ERROR
