"""The file is not YAML, or its front matter is not closed.

Why: Nothing of the file can be read, so no duty in it is watched. Only this finding is given for the file:
the others would be guesses.

Bad:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: Phối hợp: năm 2026  #!

Good:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: "Phối hợp: năm 2026"
"""

from phoihop.text.diagnostic import Severity

FAMILY = "text"
SEVERITY = Severity.ERROR
