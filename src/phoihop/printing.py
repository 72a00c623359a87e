"""From a plan in the workspace to a document's bytes: view, template, blocks, writer."""

from __future__ import annotations

from collections.abc import Callable
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
    from phoihop.model import Plan
    from phoihop.views.papers.request import Request

FORMS = ("docx", "pdf", "html", "md")
"""The forms that a document can take; the first is what `render` makes unless told otherwise."""

_STYLES = "dinh_dang.yaml"


class Printed(NamedTuple):
    """One document: what its file is called without the ending, and its bytes by form."""

    name: str
    data: dict[str, bytes]


def template_of(workspace: Workspace, name: str, plan: Plan) -> str:
    """The name of the template that --as names, or of the plan's own kind where it names none."""
    from phoihop.views.document import template_name

    known = known_templates(workspace)
    short = name.removesuffix(ENDING) if name else template_name(plan.head.kind).removesuffix(ENDING)
    if short in known:
        return short
    message = _('there is no template "{name}"; known: {known}').format(name=short, known=", ".join(known))
    raise unknown(message, short, known)


def known_templates(workspace: Workspace) -> list[str]:
    """The templates that there are, the workspace's own among them, without what others include."""
    names = [name.removesuffix(ENDING) for name in template_names(workspace.root) if name.endswith(ENDING)]
    return [name for name in names if not name.startswith("_")]


def print_papers(workspace: Workspace, template: str, request: Request, forms: list[str]) -> list[Printed]:
    """The documents of a template for a plan, in some forms."""
    from phoihop.views.document import template_name
    from phoihop.views.papers.catalogue import kind_of
    from phoihop.views.papers.request import PaperFault

    kind = kind_of(template)
    try:
        papers = kind.make(request)
    except PaperFault as fault:
        raise NothingToPrint(f"{template}, {request.plan.id}: {fault}") from None
    stem = [request.plan.id, template]
    if kind.of_book and len(request.book.plans) != 1:
        stem = [template]
    elif template + ENDING == template_name(request.plan.head.kind):
        stem = [request.plan.id]
    printed = []
    for paper in papers:
        document, styles = _blocks(workspace, template + ENDING, paper.view)
        name = "-".join([*stem, paper.suffix] if paper.suffix else stem)
        printed.append(Printed(name, {form: _writer(form)(document, styles) for form in forms}))
    return printed


def _blocks(workspace: Workspace, name: str, view: object) -> tuple[Document, StyleTable]:
    """The view through its template as blocks. What is wrong in a template is told with the template's place."""
    from phoihop.document.style import StyleFault, read_styles
    from phoihop.document.subset import SubsetFault, parse
    from phoihop.document.template import TemplateFault, render_template

    def place_of(wanted: str) -> str:
        path = find_template(workspace.root, wanted)
        return shown(path) if path else wanted

    def text_of(wanted: str) -> str | None:
        path = find_template(workspace.root, wanted)
        return read_template(path) if path else None

    try:
        styles = read_styles(_styles(place_of(_STYLES), text_of(_STYLES) or ""))
        return parse(render_template(name, view, text_of), styles), styles
    except TemplateFault as fault:
        line = f":{fault.line}" if fault.line else ""
        raise MistakeFault(f"{place_of(fault.name)}{line}: {fault.message}") from None
    except SubsetFault as fault:
        message = _("{path}, line {line} of the HTML that it gives: {message}")
        raise MistakeFault(message.format(path=place_of(name), line=fault.line, message=fault.message)) from None
    except StyleFault as fault:
        raise MistakeFault(f"{place_of(_STYLES)}: {fault}") from None


def _styles(path: str, text: str) -> Any:
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
