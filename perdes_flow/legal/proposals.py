"""Suggested wordings for whole paragraphs, brought onto a later text through the anchors, or reported with the reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from perdes_flow.legal.anchoring import Anchor, Carrier, Placement, Span
from perdes_flow.legal.merging import Edit, collide, edits, holds, rebased
from perdes_flow.legal.units import Naskah

Fit = Literal["cocok", "sudah", "berubah", "tanpa_tempat"]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Paragraphs as they are (`old`) from block `first` on, and as they should be; no old ones: new ones behind `first`."""

    first: int
    old: tuple[str, ...]
    new: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fitted:
    """A proposal on a later text.

    fit     cocok: it can be written there; sudah: the text says so already; berubah: the words it is about were changed
            since; tanpa_tempat: its paragraphs are not found again
    edits   by block; `gone`: blocks that go as a whole; `come`: new paragraphs behind a block
    address of the unit that it is on, for people
    """

    fit: Fit
    address: str
    edits: Mapping[int, tuple[Edit, ...]] = field(default_factory=dict)
    gone: tuple[int, ...] = ()
    come: Mapping[int, tuple[str, ...]] = field(default_factory=dict)


def fit_proposals(old: Naskah, new: Naskah, proposals: Sequence[Proposal]) -> list[Fitted]:
    """Each proposal on the new text."""
    same = old.blocks == new.blocks
    carrier = None if same else Carrier(old, new)
    return [_fit(old, new, carrier, proposal) for proposal in proposals]


def in_conflict(one: Fitted, other: Fitted) -> bool:
    """Both cannot be written: they touch the same words, or one drops a paragraph that the other is about."""
    if any(
        collide(a, b) for block, mine in one.edits.items() for a in mine for b in other.edits.get(block, ())
    ):
        return True
    if one.gone == other.gone and not (one.come or other.come):
        return False
    touched = [{*each.edits, *each.gone, *each.come} for each in (one, other)]
    both_add = any(block in other.come and other.come[block] != lines for block, lines in one.come.items())
    return bool(touched[0] & set(other.gone) or touched[1] & set(one.gone)) or both_add


def _fit(old: Naskah, new: Naskah, carrier: Carrier | None, proposal: Proposal) -> Fitted:
    count = max(1, len(proposal.old))
    places = [_place(old, carrier, proposal.first + i) for i in range(count)]
    blocks = [place if isinstance(place, int) else -1 for place in places]
    lost = next((place for place in places if isinstance(place, Placement)), None)
    if lost is not None:
        return Fitted("tanpa_tempat", lost.address)
    if blocks != list(range(blocks[0], blocks[0] + count)):
        return Fitted("berubah", _address(new, blocks[0]))
    return _on_blocks(new, blocks, proposal)


def _place(old: Naskah, carrier: Carrier | None, block: int) -> int | Placement:
    if carrier is None:
        return block
    text = old.blocks[block].text if block < len(old.blocks) else ""
    if not text.strip():
        return Placement("orphan", "whole")
    placement = carrier.place(Anchor("words", (Span(block, 0, len(text)),)))
    return placement.spans[0].block if placement.status == "placed" and placement.spans else placement


def _on_blocks(new: Naskah, blocks: Sequence[int], proposal: Proposal) -> Fitted:
    address = _address(new, blocks[0])
    if not proposal.old:
        written = tuple(b.text for b in new.blocks[blocks[0] + 1 : blocks[0] + 1 + len(proposal.new)])
        fit: Fit = "sudah" if written == proposal.new else "cocok"
        return Fitted(fit, address, come={blocks[0]: proposal.new})
    pairs = list(zip(blocks, proposal.old, proposal.new, strict=False))
    texts = [new.blocks[block].text for block in blocks]
    found = {block: rebased(edits(was, wanted), was, new.blocks[block].text) for block, was, wanted in pairs}
    gone, come = blocks[len(pairs) :], proposal.new[len(pairs) :]
    kept_gone = all(
        rebased(edits(was, ""), was, now) is not None
        for was, now in zip(proposal.old[len(pairs) :], texts[len(pairs) :], strict=True)
    )
    if all(change is not None for change in found.values()) and kept_gone:
        changes = {block: change for block, change in found.items() if change}
        return Fitted("cocok", address, changes, tuple(gone), {blocks[-1]: come} if come else {})
    if pairs and not gone and not come and all(holds(w, n, new.blocks[b].text) for b, w, n in pairs):
        return Fitted("sudah", address)
    return Fitted("berubah", address)


def _address(naskah: Naskah, block: int) -> str:
    unit = next((unit for unit in naskah.walk() if block in unit.blocks), None)
    return str(naskah.address_of(unit)) if unit else "Naskah"
