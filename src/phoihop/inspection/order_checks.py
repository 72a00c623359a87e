"""What stands beside and above what (the diagram of Phụ lục I, mục IV), and what is not there at all."""

from __future__ import annotations

from datetime import date

from phoihop.i18n import _
from phoihop.inspection.content import Line
from phoihop.inspection.finding import Gathered, part_name
from phoihop.inspection.head import PARTY
from phoihop.inspection.norms import guidance
from phoihop.inspection.parts import Parts
from phoihop.inspection.words import fold, is_type
from phoihop.text.diagnostic import Severity


def check_order(parts: Parts, issued: date | None, into: Gathered) -> None:
    """The two sides of the head and of the end; the parts that every document has."""
    party = guidance(PARTY, issued) if parts.regime == PARTY else ""
    name = parts.first("party-name" if parts.regime == PARTY else "state-name")
    issuer = parts.first("issuer")
    if name and issuer and (sides := _columns(issuer, name)) and sides[0] > sides[1]:
        clause = party or "Phụ lục I, mục IV, ô số 1 và 2"
        into.add("order", "issuer", _("right of the national name"), _("left of it"), clause, issuer)
    _same_row(parts, party, into)
    recipients, authority = parts.first("recipients"), parts.first("authority")
    if recipients and authority and (sides := _columns(recipients, authority)) and sides[0] > sides[1]:
        clause = party or "Phụ lục I, mục IV, ô số 7a và 9b"
        into.add("order", "recipients", _("right of the signature"), _("left of it"), clause, recipients)
    _missing(parts, party, into)
    _alone(parts, into)


def _columns(left: Line, right: Line) -> tuple[int, int] | None:
    one, other = left.paragraph.cell, right.paragraph.cell
    return (one.column, other.column) if one and other and one.table == other.table else None


def _same_row(parts: Parts, party: str, into: Gathered) -> None:
    number, day = parts.first("number"), parts.first("place-date")
    if number is None or day is None or number.paragraph is day.paragraph:
        return
    one, other = number.paragraph.cell, day.paragraph.cell
    clause = party or "Phụ lục I, mục II.4.c, ô số 3 và 4"
    beside = one is not None and other is not None and (one.table, one.row) == (other.table, other.row)
    if not beside:
        found = _("not on the line of the number")
        into.add("order", "place-date", found, _("on the line of the number"), clause, day)
    elif one and other and one.column > other.column:
        into.add("order", "number", _("right of place and date"), _("left of them"), clause, number)


def _missing(parts: Parts, party: str, into: Gathered) -> None:
    name = "party-name" if parts.regime == PARTY else "state-name"
    kind = parts.first("type")
    wanted = [(name, (name,)), ("issuer", ("issuer",)), ("type", ("type", "subject"))]
    if parts.regime != PARTY:
        wanted.append(("motto", ("motto",)))
    if not parts.attached:
        wanted.append(("number", ("number",)))
        if not (kind and fold(kind.text).startswith("bien ban")):
            wanted.append(("place-date", ("place-date",)))
        wanted += [("signature", ("authority", "blank-signature")), ("recipients", ("recipients",))]
    for part, ones in wanted:
        if not any(parts.found.get(one) for one in ones):
            asked = _("every document has it")
            into.add("missing-part", part, _("not found"), asked, party or f"Phụ lục I, mục {_CELLS[part]}")
    titled = kind is not None and is_type(kind.text) and not fold(kind.text).startswith(_UNTITLED)
    if titled and not parts.found.get("title"):
        clause = party or "Phụ lục I, mục II.5, ô số 5a"
        into.add("missing-part", "title", _("not found"), _("every document has it"), clause, kind, Severity.WARNING)
    signed = parts.first("authority")
    if signed and not (parts.first("name") or parts.first("blank-signature") or parts.attached):
        found = _("no name under {part}").format(part=part_name("authority"))
        into.add(
            "missing-part",
            "name",
            found,
            _("every document has it"),
            party or "Phụ lục I, mục II.7.c, ô số 7b",
            signed,
            Severity.WARNING,
        )


_UNTITLED = ("giay", "phieu", "thu ", "bien ban")
"""Types that the samples of Phụ lục III print without a title, or may."""
_CELLS = {
    "state-name": "II.1, ô số 1",
    "motto": "II.1, ô số 1",
    "issuer": "II.2, ô số 2",
    "number": "II.3, ô số 3",
    "place-date": "II.4, ô số 4",
    "type": "II.5, ô số 5a",
    "signature": "II.7, ô số 7a",
    "recipients": "II.9, ô số 9b",
}


def _alone(parts: Parts, into: Gathered) -> None:
    """Nothing keeps the signature from standing alone on a page: no rule forbids it, every clerk does."""
    signed = parts.first("authority") or parts.first("blank-signature")
    if signed is None or not parts.body:
        return
    last = parts.body[-1][1].paragraph
    if not last.look.keep_next:
        found = _("may stand alone on the last page")
        into.add("signature-alone", "signature", found, _("kept with the paragraph before it"), "", last, Severity.HINT)
