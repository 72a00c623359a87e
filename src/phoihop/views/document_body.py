"""The body of a document as numbered lines: what is derived from nesting, never typed.

Plans, programmes, projects and all other kinds (Phụ lục I, mục V.6b): `I.` > `1.` > `a)` > `-` > `+`; the Party's
`I-` > `1-` > `a)`.
Regulations (Phụ lục I, mục II.6): `Điều 1.` > `1.` > `a)` ..., and `Chương I` above them when sections nest;
articles count through the whole document, and each has a heading: what stands straight in a chapter is an article
that is called as the chapter is.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from phoihop.model import Assignment, Duty, Plan, Regime, Review, Section, Task, signed_phrase
from phoihop.model.number import type_name
from phoihop.views.document_names import Names
from phoihop.views.document_wording import deadline_lowered, ended, letter, roman

# Words by which a plan's last section is known, and the heading of reviews that find no such section.
_CARRYING_OUT = "tổ chức thực hiện"
REVIEWS_TITLE = "Chế độ rà soát, báo cáo"
# A phrase that needs no "thời hạn:" before it, as it says so itself.
_SAYS_DEADLINE = re.compile(r"(?:trong )?(?:thời hạn|thời gian|hạn)\b")


@dataclass(frozen=True, slots=True)
class BodyLine:
    """One paragraph of the body.

    `kind` is "chapter", "heading", "paragraph", "clause", "task" or "review"; `style` is its class in
    dinh_dang.yaml; `level` is 1 for the outermost heading and 0 for text that has no number. A review's `detail`,
    and a task's where the annex does not, says who leads, who takes part, by when and with what result.
    """

    kind: str
    style: str
    level: int
    label: str
    text: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class NumberedSection:
    """A section as the annex refers to it: the whole path of labels ("II.1", "Khoản 2 Điều 3") and its own tasks."""

    label: str
    title: str
    tasks: tuple[Task, ...]


@dataclass(frozen=True, slots=True)
class _Level:
    label: Callable[[int], str]
    style: str
    kind: str = "heading"
    upper: bool = False
    running: bool = False  # counts through the whole document


_POINTS = (
    _Level(lambda n: f"{n}.", "muc-2"),
    _Level(lambda n: f"{letter(n)})", "muc-3"),
    _Level(lambda n: "-", "muc-4"),
    _Level(lambda n: "+", "muc-4"),
)
_ARTICLE = _Level(lambda n: f"Điều {n}.", "dieu", running=True)
_PLAN = (_Level(lambda n: f"{roman(n)}.", "muc-1", upper=True), *_POINTS)
# The Party's way: Hướng dẫn 36-HD/VPTW and 05-HD/VPTW.
_PARTY_PLAN = (
    _Level(lambda n: f"{roman(n)}-", "muc-1", upper=True),
    _Level(lambda n: f"{n}-", "muc-2"),
    *_POINTS[1:],
)
_ARTICLES = (_ARTICLE, *_POINTS)
_CHAPTERS = (_Level(lambda n: f"Chương {roman(n)}", "chuong", "chapter", upper=True), *_ARTICLES)


def assignment(plan: Plan) -> Assignment:
    """Where the plan says who does what: as it chooses; a regulation in its text, any other kind in an annex."""
    by_kind = Assignment.TEXT if plan.head.kind == "QC" else Assignment.ANNEX
    return plan.head.assignment or by_kind


def duty_title(duty: Duty) -> str:
    """A duty's title, and in brackets the documents that it alone stands on."""
    grounds = [ended(citation.text, "") for citation in duty.legal_basis] if isinstance(duty, Task) else []
    return f"{ended(duty.title, '')} ({'; '.join(grounds)})" if grounds else duty.title


