"""Finds for every unit its mate in the other text: equal ones first, then those whose parts agree, then those most alike."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from itertools import chain, pairwise

from perdes_flow.legal.difference import common_ends
from perdes_flow.legal.matching.lines import AYAT, ITEM, PASAL
from perdes_flow.legal.matching.sequences import increasing, monotone_pairs, rises
from perdes_flow.legal.matching.tree import Node, Tree


def find_mates(old: Tree, new: Tree, *, same_place: bool) -> None:
    """Set `mate` on both trees. With `same_place` lone opposites pair even where they share no word."""
    _mate(old.root, new.root)
    _equal_units(old.nodes, new.nodes)
    _units_of_equal_parts(old.nodes)
    _explanations(old, new)
    _inside(old.root, new.root, ALIKE)
    _alike_anywhere(old.nodes, new.nodes)
    _units_of_equal_parts(old.nodes)
    _inside(old.root, new.root, ALIKE_IN_PLACE)
    if same_place:
        _lone_opposites(old.nodes)


UNIQUE_WEIGHT = 24  # characters that a text needs before finding it once in both texts says anything
ALIKE = 0.75  # shared characters that make two units one wherever they stand
ALIKE_IN_PLACE = 0.4  # … and where they stand at the same place
SURELY = 0.85  # the same where it is known beforehand that they share the order, too
BLANK = 0.1  # what it is worth that two blank lines are equal: less than two texts that are alike
MANY = 40_000  # comparisons of one with one that are done at most in one place


def _mate(old: Node, new: Node) -> None:
    old.mate, new.mate = new, old


def _mate_all(old: Node, new: Node) -> None:
    """Two units with equal keys have equal parts."""
    _mate(old, new)
    for one, other in zip(old.kids, new.kids, strict=True):
        if one.mate is None and other.mate is None:
            _mate_all(one, other)


def fits(old: Node, new: Node) -> bool:
    """Could these be one unit? A heading stays a heading of its rank."""
    heading_old, heading_new = 0 < old.rank <= PASAL, 0 < new.rank <= PASAL
    return old.rank == new.rank if heading_old or heading_new else True


def _equal_units(old: Sequence[Node], new: Sequence[Node]) -> None:
    """Units that stand once in both texts, word for word; the widest first."""
    olds, news = _once(old), _once(new)
    for key, one in olds.items():
        other = news.get(key)
        if one is None or other is None or one.mate or other.mate or len(one.kids) != len(other.kids):
            continue
        if one.weight >= UNIQUE_WEIGHT and fits(one, other):
            _mate_all(one, other)


def _once(nodes: Sequence[Node]) -> dict[Hashable, Node | None]:
    found: dict[Hashable, Node | None] = {}
    for node in nodes:
        found[node.key] = None if node.key in found else node
    return found


def _units_of_equal_parts(old: Sequence[Node]) -> None:
    """Units many of whose parts have found each other; parts before what holds them."""
    by_rank: dict[int, list[Node]] = {}
    for one in old:
        if one.kids and one.mate is None:
            by_rank.setdefault(one.rank, []).append(one)
    for rank in (ITEM, AYAT, *range(PASAL, 0, -1)):
        votes: dict[tuple[int, int], int] = {}
        nodes: dict[int, Node] = {}
        for one in by_rank.get(rank, ()):
            for kid in one.kids:
                other = kid.mate.parent if kid.mate is not None else None
                if other is not None and other.mate is None and fits(one, other):
                    nodes[id(one)], nodes[id(other)] = one, other
                    votes[id(one), id(other)] = votes.get((id(one), id(other)), 0) + kid.weight
        pairs = [(nodes[i], nodes[j], weight) for (i, j), weight in votes.items()]
        for one, other, weight in sorted(pairs, key=_claim, reverse=True):
            if one.mate is None and other.mate is None and 3 * weight >= min(one.weight, other.weight):
                _mate(one, other)


def _claim(pair: tuple[Node, Node, int]) -> tuple[bool, bool, int]:
    """What makes two units one before others: the same title, however much of it moved away; then what they share.

    Where two units became one, the heading stays with the first: it stands before all that followed it.
    """
    one, other, weight = pair
    titled = one.rank < PASAL and one.sense != "" and one.sense == other.sense
    firsts = [next((kid for kid in node.kids if kid.mate is not None), None) for node in (one, other)]
    leads = firsts[0] is not None and firsts[0].mate is firsts[1]
    return titled, leads and 2 * weight >= one.weight, weight


def _explanations(old: Tree, new: Tree) -> None:
    """The penjelasan of a Pasal goes with the Pasal: most of them say "Cukup jelas." and nothing else."""
    (old_pasal, old_told), (new_pasal, new_told) = old.pasal, new.pasal
    if len(old_pasal) != len(old_told) or len(new_pasal) != len(new_told):
        return  # not every Pasal is explained: which is which cannot be told by counting
    told = {id(pasal): explanation for pasal, explanation in zip(new_pasal, new_told, strict=True)}
    for pasal, one in zip(old_pasal, old_told, strict=True):
        other = told[id(pasal.mate)] if pasal.mate is not None and id(pasal.mate) in told else None
        if other is None or one.mate is not None or other.mate is not None:
            continue
        if one.key == other.key and len(one.kids) == len(other.kids):
            _mate_all(one, other)
        elif _likeness(one, other, ALIKE_IN_PLACE) >= ALIKE_IN_PLACE:
            _mate(one, other)


def _alike_anywhere(old: Sequence[Node], new: Sequence[Node]) -> None:
    """Pasal, Bab, ayat that were reworded and may have moved: the most alike first."""
    free = [[node for node in nodes if node.mate is None and node.weight] for nodes in (old, new)]
    turns = _Turns()
    for rank in range(1, AYAT + 1):
        olds, news = ([node for node in nodes if node.rank == rank and node.mate is None] for nodes in free)
        if olds and news:
            _most_alike(olds, news, turns)


def _most_alike(olds: Sequence[Node], news: Sequence[Node], turns: "_Turns") -> None:
    found = []
    for i, j in _candidates([turns.of(node) for node in olds], [turns.of(node) for node in news]):
        if fits(olds[i], news[j]) and _may_be_alike(olds[i], news[j]):
            value = _likeness(olds[i], news[j], ALIKE)
            if value >= ALIKE:
                found.append((-value, i, j))
    for _, i, j in sorted(found):
        if olds[i].mate is None and news[j].mate is None:
            _mate(olds[i], news[j])


Turn = tuple[str, str]  # two words, one behind the other: far rarer than words
RARE = 8  # turns that stand for a text when others like it are looked for
RARE_SHARED = 2  # of these, or
MANY_SHARED = 3  # where there are as many
HOLDERS = 96  # texts that are looked at for one; what more of them hold says nothing


def _candidates(
    olds: Sequence[Collection[Turn]], news: Sequence[Collection[Turn]]
) -> Iterator[tuple[int, int]]:
    """Pairs that share some of their rarest turns: no need to compare each with each."""
    counts = Counter(chain.from_iterable(news))
    rarity = {turn: (count, n, turn) for n, (turn, count) in enumerate(counts.items())}
    known = [sorted([found for turn in turns if (found := rarity.get(turn))]) for turns in olds]
    holders: dict[Turn, list[int]] = {turn: [] for rare in known for _, _, turn in rare[:RARE]}
    for j, turns in enumerate(news):
        for turn in holders.keys() & turns:
            holders[turn].append(j)
    for i, turns in enumerate(olds):
        shared: list[int] = []
        for size, _, turn in known[i][:RARE]:
            if len(shared) + size > HOLDERS:
                break
            shared += holders[turn]
        least = MANY_SHARED if len(known[i]) >= RARE else min(RARE_SHARED, len(turns))
        shared.sort()
        yield from {(i, j) for j, again in zip(shared, shared[least - 1 :], strict=False) if j == again}


class _Turns:
    """The turns of texts, each once, in their order. The same are asked for with a Pasal, and with its ayat."""

    def __init__(self) -> None:
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
            turns = self._known[id(node)] = dict.fromkeys(pairwise(node.words))
        return turns


def _likeness(old: Node, new: Node, least: float) -> float:
    """How alike two units are: line by line, since long texts of law share most words whatever they say.

    0 where it is known beforehand that it will be less than `least`.
    """
    if not old.kids and not new.kids:
        return _alike(old, new) if old.sense and new.sense else 0.0
    olds, news = old.leaves, list(new.leaves)
    if len(olds) == len(news) == 1:
        return _alike(olds[0], news[0])
    weights = [leaf.weight for leaf in olds], [leaf.weight for leaf in news]
    total = sum(weights[0]) + sum(weights[1])
    if len(olds) != len(news) and _most(*weights) < least * total:
        return 0.0
    shared, left = 0.0, total
    for one in olds:
        values = [_alike(one, other) for other in news]
        best = max(values, default=0.0)
        left -= one.weight
        if best >= ALIKE_IN_PLACE:
            last = len(values) - 1 - values[::-1].index(best)
            weight = news.pop(last).weight
            left -= weight
            shared += best * (one.weight + weight)
        elif left + shared < least * total:
            return 0.0
    return shared / total if total else 0.0


def _most(olds: list[int], news: list[int]) -> int:
    """What lines of these weights could share: each has at most one mate."""
    pairs = min(len(olds), len(news))
    return sum(sorted(olds, reverse=True)[:pairs]) + sum(sorted(news, reverse=True)[:pairs])


def _alike(one: Node, other: Node) -> float:
    """How many characters the words of two lines share, 0 to 1; 0 where it could not be much."""
    total = one.extent + other.extent
    if 2 * min(one.extent, other.extent) < ALIKE_IN_PLACE * total:
        return 0.0
    return 2 * len("".join(one.vocabulary & other.vocabulary)) / total if total else 1.0


def _may_be_alike(one: Node, other: Node) -> bool:
    """Two texts of very different length cannot share enough."""
    left, right = one.weight, other.weight
    if 2 * (left if left < right else right) < ALIKE * (left + right):
        return False
    if one.kids or other.kids:
        return True
    left, right = one.extent, other.extent
    return 2 * (left if left < right else right) >= ALIKE * (left + right)


def _inside(old: Node, new: Node, least: float) -> None:
    """From the root down: the parts of two mates, in the gaps between parts that have found each other."""
    waiting = [(old, new)]
    while waiting:
        one, other = waiting.pop()
        free = any(kid.mate is None for kid in one.kids)
        if not free and one.key == other.key:
            continue
        if free and any(kid.mate is None for kid in other.kids):
            _gaps(one, other, least)
        waiting += [
            (kid, kid.mate) for kid in one.kids if kid.mate is not None and (kid.kids or kid.mate.kids)
        ]


def _gaps(old: Node, new: Node, least: float) -> None:
    anchors = [
        (i, mate.at)
        for i, kid in enumerate(old.kids)
        if (mate := kid.mate) is not None and mate.parent is new
    ]
    places = [j for _, j in anchors]
    if not rises(places):
        anchors = [anchors[k] for k in increasing(places)]
    i = j = 0
    for end_i, end_j in [*anchors, (len(old.kids), len(new.kids))]:
        if end_i > i and end_j > j:
            _gap(_free(old.kids[i:end_i]), _free(new.kids[j:end_j]), least)
        i, j = end_i + 1, end_j + 1


def _free(nodes: Iterable[Node]) -> list[Node]:
    return [node for node in nodes if node.mate is None]


def _gap(olds: list[Node], news: list[Node], least: float) -> None:
    """Parts without mates between two that have them, in order: equal ones, then alike ones."""
    if not olds or not news:
        return
    if len(olds) == len(news) == 1 and _surely_alike(olds[0], news[0]):
        _mate(olds[0], news[0])
        return
    if len(olds) * len(news) > MANY:
        _equal_in_order(olds, news)
        return
    for i, j in monotone_pairs(_worths(olds, news, least)):
        if olds[i].key == news[j].key and len(olds[i].kids) == len(news[j].kids):
            _mate_all(olds[i], news[j])
        else:
            _mate(olds[i], news[j])


_EDGE = int(UNIQUE_WEIGHT * SURELY / 2)


def _surely_alike(old: Node, new: Node) -> bool:
    return fits(old, new) and old.key != new.key and _share_of_ends(old, new) > 0


def _share_of_ends(old: Node, new: Node) -> float:
    """How much of two units stands at the beginning or the end of both, line by line: seen without reading their words.

    0 where it is not enough to say that they are alike.
    """
    if not old.kids and not new.kids:
        return _share_of_line(old.sense, new.sense)
    olds, news = old.leaves, new.leaves
    if len(olds) != len(news):
        return 0
    shared = total = 0.0
    for one, other in zip(olds, news, strict=True):
        share = 1 if one.sense == other.sense else _share_of_line(one.sense, other.sense)
        if not share:
            return 0
        size = len(one.sense) + len(other.sense)
        shared, total = shared + share * size, total + size
    return shared / total if total else 0


def _share_of_line(before: str, after: str) -> float:
    longer = max(len(before), len(after))
    if longer < UNIQUE_WEIGHT:
        return 0
    if before[:_EDGE] != after[:_EDGE] and before[-_EDGE:] != after[-_EDGE:]:
        return 0  # it would be less than half, then
    share = common_ends(before, after) / longer
    return share if share >= SURELY else 0


def _worths(olds: list[Node], news: list[Node], least: float) -> list[list[float]]:
    """What each pair is worth. Who surely has a mate here is not compared word by word with others."""
    sure = [[_sure_worth(one, other) for other in news] for one in olds]
    columns = [any(column) for column in zip(*sure, strict=True)]
    return [
        row if any(row) else [0 if columns[j] else _worth(one, other, least) for j, other in enumerate(news)]
        for one, row in zip(olds, sure, strict=True)
    ]


def _sure_worth(old: Node, new: Node) -> float:
    """What can be told without reading their words: equal, or mostly equal. 0 where it cannot."""
    if not fits(old, new):
        return 0
    if old.key == new.key:
        return 2 if old.weight else BLANK
    return _share_of_ends(old, new)


def _worth(old: Node, new: Node, least: float) -> float:
    if not fits(old, new):
        return 0
    value = _likeness(old, new, least)
    return value if value >= least else 0


def _equal_in_order(olds: list[Node], news: list[Node]) -> None:
    """Too many for a comparison of each with each: equal texts in order only."""
    waiting: dict[Hashable, list[int]] = {}
    for j, other in enumerate(news):
        waiting.setdefault(other.key, []).append(j)
    last = -1
    for one in olds:
        following = [j for j in waiting.get(one.key, ()) if j > last]
        if following and len(one.kids) == len(news[following[0]].kids):
            last = following[0]
            _mate_all(one, news[last])


def _lone_opposites(old: Sequence[Node]) -> None:
    """As many parts without mates on both sides, in one place: each is its opposite reworded."""
    for one, other in [(node, node.mate) for node in old if node.mate is not None]:
        olds, news = _free(one.kids), _free(other.kids)
        if len(olds) == len(news):
            for kid, opposite in zip(olds, news, strict=True):
                if fits(kid, opposite):
                    _mate(kid, opposite)
