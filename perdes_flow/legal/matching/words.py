"""The words of a text, for finding out how alike two texts are."""

import re
from functools import lru_cache
from itertools import chain


def words_of(text: str) -> list[str]:
    """Words and signs in order; blanks are none."""
    return list(chain.from_iterable(map(_parts, text.split())))


@lru_cache(maxsize=8192)
def _parts(piece: str) -> tuple[str, ...]:
    """A word and the signs at it. The same few come again and again, and are compared faster where they are the very same."""
    return tuple(_WORDS(piece))


_WORDS = re.compile(r"\w+|[^\w\s]").findall
