"""Which differences between two texts are renumbering alone: a unit's own number, and references that shift with it.

A reference that now points to something else is no renumbering: whoever hides the renumbering must still see it.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from perdes_flow.legal.difference import Stretch
from perdes_flow.legal.matching.lines import (
    AYAT,
    BAB,
    ITEM,
    PASAL,
    REFERENCES,
    Line,
    Lines,
    Reading,
    read_line,
)

Shifts = frozenset[tuple[str, str, str]]  # kind of unit, old number, new number
NO_SHIFTS: Shifts = frozenset()


def shifts_of(old: Lines, new: Lines, pairs: Iterable[tuple[int, int]]) -> Shifts:
    """The numbers that changed from a line to its mate."""
    olds, news = _numbers(old), _numbers(new)
    looks = old.looks, new.looks
    found = set()
    for i, j in pairs:
        if i not in olds and looks[0] and looks[1] and looks[0][i] == looks[1][j]:
            continue
        before, after = olds.get(i) or _own(old[i]), news.get(j) or _own(new[j])
        if before and after and before[0] == after[0] and before[1] != after[1]:
            found.add((*before, after[1]))
    return frozenset(found)


class Renumbering:
    """The places of two texts where nothing but numbers shifted."""

    def __init__(self, old: str, new: str, find_shifts: Callable[[], Shifts]) -> None:
        """`find_shifts` is asked only where references differ."""
        self._old, self._new = _places(old, new, find_shifts)

    def covers(self, stretch: Stretch) -> bool:
        """Does what went or came here lie in such a place?"""
        if stretch.old_end > stretch.old_start:
            return _within(self._old, stretch.old_start, stretch.old_end)
        return _within(self._new, stretch.new_start, stretch.new_end)


Spans = list[tuple[int, int]]


def _within(spans: Spans, start: int, end: int) -> bool:
    return any(first <= start and end <= last for first, last in spans)


def _places(old: str, new: str, find_shifts: Callable[[], Shifts]) -> tuple[Spans, Spans]:
    sizes = read_line(old).size, read_line(new).size
    olds, news = ([(0, size)] if size else [] for size in sizes)
    befores, afters = list(_named(old, sizes[0])), list(_named(new, sizes[1]))
    if len(befores) == len(afters):
        shifted = [
            before[:2] == after[:2] or (before[0] == after[0] and (*before[:2], after[1]) in find_shifts())
            for before, after in zip(befores, afters, strict=True)
        ]
        olds += _joined([span for (_, _, span), right in zip(befores, shifted, strict=True) if right])
        news += _joined([span for (_, _, span), right in zip(afters, shifted, strict=True) if right])
    return olds, news


def _joined(spans: Spans) -> Spans:
    """Each span, and those around two numbers of one reference."""
    return [*spans, *((a[0], b[1]) for a, b in pairwise(spans) if b[0] - a[1] <= 1)]


def _named(text: str, start: int) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Every unit that a text refers to: its kind, its number, where it stands."""
    for found in REFERENCES.finditer(text, start):
        for one in _ONE.finditer(text, *found.span()):
            yield one["kind"].casefold(), one["number"].casefold(), one.span()


_ONE = re.compile(r"(?P<kind>Pasal|ayat|huruf|angka)\s+\(?(?P<number>\w+)\)?")


# ---- the numbers that lines bear themselves


def _own(line: Line) -> tuple[str, str] | None:
    """Kind and number of a line that bears a typed one."""
    if line.whole or line.number:
        return None
    reading = line.reading
    typed = (
        _DIGITS.search(line.text[: reading.size]) if reading.rank in _KINDS or reading.rank == ITEM else None
    )
    return (_kind(reading), typed[0].casefold()) if typed else None


_DIGITS = re.compile(r"(?:\d+|(?<=BAB )[IVXLC]+|\b[a-z]{1,2}\b)[A-Za-z]{0,2}")
_KINDS = {BAB: "bab", PASAL: "pasal", AYAT: "ayat"}


def _kind(reading: Reading) -> str:
    return _KINDS.get(reading.rank) or ("angka" if reading.style.startswith("1") else "huruf")


def _numbers(lines: Lines) -> dict[int, tuple[str, str]]:
    """Kind and number of headings and of all lines with automatic numbers: those are counted as Word counts them."""
    found: dict[int, tuple[str, str]] = {}
    counts: dict[str, int] = {}
    for index in lines.heads:
        line = lines[index]
        reading = line.reading
        if not reading.rank:
            continue
        kind = _kind(reading)
        counts[kind] = counts.get(kind, 0) + 1
        for below in _BELOW.get(kind, ()):
            counts[below] = 0
        if line.number:
            found[index] = kind, _as_shown(kind, counts[kind])
        elif typed := _own(line):
            found[index] = typed
    return found


_BELOW = {"bab": ("ayat", "huruf", "angka"), "pasal": ("ayat", "huruf", "angka"), "ayat": ("huruf", "angka"), "huruf": ("angka",)}  # fmt: skip


def _as_shown(kind: str, count: int) -> str:
    return chr(ord("a") + count - 1) if kind == "huruf" and count <= _LETTERS else str(count)


_LETTERS = 26
