"""The command line. Each command is: options, one load, one pure call, print, exit code."""

import gc

# A command is short and its trees have no cycles: collecting them costs a tenth of the start and a third of a
# large run. Before the imports, for they make most of what a short command makes.
gc.disable()

from phoihop.cli.main import main  # noqa: E402

__all__ = ["main"]
