"""How alike two texts are, by the words that they share."""

import re

words_of = re.compile(r"\w+|[^\w\s]").findall


def likeness(old: frozenset[str], new: frozenset[str]) -> float:
    """How many characters two sets of words share, 0 to 1."""
    total = sum(map(len, old)) + sum(map(len, new))
    return 2 * sum(map(len, old & new)) / total if total else 1.0
