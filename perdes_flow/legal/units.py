"""The text of a regulation as a tree of the law's own units.

A unit's blocks say where it stands in Word; two texts with the same words are equal whatever their blocks.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain, groupby, repeat

from perdes_flow.legal.addresses import Address, Step, canonical_value
from perdes_flow.legal.blocks import Block
from perdes_flow.legal.numbering import marker_of, misread_value
from perdes_flow.legal.swift import swift

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
        return iter(self.flat()) if self.children else iter((self,))

    def flat(self) -> list["Unit"]:
        """The same as a list."""
        return flattened((self,))

    @property
    def shown(self) -> str:
        """Number and own words as they stand on the page."""
        return f"{self.number} {self.text}".strip()

    def child(self, kind: str) -> "Unit | None":
        """The first direct child of a kind."""
        return next((child for child in self.children if child.kind == kind), None)


def flattened(units: Sequence[Unit]) -> list[Unit]:
    """The units and everything below them, in reading order."""
    found: list[Unit] = []
    _append(units, found)
    return found


def _append(units: Sequence[Unit], found: list[Unit]) -> None:
    for unit in units:
        found.append(unit)
        if unit.children:
            _append(unit.children, found)


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
        return iter(self.units)

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """Every unit in reading order."""
        return tuple(chain.from_iterable(units for _, units in self._stretches))

    @cached_property
    def body(self) -> tuple[Unit, ...]:
        """Every unit of the batang tubuh in reading order, headings included."""
        return tuple(chain.from_iterable(units for is_body, units in self._stretches if is_body))

    @cached_property
    def outside_body(self) -> tuple[Unit, ...]:
        """All the others."""
        return tuple(chain.from_iterable(units for is_body, units in self._stretches if not is_body))

    @cached_property
    def _stretches(self) -> tuple[tuple[bool, list[Unit]], ...]:
        """The batang tubuh, and what stands before and after it, each with all its units."""
        stretches = groupby(self.roots, lambda root: root.kind in HEADINGS)
        return tuple((is_body, flattened(list(roots))) for is_body, roots in stretches)

    def places(self) -> Iterator[tuple[Address, Unit]]:
        """Every unit with its address; units without one of their own have that of the unit around them."""
        return iter(self._places)

    def find(self, address: Address) -> Unit | None:
        """The unit at an address (the first, where a number stands twice); None where there is none.

        "Lampiran" without a number finds the only annex, whatever its number.
        """
        found = self._seek(address.steps)
        annexes = self.parts("lampiran") if found is None and address.steps[:1] == (Step("lampiran"),) else ()
        return self._sought(annexes, address.steps[1:], own_pasal=True) if len(annexes) == 1 else found

    def address_of(self, unit: Unit) -> Address:
        """The address of one of this text's own units (found by identity; KeyError for a stranger)."""
        address = self._known.get(id(unit))
        return self._located(unit) if address is None else address

    def _located(self, unit: Unit) -> Address:
        above = self._above[id(unit)]
        around = self.address_of(above) if above else _TOP
        if above and unit.kind in _COUNTED:  # all of them, lest each counts those before it
            self._known.update(
                (id(child), _own_address(child, around, place)) for child, place in _counted(above)
            )
            return self._known[id(unit)]
        address = self._known[id(unit)] = _own_address(unit, around, 0)
        return address

    def trail(self, unit: Unit) -> tuple[Unit, ...]:
        """The units around one of this text's own units, from the outermost to itself."""
        found = [unit]
        while around := self._above[id(found[-1])]:
            found.append(around)
        return tuple(reversed(found))

    def part(self, kind: str) -> Unit | None:
        """The first part of a kind: a root or a part of the pembukaan."""
        return self._first_parts.get(kind)

    def all_pasal(self) -> tuple[Unit, ...]:
        """Every Pasal of the batang tubuh in reading order; not those of the penjelasan, nor those quoted in a change."""
        return self._all_pasal

    def parts(self, kind: str) -> tuple[Unit, ...]:
        """Every root of a kind, e.g. all lampiran."""
        return tuple(root for root in self.roots if root.kind == kind)

    @property
    def is_decision(self) -> bool:
        """The text calls itself a Keputusan: it settles one case and has no Pasal."""
        judul = self.part("judul")
        lines = [line.text for line in judul.children] if judul else []
        return not self.all_pasal() and any(map(_CALLED_DECISION.match, lines))

    @property
    def is_regulation(self) -> bool:
        """The text calls itself one, or has what only a regulation has; a report has BAB too, and a contract Pasal."""
        judul = self.part("judul")
        lines = [line.text for line in judul.children] if judul else []
        if any(map(_CALLED_REGULATION.match, lines)):
            return any(root.kind in HEADINGS or root.kind == "pembukaan" for root in self.roots)
        if self.is_decision:
            return False
        if any(self.part(kind) for kind in _PARTS_OF_THEIR_OWN):
            return True
        return bool(self.all_pasal()) and not any(map(_CALLED_OTHERWISE.match, lines))

    @cached_property
    def _first_parts(self) -> dict[str, Unit]:
        found: dict[str, Unit] = {}
        for root in self.roots:
            found.setdefault(root.kind, root)
            for child in root.children if root.kind == "pembukaan" else ():
                found.setdefault(child.kind, child)
        return found

    @cached_property
    def _all_pasal(self) -> tuple[Unit, ...]:
        return tuple(_pasal_below([root for root in self.roots if root.kind in HEADINGS]))

    @cached_property
    def _places(self) -> tuple[tuple[Address, Unit], ...]:
        found: list[tuple[Address, Unit]] = []
        for root in self.roots:
            _collect(root, _own_address(root, _TOP, 0), found)
        return tuple(found)

    def _seek(self, steps: tuple[Step, ...]) -> Unit | None:
        """The first unit, in reading order, at these steps."""
        found: Sequence[Unit] = self._tops.get(steps[0], ()) if steps else ()
        return self._sought(found, steps[1:], own_pasal=bool(steps) and steps[0].kind not in _OUTSIDE)

    def _sought(self, units: Sequence[Unit], steps: tuple[Step, ...], *, own_pasal: bool) -> Unit | None:
        for step in steps:
            units = [one for unit in units for one in self._steps_below(unit, own_pasal).get(step, ())]
        return units[0] if units else None

    def _steps_below(self, unit: Unit, own_pasal: bool) -> dict[Step, list[Unit]]:
        found = self._below.get(id(unit))
        if found is None:
            found = self._below[id(unit)] = _by_step(unit, own_pasal=own_pasal)
        return found

    @cached_property
    def _tops(self) -> dict[Step, list[Unit]]:
        """The units whose addresses begin with themselves: roots, the parts of the pembukaan, every Pasal."""
        found: dict[Step, list[Unit]] = {}
        for root in self.roots:
            for own in _own_address(root, _TOP, 0).steps[:1]:
                found.setdefault(own, []).append(root)
            if root.kind in _OUTSIDE:
                tops = _pasal_below([root])
            else:
                tops = [unit for unit in root.children if unit.kind in _PARTS_OF_THEIR_OWN]
            for unit in tops:
                found.setdefault(_step(unit.kind, unit.number), []).append(unit)
        for step in [step for step in found if step.kind == "pasal" and not step.value.isdecimal()]:
            if value := misread_value(step.value):  # a scanned number is found under the one it stands for
                found.setdefault(Step("pasal", str(value)), []).extend(found[step])
        return found

    @cached_property
    def _below(self) -> dict[int, dict[Step, list[Unit]]]:
        """What is one step below the units that were asked for already, by identity."""
        return {}

    @cached_property
    def _above(self) -> dict[int, Unit | None]:
        """The unit around each unit, by identity."""
        above: dict[int, Unit | None] = dict.fromkeys(map(id, self.roots))
        for unit in self.units:
            for child in unit.children:
                above[id(child)] = unit
        return above

    @cached_property
    def _known(self) -> dict[int, Address]:
        """The addresses that were asked for already."""
        return {}


