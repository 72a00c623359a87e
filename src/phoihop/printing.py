"""From a plan in the workspace to a document's bytes: view, template, blocks, writer."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from phoihop.faults import MistakeFault, NothingToPrint, shown, unknown
from phoihop.i18n import _
from phoihop.resources import ENDING, find_template, read_template, template_names
from phoihop.text.nodes import Mapping, Node, Scalar, Sequence
from phoihop.text.source import Source
from phoihop.workspace import Workspace

if TYPE_CHECKING:
    from phoihop.document.blocks import Document
    from phoihop.document.style import StyleTable
    from phoihop.inspection.finding import Inspection
    from phoihop.model import Plan
    from phoihop.views.frame import Frame
    from phoihop.views.papers.request import Request

FORMS = ("docx", "pdf", "html", "md")
"""The forms that a document can take; the first is what `render` makes unless told otherwise."""

_STYLES = "dinh_dang.yaml"


class Printed(NamedTuple):
    """One document: what its file is called without the ending, and its bytes by form.

    `warnings` tell what a form cannot show; `inspection` is what was measured of the .docx, opened again.
    """

    name: str
    data: dict[str, bytes]
    warnings: tuple[str, ...] = ()
    inspection: Inspection | None = None


def template_of(workspace: Workspace, name: str, plan: Plan) -> str:
    """The name of the template that --as names, or of the plan's own kind where it names none."""
    from phoihop.views.papers.catalogue import template_of_kind

    known = known_templates(workspace)
    short = name.removesuffix(ENDING) or template_of_kind(plan.head.kind)
    if short in known:
        return short
    message = _('there is no template "{name}"; known: {known}').format(name=short, known=", ".join(known))
    raise unknown(message, short, known)


def known_templates(workspace: Workspace) -> list[str]:
    """The templates that there are, the workspace's own among them, without what others include."""
    names = [name.removesuffix(ENDING) for name in template_names(workspace.root) if name.endswith(ENDING)]
    return [name for name in names if not name.startswith("_")]


class Press:
    """Prints the papers of a workspace; styles and templates are read once."""

    def __init__(self, workspace: Workspace) -> None:
        from phoihop.document.sandbox import Compiled

        self._root = workspace.root
        self._compiled = Compiled()

    def papers(self, template: str, request: Request, forms: list[str]) -> list[Printed]:
        """The documents of a template for a plan, in some forms."""
        from phoihop.views.papers.catalogue import kind_of
        from phoihop.views.papers.request import PaperFault

        kind = kind_of(template)
        if kind.document_kind not in ("", request.plan.head.kind):
            message = _("{template} prints plans of the kind {kind}, and {plan} is none")
            raise NothingToPrint(message.format(template=template, kind=kind.document_kind, plan=request.plan.id))
        try:
            papers = kind.make(request)
        except PaperFault as fault:
            raise NothingToPrint(f"{template}, {request.plan.id}: {fault}") from None
        stem = _stem(template, request)
        printed = []
        for paper in papers:
            document = self._blocks(template + ENDING, paper.view)
            name = "-".join(part for part in (stem, paper.suffix, *request.issuing) if part)
            data = {form: _writer(form)(document, self._styles) for form in forms}
            lost = _lost(name, document) if "pdf" in forms else ()
            measured = _measured(data["docx"], document) if kind.formal and "docx" in data else None
            printed.append(Printed(name, data, lost, measured))
        return printed

    def page(self, template: str, view: Frame, form: str) -> bytes:
        """A view in one form."""
        return _writer(form)(self._blocks(template + ENDING, view), self._styles)

    def _blocks(self, name: str, view: object) -> Document:
        """The view through its template as blocks. What is wrong in a template is told with the template's place."""
        from phoihop.document.blocks import texts
        from phoihop.document.subset import SubsetFault, parse
        from phoihop.document.template import TemplateFault, render_template

        try:
            document = parse(render_template(name, view, self._text, self._compiled), self._styles)
            if not any(map(str.strip, texts(document))):
                raise MistakeFault(_("{path}: the template prints nothing").format(path=self._place(name)))
            return document
        except TemplateFault as fault:
            line = f":{fault.line}" if fault.line else ""
            raise MistakeFault(f"{self._place(fault.name)}{line}: {fault.message}") from None
        except SubsetFault as fault:
            message = _("{path}, line {line} of the HTML that it gives: {message}")
            place = self._place(name)
            raise MistakeFault(message.format(path=place, line=fault.line, message=fault.message)) from None

    @cached_property
    def _styles(self) -> StyleTable:
        from phoihop.document.style import StyleFault, read_styles

        try:
            return read_styles(_plain(self._place(_STYLES), self._text(_STYLES) or ""))
        except StyleFault as fault:
            raise MistakeFault(f"{self._place(_STYLES)}: {fault}") from None

    def _place(self, name: str) -> str:
        path = find_template(self._root, name)
        return shown(path) if path else name

    def _text(self, name: str) -> str | None:
        path = find_template(self._root, name)
        return read_template(path) if path else None


