"""What a syntax error of YAML means to the person who wrote the file, and where to look. Loaded when there is one."""

from __future__ import annotations

import re
from typing import Any

from phoihop.i18n import _
from phoihop.text.diagnostic import Diagnostic, Related
from phoihop.text.source import Source

_MERGE_MARKS = ("<<<<<<<", "=======", "|||||||", ">>>>>>>")


def syntax_finding(source: Source, base: int, problem: Any) -> Diagnostic:
    """What the parser could not read, where a person should look; `base` is where its text begins in the source."""
    mark = getattr(problem, "problem_mark", None) or getattr(problem, "context_mark", None)
    start = (mark.index if mark is not None else 0) + base
    text = getattr(problem, "problem", None) or getattr(problem, "reason", None) or str(problem)
    context = getattr(problem, "context_mark", None)
    begun = start if context is None else context.index + base
    if "quoted scalar" in str(getattr(problem, "context", "")) and "end of stream" in text:
        # The quotation mark that is not closed is where to look, not the end of the file.
        return Diagnostic(
            "syntax",
            source.place(begun),
            _("a quotation mark is opened and not closed"),
            _("close the quotation mark"),
        )
    if "could not find expected ':'" in text or "did not find expected ',' or" in text:
        # The parser notices on a later line; what lacks its colon, comma or bracket began here.
        number = source.line_column(begun)[0]
        where = start if source.line_column(start)[0] == number else begun
        return Diagnostic("syntax", source.place(where), *_missing_sign(text, source.line(number).strip()))
    if "mapping values are not allowed" in text and (dash := _glued_dash(source, start)) is not None:
        return Diagnostic("syntax", source.place(dash), *_missing_sign("", "-x"))
    message, remedy = _explain("tab" if source.text[start : start + 1] == "\t" else text)
    related: tuple[Related, ...] = ()
    if begun != start:
        related = (Related(source.place(begun), _("this part begins here")),)
    return Diagnostic("syntax", source.place(start), message, remedy, related)


def _glued_dash(source: Source, offset: int) -> int | None:
    """Where, among the items just above, a dash has no space: from there on all of them are one text."""
    number = source.line_column(offset)[0]
    dash = len(source.line(number)) - len(source.line(number).lstrip(" "))
    while number > 1 and source.line(number)[dash : dash + 1] == "-":
        number -= 1
        line = source.line(number)
        if not line[:dash].strip(" ") and line[dash : dash + 1] == "-" and line[dash + 1 : dash + 2].strip(" -"):
            return source.line_starts[number - 1] + dash
    return None


def _missing_sign(problem: str, line: str) -> tuple[str, str]:
    """A line that lacks a sign, or only the space after one."""
    if "expected ','" in problem:
        return _("a list in brackets or a record in braces is not closed, or lacks a comma"), _(
            "check the brackets and commas from here on; a text with a comma or a colon needs quotes"
        )
    if line.startswith(_MERGE_MARKS):
        return _("a merge was left unfinished here"), _(
            "between these marks stand both sides' lines: keep what is right, and remove the marks"
        )
    if line.startswith("-") and line[1:2].strip():
        return _("a dash without a space after it"), _("put a space after the dash")
    if re.match(r"\w+:\S", line):
        return _("a colon without a space after it"), _("put a space after the colon")
    return _('this line is neither "key: value" nor an item of a list'), _(
        "add the colon after the key, or indent the line so that it continues the text above"
    )


def _explain(problem: str) -> tuple[str, str]:
    """libyaml's terse words in a clerk's words: what is wrong, what to do."""
    if problem == "tab":
        return _("a tab stands where only spaces may"), _("replace it by spaces; two for each level")
    if "mapping values are not allowed" in problem:
        return (
            _('a colon followed by a space begins a new "key: value" here, where none may stand'),
            _('put the whole text in double quotes: "Lưu: VT"; or check the indentation of this line'),
        )
    if "expected <block end>" in problem or "did not find expected key" in problem or "'-' indicator" in problem:
        return _("this line does not fit the indentation of the lines above"), _(
            "give the keys of one record the same indentation, and every list item its dash"
        )
    if "quoted scalar" in problem or "unexpected end of stream" in problem:
        return _("a quotation mark is opened and not closed"), _("close the quotation mark")
    if "cannot start any token" in problem:
        return _("a text cannot begin with this character"), _("put the text in double quotes")
    if "undefined alias" in problem or "undefined tag" in problem:
        return _("this refers to something that is not defined"), _("put the text in double quotes")
    return _("this is not YAML ({reason})").format(reason=problem), _("check the line and the one above it")
