"""Texts worth a closer look: which of many may be which of many others, told by the rarest turns that they share."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, count, pairwise

from perdes_flow.legal.matching.tree import Node

Turn = int  # two words, one behind the other: far rarer than words; told by a number of their own
RARE = 8  # turns that stand for a text when others like it are looked for
RARE_SHARED = 2  # of these, or
MANY_SHARED = 3  # where there are as many
HOLDERS = 96  # texts that are looked at for one; what more of them hold says nothing


def candidates(
    olds: Sequence[Collection[Turn]], news: Sequence[Collection[Turn]]
) -> Iterator[tuple[int, int]]:
    """Pairs that share some of their rarest turns: no need to compare each with each."""
    counts = Counter(chain.from_iterable(news))
    rarest = sorted(counts, key=counts.__getitem__)
    ranks = dict(zip(rarest, count(1), strict=False))
    known = [
        [rarest[rank - 1] for rank in sorted(filter(None, map(ranks.get, turns)))[:RARE]] for turns in olds
    ]
    holders: dict[Turn, list[int]] = {turn: [] for rare in known for turn in rare}
    for j, turns in enumerate(news):
        for turn in holders.keys() & turns:
            holders[turn].append(j)
    for i, turns in enumerate(olds):
        shared: list[int] = []
        for turn in known[i]:
            if len(shared) + counts[turn] > HOLDERS:
                break
            shared += holders[turn]
        least = MANY_SHARED if len(known[i]) >= RARE else min(RARE_SHARED, len(turns))
        shared.sort()
        yield from {(i, j) for j, again in zip(shared, shared[least - 1 :], strict=False) if j == again}


class Turns:
    """The turns of texts, each once, in their order. The same are asked for with a Pasal, and with its ayat."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[str, str], Turn] = defaultdict(count().__next__)
        self._known: dict[int, dict[Turn, None]] = {}

    def of(self, node: Node) -> dict[Turn, None]:
        """The turns of a unit and of all its parts."""
        if not node.kids:
            return self._of_line(node)
        found: dict[Turn, None] = {}
        for leaf in node.leaves:
            found.update(self._of_line(leaf))
        return found

    def _of_line(self, node: Node) -> dict[Turn, None]:
        turns = self._known.get(id(node))
        if turns is None:
            numbers = map(self._numbers.__getitem__, pairwise(node.words))
            turns = self._known[id(node)] = dict.fromkeys(numbers)
        return turns
