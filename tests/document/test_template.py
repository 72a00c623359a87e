"""A template's mistakes are said with its name and line, and no template runs without end."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from phoihop.document.template import TemplateFault, render_template


@dataclass(frozen=True)
class View:
    title: str = "<Tên & số>"
    lines: tuple[str, ...] = ("một", "hai")


def render(text: str, **others: str) -> str:
    return render_template("a.j2", View(), {"a.j2": text, **others}.get)


def test_values_are_escaped() -> None:
    assert render("<p>{{ van_ban.title }}</p>") == "<p>&lt;Tên &amp; số&gt;</p>"
    assert render("{{ van_ban.title ~ '<' }}") == "&lt;Tên &amp; số&gt;&lt;"
    assert render("{{ van_ban.lines|join(' < ') }}") == "một &lt; hai"


def test_loops_macros_includes_and_inheritance_work() -> None:
    assert render("{% for x in van_ban.lines %}{{ loop.index }}/{{ loop.length }}{{ x|upper }} {% endfor %}") == (
        "1/2MỘT 2/2HAI "
    )
    assert render("{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}{{ m('é<') }}") == "<b>é&lt;</b>"
    assert render("{% include 'b' %}", b="{{ van_ban.lines[0] }}") == "một"
    assert render("{% extends 'b' %}{% block x %}1{% endblock %}", b="0{% block x %}{% endblock %}2") == "012"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("\n\n{{ van_ban.titel }}", 3, "titel"),
        ("\n{{ tên }}", 2, "tên"),
        ("\n{% if %}", 2, ""),
        ("{% for x in van_ban.lines %}\n{{ x }}", 2, "endfor"),
        ("\n{{ van_ban.__class__.__mro__ }}", 2, "unsafe"),
        ("{{ van_ban.lines.append(1) }}", 1, "append"),
        ("{{ ''.join }}", 1, "join"),
        ("\n{{ '{0.__class__}'.format(van_ban) }}", 2, "format"),
        ("{{ van_ban.title|pprint }}", 1, "pprint"),
        ("\n{% include 'khong-co' %}", 2, "khong-co"),
        ("{{ van_ban.lines }}", 1, "printed"),
        ("{{ 1 // 0 }}", 1, "zero"),
        ("{{ lipsum() }}", 1, "lipsum"),
    ],
)
def test_a_mistake_has_a_name_and_a_line(text: str, line: int, words: str) -> None:
    with pytest.raises(TemplateFault) as caught:
        render(text)
    assert (caught.value.name, caught.value.line) == ("a.j2", line)
    assert words in caught.value.message


def test_a_mistake_in_an_included_template_has_that_name() -> None:
    with pytest.raises(TemplateFault) as caught:
        render("\n{% include 'b.j2' %}", **{"b.j2": "\n\n\n{{ x }}"})
    assert (caught.value.name, caught.value.line) == ("b.j2", 4)
    with pytest.raises(TemplateFault, match="khong-co"):
        render_template("khong-co", View(), {}.get)


@pytest.mark.parametrize(
    "text",
    [
        "{% for a in range(99999) %}" + "x" * 100 + "{% endfor %}",
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
        "{% set s = 'x' %}" + "{% set s = s ~ s %}" * 80,
        "{% set s = 'x' %}" + "{% set s = s + s %}" * 80,
        "{% set s = 'x' %}" + "{% set s %}{{ s }}{{ s }}{% endset %}" * 80,
        "{% set s = [1] %}" + "{% set s = s + s %}" * 80,
        "{% set s = [1] %}" + "{% set s = [s, s] %}" * 80 + "{{ s }}",
        "{% set n = 9 %}" + "{% set n = n * n %}" * 80,
        "{{ 9 ** 9 ** 9 }}",
        "{{ 'x' * 10**9 }}",
        "{{ 'x'.ljust(1000000000) }}",
        "{{ '{:1000000000}'.format(1) }}",
        "{{ '%1000000000d' % 1 }}",
        "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
        "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(90) }}",
        "{% include 'a.j2' %}{% include 'a.j2' %}",
    ],
)
def test_no_template_runs_without_end(text: str) -> None:
    with pytest.raises(TemplateFault):
        render(text)
