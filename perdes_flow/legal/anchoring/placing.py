"""From an anchor to its place: words, else their ayat, else the Pasal, else the draft."""

from perdes_flow.legal.anchoring.anchor import Anchor, Placement, Span, Status
from perdes_flow.legal.anchoring.fates import Fates
from perdes_flow.legal.anchoring.homes import Grade
from perdes_flow.legal.anchoring.passages import Text
from perdes_flow.legal.anchoring.remains import Piece, Remain, Remains
from perdes_flow.legal.anchoring.unit_places import UnitPlaces
from perdes_flow.legal.quiet import quietly
from perdes_flow.legal.units import Naskah

ENOUGH = 0.5  # of a quote's letters that must be left for it to be the same quote
HARDLY = 0.2  # … below which nothing is left of it


class Carrier:
    """Carries anchors of one text to another. The texts are compared once; each anchor costs what its unit costs."""

    @quietly
    def __init__(self, old: Naskah, new: Naskah) -> None:
        self._old, self._new = Text(old), Text(new)
        fates = Fates(self._old, self._new)
        self._twins = fates.twins.passages
        self._units = UnitPlaces(self._old, self._new, fates)
        self._remains = Remains(self._old, self._new, fates)

    def place(self, anchor: Anchor) -> Placement:
        """Where the anchor is in the new text; ValueError for one that is on no paragraph of the old one."""
        if anchor.level == "whole":
            return Placement("placed", "whole", share=1.0)
        if not anchor.spans or any(span.block not in self._old.passage_of for span in anchor.spans):
            raise ValueError("the anchor is on no paragraph of the text")
        if anchor.level == "unit":
            return self._units.place(anchor.spans[0].block)
        return self._beside_twin(anchor) or self._place_words(anchor)

    def _beside_twin(self, anchor: Anchor) -> Placement | None:
        """Words of a paragraph that is the same in both texts: as far from where its number ends."""
        span, *more = anchor.spans
        here = self._old.passage_of[span.block]
        there = self._twins.get(here)
        if there is None or more:
            return None
        old, new = self._old.passages[here], self._new.passages[there]
        if span.start < old.body or not any(map(str.isalnum, old.text[span.start : span.end])):
            return None
        block, shift = new.blocks[0], new.body - old.body
        words = Span(block, span.start + shift, min(span.end, len(old.text)) + shift)
        return Placement("placed", "words", (words,), self._new.address_of(block), 1.0)

    def _place_words(self, anchor: Anchor) -> Placement:
        pieces = self._remains.pieces(anchor.spans)
        if not pieces:  # nothing but a number
            return self._units.place(anchor.spans[0].block)
        pieces_found = [(p, remain) for p in pieces if (remain := self._remains.find(p)) is not None]
        found = [remain for _, remain in pieces_found]
        if not found:
            return self._units.orphan(self._old.sentences[pieces[0].sentence].home)
        found.sort(key=lambda remain: -remain.kept)
        best = found[0]
        share = min(1.0, sum(remain.kept for remain in found) / sum(piece.letters for piece in pieces))
        if share >= ENOUGH:
            status: Status = "placed" if best.grade == Grade.SURE else "doubtful"
            spans = self._remains.spans(found)
            return Placement(status, "words", spans, self._new.address_of(spans[0].block), share)
        if share >= HARDLY or best.replaced or any(map(_stands, pieces_found)):
            return self._units.on_passage(best.passage, Grade.DOUBTFUL, share)
        address = self._new.address_of(self._new.passages[best.passage].blocks[0])
        return Placement("orphan", "unit", (), address, share)


def _stands(found: tuple[Piece, Remain]) -> bool:
    """Of a quote over several sentences, this one's part stands: however small, it is not gone."""
    piece, remain = found
    return remain.grade == Grade.SURE and remain.kept == piece.letters
