"""The text of a regulation as a tree of the law's own units.

A unit's blocks say where it stands in Word; two texts with the same words are equal whatever their blocks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from perdes_flow.legal.addresses import Address, Step, canonical_value
from perdes_flow.legal.blocks import Block
from perdes_flow.legal.numbering import marker_of

HEADINGS = ("buku", "bab", "bagian", "paragraf", "pasal")  # from the widest to the narrowest
LIST_ITEMS = frozenset({"huruf", "angka", "butir", "definisi"})


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of the law.

    kind      parts: "judul", "pembukaan", "menimbang", "mengingat", "memperhatikan", "kesepakatan", "memutuskan", "menetapkan",
              "penutup", "penjelasan" (with "umum"), "lampiran", "kepala halaman", "kaki halaman", "catatan kaki", "kotak teks",
              "lain" (a text that is no regulation); headings: "buku", "bab", "bagian", "paragraf", "pasal";
              text: "ayat" (number "" where a Pasal has only one), "huruf", "angka", "butir", "definisi",
              "lanjutan" (what follows a list in the same ayat), "larik" (a line without number);
              tables: "tabel", "kepala tabel" (its head row), "baris"
    number    as shown: "BAB IV", "Bagian Kesatu", "Pasal 5", "(2)", "b.", "3."; "" where there is none
    text      its own words without the number, runs of blanks as one; the cells of a row joined by " | "
    children  in reading order
    blocks    indices into Naskah.blocks, in order
    """

    kind: str
    number: str = ""
    text: str = ""
    children: tuple["Unit", ...] = ()
    blocks: tuple[int, ...] = field(default=(), compare=False)

    def walk(self) -> Iterator["Unit"]:
        """The unit and everything below it, in reading order."""
        waiting = [self]
        while waiting:
            unit = waiting.pop()
            yield unit
            waiting += reversed(unit.children)

    @property
    def shown(self) -> str:
        """Number and own words as they stand on the page."""
        return f"{self.number} {self.text}".strip()

    def child(self, kind: str) -> "Unit | None":
        """The first direct child of a kind."""
        return next((child for child in self.children if child.kind == kind), None)


@dataclass(frozen=True, slots=True)
class Remark:
    """What the parser could not place, or placed with doubt. `block` is an index into Naskah.blocks."""

    block: int
    message: str


@dataclass(frozen=True)
class Naskah:
    """A text as read: the tree, and the blocks it was read from. Equal to another if the trees are."""

    roots: tuple[Unit, ...]
    blocks: tuple[Block, ...] = field(default=(), compare=False, repr=False)
    remarks: tuple[Remark, ...] = field(default=(), compare=False)

    def walk(self) -> Iterator[Unit]:
        """Every unit in reading order."""
        for root in self.roots:
            yield from root.walk()

    def places(self) -> Iterator[tuple[Address, Unit]]:
        """Every unit with its address; units without one of their own have that of the unit around them."""
        return iter(self._places)

    def find(self, address: Address) -> Unit | None:
        """The unit at an address (the first, where a number stands twice); None where there is none.

        "Lampiran" without a number finds the only annex, whatever its number.
        """
        found = self._by_steps.get(address.steps)
        annexes = self.parts("lampiran") if found is None and address.steps[:1] == (Step("lampiran"),) else ()
        if len(annexes) == 1:
            return self._by_steps.get((*self.address_of(annexes[0]).steps, *address.steps[1:]))
        return found

    def address_of(self, unit: Unit) -> Address:
        """The address of one of this text's own units (found by identity; KeyError for a stranger)."""
        return self._by_identity[id(unit)]

    def part(self, kind: str) -> Unit | None:
        """The first part of a kind: a root or a part of the pembukaan."""
        for root in self.roots:
            if root.kind == kind:
                return root
            if root.kind == "pembukaan" and (found := root.child(kind)):
                return found
        return None

    def all_pasal(self) -> tuple[Unit, ...]:
        """Every Pasal of the batang tubuh in reading order; not those of the penjelasan, nor those quoted in a change."""
        return tuple(pasal for root in self.roots if root.kind in HEADINGS for pasal in _pasal_below(root))

    def parts(self, kind: str) -> tuple[Unit, ...]:
        """Every root of a kind, e.g. all lampiran."""
        return tuple(root for root in self.roots if root.kind == kind)

    @property
    def is_regulation(self) -> bool:
        """The text has at least one part that only a regulation has."""
        return any(root.kind in HEADINGS or root.kind == "pembukaan" for root in self.roots)

    @cached_property
    def _places(self) -> tuple[tuple[Address, Unit], ...]:
        found: list[tuple[Address, Unit]] = []
        for root in self.roots:
            _collect(root, _own_address(root, _TOP, 0), found)
        return tuple(found)

    @cached_property
    def _by_steps(self) -> dict[tuple[Step, ...], Unit]:
        return {address.steps: unit for address, unit in reversed(self._places)}  # the first of equals stays

    @cached_property
    def _by_identity(self) -> dict[int, Address]:
        return {id(unit): address for address, unit in self._places}


def _pasal_below(unit: Unit) -> Iterator[Unit]:
    if unit.kind == "pasal":
        yield unit
        return
    for child in unit.children:
        yield from _pasal_below(child)


def _collect(unit: Unit, address: Address, found: list[tuple[Address, Unit]]) -> None:
    found.append((address, unit))
    place = dict.fromkeys(_COUNTED, 0)
    for child in unit.children:
        if child.kind in place:
            place[child.kind] += 1
        _collect(child, _own_address(child, address, place.get(child.kind, 0)), found)


_TOP = Address(())
_COUNTED = ("baris", "butir", "tabel")  # found by their place where they have no number
_HERE = frozenset({"larik", "lanjutan", "kepala tabel", "kesepakatan", "memutuskan", "lain"})
_PARTS_OF_THEIR_OWN = frozenset({"menimbang", "mengingat", "memperhatikan", "menetapkan"})
_NAMELESS = Address((Step("naskah"),))


def _own_address(unit: Unit, around: Address, ordinal: int) -> Address:
    if unit.kind in _HERE:
        return around if around.steps else _NAMELESS
    if unit.kind in _PARTS_OF_THEIR_OWN:
        return Address((Step(unit.kind),))
    if unit.kind == "pasal" and around.steps and around.steps[0].kind in ("buku", "bab"):
        around = _TOP  # a Pasal's number is unique in the text: its Bab is not part of the address
    if unit.kind == "ayat" and not unit.number:
        return around
    if unit.kind == "umum":
        return around.below("umum")
    step = _step(unit.kind, unit.number)
    if not step.value and step.kind in _COUNTED:
        step = Step(step.kind, str(ordinal))
    return Address((*around.steps, step))


@lru_cache(maxsize=1 << 15)  # more than a long text has Pasal
def _step(kind: str, number: str) -> Step:
    value = _value(kind, number)
    if kind in LIST_ITEMS:
        kind = "butir" if not value else "angka" if value[0].isdigit() else "huruf"
    return Step(kind, value)


def _value(kind: str, number: str) -> str:
    """The number without what stands around it: "BAB IV" -> "IV", "(2)" -> "2", "b." -> "b", "•" -> ""."""
    if kind in HEADINGS or kind == "lampiran":
        raw = number.partition(" ")[2]
        return canonical_value(kind, raw) or raw
    marker = marker_of(number)
    if marker and marker.family == "bullet":
        return ""
    return number.rpartition(" ")[2].strip("().,").casefold()
