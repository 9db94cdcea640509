"""The smallest word-level difference of two texts: what is kept, what goes, what comes.

Words, blanks and signs are the units. Each becomes one code point, so that diff-match-patch never cuts a word in two.
"""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from diff_match_patch import diff_match_patch


class Stretch(NamedTuple):
    """A stretch of both texts by character offsets. Kept: both have it; else one of the two is empty."""

    kept: bool
    old_start: int
    old_end: int
    new_start: int
    new_end: int


def difference(old: str, new: str) -> list[Stretch]:
    """Stretches that cover both texts in order; where words were replaced, what goes stands before what comes."""
    if old == new:
        return [Stretch(True, 0, len(old), 0, len(new))] if old else []
    head, tail = _common(old, new)
    head = _whole_start(old, new, head)
    tail = _whole_end(old, new, min(tail, len(old) - head, len(new) - head))
    words = WORD.findall(old, head, len(old) - tail), WORD.findall(new, head, len(new) - tail)
    if set(words[0]).isdisjoint(words[1]):
        return _replaced(old, new, head, tail)
    stretches = Stretches()
    stretches.add(KEPT, head)
    for kind, edited in _middle(*words):
        stretches.add(kind, sum(map(len, edited)))
    stretches.add(KEPT, tail)
    return stretches.done()


def _replaced(old: str, new: str, head: int, tail: int) -> list[Stretch]:
    """Everything between what both begin and end with."""
    end, new_end = len(old) - tail, len(new) - tail
    found = [Stretch(True, 0, head, 0, head)] if head else []
    if head < end:
        found.append(Stretch(False, head, end, head, head))
    if head < new_end:
        found.append(Stretch(False, end, end, head, new_end))
    if tail:
        found.append(Stretch(True, end, len(old), new_end, len(new)))
    return found


def common_ends(old: str, new: str) -> int:
    """How many signs both texts begin or end with."""
    head, tail = _common(old, new)
    return head + min(tail, len(old) - head, len(new) - head)


def differing(old: str, new: str) -> str:
    """What stands in the old text between the signs that both begin and end with."""
    head, tail = _common(old, new)
    return old[head : len(old) - min(tail, len(old) - head, len(new) - head)]


def _whole_start(old: str, new: str, size: int) -> int:
    """The length of the whole words among the signs that both texts begin with."""
    while size and (_within(old, size - 1) or _within(new, size - 1)):
        size -= 1
    return size


def _whole_end(old: str, new: str, size: int) -> int:
    """The length of the whole words among the signs that both texts end with."""
    at, there = len(old) - size - 1, len(new) - size - 1
    while size and ((at >= 0 and _within(old, at)) or (there >= 0 and _within(new, there))):
        size, at, there = size - 1, at + 1, there + 1
    return size


def _common(old: str, new: str) -> tuple[int, int]:
    """How many signs both texts begin with, and how many they end with; in "a" and "aa" the same sign does both.

    Read as two long numbers they are compared all at once: where these begin to differ tells how much is the same.
    """
    before, after = _bytes(old), _bytes(new)
    size = min(len(before), len(after))
    head = size - _unlike(before[:size], after[:size], "big")
    tail = size - _unlike(before[len(before) - size :], after[len(after) - size :], "little")
    if old.isascii():
        return head, tail
    start, end = before[:head], before[len(before) - tail :]
    return len(start.decode(errors="ignore")), len(end.decode(errors="ignore"))


def _bytes(text: str) -> bytes:
    return text.encode() if text.isascii() else text.encode(errors="surrogatepass")


def _unlike(one: bytes, other: bytes, order: Literal["big", "little"]) -> int:
    """How many bytes are left behind those that two texts of one length begin ("big") or end with."""
    return ((int.from_bytes(one, order) ^ int.from_bytes(other, order)).bit_length() + 7) // 8


_within = re.compile(r"\w\w|\s\s").match  # two signs of one word
WORD = re.compile(r"\w+|\s+|[^\w\s]")
GONE, KEPT, COME = -1, 0, 1


def list_difference(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int]]:
    """The same for two lists of lines: how many in a row go (-1), stay (0), come (1)."""
    head = _same_lines(old, new)
    tail = _same_lines(old[head:][::-1], new[head:][::-1])
    middle = _middle(list(old[head : len(old) - tail]), list(new[head : len(new) - tail]))
    found = [(KEPT, head), *((kind, len(lines)) for kind, lines in middle), (KEPT, tail)]
    return [(kind, count) for kind, count in found if count]


def _same_lines(old: Sequence[str], new: Sequence[str]) -> int:
    count = 0
    for one, other in zip(old, new, strict=False):
        if one != other:
            break
        count += 1
    return count


def _middle(old: list[str], new: list[str]) -> list[tuple[int, list[str]]]:
    """The difference of two lists of words that begin and end differently."""
    if set(old).isdisjoint(new):
        return [(GONE, old), (COME, new)]
    numbers: dict[str, str] = {}
    letters = [
        "".join(numbers.setdefault(word, chr(FIRST + len(numbers))) for word in words) for words in (old, new)
    ]
    words = {letter: word for word, letter in numbers.items()}
    return [(kind, [words[x] for x in text]) for kind, text in _ENGINE.diff_main(*letters, False)]


FIRST = 0xF0000  # beyond every letter; diff-match-patch itself looks for line breaks and blanks
_ENGINE = diff_match_patch()
_ENGINE.Diff_Timeout = 0  # its five seconds end in "everything went, everything came", without a word


class Stretches:
    """Collects the difference: neighbours of a kind become one, what goes stands before what comes."""

    def __init__(self) -> None:
        self.found: list[Stretch] = []
        self.old = self.new = self.gone = self.come = 0

    def add(self, kind: int, size: int) -> None:
        """The next characters are GONE, KEPT or COME."""
        if kind == GONE:
            self.gone += size
        elif kind == COME:
            self.come += size
        elif size:
            self._flush()
            self._append(True, size, size)

    def done(self) -> list[Stretch]:
        """All stretches."""
        self._flush()
        return self.found

    def _flush(self) -> None:
        if self.gone:
            self._append(False, self.gone, 0)
        if self.come:
            self._append(False, 0, self.come)
        self.gone = self.come = 0

    def _append(self, kept: bool, old: int, new: int) -> None:
        self.found.append(Stretch(kept, self.old, self.old + old, self.new, self.new + new))
        self.old, self.new = self.old + old, self.new + new