def duty_detail(duty: Duty, names: Names) -> str:
    """ "Chủ trì: ...; phối hợp: ...; thời hạn: ..." of what is known, then the note; nothing is made up."""
    said = [_capital(text) for text in (_assigned(duty, names), duty.note) if text]
    return " ".join(ended(text, ".") for text in said)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _assigned(duty: Duty, names: Names) -> str:
    parts = []
    if duty.lead:
        parts.append(f"chủ trì: {names(duty.lead)}")
    if duty.partners:
        parts.append(f"phối hợp: {names.listed(duty.partners)}")
    if isinstance(duty, Review) and duty.addressees:
        parts.append(f"gửi: {names.listed(duty.addressees)}")
    if isinstance(duty, Review) and duty.closing:
        parts.append(f"số liệu tính đến hết ngày {duty.closing.day:02} tháng cuối kỳ")
    if said := signed_phrase(duty):
        phrase = deadline_lowered(said)
        parts.append(phrase if _SAYS_DEADLINE.match(phrase.casefold()) else f"thời hạn: {phrase}")
    if isinstance(duty, Task) and duty.deliverable:
        parts.append(f"sản phẩm: {ended(duty.deliverable, '')}")
    return "; ".join(parts)


class _Numbering:
    """Walks the sections once, writing lines and remembering each section's label."""

    def __init__(self, plan: Plan, names: Names) -> None:
        self.levels = _levels(plan)
        self.names = names
        self.tasks_in_annex = assignment(plan) is Assignment.ANNEX
        self.pointer = _annex_pointer(plan) if self.tasks_in_annex else ""
        self.lines: list[BodyLine] = []
        self.places: dict[str, str] = {}
        self.numbered: list[NumberedSection] = []
        self.running = 0

    def level(self, depth: int) -> _Level:
        return self.levels[min(depth, len(self.levels) - 1)]

    def sections(self, sections: tuple[Section, ...], reviews: tuple[Review, ...]) -> None:
        """All top-level sections; the reviews go with the last one that speaks of carrying the plan out."""
        host = max((i for i, s in enumerate(sections) if _CARRYING_OUT in s.title.casefold()), default=None)
        if self.levels is _CHAPTERS:
            sections = tuple(map(_all_articles, sections))
            host = len(sections) - 1 if host is None else host
        for index, section in enumerate(sections):
            self.section(section, (), index + 1, reviews if index == host else ())
        if reviews and host is None:
            self.section(Section(REVIEWS_TITLE, at=reviews[0].at), (), len(sections) + 1, reviews)

    def section(self, section: Section, above: tuple[str, ...], count: int, reviews: tuple[Review, ...] = ()) -> None:
        """A section and what is in it; `above` are the labels of the sections around it, outermost first."""
        depth = len(above)
        level = self.level(depth)
        label = self.label(depth, count)
        title = section.title.upper() if level.upper else section.title
        self.lines.append(BodyLine(level.kind, level.style, depth + 1, label, title))
        path = (*above, _bare(label))
        self.numbered.append(NumberedSection(_path(path), section.title, section.tasks))
        self.lines.extend(BodyLine("paragraph", "than", 0, "", text) for text in section.paragraphs)
        if not above and self.pointer and _has_tasks(section):
            self.lines.append(BodyLine("paragraph", "than", 0, "", self.pointer))
            self.pointer = ""
        # Clauses, tasks, sections inside, reviews: one count, so that no number is used twice at a level.
        inner = depth + 1
        counter = itertools.count(1)
        for clause in section.clauses:
            self.lines.append(BodyLine("clause", "than", inner + 1, self.label(inner, next(counter)), clause))
        for task in section.tasks:
            self.duty("task", self.label(inner, next(counter)), path, task)
        for child in section.sections:
            self.section(child, path, next(counter))
        if reviews and level.kind == "chapter":
            own = Section(REVIEWS_TITLE, at=reviews[0].at)
            self.section(own, path, next(counter), reviews)
            return
        for review in reviews:
            self.duty("review", self.label(inner, next(counter)), path, review)

    def label(self, depth: int, count: int) -> str:
        """The label of what comes next at a depth, where it would be number `count` of its section."""
        level = self.level(depth)
        if level.running:
            self.running += 1
            count = self.running
        return level.label(count)

    def duty(self, kind: str, label: str, above: tuple[str, ...], duty: Duty) -> None:
        self.places.setdefault(duty.id, _cited((*above, _bare(label))))
        detail = "" if kind == "task" and self.tasks_in_annex else duty_detail(duty, self.names)
        title = duty_title(duty)
        title = ended(title, ".") if detail or self.tasks_in_annex else title
        self.lines.append(BodyLine(kind, "than", len(above) + 1, label, title, detail))