def _pasal_below(roots: Sequence[Unit]) -> list[Unit]:
    """The roots that are Pasal, and those in the others, in reading order."""
    found: list[Unit] = []
    waiting = list(reversed(roots))
    while waiting:
        unit = waiting.pop()
        if unit.kind == "pasal":
            found.append(unit)
        else:
            waiting += unit.children[::-1]
    return found


def _collect(unit: Unit, address: Address, found: list[tuple[Address, Unit]]) -> None:
    found.append((address, unit))
    for child, ordinal in _counted(unit):
        _collect(child, _own_address(child, address, ordinal), found)


_CALLED_REGULATION = re.compile(
    r"(?:RANCANGAN\s+|DRAFT?\s+)?(?:PERATURAN|UNDANG-UNDANG|QANUN|PERDES|PERDA)\b", re.IGNORECASE
)
_CALLED_DECISION = re.compile(
    r"(?:RANCANGAN\s+)?(?:KEPUTUSAN|SURAT\s+(?:KEPUTUSAN|EDARAN)|INSTRUKSI)\b", re.IGNORECASE
)
_CALLED_OTHERWISE = re.compile(
    r"(?:(?:SURAT|NASKAH|DOKUMEN)\s+)?(?:PERJANJIAN|KONTRAK|NOTA\s+KESEPAHAMAN|KESEPAKATAN\s+KERJA|AKTA|ANGGARAN\s+(?:DASAR|RUMAH)"
    r"|STANDAR\s+OPERASIONAL|STANDARD?\s+OPERATING|PEDOMAN|LAPORAN|PROPOSAL)\b",
    re.IGNORECASE,
)
_address = swift(Address)
_TOP = Address(())
_COUNTED = frozenset({"baris", "butir", "tabel"})  # found by their place where they have no number
_HERE = frozenset({"larik", "lanjutan", "kepala tabel", "kesepakatan", "memutuskan", "lain"})
_PARTS_OF_THEIR_OWN = frozenset({"menimbang", "mengingat", "memperhatikan", "menetapkan"})
_OUTSIDE = ("buku", "bab")  # a Pasal's number is unique in the text: its Bab is not part of the address
_NAMELESS = Address((Step("naskah"),))


