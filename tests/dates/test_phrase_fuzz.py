"""A hundred thousand mutated phrases: none raises, each is read whole or refused at a place inside itself."""

from __future__ import annotations

import random
from datetime import date

import pytest

from phoihop.dates.calendar import Calendar
from phoihop.dates.occurrence import occurrences
from phoihop.dates.phrase.reader import _read
from phoihop.dates.reading import Reading
from phoihop.dates.terms import AnchorDay, Terms

from .test_left_out import DUE, REFUSED
from .test_phrase import READ

SEEDS = 8
EACH = 100_000 // SEEDS

PHRASES = sorted({case[0] for case in (*READ, *DUE, *REFUSED)})
WORDS = sorted({word for phrase in PHRASES for word in phrase.split()})
ODD = (
    "",
    " ",
    "\t",
    "\n",
    "\0",
    "\u00a0",
    "\u0301",
    "\ufeff",
    "\N{PARTY POPPER}",
    "0",
    "99999999999",
    "-",
    "/",
    "(",
    ")",
)
TERMS = Terms(date(2026, 1, 1), date(2028, 12, 31), date(2026, 1, 20), (AnchorDay(date(2026, 6, 15)),))
WINDOW = (date(2026, 1, 1), date(2028, 12, 31))


def mutated(dice: random.Random) -> str:
    """A phrase with one to four changes: words swapped, lost, doubled, taken from others, letters changed."""
    words = dice.choice(PHRASES).split(" ")
    for _change in range(dice.randint(1, 4)):
        at = dice.randrange(len(words) + 1)
        match dice.randrange(6):
            case 0:
                words.insert(at, dice.choice(WORDS))
            case 1 if len(words) > 1:
                del words[at % len(words)]
            case 2:
                words[at % len(words)] = dice.choice(WORDS)
            case 3:
                words.insert(at, dice.choice(ODD))
            case 4:
                word = words[at % len(words)]
                cut = dice.randrange(len(word) + 1)
                words[at % len(words)] = word[:cut] + dice.choice(ODD) + word[cut + 1 :]
            case _:
                words[at % len(words) :] = dice.choice(PHRASES).split(" ")
    return " ".join(words)


@pytest.mark.parametrize("seed", range(SEEDS))
def test_no_mutated_phrase_raises(seed: int) -> None:
    dice = random.Random(seed)
    calendar = Calendar()
    kinds: dict[str, int] = {}
    for number in range(EACH):
        phrase = mutated(dice)
        reading = _read.__wrapped__(phrase, "en")
        kinds[reading.kind] = kinds.get(reading.kind, 0) + 1
        _check(reading, phrase)
        if number % 10 == 0:
            found = occurrences(reading, TERMS, calendar, WINDOW).occurrences
            assert all(calendar.is_working(one.due) for one in found), phrase
    assert len(kinds) > 15, "the phrases are of every kind"


def _check(reading: Reading, phrase: str) -> None:
    """A reading is one of three: dates, no date, or a problem that has its place in the phrase."""
    assert (reading.rule is not None) + bool(reading.undated) + (reading.problem is not None) == 1, phrase
    if reading.problem:
        assert 0 <= reading.problem.start <= reading.problem.end <= len(phrase), phrase
        assert reading.problem.message
