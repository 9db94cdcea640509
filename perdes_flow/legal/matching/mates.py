"""Finds for every unit its mate in the other text: equal ones first, then those whose parts agree, then those most alike."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import chain

from perdes_flow.legal.matching.candidates import Turns, candidates
from perdes_flow.legal.matching.likeness import (
    ALIKE,
    ALIKE_IN_PLACE,
    UNIQUE_WEIGHT,
    likeness,
    may_be_alike,
    share_of_ends,
)
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
    return old.heading == new.heading


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
        votes: dict[tuple[Node, Node], int] = {}
        for one in by_rank.get(rank, ()):
            for kid in one.kids:
                other = kid.mate.parent if kid.mate is not None else None
                if other is not None and other.mate is None and fits(one, other):
                    votes[one, other] = votes.get((one, other), 0) + kid.weight
        for one, other, weight in _by_claim(votes):
            if one.mate is None and other.mate is None and 3 * weight >= min(one.weight, other.weight):
                _mate(one, other)


def _by_claim(votes: Mapping[tuple[Node, Node], int]) -> list[tuple[Node, Node, int]]:
    """Who comes first where several want the same; most want each other and nobody else."""
    wanted = Counter(chain.from_iterable(votes))
    alone: list[tuple[Node, Node, int]] = []
    others: list[tuple[Node, Node, int]] = []
    for (one, other), weight in votes.items():
        (alone if wanted[one] == wanted[other] == 1 else others).append((one, other, weight))
    return alone + sorted(others, key=_claim, reverse=True)


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
        elif likeness(one, other, ALIKE_IN_PLACE) >= ALIKE_IN_PLACE:
            _mate(one, other)


def _alike_anywhere(old: Sequence[Node], new: Sequence[Node]) -> None:
    """Pasal, Bab, ayat that were reworded and may have moved: the most alike first."""
    free = [[node for node in nodes if node.mate is None and node.weight] for nodes in (old, new)]
    turns = Turns()
    for rank in range(1, AYAT + 1):
        olds, news = ([node for node in nodes if node.rank == rank and node.mate is None] for nodes in free)
        if olds and news:
            _most_alike(olds, news, turns)


def _most_alike(olds: Sequence[Node], news: Sequence[Node], turns: Turns) -> None:
    """Among units of one rank."""
    found = []
    for i, j in candidates([turns.of(node) for node in olds], [turns.of(node) for node in news]):
        if may_be_alike(olds[i], news[j]):
            value = likeness(olds[i], news[j], ALIKE)
            if value >= ALIKE:
                found.append((-value, i, j))
    for _, i, j in sorted(found):
        if olds[i].mate is None and news[j].mate is None:
            _mate(olds[i], news[j])


def _inside(old: Node, new: Node, least: float) -> None:
    """From the root down: the parts of two mates, in the gaps between parts that have found each other."""
    waiting = [(old, new)]
    while waiting:
        one, other = waiting.pop()
        free = None in [kid.mate for kid in one.kids]
        if not free and one.key == other.key:
            continue
        if free and None in [kid.mate for kid in other.kids]:
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


def _surely_alike(old: Node, new: Node) -> bool:
    return fits(old, new) and old.key != new.key and share_of_ends(old, new) > 0


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
    return share_of_ends(old, new)


def _worth(old: Node, new: Node, least: float) -> float:
    if not fits(old, new):
        return 0
    value = likeness(old, new, least)
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
