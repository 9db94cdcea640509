"""Many units searched at once: a plain search over all their words finds the few in which a pattern is worth trying."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from perdes_flow.legal.units import Unit


@dataclass(frozen=True)
class Searchable:
    """Units in reading order, and their words in one piece. `wider` are units that hold these among others."""

    units: tuple[Unit, ...]
    wider: "Searchable | None" = None

    def holding(self, *hints: str) -> Iterator[Unit]:
        """The units whose text holds one of the hints (in small letters), in reading order."""
        places: set[int] = set()
        for hint in filter(self._may_hold, hints):
            found = self._folded.find(hint)
            while found >= 0:
                place = bisect_right(self._starts, found) - 1
                places.add(place)
                found = self._folded.find(hint, self._starts[place + 1])
        return (self.units[place] for place in sorted(places))

    def matching(self, pattern: re.Pattern[str]) -> Iterator[Unit]:
        """The units in which a pattern stands, in reading order; it is tried on all texts (in small letters) at once."""
        last = -1
        for found in pattern.finditer(self._folded):
            place = bisect_right(self._starts, found.start()) - 1
            if place != last:
                last = place
                yield self.units[place]

    def found(self, pattern: re.Pattern[str]) -> Iterator[tuple[Unit, re.Match[str]]]:
        """Every place where a pattern stands, with its unit, in reading order; it must not reach across a line end."""
        for found in pattern.finditer(self.words):
            yield self.units[bisect_right(self._starts, found.start()) - 1], found

    def says(self, *hints: str) -> bool:
        """One of the hints (in small letters) stands in some unit."""
        return any(self._may_hold(hint) and hint in self._folded for hint in hints)

    @cached_property
    def words(self) -> str:
        """All texts, one a line."""
        return "\n".join(unit.text for unit in self.units)

    def _may_hold(self, hint: str) -> bool:
        """A long text has few different words: most hints are not among them, and need no search through it."""
        return all(part in self._vocabulary for part in hint.split())

    @cached_property
    def different_words(self) -> frozenset[str]:
        """Every different word once, with the signs that stand at it."""
        return frozenset(self.words.split())

    @cached_property
    def _vocabulary(self) -> str:
        """Every different word in small letters, one a line."""
        return self.wider._vocabulary if self.wider else _small("\n".join(self.different_words))

    @cached_property
    def _folded(self) -> str:
        return _small(self.words)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each text begins in the whole, and where one more would."""
        return [0, *accumulate(len(unit.text) + 1 for unit in self.units)]


def _small(text: str) -> str:
    """Small letters, letter for letter: a few signs (İ) would become two and shift what follows."""
    small = text.lower()
    return small if len(small) == len(text) else "".join(letter.lower()[:1] for letter in text)
