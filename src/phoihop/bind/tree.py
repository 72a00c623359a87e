"""The tree of a plan file, YAML or Markdown."""

from __future__ import annotations

from phoihop.text.diagnostic import Diagnostic
from phoihop.text.nodes import Node
from phoihop.text.source import Source


def read_tree(source: Source) -> tuple[Node | None, list[Diagnostic]]:
    """The tree of a source and what is wrong with it; the path's ending tells the format."""
    if source.path.lower().endswith(".md"):
        from phoihop.bind.markdown import read_plan_markdown

        return read_plan_markdown(source)
    from phoihop.text.yaml_reader import read_yaml

    return read_yaml(source)
