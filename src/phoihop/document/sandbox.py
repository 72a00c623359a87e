"""Jinja's sandbox, with an end to everything: loops, calls, includes and the length of text.

Jinja keeps a template away from Python; it does not keep it from running for a year. Without a clock the
bound is a count of steps, which is also the same on every machine.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from types import CodeType
from typing import Any, NamedTuple

from jinja2 import BaseLoader, BytecodeCache, StrictUndefined, TemplateSyntaxError, Undefined, nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from phoihop.i18n import _

MAX_STEPS = 500_000
MAX_TEXT = 5_000_000
MAX_NUMBER = 10**18
MAX_RANGE = 1_000

# What a template may ask of a string: nothing that makes a long one out of a short one.
_STRING_METHODS = frozenset({"upper", "lower", "strip", "startswith", "endswith", "split"})
_FILTERS = ("count", "d", "default", "first", "last", "length", "list", "reverse")
_TEXT_FILTERS = ("capitalize", "e", "escape", "lower", "safe", "trim", "upper")


class OverBudget(Exception):
    """A template that takes more steps or text than any document needs."""


class _Generator(CodeGenerator):
    """Bounds the text of `~`, which Jinja compiles to plain Python."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        self.write("environment.concatenated((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class Blocks(NamedTuple):
    """The blocks of a template: those that stand in no other with their lines, all their names, whom it extends."""

    outer: dict[str, int]
    names: frozenset[str]
    parent: str


class Compiled(BytecodeCache):
    """Templates as they were compiled once, for the next document: in this process alone, by the text they had."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], CodeType | None] = {}
        self.blocks: dict[str, Blocks] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """The code of a template whose text is the same as it was."""
        bucket.code = self._known.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template."""
        self._known[bucket.key, bucket.checksum] = bucket.code


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment for one rendering: its budget does not come back."""

    code_generator_class = _Generator
    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self, loader: BaseLoader, compiled: Compiled | None = None) -> None:
        super().__init__(
            loader=loader,
            bytecode_cache=compiled,
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=self.printed,
        )
        self.steps = 0
        self.blocks = compiled.blocks if compiled is not None else {}
        self.globals = {"range": self.range}
        texts = {name: self.of_text(self.filters[name]) for name in _TEXT_FILTERS}
        self.filters = {name: self.of_items(self.filters[name]) for name in _FILTERS} | texts
        self.filters |= {"counted": self.counted, "join": self.join, "weighed": self.weighed}
        self.concat = self.concatenated_buffer  # type: ignore[method-assign]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        self.blocks[name or ""] = _blocks(tree)
        for loop in tree.find_all(nodes.For):
            loop.iter = nodes.Filter(loop.iter, "counted", [], [], None, None, lineno=loop.lineno)
        # What Python does in one go over a whole text or list costs steps by its length.
        for compare in tree.find_all(nodes.Compare):
            compare.expr = _weighed(compare.expr)
            for operand in compare.ops:
                operand.expr = _weighed(operand.expr)
        for item in tree.find_all(nodes.Getitem):
            item.node = _weighed(item.node)
        for group in tree.find_all((nodes.List, nodes.Tuple, nodes.Dict)):
            # A list of lists of lists doubles with each line; comparing two of them never ends.
            stored = isinstance(group, nodes.Tuple) and group.ctx == "store"
            if not stored and any(not isinstance(item, nodes.Const) for item in group.iter_child_nodes()):
                message = _("a list written in a template can hold plain text and numbers only")
                raise TemplateSyntaxError(message, group.lineno, name, filename)
        return tree

    def stray_block(self, name: str) -> tuple[str, int, list[str]] | None:
        """A block of a template that no template has which it extends, and so never prints: its name, its line, and
        the names that there are."""
        own = self.blocks.get(name)
        if own is None or not own.parent:
            return None
        known: set[str] = set()
        above: Blocks | None = self.blocks.get(own.parent)
        while above is not None:
            known |= above.names
            above = self.blocks.get(above.parent) if above.parent else None
        return next(((block, line, sorted(known)) for block, line in own.outer.items() if block not in known), None)

    def of_text(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """A filter that takes text or a number, not a list: the text of a list could be endless."""

        def filtered(value: Any, *args: Any) -> Any:
            return function(self.weighed(self.printed(value)), *args)

        return filtered

    def of_items(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """A filter that takes a list; some of Jinja's ask for the environment first."""
        first = (self,) if getattr(function, "jinja_pass_arg", None) else ()

        def filtered(value: Any, *args: Any) -> Any:
            return function(*first, self.weighed(value), *args)

        return filtered

    def weighed(self, value: Any) -> Any:
        """The value, for steps by its length."""
        if isinstance(value, str):
            self.spend(len(value) * MAX_STEPS // (4 * MAX_TEXT))
        elif isinstance(value, list | tuple | range):
            self.spend(len(value))
        return value

    def range(self, *bounds: int) -> range:
        """Some numbers: a document needs a few."""
        numbers = range(*bounds)
        if len(numbers) > MAX_RANGE:
            raise OverBudget
        return numbers

    def spend(self, steps: int = 1) -> None:
        """Takes steps from the budget."""
        self.steps += steps
        if self.steps > MAX_STEPS:
            raise OverBudget

    def counted(self, items: Iterable[Any]) -> Iterator[Any]:
        """The items, each for a step."""
        for item in items:
            self.spend()
            yield item

    def printed(self, value: Any) -> Any:
        """Only text and numbers print: a list or a missing value in a document is a mistake."""
        if isinstance(value, str | int | float | Undefined) and not isinstance(value, bool):
            return value
        raise TypeError(f"a {type(value).__name__} cannot be printed")

    def concatenated_buffer(self, parts: Iterable[str]) -> str:
        """What a macro or a block of `set` has written."""
        parts = list(parts)
        self.spend(1 + sum(map(len, parts)) * MAX_STEPS // (4 * MAX_TEXT))
        return "".join(parts)

    def concatenated(self, parts: Iterable[Any]) -> Markup:
        """`a ~ b`, escaping what is not markup yet."""
        texts = [Markup.escape(self.printed(part)) for part in parts]
        return Markup(self.concatenated_buffer(texts))  # noqa: S704 - every part is escaped

    def join(self, items: Iterable[Any], separator: str = "") -> Markup:
        """The filter `join`, bounded."""
        between = Markup.escape(separator)
        texts = [Markup.escape(self.printed(item)) for item in self.counted(items)]
        self.spend(len(between) * len(texts) * MAX_STEPS // (4 * MAX_TEXT))
        return between.join(texts)

    def call(self, context: Any, target: Any, *args: Any, **kwargs: Any) -> Any:
        self.spend()
        self.weighed(getattr(target, "__self__", None))
        return super().call(context, target, *args, **kwargs)

    def get_template(self, name: Any, parent: Any = None, globals: Any = None) -> Any:
        self.spend()
        return super().get_template(name, parent, globals)

    def wrap_str_format(self, value: Any) -> None:
        """No special way for `format`: like every other method that is not listed, it is refused."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, str) and attr not in _STRING_METHODS:
            return False
        return super().is_safe_attribute(obj, attr, value)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Arithmetic on numbers of a sane size, and `+` of two texts or two lists."""
        self.spend()
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            self.spend((len(left) + len(right)) * MAX_STEPS // (4 * MAX_TEXT))
        elif operator == "+" and isinstance(left, list | tuple) and isinstance(right, list | tuple):
            self.spend(len(left) + len(right))
        elif operator == "**" or not (_small(left) and _small(right)):
            raise TypeError(f"{operator} works on small numbers only")
        return super().call_binop(context, operator, left, right)


def _blocks(tree: nodes.Template) -> Blocks:
    extended = next((one.template for one in tree.find_all(nodes.Extends)), None)
    parent = str(extended.value) if isinstance(extended, nodes.Const) else ""
    outer = {one.name: one.lineno for one in tree.body if isinstance(one, nodes.Block)}
    return Blocks(outer, frozenset(one.name for one in tree.find_all(nodes.Block)), parent)


def _weighed(expression: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(expression, "weighed", [], [], None, None, lineno=expression.lineno)


def _small(value: Any) -> bool:
    return isinstance(value, int | float) and abs(value) <= MAX_NUMBER
