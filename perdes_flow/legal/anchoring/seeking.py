"""From what a person wrote down (an address, a quote, what stood around it) to an anchor on the text that it was written on."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from perdes_flow.legal.anchoring.anchor import Anchor, Span
from perdes_flow.legal.anchoring.quotes import PREFIX, SUFFIX
from perdes_flow.legal.units import Naskah, Unit


def seek_unit(naskah: Naskah, unit: Unit | None, quote: str = "") -> list[Anchor]:
    """The anchors that a comment on a unit may mean: one for every place of the quote in it; without a quote the unit itself.

    No unit means the whole text. Empty where the unit does not hold the quote, or has no paragraph of its own.
    """
    blocks = range(len(naskah.blocks)) if unit is None else _blocks(unit)
    if quote.strip():
        return _Folded.of(naskah, blocks).find(_fold(quote))
    if unit is None:
        return [Anchor("whole")]
    first = next(iter(blocks), None)
    return [] if first is None else [Anchor("unit", (Span(first, 0, len(naskah.blocks[first].text)),))]


def seek_quote(
    naskah: Naskah, quote: str, *, block: int, start: int, prefix: str = "", suffix: str = ""
) -> Anchor | None:
    """The quote where it was said to stand; else in that block, else anywhere, where what stands around it fits best."""
    if naskah.blocks[block].text[start : start + len(quote)] == quote:
        return Anchor("words", (Span(block, start, start + len(quote)),))
    for blocks in ([block], range(len(naskah.blocks))):
        found = [
            (_fit(naskah.blocks[b].text, at, at + len(quote), prefix, suffix), -abs(b - block), b, at)
            for b in blocks
            for at in _all(naskah.blocks[b].text, quote)
        ]
        if found:
            _, _, best, at = max(found)
            return Anchor("words", (Span(best, at, at + len(quote)),))
    return None


def seek_at(naskah: Naskah, block: int, quote: str, occurrence: int = 0) -> Anchor | None:
    """The quote that begins in a block, the first or a later one there; without a quote the whole block.

    None where it does not begin there, or the text has no such block.
    """
    if not 0 <= block < len(naskah.blocks):
        return None
    if not quote.strip():
        return Anchor("unit", (Span(block, 0, len(naskah.blocks[block].text)),))
    length, last = 0, block
    while last < len(naskah.blocks) and length <= len(naskah.blocks[block].text) + len(quote):
        length += len(naskah.blocks[last].text) + 1
        last += 1
    found = _Folded.of(naskah, range(block, last)).find(_fold(quote))
    begun = [anchor for anchor in found if anchor.spans[0].block == block]
    return begun[min(occurrence, len(begun) - 1)] if begun else None


def _blocks(unit: Unit) -> Iterable[int]:
    return dict.fromkeys(block for part in unit.walk() for block in part.blocks)


def _all(text: str, quote: str) -> Iterator[int]:
    at = text.find(quote) if quote else -1
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def _fit(text: str, start: int, end: int, prefix: str, suffix: str) -> float:
    before = _common(text[:start][::-1], prefix[::-1]) / len(prefix) if prefix else 0
    behind = _common(text[end:], suffix) / len(suffix) if suffix else 0
    return PREFIX * before + SUFFIX * behind


def _common(one: str, other: str) -> int:
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )


def _fold(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split())


@dataclass(frozen=True, slots=True)
class _Folded:
    """The blocks as one line, blanks as one; `origin` says where each letter comes from, -1 in an automatic number."""

    line: str
    origin: list[tuple[int, int]]

    @classmethod
    def of(cls, naskah: Naskah, blocks: Iterable[int]) -> "_Folded":
        letters: list[str] = []
        origin: list[tuple[int, int]] = []
        for block in blocks:
            number, text = naskah.blocks[block].number, naskah.blocks[block].text
            shown = [
                *((letter, -1) for letter in f"{number} " if number),
                *zip(text, range(len(text)), strict=True),
                (" ", -1),
            ]
            for letter, place in shown:
                if not letter.isspace():
                    letters.append(letter)
                    origin.append((block, place))
                elif letters and letters[-1] != " ":
                    letters.append(" ")
                    origin.append((block, -1))
        return cls("".join(letters), origin)

    def find(self, quote: str) -> list[Anchor]:
        found = []
        for at in _all(self.line, quote):
            ends: dict[int, tuple[int, int]] = {}
            for block, place in self.origin[at : at + len(quote)]:
                if place >= 0:
                    first, _ = ends.get(block, (place, place))
                    ends[block] = first, place + 1
            if ends:
                found.append(
                    Anchor("words", tuple(Span(b, first, last) for b, (first, last) in ends.items()))
                )
        return found
