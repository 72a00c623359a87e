"""A clause's fingerprint: what of a duty an office agrees to, in a few letters."""

from __future__ import annotations

from collections.abc import Iterator

from phoihop.model.plan import Duty, Review, Task

LENGTH = 10
"""Letters of a fingerprint: enough that no two texts of one clause share it, few enough to read in a diff."""


def fingerprint(duty: Duty) -> str:
    """The first letters of the SHA-256 of what a duty says: not its code, nor what came of it, nor white space."""
    import hashlib  # only what compares agreements pays for it

    said = "\n".join(" ".join(text.split()) for text in _said(duty))
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:LENGTH]


def _said(duty: Duty) -> Iterator[str]:
    yield from (duty.title, duty.lead, ",".join(sorted(duty.partners)), duty.anchor, duty.note)
    yield duty.deadline.phrase if duty.deadline else ""
    match duty:
        case Task():
            yield duty.deliverable
            yield from (citation.text for citation in duty.legal_basis)
        case Review():
            yield from (duty.kind.value, ",".join(sorted(duty.addressees)))
            if duty.closing is not None:
                periods = ",".join(map(str, duty.closing.periods))
                yield f"{duty.closing.day} {duty.closing.working_days} {periods}"
            for step in duty.chain:
                yield from _said(step)
