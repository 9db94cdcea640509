"""Short phrases in a format of their own: where a word of one was replaced and the format went with it, all of it was replaced.

Otherwise an italic "BUM Desa" that became a plain "bersama Desa" would read as a replaced word and, besides, as a change
of format that nobody made.
"""

from collections.abc import Sequence
from itertools import groupby

from perdes_flow.legal.difference import COME, GONE, KEPT, Stretch, Stretches
from perdes_flow.word.redline.content import Content, Format
from perdes_flow.word.redline.plain import Plain

Text = Content | Plain

LONGEST = 40  # characters of a phrase; a longer stretch of one format is text in which words were edited


def replace_phrases(stretches: Sequence[Stretch], before: Text, after: Text) -> Sequence[Stretch]:
    """The stretches, with what is left of such phrases as replaced."""
    gone = _edited(before, [(s.old_start, s.old_end) for s in stretches if not s.kept])
    come = _edited(after, [(s.new_start, s.new_end) for s in stretches if not s.kept])
    if not gone and not come:
        return stretches
    olds, news = _formats(before), _formats(after)
    replaced = {
        i
        for s in stretches
        if s.kept
        for i, j in zip(range(s.old_start, s.old_end), range(s.new_start, s.new_end), strict=True)
        if olds[i] != news[j] and (_within(gone, i) or _within(come, j))
    }
    return _cut(stretches, replaced) if replaced else stretches


Ranges = list[tuple[int, int]]


def _edited(content: Text, edits: Ranges) -> Ranges:
    """The short phrases that hold an edit but are more than the edit."""
    return [
        (start, end)
        for start, end in _phrases(content)
        if end - start <= LONGEST and any(a < end and start < b and (start < a or b < end) for a, b in edits)
    ]


def _phrases(content: Text) -> Ranges:
    """Neighbouring spans of one format as one; none where all of it has one format."""
    found: Ranges = []
    form: Format | None = None
    for span in content.spans:
        if found and span.format == form:
            found[-1] = found[-1][0], span.end
        else:
            found.append((span.start, span.end))
            form = span.format
    return found if len(found) > 1 else []


def _within(ranges: Ranges, place: int) -> bool:
    return any(start <= place < end for start, end in ranges)


def _formats(content: Text) -> list[Format]:
    """The format of every character."""
    return [span.format for span in content.spans for _ in range(span.start, span.end)]


def _cut(stretches: Sequence[Stretch], replaced: set[int]) -> list[Stretch]:
    """The stretches, with these characters of the old text gone and come again."""
    found = Stretches()
    for kept, old_start, old_end, new_start, new_end in stretches:
        if not kept:
            found.add(GONE, old_end - old_start)
            found.add(COME, new_end - new_start)
            continue
        for again, places in groupby(range(old_start, old_end), replaced.__contains__):
            size = sum(1 for _ in places)
            for kind in (GONE, COME) if again else (KEPT,):
                found.add(kind, size)
    return found.done()
