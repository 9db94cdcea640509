"""What changed from one version of a text to the next, unit by unit, in one Indonesian sentence each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Literal

from perdes_flow.legal.addresses import Address
from perdes_flow.legal.entries import Entry, by_block, read_entries
from perdes_flow.legal.matching.lines import REFERENCES
from perdes_flow.legal.references import Reference, references
from perdes_flow.legal.renumbering import Shifts
from perdes_flow.legal.sentences import sentence
from perdes_flow.legal.units import LIST_ITEMS, Naskah

Kind = Literal[
    "inserted", "deleted", "changed", "moved", "renumbered", "reference", "split", "merged", "format"
]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one unit.

    unit      its new address; "old -> new" where the address changed; its old address where it was deleted
    kind      reference: nothing but its references to units that were renumbered
    sentence  the change as a person says it
    old, new  its own words before and after, "" where there are none
    """

    unit: str
    kind: Kind
    sentence: str
    old: str = ""
    new: str = ""

    def as_json(self) -> dict[str, str]:
        """Plain data for `--json`."""
        return asdict(self)


@dataclass(frozen=True)
class BlockPairs:
    """Which block of the new text is which of the old one, by their place in Naskah.blocks.

    mates        new -> old, also of moved blocks
    moved        the new blocks of every unit that stands elsewhere, in order
    splits       an old block and all the new ones that it became; merges the other way round
    reformatted  new blocks whose format changed
    """

    mates: Mapping[int, int]
    moved: tuple[tuple[int, ...], ...] = ()
    splits: tuple[tuple[int, tuple[int, ...]], ...] = ()
    merges: tuple[tuple[tuple[int, ...], int], ...] = ()
    reformatted: frozenset[int] = field(default_factory=frozenset)


def list_changes(old: Naskah, new: Naskah, pairs: BlockPairs) -> list[Change]:
    """All changes: those of the new text's units in reading order, then what was deleted."""
    return list(Comparison(old, new, pairs).changes())


