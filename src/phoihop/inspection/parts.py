"""The parts that a document was recognised to have (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục IV: cells 1 to 13)."""

from __future__ import annotations

from dataclasses import dataclass, field

from phoihop.inspection.content import Content, Line, ruled
from phoihop.inspection.head import Head, find_head
from phoihop.inspection.signoff import SignOff, find_sign_off
from phoihop.inspection.words import (
    ANNEX,
    ARTICLE,
    ATTACHED,
    BASIS,
    CHAPTER,
    CIRCULATION,
    CLAUSE,
    ENACTING,
    ITEM,
    POINT,
    SECTION,
    URGENCY,
    capitals,
    fold,
    is_type,
    lettered,
)

_LONG = 250
"""Letters beyond which a line that does not look like a title is none."""


@dataclass(slots=True)
class Parts:
    """Where each part stands: lines by the part's id, in the order of reading."""

    regime: str
    lines: tuple[Line, ...]
    head: Head
    sign_off: SignOff
    found: dict[str, list[Line]] = field(default_factory=dict)
    body: list[tuple[str, Line]] = field(default_factory=list)
    """Every line of the body with what it is: body, article, section, clause, point, item ..."""
    attached: bool = False
    """A document that another one issues: it has neither number nor signature of its own (Phụ lục III, Mẫu 1.3)."""

    def first(self, part: str) -> Line | None:
        """The first line of a part."""
        return next(iter(self.found.get(part, ())), None)

    def add(self, part: str, line: Line) -> None:
        """Note a line as one of a part's."""
        self.found.setdefault(part, []).append(line)


def recognise(content: Content, regime: str) -> Parts:
    """Find the parts. `regime` is nha-nuoc or dang, or "" to tell it from the head."""
    lines = tuple(line for paragraph in content.paragraphs for line in paragraph.split())
    head = find_head(lines, regime)
    annex = _first_annex(head.lines, head.end)
    sign_off = find_sign_off(head.lines, head.end, annex)
    parts = Parts(head.regime, head.lines, head, sign_off)
    for source in (head.found, sign_off.found):
        for part, own in source.items():
            for line in own:
                parts.add(part, line)
    for line in (line for box in content.boxes for line in box.split()):
        if fold(line.text) in URGENCY | CIRCULATION:
            parts.add("urgency" if fold(line.text) in URGENCY else "circulation", line)
    begin = _title(parts, head.end, sign_off.begin)
    _body(parts, begin, sign_off.begin)
    _annexes(parts, max(sign_off.end, begin))
    return parts


def _first_annex(lines: tuple[Line, ...], begin: int) -> int:
    for index in range(begin, len(lines)):
        line = lines[index]
        if line.paragraph.cell is None and ANNEX.fullmatch(line.text):
            return index
    return len(lines)


def _title(parts: Parts, begin: int, end: int) -> int:
    """The type and what follows it; where the body begins."""
    near = range(begin, min(begin + 12, end))
    at = next((i for i in near if is_type(parts.lines[i].text)), None)
    if at is None:
        at = next((i for i in near if _stands_as_type(parts.lines[i])), None)
    if at is None or "subject" in parts.found:
        return _kept(parts, begin, end)
    parts.add("type", parts.lines[at])
    at += 1
    taken = 0
    for index in range(at, min(at + 12, end)):
        line = parts.lines[index]
        if not line.text:
            if line.paragraph.look.border or line.paragraph.drawn or taken:
                break
            continue
        if ATTACHED.match(line.text):
            parts.attached = True
            parts.add("attached-to", line)
            at = index + 1
            break
        plain = line.paragraph.look.align != "center" and not line.bold
        prose = plain and (taken > 0 or len(line.text) > _LONG or line.text.endswith((".", ";", ":")))
        if line.paragraph.cell or not _may_be_title(line) or prose:
            break
        parts.add("title", line)
        taken += 1
        at = index + 1
    return at


