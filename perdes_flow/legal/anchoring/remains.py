"""What remains of a quote, sentence by sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from perdes_flow.legal.anchoring.anchor import Span
from perdes_flow.legal.anchoring.fates import Fates, Target
from perdes_flow.legal.anchoring.homes import Grade
from perdes_flow.legal.anchoring.passages import Text
from perdes_flow.legal.anchoring.quotes import Trace, trace
from perdes_flow.legal.difference import Stretch, difference


@dataclass(frozen=True, slots=True)
class Piece:
    """The part of a quote in one old sentence, by offsets in it."""

    sentence: int
    start: int
    end: int
    letters: int


@dataclass(frozen=True, slots=True)
class Remain:
    """What is left of a piece in a new passage. See quotes.Trace."""

    passage: int
    span: Span
    kept: int
    replaced: bool
    grade: Grade
    score: float


class Remains:
    """Finds what remains; the same sentences are aligned once, however many quotes are in them."""

    def __init__(self, old: Text, new: Text, fates: Fates) -> None:
        self._old, self._new, self._fates = old, new, fates
        self._aligned: dict[tuple[int, int, int, int], list[Stretch]] = {}

    def pieces(self, spans: Sequence[Span]) -> list[Piece]:
        """The parts of a quote; without numbers of units, which are no words of it."""
        return [piece for span in spans for piece in self._pieces_of(span)]

    def find(self, piece: Piece) -> Remain | None:
        """The best that is left of a piece in any sentence that its own became; None where that is gone."""
        found = [self._left_in(piece, target) for target in self._fates.targets(piece.sentence)]
        return max(found, key=lambda remain: remain.score, default=None)

    def spans(self, found: Sequence[Remain]) -> tuple[Span, ...]:
        """Where words are left, the most first; remains in one block become one span."""
        spans: dict[int, Span] = {}
        kept: dict[int, int] = {}
        for remain in found:
            if remain.kept:
                block, start, end = remain.span.block, remain.span.start, remain.span.end
                other = spans.get(block, remain.span)
                spans[block] = Span(block, min(start, other.start), max(end, other.end))
                kept[block] = kept.get(block, 0) + remain.kept
        return tuple(spans[block] for block in sorted(spans, key=lambda block: -kept[block]))

    def _pieces_of(self, span: Span) -> list[Piece]:
        passage = self._old.passages[self._old.passage_of[span.block]]
        start, end = passage.offset(span.block, span.start), passage.offset(span.block, span.end)
        pieces = []
        for i in passage.sentences:
            sentence = self._old.sentences[i]
            first, last = max(0, start - sentence.start), min(len(sentence.text), end - sentence.start)
            if first < last and (letters := sum(map(str.isalnum, sentence.text[first:last]))):
                pieces.append(Piece(i, first, last, letters))
        return pieces

    def _left_in(self, piece: Piece, target: Target) -> Remain:
        """Aligned with all sentences that went the same way, so that what stands twice is found in its own place."""
        place = self._new.sentences[target.sentence].passage
        left, begin = self._trace(piece, *self._went_along(piece.sentence, place))
        if 2 * left.kept < piece.letters:  # sentences that changed places: only one of them is found in a row
            alone, begin_alone = self._trace(piece, [piece.sentence], [target.sentence])
            if alone.kept > 2 * left.kept:
                left, begin = alone, begin_alone
        block, start = self._new.passages[place].place(begin + left.start)
        span = Span(
            block, start, min(start + left.end - left.start, len(self._new.naskah.blocks[block].text))
        )
        return Remain(place, span, left.kept, left.replaced, target.grade, left.score)

    def _went_along(self, sentence: int, there: int) -> tuple[list[int], list[int]]:
        """All sentences of one old passage that are in one new passage, and where they are."""
        olds, news = [], []
        for other in self._old.passages[self._old.sentences[sentence].passage].sentences:
            targets = [target.sentence for target in self._fates.targets(other)]
            inside = [t for t in targets if self._new.sentences[t].passage == there]
            if inside:
                olds.append(other)
                news += inside
        return olds, news

    def _trace(self, piece: Piece, olds: list[int], news: list[int]) -> tuple[Trace, int]:
        """What is left, and where in its passage the new text begins that it is measured in."""
        old, first = self._old.stretch(min(olds), max(olds))
        new, begin = self._new.stretch(min(news), max(news))
        shift = self._old.sentences[piece.sentence].start - first
        key = (min(olds), max(olds), min(news), max(news))
        if key not in self._aligned:
            self._aligned[key] = difference(old, new)
        return trace(old, new, self._aligned[key], piece.start + shift, piece.end + shift), begin
