"""The file is larger than any plan.

Why: A plan of 500 tasks has about 160 KB. A file beyond the limit is not read at all.

Bad:

    #: size 5000000
    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
"""

from phoihop.text.diagnostic import Severity

FAMILY = "text"
SEVERITY = Severity.ERROR
