"""The title that some drafters give a Pasal: a line of its own between "Pasal 5" and the text."""

import re

from perdes_flow.legal.parsing.lines import Line, is_dangling, starts_sentence

_SHORTEST, _LONGEST = 4, 120  # characters
_SIGN_AT_END = re.compile(r"[.,;:!?…”\"]$|\b(?:dan|atau)$")
_INTRODUCES = re.compile(r"\bdimaksud\s+dengan$|\bberikut$", re.IGNORECASE)
_SMALL = frozenset((
    "dan", "atau", "dan/atau", "di", "ke", "dari", "dalam", "pada", "dengan", "untuk", "yang", "bagi", "oleh", "antar", "antara", "serta",
    "terhadap", "atas", "tentang", "sebagai",
))  # fmt: skip


def may_be_title(text: str) -> bool:
    """Words that could be the title of a Pasal where what follows begins anew."""
    begins = text[:1].isupper() or (text[:1] == "(" and text[1:2].isupper())
    return (
        begins
        and _SHORTEST <= len(text) < _LONGEST
        and not _SIGN_AT_END.search(text)
        and not _INTRODUCES.search(text)
        and not is_dangling(text)
    )


def is_title(line: Line, following: Line) -> bool:
    """The line is a title, and what follows it the text of the Pasal."""
    if not starts_sentence(following.text):
        return False
    if line.centred:
        return not following.centred
    return _is_in_title_case(line.text) and _is_parted(line.text, following.text)


def _is_in_title_case(text: str) -> bool:
    """Every word has a capital, but the small ones."""
    words = text.lstrip("(").split()
    return all(word[:1].isupper() or (place and word in _SMALL) for place, word in enumerate(words))


def _is_parted(line: str, following: str) -> bool:
    """The line ended by somebody's will, not at a margin: the next word would have had room on it."""
    return len(line) + 1 + len(following.partition(" ")[0]) <= max(len(following), _NARROWEST)


_NARROWEST = 50  # characters of a line that some program broke at a margin
