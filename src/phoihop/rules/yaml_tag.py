"""A YAML tag (`!name`) stands before a value.

Why: Tags tell a YAML reader to build something other than text. None is obeyed here, so a tag can only
mislead.

Bad:

    phoihop: ke-hoach/1
    van_ban:
      loai: KH
      trich_yeu: !!python/object:os.system Phối hợp  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: "!Phối hợp"}
"""

from phoihop.text.diagnostic import Severity

FAMILY = "text"
SEVERITY = Severity.ERROR
