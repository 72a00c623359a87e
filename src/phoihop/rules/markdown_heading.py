"""A section of a Markdown plan's front matter has no heading in the text.

Why: The headings decide where a section is printed; without one its tasks have no place.

Bad:

    #: file ke-hoach.md
    ---
    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ  #!
        nhiem_vu: [{ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT}]
    ---
    ## Mục đích

    Nâng cao hiệu quả.

Good:

    #: file ke-hoach.md
    ---
    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nhiệm vụ
        nhiem_vu: [{ma: NV-01, ten: Khám sức khỏe, chu_tri: SYT}]
    ---
    ## Nhiệm vụ

    Hai Sở cùng làm.
"""

from phoihop.text.diagnostic import Severity

FAMILY = "structure"
SEVERITY = Severity.ERROR
