"""Measures a Word document against the rules of form of its regime."""

from __future__ import annotations

from datetime import date

from phoihop.i18n import _
from phoihop.inspection.body_checks import check_body
from phoihop.inspection.finding import Gathered, Inspection, Spot, spot
from phoihop.inspection.form_checks import check_wording, date_of
from phoihop.inspection.line_checks import check_lines
from phoihop.inspection.list_checks import check_lists
from phoihop.inspection.look_checks import check_looks
from phoihop.inspection.norms import guidance, norms
from phoihop.inspection.order_checks import check_order
from phoihop.inspection.package import Package
from phoihop.inspection.page_checks import check_pages
from phoihop.inspection.parts import Parts, recognise
from phoihop.inspection.reading import read
from phoihop.text.diagnostic import Severity


def inspect(data: bytes, regime: str = "", issued: date | None = None) -> Inspection:
    """Measure a .docx.

    `regime` is nha-nuoc or dang; "" tells it from the head. `issued` chooses the Party's guidance and is read from the
    document where it is not given. `package.UnreadableDocument` when the bytes are no .docx that can be measured.
    """
    content = read(Package(data))
    parts = recognise(content, regime)
    issued = issued or date_of(parts)
    into = Gathered()
    check_pages(content, parts, issued, into)
    if parts.regime:
        check_looks(parts, norms(parts.regime, issued), into)
        check_wording(parts, issued, into)
        check_lines(content, parts, issued, into)
        check_body(content, parts, issued, into)
        check_lists(parts, issued, into)
        check_order(parts, issued, into)
    else:
        found = _("neither the State's head nor the Party's was found")
        asked = _("--regime says which; only page, font and colour were measured")
        into.add("unknown-regime", "regime", found, asked, "", severity=Severity.HINT)
    return Inspection(parts.regime, into.sorted(), _components(parts), guidance(parts.regime, issued))


def _components(parts: Parts) -> tuple[tuple[str, Spot], ...]:
    places = ((part, spot(lines[0])) for part, lines in parts.found.items() if lines)
    return tuple(sorted(places, key=lambda one: one[1].paragraph))
