"""A cited document is younger than the plan that cites it.

Why: A plan cannot stand on what did not yet exist when it was signed; one of the two dates is wrong.

Bad:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2018, ngay_ban_hanh: 2018-05-16}
    can_cu:
      - Kế hoạch số 60-KH/TU ngày 11/01/2019 của Tỉnh ủy  #!

Good:

    phoihop: ke-hoach/1
    van_ban: {loai: KH, trich_yeu: Phối hợp năm 2018, ngay_ban_hanh: 2018-05-16}
    can_cu:
      - Kế hoạch số 60-KH/TU ngày 11/01/2018 của Tỉnh ủy
"""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.dates.units import written
from phoihop.i18n import _
from phoihop.model import Book, Citation, Plan
from phoihop.text.diagnostic import Diagnostic, Related, Severity

FAMILY = "citations"
SEVERITY = Severity.ERROR


def check_plan(plan: Plan, book: Book) -> Iterator[Diagnostic]:
    issued = plan.head.issued
    if issued is None:
        return
    for citation in plan.citations():
        if citation.issued is not None and citation.issued > issued and not _of_another_year(citation):
            yield Diagnostic(
                "citation-younger",
                citation.at[""],
                _("a document of {cited} is cited in a plan of {issued}").format(
                    cited=written(citation.issued), issued=written(issued)
                ),
                _("check the year of both"),
                (Related(plan.head.at["issued"], _("the plan's date")),),
            )


def _of_another_year(citation: Citation) -> bool:
    """Whether the number's own year shows that the date is wrong: citation-date speaks of it."""
    number, day = citation.number_parts, citation.issued
    return number is not None and day is not None and number.year not in (None, day.year)
