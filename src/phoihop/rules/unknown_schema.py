"""The first key names a kind of file, or a version of the format, that this phoihop does not read.

Why: Reading a file by the wrong rules would give wrong dates without a word.

Bad:

    phoihop: ke-hoach/9  #!
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
"""

from phoihop.text.diagnostic import Severity

FAMILY = "structure"
SEVERITY = Severity.ERROR
