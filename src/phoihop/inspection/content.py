"""A document as it is measured: sections, paragraphs with their effective looks, the lines in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from unicodedata import normalize

from phoihop.document.measure import wrapped_width
from phoihop.inspection.looks import ParagraphLook, RunLook

POINTS_PER_MM = 72 / 25.4

_RULED = re.compile(r"[\s_‗─—–-]*")
_SPACES = re.compile(r"[ \xa0\t]+")


class Run(NamedTuple):
    """A stretch of text with one look; hidden text is not among the runs."""

    text: str
    look: RunLook

    @property
    def visible(self) -> bool:
        """Whether it shows anything that is measured: footnote marks above the line are not."""
        return bool(self.text.strip()) and (not self.look.raised or ruled(self.text))


class Cell(NamedTuple):
    """Where in a table a paragraph stands, all counted from 0; `width` in points."""

    table: int
    row: int
    column: int
    width: float
    bordered: bool


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """A paragraph. `number` counts from 1 through the whole body, table cells included, as they are read."""

    number: int
    look: ParagraphLook
    lines: tuple[tuple[Run, ...], ...]
    section: int
    cell: Cell | None = None
    label: str = ""
    """What Word numbers it with: "1.", "-"."""
    drawn: tuple[float, ...] = ()
    """Lengths of the horizontal lines drawn from here, in points."""
    page_field: bool = False
    breaks_page: bool = False
    framed: bool = False
    """In a frame in the middle of the page, as Word puts page numbers."""

    def split(self) -> Iterator[Line]:
        """Its lines, as line breaks part them."""
        for index, runs in enumerate(self.lines):
            yield Line(self, runs, self.label if index == 0 else "")


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A line as the author parted it, the unit in which the parts of a document are recognised."""

    paragraph: Paragraph
    runs: tuple[Run, ...]
    label: str = ""
    piece: bool = False
    """Cut from a line at its tabs: its alignment cannot be measured."""
    text: str = field(init=False)

    def __post_init__(self) -> None:
        text = "".join(run.text.upper() if run.look.caps else run.text for run in self.visible)
        text = printable(_SPACES.sub(" ", normalize("NFC", text))).strip()
        object.__setattr__(self, "text", f"{self.label} {text}" if self.label and text else text)

    @property
    def visible(self) -> Iterator[Run]:
        """The runs that are measured."""
        return (run for run in self.runs if not run.look.raised or ruled(run.text))

    @property
    def shown(self) -> tuple[Run, ...]:
        """The runs in which something can be seen."""
        return tuple(run for run in self.runs if run.visible)

    @property
    def size(self) -> float:
        """The size of most of its text, in points."""
        sizes: dict[float, int] = {}
        for run in self.shown:
            sizes[size_of(run)] = sizes.get(size_of(run), 0) + len(run.text.strip())
        return max(sizes, key=lambda one: sizes[one]) if sizes else 0.0

    @property
    def bold(self) -> bool:
        """Whether most of it is bold."""
        return self.share("bold") > 0.5

    def share(self, name: str) -> float:
        """How much of its text has a property, 0 to 1."""
        total = sum(len(run.text.strip()) for run in self.shown)
        return sum(len(run.text.strip()) for run in self.shown if getattr(run.look, name)) / total if total else 0.0

    def pieces(self) -> tuple[Line, ...]:
        """The line cut at its tabs; itself where it has none inside."""
        groups: list[list[Run]] = [[]]
        for run in self.runs:
            first, *others = run.text.split("\t")
            groups[-1].append(run._replace(text=first))
            for other in others:
                groups.append([run._replace(text=other)])
        kept = [tuple(group) for group in groups if any(run.visible for run in group)]
        return tuple(Line(self.paragraph, group, piece=True) for group in kept) if len(kept) > 1 else (self,)

    def width(self, available: float) -> float:
        """How wide the longest of its printed lines is, in points."""
        text = "".join(run.text.upper() if run.look.caps else run.text for run in self.visible).strip()
        return wrapped_width(f"{self.label} {text}".lstrip(" "), self.size, self.bold, available)


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of pages of one form; lengths in points. `header` is what its pages but the first carry."""

    width: float
    height: float
    landscape: bool
    margins: dict[str, float]
    header_distance: float | None
    title_page: bool
    start: int | None
    header: tuple[Paragraph, ...]
    first_header: tuple[Paragraph, ...]
    footer: tuple[Paragraph, ...]

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return max(self.width - self.margins["left"] - self.margins["right"], 1.0)

    @property
    def text_height(self) -> float:
        """The height between the margins."""
        return max(self.height - self.margins["top"] - self.margins["bottom"], 1.0)


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that is measured of a document."""

    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    boxes: tuple[Paragraph, ...]
    """What stands in drawn boxes: stamps and marks."""
    tab_stop: float = 36.0

    def available(self, paragraph: Paragraph) -> float:
        """The width in which a paragraph's lines run, in points."""
        column = paragraph.cell.width if paragraph.cell else 0.0
        whole = column or self.sections[paragraph.section].text_width
        return max(whole - (paragraph.look.left or 0) - (paragraph.look.right or 0), 1.0)


def printable(text: str) -> str:
    """A text without what cannot be seen: control characters, marks of direction, soft hyphens."""
    return text if text.isprintable() else "".join(sign for sign in text if sign.isprintable())


def size_of(run: Run) -> float:
    """A run's size in points; Word's own default where nothing says it."""
    return run.look.size or 10.0


def ruled(text: str) -> bool:
    """Whether a text is a typed line: underscores or dashes only."""
    return len(text.strip()) >= 3 and _RULED.fullmatch(text) is not None