def _own_address(unit: Unit, around: Address, ordinal: int) -> Address:
    if unit.kind == "ayat":  # nearly always
        return _address((*around.steps, _step("ayat", unit.number))) if unit.number else around
    if unit.kind in _HERE:
        return around if around.steps else _NAMELESS
    if unit.kind in _PARTS_OF_THEIR_OWN:
        return Address((Step(unit.kind),))
    if unit.kind == "pasal" and around.steps and around.steps[0].kind in _OUTSIDE:
        around = _TOP
    return _address((*around.steps, _own_step(unit, ordinal)))


def _own_step(unit: Unit, ordinal: int) -> Step:
    if unit.kind == "umum":
        return Step("umum")
    step = _step(unit.kind, unit.number)
    return Step(step.kind, str(ordinal)) if not step.value and step.kind in _COUNTED else step


def _by_step(
    owner: Unit, *, own_pasal: bool, found: dict[Step, list[Unit]] | None = None
) -> dict[Step, list[Unit]]:
    """The units one step below, through those that have no address of their own, in reading order."""
    found = {} if found is None else found
    for child, ordinal in _counted(owner):
        if child.kind in _HERE or (child.kind == "ayat" and not child.number):
            _by_step(child, own_pasal=own_pasal, found=found)
        elif child.kind not in _PARTS_OF_THEIR_OWN and (own_pasal or child.kind != "pasal"):
            found.setdefault(_own_step(child, ordinal), []).append(child)
    return found


def _counted(owner: Unit) -> Iterable[tuple[Unit, int]]:
    """The children, each with its place among its like where these are counted."""
    if _COUNTED.isdisjoint([child.kind for child in owner.children]):  # nearly always
        return zip(owner.children, repeat(0))
    place = dict.fromkeys(_COUNTED, 0)
    counted = []
    for child in owner.children:
        if child.kind in place:
            place[child.kind] += 1
        counted.append((child, place.get(child.kind, 0)))
    return counted


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
        if raw.isdecimal() and raw.isascii() and len(raw) <= 4 and kind == "pasal":  # nearly all of them
            return raw
        return canonical_value(kind, raw) or raw
    if number.strip("().") == "l" and kind in ("ayat", "angka", "definisi"):
        return "1"  # what a scan makes of it
    marker = marker_of(number)
    if marker and marker.family == "bullet":
        return ""
    return number.rpartition(" ")[2].strip("().,").casefold()
