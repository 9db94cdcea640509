"""The parts of a regulation in their order: judul, pembukaan, batang tubuh, penutup, penjelasan, lampiran."""

import re
from collections.abc import Sequence

from perdes_flow.legal.parsing.body import Body
from perdes_flow.legal.parsing.explanation import Explanation
from perdes_flow.legal.parsing.lines import (
    Line,
    is_dangling,
    may_be_heading,
    read_capital,
    read_number,
)
from perdes_flow.legal.parsing.lists import OpenLists, item_kind
from perdes_flow.legal.parsing.nodes import Node
from perdes_flow.legal.parsing.starts import opens_penjelasan, opens_penutup, read_lampiran, read_opening
from perdes_flow.legal.parsing.tables import Cells, read_table
from perdes_flow.legal.units import Remark

_LOOK_AHEAD = 8  # lines: a Bab with a long title, a Bagian, a Paragraf, each with its title
_LISTED = frozenset({"menimbang", "mengingat", "memperhatikan"})
_END_STARTS = frozenset("ADLBlP")  # of every line that opens penutup, lampiran or penjelasan
_BEFORE_BODY = frozenset({"judul", "kesepakatan", "memutuskan", "menetapkan", *_LISTED})
NO_REGULATION = "teks ini tidak dikenali sebagai peraturan"


