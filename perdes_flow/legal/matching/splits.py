"""Lines that were cut in two, or joined: the words of one line that stand in its mate and in the mate's neighbour."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from perdes_flow.legal.difference import differing
from perdes_flow.legal.matching.tree import Node
from perdes_flow.legal.matching.words import words_of

LEAST_SHARE = 0.6  # of the neighbour's characters that must come from the cut line
LEAST_WORDS = 3


def changed_lines(old: Sequence[Node]) -> list[tuple[Node, Node]]:
    """Units without parts, and their mates that say something else."""
    return [
        (node, mate)
        for node in old
        if (mate := node.mate) is not None and node.key != mate.key and not node.kids and not mate.kids
    ]


def find_splits(changed: Iterable[tuple[Node, Node]]) -> Iterator[tuple[Node, tuple[Node, ...]]]:
    """A unit and all the units of the other text that it became, in order. Its mate is among them.

    Given mates the other way round it finds what was merged.
    """
    for node, mate in changed:
        if mate.parent is None:
            continue
        siblings, at = mate.parent.kids, mate.at
        if (at == 0 or siblings[at - 1].mate) and (at + 1 == len(siblings) or siblings[at + 1].mate):
            continue
        if len(words_of(differing(node.sense, mate.sense))) + 1 < LEAST_WORDS:
            continue  # a word was replaced: what is left of it makes no line
        left = Counter(node.words) - Counter(mate.words)
        before = _pieces(left, (siblings[i] for i in range(at - 1, -1, -1)))
        after = _pieces(left, (siblings[i] for i in range(at + 1, len(siblings))))
        if before or after:
            yield node, (*reversed(before), mate, *after)


def _pieces(left: Counter[str], neighbours: Iterable[Node]) -> list[Node]:
    """The nearest neighbours that consist of words that are left; these are taken away."""
    pieces = []
    for node in neighbours:
        if node.mate is not None or node.kids:
            break
        words = Counter(node.words)
        shared = words & left
        if shared.total() < LEAST_WORDS:
            break
        if _characters(shared) < LEAST_SHARE * _characters(words):
            break
        left -= shared
        pieces.append(node)
    return pieces


def _characters(words: Counter[str]) -> int:
    return sum(len(word) * count for word, count in words.items())