class Comparison:
    """Two texts with what is known of their blocks: every entry has its mate once this is made.

    `old_blocks` and `new_blocks` hold the entries that a block belongs to, the widest first.
    """

    def __init__(self, old: Naskah, new: Naskah, pairs: BlockPairs) -> None:
        self.old, self.new, self.pairs = old, new, pairs
        self._olds, self._news = read_entries(old), read_entries(new)
        self.old_blocks, self.new_blocks = by_block(self._olds), by_block(self._news)
        self._pair()
        self._pair_fixed()
        self._targets = {entry.address: entry for entry in reversed(self._olds)}
        self._new_targets = {entry.address: entry for entry in reversed(self._news)}
        self._references = _by_unit(old), _by_unit(new)
        self._moved = {
            id(self.new_blocks[group[0]][0]) for group in pairs.moved if group[0] in self.new_blocks
        }
        self._joined()

    def addresses(self) -> dict[Address, Address]:
        """Where each unit of the old text that lives on stood and stands."""
        found = ((entry.mate.unit, entry.unit) for entry in self._news if entry.mate is not None)
        return {self.old.address_of(old): self.new.address_of(new) for old, new in found}

    def renumbered(self) -> Shifts:
        """The numbers that changed from a unit to its mate."""
        return frozenset(
            (_kind_of(entry), _number_of(entry.mate), _number_of(entry))
            for entry in self._news
            if entry.mate is not None and entry.label != entry.mate.label
        )

    def changes(self) -> Iterator[Change]:
        """All changes: those of the new text's units in reading order, then what was deleted."""
        for entry in self._news:
            if entry.mate is None:
                if id(entry) not in self._pieces and entry.is_top_of_its_kind:
                    yield self._change(entry.address, "inserted", None, entry)
            else:
                yield from self._of_pair(entry.mate, entry)
        for entry in self._olds:
            if entry.mate is None and id(entry) not in self._parts and entry.is_top_of_its_kind:
                yield self._change(entry.address, "deleted", entry, None)

    # ---- which unit is which

    def _pair(self) -> None:
        for entry in self._news:
            for block in entry.blocks:
                old_block = self.pairs.mates.get(block)
                found = self.old_blocks.get(old_block, []) if old_block is not None else []
                mate = next((old for old in found if old.mate is None and old.may_be(entry)), None)
                if mate is not None:
                    entry.mate, mate.mate = mate, entry
                    break

    def _pair_fixed(self) -> None:
        """Parts that bear no number: Judul, Penutup, the heads of pages, of which there may be several; the same before others."""
        waiting: dict[str, list[Entry]] = {}
        for entry in self._olds:
            if entry.is_fixed and entry.mate is None:
                waiting.setdefault(entry.address, []).append(entry)
        for wanted in (lambda old, new: old.text == new.text, lambda _, __: True):
            for entry in self._news:
                olds = waiting.get(entry.address, []) if entry.mate is None else []
                mate = next((old for old in olds if wanted(old, entry)), None)
                if mate is not None:
                    olds.remove(mate)
                    entry.mate, mate.mate = mate, entry

    def _joined(self) -> None:
        """Units cut in two and units joined: by their first part, and the other parts."""
        self._splits: dict[int, list[Entry]] = {}
        self._merges: dict[int, list[Entry]] = {}
        for _, news in self.pairs.splits:
            pieces = [self.new_blocks[block][-1] for block in news if block in self.new_blocks]
            if len(pieces) > 1:
                _mate_first(pieces)
                self._splits[id(pieces[0])] = pieces
        for olds, new in self.pairs.merges:
            parts = [self.old_blocks[block][-1] for block in olds if block in self.old_blocks]
            if len(parts) > 1 and new in self.new_blocks:
                _mate_first(parts)
                self._merges[id(self.new_blocks[new][-1])] = parts
        self._pieces = {id(piece) for pieces in self._splits.values() for piece in pieces[1:]}
        self._parts = {id(part) for parts in self._merges.values() for part in parts[1:]}

    # ---- what became of one unit

    def _of_pair(self, old: Entry, new: Entry) -> Iterator[Change]:
        pieces, parts = self._splits.get(id(new)), self._merges.get(id(new))
        address = new.address if old.address == new.address else f"{old.address} -> {new.address}"
        if pieces:
            yield self._change(f"{old.address} -> {', '.join(p.address for p in pieces)}", "split", old, new)
        elif parts:
            yield self._change(f"{', '.join(p.address for p in parts)} -> {new.address}", "merged", old, new)
        if id(new) in self._moved:
            yield self._change(address, "moved", old, new)
        elif old.label != new.label and not pieces and not parts:
            yield self._change(address, "renumbered", old, new)
        if not pieces and not parts and old.text != new.text:
            kind: Kind = "reference" if self._only_references(old, new) else "changed"
            yield self._change(new.address, kind, old, new)
        if not self.pairs.reformatted.isdisjoint(new.blocks):
            yield self._change(new.address, "format", old, new)

    def _change(self, unit: str, kind: Kind, old: Entry | None, new: Entry | None) -> Change:
        before, after = _alone(old), _alone(new)
        if old and new:
            before, after = old.text, new.text
        return Change(unit, kind, sentence(unit, kind, before, after), before, after)

    def _only_references(self, old: Entry, new: Entry) -> bool:
        """The words differ in references alone, and these point to what they pointed to before."""
        if REFERENCES.sub("§", old.text) != REFERENCES.sub("§", new.text):
            return False
        before, outside_before = self._targets_of(old, 0)
        after, outside_after = self._targets_of(new, 1)
        if "Pasal ini" in new.text and new.pasal:
            after.add(new.pasal)
        wanted = {entry.mate.address for a in before if (entry := self._targets.get(a)) and entry.mate}
        further = [self._new_targets.get(a) for a in after - wanted]
        return (
            outside_before == outside_after
            and wanted <= after
            and all(entry is not None and entry.mate is None for entry in further)
        )

    def _targets_of(self, entry: Entry, side: int) -> tuple[set[str], list[str]]:
        """The addresses that its references lead to, and the words of those that lead out of the text."""
        found = [r for unit in entry.units for r in self._references[side].get(id(unit), ())]
        return {str(r.target) for r in found if r.target}, [r.shown for r in found if not r.target]


def _kind_of(entry: Entry) -> str:
    """As a reference names it: a definition is an "angka"."""
    if entry.unit.kind in LIST_ITEMS:
        return "angka" if entry.label[:1].isdigit() else "huruf"
    return entry.unit.kind


def _number_of(entry: Entry) -> str:
    return entry.label.rpartition(" ")[2]


def _mate_first(parts: Sequence[Entry]) -> None:
    """The first part stands for them all, whichever of them was found to be the unit of the other text."""
    found = next((part for part in parts if part.mate is not None), None)
    if found is not None and found is not parts[0] and found.mate is not None:
        parts[0].mate, found.mate.mate = found.mate, parts[0]
        found.mate = None


def _alone(entry: Entry | None) -> str:
    """The words that came or went with a unit: not those of units in it that are in the other text too."""
    return entry.words_without(lambda inner: inner.mate is not None) if entry else ""


def _by_unit(naskah: Naskah) -> dict[int, list[Reference]]:
    found: dict[int, list[Reference]] = {}
    for reference in references(naskah):
        found.setdefault(id(reference.unit), []).append(reference)
    return found
