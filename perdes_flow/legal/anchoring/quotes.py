"""What is left of a quote in a sentence that became another one: aligned word by word, with what stood before and behind it."""

from dataclasses import dataclass
from itertools import pairwise

from perdes_flow.legal.difference import Stretch

QUOTE, PREFIX, SUFFIX, POSITION = 50, 20, 20, 2  # the weights of Hypothesis; the position only breaks ties
CONTEXT = 32  # characters before and behind a quote that help to find it


@dataclass(frozen=True, slots=True)
class Trace:
    """What is left of a quote: `kept` letters of it between `start` and `end` of the new sentence.

    replaced  other words stand where some of its own stood
    score     0 to 1: quote, prefix, suffix and position by their weights
    """

    kept: int
    start: int
    end: int
    replaced: bool
    score: float


def trace(old: str, new: str, stretches: list[Stretch], start: int, end: int) -> Trace:
    """What `new` has of old[start:end], given their difference; start and end are its place there, or where it would stand."""
    kept = [place for s in stretches if (place := _kept_inside(old, s, start, end))]
    first, last = (kept[0][0], kept[-1][1]) if kept else _gap(stretches, start, end)
    score = (
        QUOTE * _share(old, stretches, start, end)
        + PREFIX * _share(old, stretches, max(0, start - CONTEXT), start)
        + SUFFIX * _share(old, stretches, end, min(len(old), end + CONTEXT))
        + POSITION * (1 - abs(first / max(1, len(new)) - start / max(1, len(old))))
    ) / (QUOTE + PREFIX + SUFFIX + POSITION)
    letters = sum(_letters(new[a:b]) for a, b in kept)
    return Trace(letters, first, last, _is_replaced(new, stretches, start, end), score)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _kept_inside(old: str, stretch: Stretch, start: int, end: int) -> tuple[int, int] | None:
    """The part of a kept stretch that lies in the quote, in the new text, without blanks and signs around it."""
    first, last = max(stretch.old_start, start), min(stretch.old_end, end)
    if not stretch.kept or first >= last or not _letters(old[first:last]):
        return None
    while old[first].isspace():
        first += 1
    while old[last - 1].isspace():
        last -= 1
    shift = stretch.new_start - stretch.old_start
    return first + shift, last + shift


def _share(old: str, stretches: list[Stretch], start: int, end: int) -> float:
    """How much of old[start:end] is kept; an end of the sentence counts as kept."""
    total = _letters(old[start:end])
    kept = 0
    for s in stretches:
        if s.kept and s.old_start < end and s.old_end > start:
            kept += _letters(old[max(s.old_start, start) : min(s.old_end, end)])
    return kept / total if total else 1.0


def _is_replaced(new: str, stretches: list[Stretch], start: int, end: int) -> bool:
    """Something else came in the place of words of the quote."""
    return any(
        gone.old_start < end
        and gone.old_end > start
        and not gone.kept
        and _letters(new[come.new_start : come.new_end])
        for gone, come in pairwise(stretches)
        if gone.old_end > gone.old_start and not come.kept
    )


def _gap(stretches: list[Stretch], start: int, end: int) -> tuple[int, int]:
    """Where in the new text that stands which came instead."""
    touched = [s for s in stretches if s.old_start < end and s.old_end >= start and not s.kept]
    if not touched:
        return 0, 0
    return touched[0].new_start, touched[-1].new_end
