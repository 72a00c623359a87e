"""What became of a duty: when it is due, what was done, how its deadline was put off, when it was suspended."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from phoihop.dates.reading import Reading
from phoihop.model.places import NOWHERE, Places


class Deadline(NamedTuple):
    """When a duty is due: the phrase as it was signed, and how it is read.

    `signed` is false for a phrase that stands for a number in the file (`truoc`, `gui_sau`).
    """

    phrase: str
    reading: Reading
    signed: bool = True


class Completion(NamedTuple):
    """One result (kết quả thực hiện): done on a day, shown by a document, for one occurrence (kỳ).

    `office` is the one that told of it.
    """

    day: date
    at: Places = NOWHERE
    document: str = ""
    occurrence: str = ""
    note: str = ""
    office: str = ""


class Extension(NamedTuple):
    """One extension (gia hạn): `old` was the phrase of the deadline until a document of that day put it off.

    The phrase that took its place is the next extension's `old`, after the last one the deadline as it stands now.
    `office` is the one that granted it.
    """

    old: str
    day: date
    at: Places = NOWHERE
    document: str = ""
    note: str = ""
    office: str = ""


class Agreement(NamedTuple):
    """One agreement (đồng ý): the office agreed on a day to the text of a duty as `version` knows it.

    `parent` is the version, on that day, of the parent plan's duty that this one carries out; "" without one. Both
    are fingerprints (`model.clause`).
    """

    office: str
    day: date
    version: str
    at: Places = NOWHERE
    parent: str = ""


class Suspension(NamedTuple):
    """One suspension (tạm dừng): work rests from a day on, up to and with `until`; None while nobody resumed it.

    `office` is the one that decided it.
    """

    since: date
    at: Places = NOWHERE
    until: date | None = None
    document: str = ""
    note: str = ""
    office: str = ""

    def holds(self, day: date) -> bool:
        """Whether work rests on a day."""
        return self.since <= day and (self.until is None or day <= self.until)
