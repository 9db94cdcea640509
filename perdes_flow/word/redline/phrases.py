"""Short phrases in a format of their own: where a word of one was replaced and the format went with it, all of it was replaced.

Otherwise an italic "BUM Desa" that became a plain "bersama Desa" would read as a replaced word and, besides, as a change
of format that nobody made.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby

from perdes_flow.legal.difference import COME, GONE, KEPT, Stretch, Stretches
from perdes_flow.word.redline.content import Content, Format

LONGEST = 40  # characters of a phrase; a longer stretch of one format is text in which words were edited


def replace_phrases(stretches: Sequence[Stretch], before: Content, after: Content) -> Sequence[Stretch]:
    """The stretches, with what is left of such phrases as replaced."""
    if not _may_hold_phrases(stretches, before, after):
        return stretches
    olds, news = _formats(before), _formats(after)
    kept = [
        pair
        for s in stretches
        if s.kept
        for pair in zip(range(s.old_start, s.old_end), range(s.new_start, s.new_end), strict=True)
    ]
    differing = [(i, j) for i, j in kept if olds[i] != news[j]]
    gone = _edited_phrases(olds, {i for i, _ in kept})
    come = _edited_phrases(news, {j for _, j in kept})
    replaced = {i for i, j in differing if i in gone or j in come}
    return _cut(stretches, replaced) if replaced else stretches


def _may_hold_phrases(stretches: Sequence[Stretch], before: Content, after: Content) -> bool:
    return len(stretches) > 1 and any(
        span.format != content.spans[0].format for content in (before, after) for span in content.spans
    )


def _formats(content: Content) -> list[Format]:
    """The format of every character."""
    return [span.format for span in content.spans for _ in range(span.start, span.end)]


def _edited_phrases(formats: Sequence[Format], kept: set[int]) -> set[int]:
    """The characters of the short phrases some of whose characters were not kept."""
    found: set[int] = set()
    for phrase in _phrases(formats):
        if len(phrase) <= LONGEST and len(phrase) < len(formats) and not kept.issuperset(phrase):
            found.update(phrase)
    return found


def _phrases(formats: Sequence[Format]) -> Iterator[range]:
    start = 0
    for _, group in groupby(formats):
        end = start + sum(1 for _ in group)
        yield range(start, end)
        start = end


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
