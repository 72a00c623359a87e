"""The file is not UTF-8 text.

Why: Vietnamese text in an older encoding (TCVN3, VNI, UTF-16) cannot be read safely, nor compared in git.

Law: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I.4: bộ mã ký tự Unicode theo TCVN 6909:2001.

Bad:

    #: encoding utf-16
    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
"""

from phoihop.text.diagnostic import Severity

FAMILY = "text"
SEVERITY = Severity.ERROR
