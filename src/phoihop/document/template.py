"""Renders a template. It is the user's own file: what is wrong in it is said with its name and line."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING

from phoihop.i18n import _

if TYPE_CHECKING:
    from phoihop.document.sandbox import Compiled

_NO_SUCH_FIELD = re.compile(r"'[\w.]*?(\w+) object' has no attribute '(\w+)'")
MAX_OUTPUT = 5_000_000  # characters: some fifty times the longest plan that was seen


class TemplateFault(Exception):
    """A template that cannot be rendered; `line` is 0 where none can be named."""

    def __init__(self, name: str, line: int, message: str) -> None:
        super().__init__(f"{name}:{line}: {message}" if line else f"{name}: {message}")
        self.name = name
        self.line = line
        self.message = message


def render_template(
    name: str, view: object, load: Callable[[str], str | None], compiled: Compiled | None = None
) -> str:
    """The HTML of a view in the template `name`, which sees it as `van_ban`.

    `load` gives a template's text by name, or None; confining names to a folder is its caller's duty. `compiled`
    (a `sandbox.Compiled`) keeps templates for the next call.
    """
    import jinja2

    from phoihop.document.sandbox import OverBudget, Sandbox

    asked: list[str] = []

    def source(wanted: str) -> tuple[str, str, Callable[[], bool]] | None:
        asked.append(wanted)
        text = load(wanted)
        return None if text is None else (text, wanted, lambda: True)

    sandbox = Sandbox(jinja2.FunctionLoader(source), compiled)
    pieces: list[str] = []
    size = 0
    try:
        for piece in sandbox.get_template(name).generate(van_ban=view):
            size += len(piece)
            if size > MAX_OUTPUT:
                raise OverBudget
            pieces.append(piece)
    except jinja2.TemplateSyntaxError as error:
        raise TemplateFault(error.name or name, error.lineno, _syntax(error)) from None
    except jinja2.TemplateNotFound as error:
        wanted = str(error.name or error.message)
        where, line = _place(error.__traceback__, asked) or (name, 0)
        raise TemplateFault(where, line, _('there is no template "{name}"').format(name=wanted)) from None
    except (OverBudget, MemoryError, RecursionError) as error:
        where, line = _place(error.__traceback__, asked) or (name, 0)
        raise TemplateFault(where, line, _("the template writes or repeats without end")) from None
    except Exception as error:
        # Whatever goes wrong inside a template is the template's fault: a view has no code that could fail.
        where, line = _place(error.__traceback__, asked) or (name, 0)
        raise TemplateFault(where, line, _without_a_name(error, view)) from None
    for one in asked:
        if stray := sandbox.stray_block(one):
            block, line, known = stray
            message = _('no template that it extends has a block "{name}", so it is never printed; there are: {known}')
            raise TemplateFault(one, line, message.format(name=block, known=", ".join(known)))
    return "".join(pieces)


def _without_a_name(error: Exception, view: object) -> str:
    """What is wrong, without the names of classes: a template's author knows fields."""
    text = str(error) or type(error).__name__
    if (missing := _NO_SUCH_FIELD.fullmatch(text)) is None:
        return text
    if missing[1] != type(view).__name__:
        return _('there is no "{name}" here').format(name=missing[2])
    known = ", ".join(sorted(name for name in dir(view) if not name.startswith("_")))
    return _('"van_ban" has no "{name}" in this kind of document; it has: {known}').format(name=missing[2], known=known)


def _syntax(error: Exception) -> str:
    return str(getattr(error, "message", "") or error)


def _place(traceback: TracebackType | None, names: list[str]) -> tuple[str, int] | None:
    """The innermost template line of a traceback; Jinja puts templates into it under their own names."""
    place = None
    while traceback is not None:
        file = traceback.tb_frame.f_code.co_filename
        if file in names:
            place = file, traceback.tb_lineno
        traceback = traceback.tb_next
    return place
