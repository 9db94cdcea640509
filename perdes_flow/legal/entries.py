"""The units that a list of changes speaks of: those with an address of their own, each with all the words that belong to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from perdes_flow.legal.units import HEADINGS, LIST_ITEMS, Naskah, Unit


@dataclass(eq=False)
class Entry:
    """A unit with its address, what is around it and, once it is known, its mate in the other text."""

    unit: Unit
    address: str
    around: "Entry | None"
    units: list[Unit] = field(default_factory=list)
    blocks: list[int] = field(default_factory=list)
    kids: "list[Entry]" = field(default_factory=list)
    mate: "Entry | None" = None

    @property
    def text(self) -> str:
        """Its own words, with those of lines that have no address of their own."""
        return " ".join(" ".join(unit.text for unit in self.units).split())

    def words_without(self, left_out: "Callable[[Entry], bool]") -> str:
        """All words in it, but for the entries inside it that are left out, with what is in them."""
        said: list[str] = []
        waiting = [self]
        while waiting:
            entry = waiting.pop()
            said += [unit.shown for unit in entry.units]
            waiting += [kid for kid in reversed(entry.kids) if not left_out(kid)]
        return " ".join(" ".join(said).split())

    @property
    def label(self) -> str:
        """Its number without the signs around it."""
        return self.unit.number.strip("().: ").casefold()

    @property
    def is_fixed(self) -> bool:
        return self.unit.kind in _FIXED

    @property
    def is_top_of_its_kind(self) -> bool:
        """What is around it is in both texts: it came or went by itself."""
        return self.around is None or self.around.mate is not None

    @property
    def pasal(self) -> str:
        """The address of the Pasal in which it stands, "" outside one."""
        entry: Entry | None = self
        while entry is not None and entry.unit.kind != "pasal":
            entry = entry.around
        return entry.address if entry else ""

    def may_be(self, other: "Entry") -> bool:
        """A heading stays a heading of its kind; ayat and items may become one another."""
        mine, others = self.unit.kind, other.unit.kind
        return mine == others if mine not in _TEXTS or others not in _TEXTS else True


_TEXTS = frozenset({"ayat", *LIST_ITEMS})
_FIXED = frozenset(
    {"judul", "pembukaan", "menetapkan", "penutup", "kepala halaman", "kaki halaman", "catatan kaki", "kotak teks", "lain"}
)  # fmt: skip
_OWN_ADDRESS = frozenset({*HEADINGS, *_TEXTS, *_FIXED, "baris", "lampiran", "penjelasan", "tabel"})


def read_entries(naskah: Naskah) -> list[Entry]:
    """The entries of a text in reading order, the wider before what stands in it."""
    entries: list[Entry] = []
    for root in naskah.roots:
        _collect(naskah, root, None, entries)
    return entries


def _collect(naskah: Naskah, unit: Unit, around: Entry | None, entries: list[Entry]) -> None:
    entry = around
    if unit.kind in _OWN_ADDRESS or around is None:
        entry = Entry(unit, str(naskah.address_of(unit)), around)
        entries.append(entry)
        if around is not None:
            around.kids.append(entry)
    assert entry is not None
    entry.units.append(unit)
    entry.blocks += dict.fromkeys(unit.blocks)
    for child in unit.children:
        _collect(naskah, child, entry, entries)


def by_block(entries: Sequence[Entry]) -> dict[int, list[Entry]]:
    """The entries that a block belongs to, the widest first."""
    found: dict[int, list[Entry]] = {}
    for entry in entries:
        for block in entry.blocks:
            found.setdefault(block, []).append(entry)
    return found
