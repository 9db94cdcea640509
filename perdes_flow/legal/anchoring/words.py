"""The words of a sentence as anchors compare them, and how alike two sentences are."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from perdes_flow.legal.matching.lines import without_references

Words = tuple[str, ...]


# most of a draft stands in its next version too: what was read once is not read again
@lru_cache(maxsize=1 << 15)
def words_of(text: str) -> Words:
    """Words and signs in lower case, references blotted out, without signs and "dan", "atau" at the end."""
    found = _WORD.findall(without_references(text).casefold())
    while found and found[-1] in _ENDS:
        found.pop()
    return tuple(found)


_WORD = re.compile(r"\w+|[^\w\s]")
_ENDS = frozenset({".", ";", ",", ":", "dan", "atau", "/"})


def likeness(old: Sequence[str], new: Sequence[str]) -> float:
    """How many letters of all their words two sentences share, 0 to 1, whatever the order."""
    total = sum(map(len, old)) + sum(map(len, new))
    shared = Counter(old) & Counter(new)
    return 2 * sum(len(word) * count for word, count in shared.items()) / total if total else 1.0


def common_run(old: Sequence[str], new: Sequence[str]) -> float:
    """The longest run of words that both have, as a share of the shorter one, 0 to 1."""
    places: dict[str, list[int]] = {}
    for j, word in enumerate(new):
        places.setdefault(word, []).append(j)
    longest = 0
    ending: dict[int, int] = {}  # place in new -> length of the run that ends there
    for word in old:
        ending = {j: ending.get(j - 1, 0) + 1 for j in places.get(word, ())}
        longest = max(longest, max(ending.values(), default=0))
    shorter = min(len(old), len(new))
    return longest / shorter if shorter else 0.0
