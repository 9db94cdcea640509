"""Blocks from Word to the tree of the law.

It never fails on bad text: what it cannot place it keeps at the place where it stands, and says so in `remarks`. One pass, linear time.
"""

from collections.abc import Sequence
from itertools import groupby

from perdes_flow.legal.blocks import Block
from perdes_flow.legal.parsing.lines import lines_of
from perdes_flow.legal.parsing.nodes import Node, frozen
from perdes_flow.legal.parsing.pages import page_marks
from perdes_flow.legal.parsing.parts import Parts
from perdes_flow.legal.parsing.tables import is_data_table
from perdes_flow.legal.quiet import quietly
from perdes_flow.legal.units import Naskah, Remark

_ASIDE = {
    "header": "kepala halaman",
    "footer": "kaki halaman",
    "footnote": "catatan kaki",
    "endnote": "catatan kaki",
}


_MARK = -1  # in the place of a table's number: a mark of the printed page


@quietly
def parse(blocks: Sequence[Block]) -> Naskah:
    """The tree of a text; every block that is not blank stands in some unit."""
    remarks: list[Remark] = []
    lines = lines_of(blocks)
    marks = page_marks(lines, blocks)
    parts = Parts(remarks, [line for line in lines if line.block not in marks] if marks else lines)
    for table, together in groupby(
        lines, lambda line: _MARK if line.block in marks else (cell := blocks[line.block].cell) and cell.table
    ):
        group = list(together)
        if table == _MARK:
            parts.pass_over(group)
            continue
        if table is not None and len(group) > 1 and parts.takes_tables:
            cells = [(block, blocks[block]) for block in dict.fromkeys(line.block for line in group)]
            if is_data_table(cells):
                parts.take_table(cells, len(group))
                continue
        parts.take(group)
    roots = frozen([*parts.finish(), *_aside(blocks)])
    return Naskah(roots, tuple(blocks), tuple(remarks))


def _aside(blocks: Sequence[Block]) -> list[Node]:
    """What stands beside the text: one root for each page header, footer, note part and the text boxes."""
    found: dict[tuple[str, str], Node] = {}
    for i, block in enumerate(blocks):
        if block.story == "body" or not (text := " ".join(block.shown.split())):
            continue
        kind = _ASIDE.get(block.story, "kotak teks")
        node = found.setdefault((kind, block.part), Node(kind))
        node.grow(text, i)
    return list(found.values())
