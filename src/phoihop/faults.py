"""What can go wrong outside of plans, and how the system's reasons and paths read to a person."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from pathlib import Path

from phoihop.i18n import _


class MistakeFault(Exception):
    """Something else than a plan that a person wrote wrongly, a template: exit code 1, as for a plan."""


class NothingToPrint(MistakeFault):
    """A document was asked for that its plan has nothing for: an invitation, where there is no meeting."""


class UsageFault(Exception):
    """The command was called wrongly: exit code 2."""


class EnvironmentFault(Exception):
    """The environment does not let the command do its work (an unreadable file, a full disk): exit code 3."""


def unknown(message: str, name: str, known: Iterable[str]) -> UsageFault:
    """Wrong usage: a name that is not known, with the nearest one that is."""
    from phoihop.text.nearest import nearest

    guess = nearest(name, known)
    return UsageFault(message + (_('; did you mean "{guess}"?').format(guess=guess) if guess else ""))


def reason(problem: OSError) -> str:
    """Why the system refused, in the language in use where it is a common reason."""
    known = {
        errno.EACCES: _("permission denied"),
        errno.EPERM: _("permission denied"),
        errno.ENOENT: _("there is no such file"),
        errno.ELOOP: _("its links go in a circle"),
        errno.ENOSPC: _("the disk is full"),
        errno.EROFS: _("the disk cannot be written to"),
    }
    return known.get(problem.errno or 0) or problem.strerror or str(problem)


def shown(path: Path, here: Path | None = None) -> str:
    """A path as a person reads it: relative to where they are, forward slashes, nothing that moves a cursor."""
    try:
        text = os.path.relpath(path, here)
    except ValueError:  # another drive on Windows
        text = str(path)
    return "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in text.replace(os.sep, "/"))
