"""A plan in Markdown: the same keys in front matter, the narrative as headings and paragraphs below it.

The headings decide the sections and their order. A section of the front matter with the same `muc` lends the
heading's section its tasks; paragraphs become `doan`, numbered items `khoan`. What comes out is the tree that
the same plan in YAML would give.
"""

from __future__ import annotations

from collections.abc import Callable

from phoihop.bind.reading import Binding
from phoihop.i18n import _
from phoihop.text.diagnostic import Diagnostic, Severity
from phoihop.text.markdown_reader import Block, blocks, front_matter
from phoihop.text.nodes import Mapping, Node, Scalar, Sequence
from phoihop.text.source import Source
from phoihop.text.yaml_reader import read_yaml


def read_plan_markdown(source: Source) -> tuple[Node | None, list[Diagnostic]]:
    """The tree of a Markdown plan and what is wrong with it."""
    ranges = front_matter(source)
    if ranges is None:
        return None, [
            Diagnostic(
                "syntax",
                source.place(0),
                _("the front matter is missing or not closed"),
                _('begin with a line "---", then the keys of the plan, then a line "---"'),
            )
        ]
    start, end, body = ranges
    root, findings = read_yaml(source, start, end)
    if isinstance(root, Mapping):
        binding = Binding(source)
        _Narrative(root, binding).read(list(blocks(source, body)))
        findings = [*findings, *binding.findings]
    return root, findings


_UNSUPPORTED: dict[str, Callable[[], str]] = {
    "fence": lambda: _("a block of code"),
    "code_block": lambda: _("a block of code"),
    "html_block": lambda: _("HTML"),
    "table": lambda: _("a table"),
    "blockquote": lambda: _("a quotation block"),
    "hr": lambda: _("a line"),
}


class _Narrative:
    """Puts the narrative's blocks into the front matter's tree."""

    def __init__(self, root: Mapping, binding: Binding) -> None:
        self.root = root
        self.binding = binding

    def read(self, narrative: list[Block]) -> None:
        """Add every block to the section that it stands in."""
        if not any(block.kind == "heading" for block in narrative):
            self._opening(narrative)
            return
        declared = _sections(self.root)
        top = Sequence(declared.start if declared else self.root.start)
        open_sections: list[tuple[int, Mapping, Sequence | None]] = []
        for block in narrative:
            if block.kind == "other":
                self._unsupported(block)
            elif block.kind == "heading" and block.level == 1:
                # The page's title, for those who read the file on the web: trich_yeu says it. One is enough.
                if block is not narrative[0]:
                    self._misplaced(block, _('only the first line may be a "#" heading'), _('write "##"'))
            elif block.kind == "heading":
                while open_sections and open_sections[-1][0] >= block.level:
                    open_sections.pop()
                if open_sections:
                    _level, parent, inner = open_sections[-1]
                    siblings = _list(parent, "noi_dung", block.start)
                else:
                    inner, siblings = declared, top
                section, nested = self._section(block, inner)
                siblings.items.append(section)
                open_sections.append((block.level, section, nested))
            elif open_sections:
                section = open_sections[-1][1]
                if block.kind != "ordered" and "khoan" in section.entries:
                    what = _("what stands after a numbered list would be printed before it")
                    self._misplaced(block, what, _("give it a heading of its own, or move it above the list"))
                _list(section, "khoan" if block.kind == "ordered" else "doan", block.start).items.append(_scalar(block))
            else:
                self._opening([block])
        self._without_heading(declared)
        _set(self.root, "noi_dung", top)

    def _section(self, heading: Block, declared: Sequence | None) -> tuple[Mapping, Sequence | None]:
        """The section of a heading, with the tasks that the front matter declares for it."""
        section = Mapping(heading.start)
        section.end = heading.end
        _set(section, "muc", _scalar(heading))
        twin = _take(declared, heading.text)
        nested = None
        if twin is not None:
            for key, value in twin.entries.items():
                if key == "noi_dung":
                    nested = value if isinstance(value, Sequence) else None
                elif key != "muc":
                    section.entries[key] = value
                    section.keys[key] = twin.keys[key]
        return section, nested

    def _opening(self, narrative: list[Block]) -> None:
        for block in narrative:
            if block.kind == "other":
                self._unsupported(block)
            elif block.kind != "heading":
                _list(self.root, "mo_dau", block.start).items.append(_scalar(block))

    def _unsupported(self, block: Block) -> None:
        written = self.binding.source.text[block.start : block.end].strip()
        if block.text == "html_block" and written.startswith("<!--") and written.find("-->") == len(written) - 3:
            return  # a comment, which nothing prints
        self.binding.findings.append(
            Diagnostic(
                "markdown-block",
                self.binding.source.place(block.start, block.end),
                _("a plan's narrative cannot hold {kind}").format(kind=_UNSUPPORTED[block.text]()),
                _("use headings, paragraphs and lists; tasks and tables come from the front matter"),
                severity=Severity.WARNING,
            )
        )

    def _misplaced(self, block: Block, what: str, remedy: str) -> None:
        place = self.binding.source.place(block.start, block.end)
        self.binding.findings.append(Diagnostic("markdown-order", place, what, remedy))

    def _without_heading(self, declared: Sequence | None) -> None:
        for section in declared.items if declared else ():
            if isinstance(section, Mapping) and isinstance(title := section.entries.get("muc"), Scalar):
                self.binding.report(
                    "markdown-heading",
                    title,
                    _('no heading below says "{title}"').format(title=title.value),
                    _('add the line "## {title}" where this section is to be printed').format(title=title.value),
                )


def _sections(root: Mapping) -> Sequence | None:
    node = root.entries.get("noi_dung")
    return node if isinstance(node, Sequence) else None


def _take(declared: Sequence | None, title: str) -> Mapping | None:
    """Take the declared section of that title out of the list, so that what is left has no heading."""
    for index, section in enumerate(declared.items if declared else ()):
        if isinstance(section, Mapping):
            name = section.entries.get("muc")
            if isinstance(name, Scalar) and name.value.casefold() == title.casefold():
                assert declared is not None
                del declared.items[index]
                return section
    return None


def _scalar(block: Block) -> Scalar:
    # An item of a list keeps its dash: so it is printed.
    text = f"- {block.text}" if block.kind == "bullet" else block.text
    return Scalar(text, block.start, block.end, plain=False)


def _set(mapping: Mapping, key: str, value: Node) -> None:
    mapping.entries[key] = value
    mapping.keys.setdefault(key, Scalar(key, value.start, value.start))


def _list(mapping: Mapping, key: str, start: int) -> Sequence:
    """The list under a key, made where there is none."""
    node = mapping.entries.get(key)
    if not isinstance(node, Sequence):
        node = Sequence(start)
        _set(mapping, key, node)
    return node
