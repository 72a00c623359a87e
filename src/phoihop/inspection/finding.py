"""What is found in a document: one fact each, with its clause, its places, what was measured and what is asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from phoihop.i18n import _, language
from phoihop.inspection.content import Line, Paragraph, printable
from phoihop.text.diagnostic import Severity

_QUOTED = 60
_KEPT = 5


class Spot(NamedTuple):
    """A place in a document: the paragraph's number (0 for a page's margin) and the beginning of its text."""

    paragraph: int
    text: str


class Finding(NamedTuple):
    """One fact. `found` is what was measured, `asked` what the clause asks; `times` places, the first of them kept."""

    rule: str
    severity: Severity
    part: str
    found: str
    asked: str
    clause: str
    """The source of law, in Vietnamese as it is cited; "" where only practice asks."""
    places: tuple[Spot, ...] = ()
    times: int = 1


class Inspection(NamedTuple):
    """What was found in one document. `regime` is nha-nuoc, dang, or "" where the head tells neither."""

    regime: str
    findings: tuple[Finding, ...]
    components: tuple[tuple[str, Spot], ...]
    """The parts that were recognised, in the order of reading, each with its first place."""
    guidance: str = ""
    """The document that the findings' clauses belong to."""

    @property
    def clean(self) -> bool:
        """Whether nothing worse than a hint was found."""
        return all(finding.severity is Severity.HINT for finding in self.findings)


class Gathered:
    """Findings as they are made: the same fact at many places is one of them."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str, str, str], Finding] = {}

    def add(
        self,
        rule: str,
        part: str,
        found: str,
        asked: str,
        clause: str,
        at: Line | Paragraph | None = None,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Note a fact at a place."""
        found = printable(found)
        key = (rule, part, found, asked)
        spots = (spot(at),) if at is not None else ()
        known = self._found.get(key)
        if known is None:
            self._found[key] = Finding(rule, severity, part, found, asked, clause, spots)
        elif spots and spots[0] not in known.places:
            kept = known.places + spots if len(known.places) < _KEPT else known.places
            self._found[key] = known._replace(places=kept, times=known.times + 1)

    def sorted(self) -> tuple[Finding, ...]:
        """The findings, the worst first, then as they stand in the document."""
        return tuple(
            sorted(
                self._found.values(),
                key=lambda one: (one.severity.rank, one.places[0].paragraph if one.places else 0, one.rule),
            )
        )


def spot(at: Line | Paragraph) -> Spot:
    """The place of a line or a paragraph."""
    line = at if isinstance(at, Line) else next(iter(at.split()), None)
    number = at.paragraph.number if isinstance(at, Line) else at.number
    text = line.text if line else ""
    return Spot(number, text if len(text) <= _QUOTED else text[: _QUOTED - 1] + "…")


def points(sizes: Iterable[float]) -> str:
    """Sizes as they are written: "13 pt", "12-13 pt"."""
    return "-".join(decimal(size) for size in dict.fromkeys(sizes)) + " pt"


def millimetres(length: float) -> str:
    """A length given in points, in millimetres."""
    return f"{decimal(round(length * 25.4 / 72, 1))} mm"


def decimal(number: float) -> str:
    """A number as the language in use writes it: 12.7 or 12,7."""
    text = f"{number:g}"
    return text.replace(".", ",") if language() == "vi" else text


def part_name(part: str) -> str:
    """What a part of a document is called, in the language in use."""
    return {
        "page": _("page"),
        "page-number": _("page number"),
        "text": _("text"),
        "state-name": _("national name (Quốc hiệu)"),
        "party-name": _("the Party's name"),
        "motto": _("motto (Tiêu ngữ)"),
        "superior": _("superior body"),
        "issuer": _("issuing body"),
        "number": _("number and symbol"),
        "place-date": _("place and date"),
        "type": _("type of document"),
        "title": _("title (trích yếu)"),
        "subject": _("subject of a letter (V/v)"),
        "attached-to": _('"Kèm theo" line'),
        "basis": _("legal basis (căn cứ)"),
        "addressee": _('"Kính gửi"'),
        "addressees": _("addressees"),
        "body": _("body"),
        "enacting": _("enacting words"),
        "chapter": _("chapter"),
        "chapter-title": _("chapter title"),
        "article": _("article (Điều)"),
        "section": _("section (I., II.)"),
        "clause": _("clause (1., 2.)"),
        "point": _("point (a, b)"),
        "item": _("list item"),
        "recipients": _('"Nơi nhận"'),
        "recipient": _("recipients"),
        "authority": _("signer's authority"),
        "position": _("signer's position"),
        "other-position": _("signer's other position"),
        "name": _("signer's name"),
        "signature": _("signature"),
        "blank-signature": _("signature still blank"),
        "annex": _("annex"),
        "annex-title": _("annex title"),
        "annex-reference": _('annex\'s "Kèm theo" line'),
        "urgency": _("mark of urgency"),
        "circulation": _("mark of circulation"),
        "regime": _("regime"),
    }[part]
