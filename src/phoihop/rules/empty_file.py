"""The file is empty, or holds only comments.

Why: An empty plan watches nothing; it is more often a file that was not saved.

Bad:

    # sẽ viết sau

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
"""

from phoihop.text.diagnostic import Severity

FAMILY = "text"
SEVERITY = Severity.ERROR
