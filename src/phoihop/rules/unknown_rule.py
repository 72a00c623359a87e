"""The settings name a rule or a family that does not exist.

Why: What was to be silenced is still told, and what was to be an error is not one.

Bad:

    #: file phoihop.yaml
    phoihop: cau-hinh/1
    muc:
      - {quy_tac: [vague-dedline], muc: tat, ly_do: văn bản đã ký}  #!

Good:

    #: file phoihop.yaml
    phoihop: cau-hinh/1
    muc:
      - {quy_tac: [vague-deadline, clarity], muc: tat, ly_do: văn bản đã ký}
"""

from phoihop.text.diagnostic import Severity

FAMILY = "text"
SEVERITY = Severity.ERROR
