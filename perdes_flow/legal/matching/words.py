"""How alike two texts are, by the words that they share."""

import re
from collections.abc import Sequence

words_of = re.compile(r"\w+|[^\w\s]").findall


def likeness(old: Sequence[str], new: Sequence[str]) -> float:
    """How many characters two lists of words share, 0 to 1, whatever their order."""
    left: dict[str, int] = {}
    total = 0
    for word in old:
        left[word] = left.get(word, 0) + 1
        total += len(word)
    shared = 0
    for word in new:
        total += len(word)
        count = left.get(word, 0)
        if count:
            left[word] = count - 1
            shared += len(word)
    return 2 * shared / total if total else 1.0
