"""How alike two units are: by the ends of their lines, which is quick, or by all their words."""

from perdes_flow.legal.difference import common_ends
from perdes_flow.legal.matching.tree import Node

UNIQUE_WEIGHT = 24  # characters that a text needs before finding it once in both texts says anything
ALIKE = 0.75  # shared characters that make two units one wherever they stand
ALIKE_IN_PLACE = 0.4  # … and where they stand at the same place
SURELY = 0.85  # the same where it is known beforehand that they share the order, too


def share_of_ends(old: Node, new: Node) -> float:
    """How much of two units stands at the beginning or the end of both, line by line: seen without reading their words.

    0 where it is not enough to say that they are alike.
    """
    left, right = old.weight, new.weight
    if (left if left < right else right) < SURELY * (right if left < right else left):
        return 0
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


_EDGE = int(UNIQUE_WEIGHT * SURELY / 2)


def _share_of_line(before: str, after: str) -> float:
    longer = max(len(before), len(after))
    if longer < UNIQUE_WEIGHT:
        return 0
    if before[:_EDGE] != after[:_EDGE] and before[-_EDGE:] != after[-_EDGE:]:
        return 0  # it would be less than half, then
    share = common_ends(before, after) / longer
    return share if share >= SURELY else 0


def likeness(old: Node, new: Node, least: float) -> float:
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


def may_be_alike(one: Node, other: Node) -> bool:
    """Two texts of very different length cannot share enough."""
    left, right = one.weight, other.weight
    if 2 * (left if left < right else right) < ALIKE * (left + right):
        return False
    if one.kids or other.kids:
        return True
    left, right = one.extent, other.extent
    return 2 * (left if left < right else right) >= ALIKE * (left + right)