def _bare(label: str) -> str:
    return label.rstrip(".)-") or label


def _path(labels: tuple[str, ...]) -> str:
    """Labels as a heading of the annex has them: "II.1.a"; in a regulation as they are cited."""
    if labels[0].startswith(("Chương", "Điều")):
        path = _cited(labels)
        return path[:1].upper() + path[1:]
    return ".".join(_told(labels))


def _cited(labels: tuple[str, ...]) -> str:
    """Labels as one cites them: "điểm a khoản 2 Điều 3", "điểm a khoản 1 mục II" (Phụ lục II, mục V.7).

    Articles count through the document and need no chapter.
    """
    told = _told(labels)
    first = max((index for index, label in enumerate(told) if label.startswith(("Chương", "Điều"))), default=-1)
    words = ("khoản", "điểm") if first >= 0 else ("mục", "khoản", "điểm")
    named = [f"{word} {label}" for word, label in zip(words, told[first + 1 :], strict=False)]
    return " ".join([*reversed(named), *told[first : first + 1]])


def _told(labels: tuple[str, ...]) -> list[str]:
    """The labels that tell something apart: hyphens do not."""
    return [label for label in labels if label not in ("-", "+")]


def _all_articles(chapter: Section) -> Section:
    """A chapter whose own text, clauses and tasks are an article under its name: every article has a heading
    (Phụ lục I, mục II.6d), and none is made up."""
    if not (chapter.paragraphs or chapter.clauses or chapter.tasks):
        return chapter
    article = chapter._replace(sections=())
    return Section(chapter.title, chapter.at, sections=(article, *chapter.sections))


def _has_tasks(section: Section) -> bool:
    return bool(section.tasks) or any(map(_has_tasks, section.sections))


def _annex_pointer(plan: Plan) -> str:
    """The words that lead to the annex: a document with one must say so (Phụ lục I, mục III.1a). None where the plan
    says it itself."""
    told = [text for section in plan.all_sections() for text in (*section.paragraphs, *section.clauses)]
    if any("phụ lục" in text.casefold() for text in (*plan.opening, *told)):
        return ""
    return (
        "Cơ quan chủ trì, cơ quan phối hợp, sản phẩm và thời hạn của từng nhiệm vụ nêu tại Phụ lục kèm theo "
        f"{type_name(plan.head.kind)} này."
    )


def _levels(plan: Plan) -> tuple[_Level, ...]:
    if plan.head.kind != "QC":
        return _PARTY_PLAN if plan.head.regime is Regime.PARTY else _PLAN
    return _CHAPTERS if any(section.sections for section in plan.sections) else _ARTICLES


def _reviews(plan: Plan) -> tuple[Review, ...]:
    """The reviews, each before the reports that feed it: their terms speak of it."""
    return tuple(one for review in plan.reviews for one in (review, *review.chain))


def numbered_body(plan: Plan, names: Names) -> tuple[tuple[BodyLine, ...], tuple[NumberedSection, ...]]:
    """The lines of the body in printed order, and the sections with their labels."""
    numbering = _Numbering(plan, names)
    numbering.sections(plan.sections, _reviews(plan))
    return tuple(numbering.lines), tuple(numbering.numbered)


def duty_places(plan: Plan, names: Names) -> dict[str, str]:
    """Where the document assigns each duty, as one cites it, by the duty's id."""
    numbering = _Numbering(plan, names)
    numbering.sections(plan.sections, _reviews(plan))
    return numbering.places


def with_end_mark(lines: tuple[BodyLine, ...], mark: str) -> tuple[BodyLine, ...]:
    """The lines with the end mark after the last of them (`./.` or `.`)."""
    if not lines:
        return lines
    last = lines[-1]
    if last.detail:
        return (*lines[:-1], replace(last, detail=ended(last.detail, mark)))
    return (*lines[:-1], replace(last, text=ended(last.text, mark)))