class Parts:
    """Takes the lines one by one and keeps the part that is open."""

    def __init__(self, remarks: list[Remark], lines: list[Line]) -> None:
        self._remarks = remarks
        self._lines = lines
        self._at = -1
        self._opening_ends = _end_of_opening(lines)
        self._roots = Node("naskah")
        self._pembukaan: Node | None = None
        self._part = "judul"
        self._node = self._roots.add("judul")
        self._lists = OpenLists(self._node)
        self._body = Body(self._roots, remarks)
        self._explanation = Explanation(self._node)
        self._head: Node | None = None  # the open head of a lampiran

    @property
    def takes_tables(self) -> bool:
        """Data tables stand in the batang tubuh and after it; before it a table is layout."""
        return self._part in ("body", "lampiran", "penjelasan")

    def take(self, lines: Sequence[Line]) -> None:
        """Lines of the text; each opens a part or goes on with the one that is open."""
        place = 0
        while place < len(lines):
            usual = self._body.take_usual(lines, place) if self._part == "body" else 0
            self._at += usual
            place += usual
            self._take(lines[place])
            place += 1

    def _take(self, line: Line) -> None:
        self._at += 1
        if self._part == "body" and self._body.goes_on(line):  # nearly always
            return
        if not (self._opens_pembukaan(line) or self._opens_body(line) or self._opens_end(line)):
            self._go_on(line)

    def pass_over(self, lines: Sequence[Line]) -> None:
        """Marks of the printed page: kept where they stand, not read as text."""
        for line in lines:
            self._remarks.append(Remark(line.block, f"tanda halaman “{line.text}” tidak dibaca sebagai teks"))
            self._node.blocks.append(line.block)

    def take_table(self, cells: Cells, lines: int) -> None:
        """A table of data, as rows; it was so many lines."""
        self._at += lines
        if self._part == "lampiran":
            self._take_annexed_table(cells)
        else:
            below = self._body.deepest if self._part == "body" else self._explanation.deepest
            read_table(below.add("tabel"), cells)

    def finish(self) -> list[Node]:
        """The roots, in reading order."""
        roots = [root for root in self._roots.children if root.children or root.blocks]
        if any(root.kind != "judul" for root in roots):
            return roots
        for root in roots:
            root.kind = "lain"
            first = root.children[0] if root.children else root
            self._remarks.append(Remark(first.blocks[0], NO_REGULATION))
        return roots

    # ---- the start of a part

    def _opens_pembukaan(self, line: Line) -> bool:
        opening = read_opening(line.text) if self._part in _BEFORE_BODY else None
        if not opening:
            return False
        part, rest = opening
        if self._pembukaan is None:
            self._pembukaan = self._roots.add("pembukaan")
        self._start(part, self._pembukaan.add(part))
        if part == "kesepakatan":
            self._node.add("larik", "", rest, line.block)
        else:
            self._node.blocks.append(line.block)
            self._go_on(Line(line.block, rest, automatic=False, centred=False))
        return True

    def _opens_body(self, line: Line) -> bool:
        if self._part not in _BEFORE_BODY or self._at <= self._opening_ends:
            return False
        following = self._following(line)
        if is_dangling(self._tail()) or not self._body.heading(line, following):
            return False
        self._start("body", self._roots)
        self._body.take(line, following)
        return True

    def _opens_end(self, line: Line) -> bool:
        if self._part in _BEFORE_BODY and self._part not in ("menetapkan", "memutuskan"):
            return False
        if line.text[:1] not in _END_STARTS:
            return False
        if self._part not in ("penutup", "lampiran", "penjelasan") and opens_penutup(line.text):
            self._start("penutup", self._roots.add("penutup"))
            self._node.add("larik", "", line.text, line.block)
            return True
        if lampiran := read_lampiran(line.text):
            number, rest = lampiran
            self._start("lampiran", self._roots.add("lampiran", number, "", line.block))
            self._head = self._node.add("judul")
            if rest:
                self._head.add("larik", "", rest, line.block)
            return True
        if self._part != "penjelasan" and opens_penjelasan(line.text, signed=self._part == "penutup"):
            self._start("penjelasan", self._roots.add("penjelasan"))
            self._explanation = Explanation(self._node)
            self._node.add("larik", "", line.text, line.block)
            return True
        return False

    def _start(self, part: str, node: Node) -> None:
        self._part, self._node, self._lists = part, node, OpenLists(node)

    # ---- going on with the part

    def _go_on(self, line: Line) -> None:
        if self._part == "body":
            self._body.take(line, self._following(line))
        elif self._part == "penjelasan":
            self._explanation.take(line)
        elif self._part == "lampiran":
            self._take_annexed(line)
        elif self._part in _LISTED:
            self._take_listed(line)
        elif self._part in ("memutuskan", "menetapkan"):
            self._node.grow("" if line.text == ":" else line.text, line.block)
        else:
            self._node.add("larik", "", line.text, line.block)

    def _take_listed(self, line: Line) -> None:
        text = line.text.removeprefix(":").lstrip()
        found = read_number(text) or read_capital(text)
        marker, rest = (self._lists.read(found[0]), found[1]) if found else (None, "")
        level = self._lists.level_of(marker, rest, certain=line.automatic) if marker else None
        if marker and level is not None:
            self._lists.take(level, marker, rest, line.block, item_kind(marker))
        else:
            self._lists.deepest.grow(text, line.block)

    def _take_annexed(self, line: Line) -> None:
        if self._head and (not any(letter.islower() for letter in line.text) or _OF_A_HEAD.match(line.text)):
            self._head.add("larik", "", line.text, line.block)
            return
        self._head = None
        self._node.add("larik", "", line.text, line.block)

    def _take_annexed_table(self, cells: Cells) -> None:
        """The rows of the first table stand directly below the lampiran, its head row with the judul before it."""
        if any(child.kind in ("baris", "tabel") for child in self._node.children):
            read_table(self._node.add("tabel"), cells)
            return
        table = Node("tabel")
        read_table(table, cells)
        if table.children[0].kind == "kepala tabel" and len(self._node.children) == 1:
            self._node.children[0].children.append(table.children.pop(0))
        self._node.children += table.children
        self._head = None

    def _tail(self) -> str:
        return self._lists.deepest.tail if self._part in _LISTED else ""

    def _following(self, line: Line) -> list[Line]:
        """The next lines, where the line looks as if it could be a heading."""
        if not may_be_heading(line.text):
            return []
        return self._lines[self._at + 1 : self._at + 1 + _LOOK_AHEAD]


_OF_A_HEAD = re.compile(
    r"(?:Rancangan\s+)?Peraturan\s+(?:Bersama\s+)?(?:Kepala\s+)?Desa\b|(?:Nomor|Tanggal|Tentang)\s*(?::|\d|$)"
)  # the head of an annex in small letters


def _end_of_opening(lines: list[Line]) -> int:
    """Where the pembukaan ends; headings before it stand in a table of contents."""
    first = -1
    for i, line in enumerate(lines):
        opening = read_opening(line.text)
        if opening and opening[0] in ("memutuskan", "menetapkan"):
            return i
        if opening and first < 0:
            first = i
    return first
