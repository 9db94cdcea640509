"""Tables: those that hold data become rows; those that only lay out the page are read as lines."""

import re
from collections.abc import Sequence

from perdes_flow.legal.blocks import Block
from perdes_flow.legal.parsing.nodes import Node

Cells = Sequence[tuple[int, Block]]

_LAYS_OUT = re.compile(
    r"(?:Menimbang|Mengingat|Memperhatikan|Menetapkan|MEMUTUSKAN|LAMPIRAN|Ditetapkan\s+di|Disahkan\s+di|Diundangkan\s+di|"
    r"Agar\s+setiap\s+orang)\b|(?:KEPALA|SEKRETARIS)\s+DESA\b.*,$",
    re.IGNORECASE,
)
_PASAL = re.compile(r"(?:Pasal|PASAL)\s+(?:\d{1,4}[A-Z]?|[IVX]+)[.:]?")  # beside its text
_ROW_NUMBER = re.compile(r"\d{1,4}[.)]?")


def is_data_table(group: Cells) -> bool:
    """More than one column, and no sign that the table lays out an opening, the signatures, or Pasal beside their text."""
    cells = [block.cell for _, block in group if block.cell]
    if not cells or max(cell.column for cell in cells) == 0:
        return False
    if any(_LAYS_OUT.match(block.shown.strip()) for _, block in group):
        return False
    first = [block.shown.strip() for _, block in group if block.cell and block.cell.column == 0]
    return not all(_PASAL.fullmatch(shown) for shown in filter(None, first)) or not any(first)


def read_table(owner: Node, group: Cells) -> None:
    """Append the rows to `owner`: first the head row where there is one, then one "baris" a row."""
    rows = _rows(group)
    for place, row in enumerate(rows):
        numbered = _ROW_NUMBER.fullmatch(row.cells[0]) is not None
        if place == 0 and not numbered and len(rows) > 1:
            node = owner.add("kepala tabel", "", " | ".join(row.cells))
        elif numbered:
            node = owner.add("baris", row.cells[0], " | ".join(row.cells[1:]))
        else:
            node = owner.add("baris", "", " | ".join(row.cells))
        node.blocks = row.blocks


class _Row:
    __slots__ = ("blocks", "cells")

    def __init__(self, width: int) -> None:
        self.cells = [""] * width
        self.blocks: list[int] = []


def _rows(group: Cells) -> list[_Row]:
    """The rows in reading order, each as wide as the table, so that an empty cell keeps its place."""
    width = 1 + max(block.cell.column for _, block in group if block.cell)
    rows: dict[int, _Row] = {}
    for i, block in group:
        if block.cell:
            row = rows.setdefault(block.cell.row, _Row(width))
            row.cells[block.cell.column] = " ".join(
                (row.cells[block.cell.column] + " " + block.shown).split()
            )
            row.blocks.append(i)
    return list(rows.values())