def _stands_as_type(line: Line) -> bool:
    """A name that no list has, where the type stands and as it looks."""
    paragraph = line.paragraph
    return (
        capitals(line.text)
        and len(line.text) < 80
        and paragraph.cell is None
        and paragraph.look.align == "center"
        and not ENACTING.fullmatch(line.text)
    )


def _may_be_title(line: Line) -> bool:
    text = line.text
    if any(form.match(text) for form in (BASIS, ARTICLE, SECTION, CLAUSE, POINT, CHAPTER)):
        return False
    return any(sign.isalpha() or sign in ".…" for sign in text) and not fold(text).startswith("kinh gui")


def _kept(parts: Parts, begin: int, end: int) -> int:
    """Where the body of a letter begins: after those to whom it is addressed."""
    at = begin
    for index in range(begin, min(begin + 40, end)):
        line = parts.lines[index]
        if not line.text or ruled(line.text):
            continue
        if fold(line.text).startswith(("kinh gui", "kinh trinh")):
            parts.add("addressee", line)
        elif "addressee" in parts.found and ITEM.match(line.text):
            parts.add("addressees", line)
        else:
            break
        at = index + 1
    return at


def _body(parts: Parts, begin: int, end: int) -> None:
    begin = _kept(parts, begin, end)
    opening, heading = True, ""
    for index in range(begin, end):
        line = parts.lines[index]
        text = line.text
        if line.paragraph.cell is not None or not lettered(text):
            blank = line.paragraph.cell is None and text
            follows = blank and parts.body and parts.body[-1][0] == "basis" and text.endswith((".", ";"))
            kind = "basis" if follows else "blank" if blank else "cell"
            if text:
                parts.body.append((kind, line))
            continue
        prose = text.endswith(":") or "như sau" in text[-60:] or len(text) > 1500
        slanted = bool(parts.body) and parts.body[-1][0] == "basis" and line.share("italic") > 0.99
        if (opening and BASIS.match(text) and not prose) or slanted:
            kind = "basis"  # what a body "hereby issues" may close the list, slanted like it
        elif heading:
            kind = "chapter-title"
        elif ATTACHED.match(text):
            parts.attached = True
            kind = "attached-to"
        elif ENACTING.fullmatch(text) or (line.paragraph.look.align == "center" and _announces(text)):
            kind = "enacting"
        else:
            opening = opening and not parts.body
            kind = _kind(text)
        heading = "title" if kind == "chapter" else ""
        parts.body.append((kind, line))
    for kind, line in parts.body:
        if kind not in ("cell", "blank"):
            parts.add(kind, line)


def _announces(text: str) -> bool:
    """A centred line of the body that says who decides, or what follows."""
    return capitals(text) or (text.endswith(":") and len(text) < 80)


def _kind(text: str) -> str:
    for kind, form in (("section", SECTION), ("clause", CLAUSE), ("point", POINT), ("item", ITEM)):
        if form.match(text):
            return kind
    if CHAPTER.fullmatch(text):
        return "chapter"
    return "article" if ARTICLE.match(text) else "body"


def _annexes(parts: Parts, begin: int) -> None:
    at = begin
    while at < len(parts.lines):
        line = parts.lines[at]
        at += 1
        if line.paragraph.cell is not None or not ANNEX.fullmatch(line.text):
            if ATTACHED.match(line.text) and line.paragraph.cell is None:
                parts.add("annex-reference", line)
            continue
        parts.add("annex", line)
        for taken in range(3):
            at = next((i for i in range(at, len(parts.lines)) if parts.lines[i].text), len(parts.lines))
            if at == len(parts.lines) or ATTACHED.match(parts.lines[at].text) or parts.lines[at].paragraph.cell:
                break
            title = parts.lines[at]
            if not lettered(title.text) or (taken and not capitals(title.text)):
                break
            parts.add("annex-title", title)
            at += 1
