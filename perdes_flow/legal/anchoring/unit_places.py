"""Where a unit is: an ayat by its sentences, a Pasal by where it went as a whole, a Bab by what stands in it."""

from collections import defaultdict
from collections.abc import Iterator

from perdes_flow.legal.anchoring.anchor import Placement, Span, Status
from perdes_flow.legal.anchoring.fates import Fates
from perdes_flow.legal.anchoring.homes import Grade
from perdes_flow.legal.anchoring.passages import Text
from perdes_flow.legal.units import Unit


class UnitPlaces:
    """Finds units of one text in another."""

    def __init__(self, old: Text, new: Text, fates: Fates) -> None:
        self._old, self._new, self._fates = old, new, fates

    def place(self, block: int) -> Placement:
        """Where the unit is that begins with this block."""
        unit = self._old.unit_of[block]
        passage = self._old.passages[self._old.passage_of[block]]
        if unit is self._old.homes[passage.home].unit or not passage.sentences:
            return self._place_home(passage.home)
        twin = self._fates.twins.passages.get(self._old.passage_of[block])
        if twin is not None:
            return self.on_passage(twin, Grade.SURE)
        votes: dict[tuple[Grade, int], int] = defaultdict(int)
        for sentence in passage.sentences:
            for target in self._fates.targets(sentence):
                there = self._new.sentences[target.sentence].passage
                votes[target.grade, there] += self._weight(sentence, target.sentence)
        if not votes:
            return self._by_contents(unit) or self.orphan(passage.home)
        grade, best = max(votes, key=lambda vote: (vote[0], votes[vote], -vote[1]))
        return self.on_passage(best, grade)

    def on_passage(self, passage: int, grade: Grade, share: float = 0.0) -> Placement:
        """On the whole of a new passage."""
        block = self._new.passages[passage].blocks[0]
        return Placement(_status(grade), "unit", (self._whole(block),), self._new.address_of(block), share)

    def orphan(self, home: int) -> Placement:
        """Nowhere; the address is that of its Pasal, if that is left."""
        move = self._fates.moves[home]
        if move.grade != Grade.SURE:
            return Placement("orphan", "whole")
        return Placement("orphan", "unit", (), self._address(self._new.homes[move.home].unit))

    def _weight(self, old: int, new: int) -> int:
        linked = self._fates.traces.links[old].get(new, 0)
        return linked or min(len(self._old.sentences[old].words), len(self._new.sentences[new].words))

    def _place_home(self, home: int) -> Placement:
        move = self._fates.moves[home]
        if move.grade == Grade.GONE:
            return self._by_contents(self._old.homes[home].unit) or self.orphan(home)
        return self._on_unit(self._new.homes[move.home].unit, move.grade)

    def _by_contents(self, unit: Unit) -> Placement | None:
        """Its own words are gone, but most of what stood in it stands together in one unit of its kind."""
        votes: dict[int, int] = defaultdict(int)
        units: dict[int, Unit] = {}
        total = 0
        for sentence in self._sentences_in(unit):
            words = len(self._old.sentences[sentence].words)
            total += words
            for target in self._fates.targets(sentence)[:1]:
                there = self._around(self._new.sentences[target.sentence].passage, unit.kind)
                if there is not None and target.grade == Grade.SURE:
                    units[id(there)] = there
                    votes[id(there)] += words
        best = max(votes, key=lambda vote: votes[vote], default=0)
        return self._on_unit(units[best], Grade.DOUBTFUL) if best and 2 * votes[best] >= total else None

    def _sentences_in(self, unit: Unit) -> Iterator[int]:
        for passage in dict.fromkeys(
            self._old.passage_of[block]
            for part in unit.walk()
            for block in part.blocks
            if block in self._old.passage_of
        ):
            yield from self._old.passages[passage].sentences

    def _around(self, passage: int, kind: str) -> Unit | None:
        """The narrowest unit of a kind around a new passage."""
        unit: Unit | None = self._new.unit_of[self._new.passages[passage].blocks[0]]
        while unit is not None and unit.kind != kind:
            unit = self._new.parent_of.get(id(unit))
        return unit

    def _on_unit(self, unit: Unit, grade: Grade) -> Placement:
        blocks = (b for part in unit.walk() for b in part.blocks if b in self._new.passage_of)
        first = next(blocks, None)
        spans = () if first is None else (self._whole(first),)
        return Placement(_status(grade), "unit", spans, self._address(unit))

    def _whole(self, block: int) -> Span:
        return Span(block, 0, len(self._new.naskah.blocks[block].text))

    def _address(self, unit: Unit) -> str:
        return str(self._new.naskah.address_of(unit))


def _status(grade: Grade) -> Status:
    return "placed" if grade == Grade.SURE else "doubtful"
