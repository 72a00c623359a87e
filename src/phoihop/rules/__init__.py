"""One file, one rule: the docstring is its manual page, the examples in it are its tests, the file's name its id.

A rule's module has `FAMILY`, `SEVERITY` and at most one of `check_source(source)`, `check_plan(plan, book)`,
`check_schedule(plan, book, facts)` and `check_book(book)`, each of which yields diagnostics. Adding a
rule touches no other file.
"""

from __future__ import annotations

from functools import lru_cache
from importlib import import_module
from pkgutil import iter_modules

from phoihop.lint import Rule


@lru_cache(maxsize=1)
def every_rule() -> tuple[Rule, ...]:
    """Every rule there is, by id."""
    names = sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_"))
    return tuple(_load(name) for name in names)


def _load(name: str) -> Rule:
    module = import_module(f"{__name__}.{name}")
    return Rule(
        name.replace("_", "-"),
        module.FAMILY,
        module.SEVERITY,
        module.__doc__ or "",
        getattr(module, "check_source", None),
        getattr(module, "check_plan", None),
        getattr(module, "check_book", None),
        getattr(module, "check_schedule", None),
    )
