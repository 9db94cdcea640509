"""The tree back to blocks, one a unit: parse(write(naskah)) == naskah."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from perdes_flow.legal.blocks import Block, Cell
from perdes_flow.legal.units import HEADINGS, Naskah, Unit

_STORIES = {
    "kepala halaman": "header",
    "kaki halaman": "footer",
    "catatan kaki": "footnote",
    "kotak teks": "textbox",
}
_NAMED = {"menimbang", "mengingat", "memperhatikan", "menetapkan"}
_SPELT = (
    "ayat ",
    "huruf ",
    "angka ",
)  # how a penjelasan numbers what it explains, and some drafters their ayat
_ROWS = {"kepala tabel", "baris"}


def write(naskah: Naskah, *, automatic: bool = False) -> tuple[Block, ...]:
    """The blocks of a text, numbers typed or (automatic) as Word would make them."""
    written = _Writing(automatic)
    for i, root in enumerate(naskah.roots):
        if root.kind in _STORIES:
            written.add(Block(_STORIES[root.kind], f"word/{_STORIES[root.kind]}{i}.xml", 0, "", root.text))
        else:
            written.unit(root)
    return tuple(written.blocks)


def as_text(naskah: Naskah) -> str:
    """The text as plain lines, the cells of a row parted by tabs; page headers, footers and notes are left out."""
    lines: list[str] = []
    previous: Cell | None = None
    for block in write(naskah):
        if block.story != "body":
            continue
        if block.cell and previous and (block.cell.table, block.cell.row) == (previous.table, previous.row):
            lines[-1] += "\t" + block.shown
        else:
            lines.append(block.shown)
        previous = block.cell
    return "\n".join(lines) + "\n"


@dataclass
class _Writing:
    automatic: bool

    def __post_init__(self) -> None:
        self.blocks: list[Block] = []
        self._table, self._row = -1, -1
        self._in_table = False

    def add(self, block: Block) -> None:
        self._in_table = False
        self.blocks.append(replace(block, index=len(self.blocks)))

    def line(self, number: str, text: str, *, centred: bool = False) -> None:
        if not (number or text):
            return
        if number and not self.automatic:
            number, text = "", f"{number} {text}".strip()
        self.add(Block("body", "word/document.xml", 0, number, text, centred=centred))

    def unit(self, unit: Unit) -> None:
        if unit.kind in _ROWS:
            self._write_row(unit)
        elif unit.kind in HEADINGS:
            self.line(unit.number, "", centred=True)
            self.line("", unit.text, centred=True)
        elif unit.kind in _NAMED:
            self.line("", f"{unit.kind.capitalize()}: {unit.text}".strip())
        elif unit.kind == "umum":
            self.line("", unit.number)
        elif unit.number[:6].casefold().startswith(_SPELT):
            self.line("", unit.number)
            self.line("", unit.text)
        elif unit.kind == "tabel":
            self._in_table = False
        else:
            self.line(unit.number, unit.text)
        for child in unit.children:
            self.unit(child)

    def _write_row(self, unit: Unit) -> None:
        if not self._in_table:
            self._table, self._row = self._table + 1, -1
        self._row += 1
        for column, words in enumerate(_cells(unit)):
            cell = Cell(self._table, self._row, column)
            self.blocks.append(Block("body", "word/document.xml", len(self.blocks), "", words, cell))
        self._in_table = True


def _cells(unit: Unit) -> Iterator[str]:
    if unit.number:
        yield unit.number
    yield from unit.text.split(" | ")
