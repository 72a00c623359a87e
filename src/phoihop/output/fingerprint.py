"""Fingerprints: a finding keeps its own when lines above it come and go, so that a service knows it again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from hashlib import sha256

from phoihop.text.diagnostic import Diagnostic


def fingerprints(diagnostics: Iterable[Diagnostic]) -> list[str]:
    """One for each finding: rule, file and message; equal ones are told apart by their order."""
    seen: Counter[str] = Counter()
    found = []
    for diagnostic in diagnostics:
        said = "\0".join((diagnostic.rule, diagnostic.place.path, diagnostic.message))
        seen[said] += 1
        found.append(sha256(f"{said}\0{seen[said]}".encode()).hexdigest())
    return found
