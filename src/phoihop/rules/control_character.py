r"""An invisible character stands in the text.

Why: Control characters, zero-width spaces and marks that turn the writing direction come with pasted text.
They make two equal names differ, and can make a text read other than it is.

Bad:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp\u200b năm 2026  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2026}
"""

from phoihop.text.diagnostic import Severity

FAMILY = "text"
SEVERITY = Severity.ERROR
