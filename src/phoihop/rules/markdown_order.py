"""A Markdown plan has something at a place where it would not be printed as it stands.

Why: A section prints its paragraphs, then its numbered clauses, then its tasks. What stands after a numbered list would
move up; a second "#" heading would not print at all.

Bad:

    #: file ke-hoach.md
    ---
    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    ---
    ## Nguyên tắc

    1. Đúng chức năng.

    Các bên cùng làm.  #!

Good:

    #: file ke-hoach.md
    ---
    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    ---
    # Kế hoạch

    ## Nguyên tắc

    Các bên cùng làm theo những nguyên tắc sau:

    1. Đúng chức năng.
    2. Đúng thời hạn.

    ## Tổ chức

    Hai Sở giao đầu mối.
"""

from phoihop.text.diagnostic import Severity

FAMILY = "structure"
SEVERITY = Severity.ERROR
