"""The command line. Each command is: options, one load, one pure call, print, exit code."""

from phoihop.cli.main import main

__all__ = ["main"]
