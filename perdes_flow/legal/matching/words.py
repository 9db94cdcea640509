"""The words of a text, for finding out how alike two texts are."""

import re
from functools import lru_cache
from itertools import filterfalse


def words_of(text: str) -> list[str]:
    """Words and signs in order; blanks are none."""
    words = text.split()
    at = 0
    for piece in list(filterfalse(str.isalnum, words)):
        parts = _parts(piece)
        at = words.index(piece, at)
        words[at : at + 1] = parts
        at += len(parts)
    return words


@lru_cache(maxsize=4096)
def _parts(piece: str) -> tuple[str, ...]:
    """A word and the signs at it: the same few come again and again."""
    return tuple(_WORDS(piece))


_WORDS = re.compile(r"\w+|[^\w\s]").findall
