"""Many units searched at once: a plain search over all their words finds the few in which a pattern is worth trying."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain

from perdes_flow.legal.units import Unit

_Standing = tuple[Unit, list[int]]  # a unit, and where in its text


@dataclass(frozen=True)
class Searchable:
    """Units in reading order, and their words in one piece. `parts` are searched for themselves too, and hold the same words."""

    units: tuple[Unit, ...]
    parts: tuple["Searchable", ...] = ()

    def holding(self, *hints: str) -> Iterator[Unit]:
        """The units whose text holds one of the hints (in small letters), in reading order."""
        return (unit for unit, _ in self.standing(*hints))

    def naming(self, *words: str) -> Iterator[Unit]:
        """The units in which a word begins with one of these (in small letters), in reading order."""
        return (unit for unit, _ in self.standing(words=words))

    def standing(self, *hints: str, words: Sequence[str] = ()) -> Iterator[_Standing]:
        """The units that hold a hint, or a word that begins so, each with the places in its text where they begin."""
        if not self.parts:
            return self._standing(hints, words)
        by_part = [found for part in self.parts if (found := list(part._standing(hints, words)))]
        return self._merged(by_part) if len(by_part) > 1 else chain.from_iterable(by_part)

    def _merged(self, by_part: Iterable[list[_Standing]]) -> Iterator[_Standing]:
        """What stands in several parts, in reading order."""
        found = {id(unit): places for part in by_part for unit, places in part}
        return ((unit, found[id(unit)]) for unit in self.units if id(unit) in found)

    def _standing(self, hints: Iterable[str], words: Iterable[str]) -> Iterator[_Standing]:
        anywhere = [_all_in(self._folded, hint) for hint in hints if self._may_hold(hint)]
        beginning = [
            _at_words(self._folded, _all_in(self._folded, word))
            for word in words
            if self._may_hold(word, begins=True)
        ]
        if not (anywhere or beginning):  # nearly always
            return
        found: dict[int, list[int]] = {}
        starts = self._starts
        for at in chain.from_iterable(anywhere + beginning):
            place = bisect_right(starts, at) - 1
            found.setdefault(place, []).append(at - starts[place])
        for place in sorted(found):
            yield self.units[place], sorted(found[place])

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
            yield self.unit_at(found.start()), found

    def unit_at(self, place: int) -> Unit:
        """The unit that holds a place in `words`."""
        return self.units[bisect_right(self._starts, place) - 1]

    def says(self, *hints: str) -> bool:
        """One of the hints (in small letters) stands in some unit."""
        return any(self._may_hold(hint) and hint in self._folded for hint in hints)

    @cached_property
    def words(self) -> str:
        """All texts, one a line."""
        return "\n".join([unit.text for unit in self.units])

    def _may_hold(self, hint: str, *, begins: bool = False) -> bool:
        """A long text has few different words: most hints are not among them, and need no search through it."""
        words = hint.split(
            " "
        )  # those in the middle are whole words, the first one ends a word, the last begins one
        inner = (f"\n{word}" if place else word for place, word in enumerate(words))
        ended = [f"{word}\n" if place else word for place, word in enumerate(reversed(list(inner)))]
        known = self._vocabulary
        return all(part in known for part in ended) and not (
            begins and not _at_words(known, _all_in(known, ended[-1]))
        )

    @cached_property
    def different_words(self) -> frozenset[str]:
        """Every different word once, with the signs that stand at it."""
        if self.parts:
            return frozenset().union(*(part.different_words for part in self.parts))
        found: set[str] = set()
        for unit in self.units:
            found.update(unit.text.split())
        return frozenset(found)

    @cached_property
    def _vocabulary(self) -> str:
        """Every different word in small letters, each between line ends."""
        return _small("\n".join(["", *self.different_words, ""]))

    @cached_property
    def _folded(self) -> str:
        return _small(self.words)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each text begins in the whole, and where one more would."""
        return list(accumulate([len(unit.text) + 1 for unit in self.units], initial=0))


def _all_in(text: str, words: str) -> list[int]:
    """Every place where the words begin, also where they overlap."""
    found = []
    at = text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def _at_words(text: str, places: Iterable[int]) -> list[int]:
    """Those of the places before which no letter and no digit stands."""
    return [at for at in places if not text[at - 1 : at].isalnum()]


def _small(text: str) -> str:
    """Small letters, letter for letter: a few signs (İ) would become two and shift what follows.

    Two signs that a pattern in any case takes for an i or an s are written as these.
    """
    small = text.lower()
    small = small if len(small) == len(text) else "".join(letter.lower()[:1] for letter in text)
    return small.replace("ı", "i").replace("ſ", "s")
