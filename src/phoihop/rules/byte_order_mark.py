"""The file begins with a byte order mark.

Why: The mark is invisible, breaks tools that compare the first line, and shows up in git as a change that
nobody made.

Bad:

    #: encoding utf-8-sig
    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
"""

from phoihop.text.diagnostic import Severity

FAMILY = "text"
SEVERITY = Severity.WARNING
