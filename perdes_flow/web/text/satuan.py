"""A text cut into the pieces (satuan) that are read and talked about one by one: an ayat, a Pasal without ayat, a table.

Lines inside a satuan keep their own addresses, so that a comment on a huruf is found at its ayat.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import groupby

from perdes_flow.legal.units import HEADINGS, Naskah, Unit
from perdes_flow.web.text.anchors import anchor_of

_CAPTIONS = {
    "menimbang": "Menimbang:",
    "mengingat": "Mengingat:",
    "memperhatikan": "Memperhatikan:",
    "menetapkan": "Menetapkan:",
}
_ROWS = ("kepala tabel", "baris")
# nobody is asked what he or she thinks of a date or of the line at the foot of a page
_SILENT = frozenset(
    {"penutup", "kesepakatan", "memutuskan", "kepala halaman", "kaki halaman", "catatan kaki", "kotak teks"}
)
_SHORT = 5  # characters of a number that stands beside its text
_PLAIN = "Cukup jelas."
_NAMELESS = frozenset({"larik", "lanjutan", "kepala tabel"})  # they have the address of what is around them
_FLAT = (*HEADINGS, "lampiran", "umum")  # what stands below them is not set in
_DEEPEST = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text. `level` counts the numbers around it; `cells` are those of a row of a table, by their column."""

    kind: str
    number: str
    text: str
    level: int
    address: str
    anchor: str
    centred: bool = False
    cells: tuple[str, ...] = ()

    @property
    def heading(self) -> bool:
        return self.kind in HEADINGS or (self.kind == "lampiran" and bool(self.number))

    @property
    def hangs(self) -> bool:
        """Its number stands before the text: "(2)", "a."; not "Ayat (1)", which is read as a word."""
        return 0 < len(self.number) <= _SHORT


@dataclass(frozen=True, slots=True)
class Run:
    """Lines that stand together, or the rows of a table. `head` are the cells of its head row."""

    table: bool
    lines: tuple[Line, ...]
    head: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Satuan:
    """`talk`: people are asked about it. `words` is the SHA-256 of what it says, under whatever number."""

    kind: str
    address: str
    anchor: str
    runs: tuple[Run, ...]
    talk: bool
    words: str

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(line for run in self.runs for line in run.lines)

    @property
    def heading(self) -> bool:
        """Nothing but the heading of what follows."""
        return self.kind in HEADINGS and not self.talk

    @property
    def addresses(self) -> tuple[str, ...]:
        """Its own and those of its lines, each once."""
        return tuple(dict.fromkeys((self.address, *(line.address for line in self.lines))))


def read_satuan(naskah: Naskah) -> tuple[Satuan, ...]:
    """The satuan of a text in reading order; every line that is not blank stands in one."""
    return tuple(_Reading(naskah).satuan())


@dataclass
class _Reading:
    naskah: Naskah
    taken: set[str] = field(default_factory=set)  # anchors: where an address stands twice, the first has it

    def satuan(self) -> Iterator[Satuan]:
        for root in self.naskah.roots:
            yield from self._of(root)

    def _of(self, unit: Unit) -> Iterator[Satuan]:
        address = str(self.naskah.address_of(unit))
        if unit.kind == "lampiran":
            yield from self._annex(unit, address)
        elif _is_cut(unit):
            if unit.shown:
                yield from self._made(unit.kind, address, lambda: [self._line(unit, 0)], talk=False)
            for alone, children in groupby(unit.children, lambda child: child.kind not in _NAMELESS):
                yield from self._below(unit, tuple(children), address, alone=alone)
        else:
            talk = unit.kind not in _SILENT and unit.text != _PLAIN
            yield from self._made(
                unit.kind, address, lambda: [*self._caption(unit), *self._lines(unit, 0)], talk=talk
            )

    def _below(self, unit: Unit, children: Sequence[Unit], address: str, *, alone: bool) -> Iterator[Satuan]:
        if alone:
            for child in children:
                yield from self._of(child)
        else:  # lines without a number between the units: read with them, not talked about by themselves
            lines = [line for child in children for line in self._lines(child, 0)]
            yield from self._made("larik", address, lambda: lines, talk=False)

    def _annex(self, unit: Unit, address: str) -> Iterator[Satuan]:
        """The lines before, between and behind its tables together, and each table by itself."""
        anchor = self._anchor(address)
        runs = _runs([*self._lines(unit, 0)])
        for place, run in enumerate(runs):
            kind = "tabel" if run.table else "lampiran"
            talk = run.table or len(runs) == 1
            here = anchor if place == 0 else self._anchor(f"{address} {kind} {place}")
            yield Satuan(kind, address, here, (run,), talk, _words((run,)))

    def _made(
        self, kind: str, address: str, lines: Callable[[], Sequence[Line]], *, talk: bool
    ) -> Iterator[Satuan]:
        anchor = self._anchor(address)  # before its lines: the first of them has the same address
        runs = _runs(lines())
        if runs:
            yield Satuan(kind, address, anchor, runs, talk and bool(anchor), _words(runs))

    def _caption(self, unit: Unit) -> Iterator[Line]:
        if caption := _CAPTIONS.get(unit.kind):
            yield Line("kepala", "", caption, 0, str(self.naskah.address_of(unit)), "")

    def _lines(self, unit: Unit, level: int) -> Iterator[Line]:
        if unit.shown:
            yield self._line(unit, level)
        inside = min(level + bool(unit.number and unit.kind not in _FLAT), _DEEPEST)
        for child in unit.children:
            yield from self._lines(child, inside)

    def _line(self, unit: Unit, level: int) -> Line:
        address = str(self.naskah.address_of(unit))
        blocks = [self.naskah.blocks[i] for i in unit.blocks]
        centred = unit.kind in HEADINGS or (bool(blocks) and blocks[0].centred)
        anchor = self._anchor(address) if unit.kind not in _NAMELESS else ""
        cells = self._cells(unit) if unit.kind in _ROWS else ()
        return Line(unit.kind, unit.number, unit.text, level, address, anchor, centred, cells)

    def _cells(self, unit: Unit) -> tuple[str, ...]:
        cells: dict[int, list[str]] = {}
        for block in (self.naskah.blocks[i] for i in unit.blocks):
            cells.setdefault(block.cell.column if block.cell else 0, []).append(block.shown)
        last = max(cells, default=0)
        return tuple(" ".join(cells.get(column, ())) for column in range(last + 1))

    def _anchor(self, address: str) -> str:
        anchor = anchor_of(address)
        if anchor in self.taken:
            return ""
        self.taken.add(anchor)
        return anchor


def _is_cut(unit: Unit) -> bool:
    """What stands in it is talked about piece by piece."""
    if unit.kind == "pasal":
        return any(child.kind == "ayat" and child.number for child in unit.children)
    return unit.kind in HEADINGS or unit.kind in ("pembukaan", "penjelasan")


def _runs(lines: Sequence[Line]) -> tuple[Run, ...]:
    found = []
    for is_table, run in groupby(lines, lambda line: bool(line.cells)):
        rows = tuple(run)
        head = rows[0].cells if rows[0].kind == "kepala tabel" else ()
        found.append(Run(is_table, rows[1:] if head else rows, head))
    return tuple(found)


def _words(runs: Sequence[Run]) -> str:
    lines = [line for run in runs for line in run.lines]
    said = [" ".join(run.head) for run in runs] + [line.text for line in lines[:1]]
    said += [f"{line.number} {line.text}" for line in lines[1:]]
    return sha256("\n".join(said).encode("utf-8", "surrogatepass")).hexdigest()
