"""A Markdown plan holds something that has no place in a document: a table, code, HTML.

Why: It would be missing in the printed document. Tables of tasks are made from the front matter.

Bad:

    #: file ke-hoach.md
    ---
    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    ---
    ## Mục đích

    <b>Chú ý</b>

    <div>không in được</div>  #!

Good:

    #: file ke-hoach.md
    ---
    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    ---
    ## Mục đích

    - Nâng cao hiệu quả phối hợp.

    Yêu cầu: đúng tiến độ. <!-- một ghi chú không in -->

    <!-- cũng không in -->
"""

from phoihop.text.diagnostic import Severity

FAMILY = "structure"
SEVERITY = Severity.WARNING
