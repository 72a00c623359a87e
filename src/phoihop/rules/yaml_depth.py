"""The file nests deeper than any plan does.

Why: Thousands of brackets are a mistake or an attack; reading stops at the limit.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
    noi_dung:
      - muc: Nội dung
        noi_dung:
          - muc: Lĩnh vực thứ nhất
            noi_dung:
              - muc: Việc chung
                doan: [Khám sức khỏe]
"""

from phoihop.text.diagnostic import Severity

FAMILY = "text"
SEVERITY = Severity.ERROR