def _stem(template: str, request: Request) -> str:
    """What the file of a paper is called: the plan (the plans of a chosen few, none for all), and the template, unless
    it is the plan's own."""
    from phoihop.views.papers.catalogue import kind_of, template_of_kind

    plans = [request.plan.id]
    if kind_of(template).of_book:
        plans = list(request.book.plans) if request.chosen else []
    own = template == template_of_kind(request.plan.head.kind)
    return "-".join(plans if own else [*plans, template])


def _measured(data: bytes, document: Document) -> Inspection:
    """What was written, opened again and measured against its regime."""
    from phoihop.document.layout import document_date
    from phoihop.inspection.inspect import inspect

    return inspect(data, document.meta.regime, document_date(document))


def _lost(name: str, document: Document) -> tuple[str, ...]:
    """What of a document its PDF cannot show."""
    from phoihop.document.pdf import unprintable

    message = _('{file}: no font here has {signs}, which is printed as {mark} in "{text}"; the other forms show it')
    return tuple(
        message.format(
            file=f"{name}.pdf", signs=" ".join(lost.signs), mark="\N{REPLACEMENT CHARACTER}", text=_short(lost.text)
        )
        for lost in unprintable(document)
    )


def _short(text: str) -> str:
    line = "".join(sign if sign.isprintable() else " " for sign in text)
    return line if len(line) <= 60 else line[:59] + "…"


def _plain(path: str, text: str) -> Any:
    """The YAML of the style table as plain data."""
    from phoihop.text.yaml_reader import read_yaml

    root, findings = read_yaml(Source(path, text))
    if findings:
        raise MistakeFault(f"{findings[0].place}: {findings[0].message}")
    if root is None:
        raise MistakeFault(_("{path} is missing or empty").format(path=path))
    return _value(root)


def _value(node: Node) -> Any:
    """A node as plain data, numbers and truth values read as YAML 1.2 does."""
    if isinstance(node, Mapping):
        return {key: _value(child) for key, child in node.entries.items()}
    if isinstance(node, Sequence):
        return [_value(child) for child in node.items]
    return _scalar(node)


def _scalar(node: Scalar) -> Any:
    if not node.plain:
        return node.value
    if node.absent:
        return None
    if node.value in ("true", "false"):
        return node.value == "true"
    for kind in (int, float):
        try:
            return kind(node.value)
        except ValueError:
            continue
    return node.value


def _writer(form: str) -> Callable[[Document, StyleTable], bytes]:
    from phoihop.document.stamp import stamp

    if form == "docx":
        from phoihop.document.docx import write as write_docx

        return write_docx
    if form == "pdf":
        from phoihop.document.pdf import PdfFault
        from phoihop.document.pdf import write as write_pdf

        def write_or_tell(document: Document, styles: StyleTable) -> bytes:
            try:
                return write_pdf(document, styles)
            except PdfFault as fault:
                message = _("the PDF cannot be made: {reason}; make the .docx, and the PDF from it in a word processor")
                raise MistakeFault(message.format(reason=fault)) from None

        return write_or_tell
    if form == "html":
        from phoihop.document.html import write as write_html

        return lambda document, styles: stamp(write_html(document, styles))
    from phoihop.document.markdown import write as write_markdown

    return lambda document, styles: stamp(write_markdown(document, styles))
