"""Plain text to blocks: one line a paragraph, as texts come that were copied from a web page or a PDF."""

import unicodedata

from perdes_flow.legal.blocks import Block, Cell


def blocks_of(text: str) -> tuple[Block, ...]:
    """One block a line; a line with tabs is the row of a table, and the rows that follow one another are one table."""
    blocks: list[Block] = []
    table, row = -1, -1
    for line in unicodedata.normalize("NFC", text).splitlines():
        cells = line.split("\t")
        if len(cells) == 1:
            row = -1
            blocks.append(Block("body", "", len(blocks), "", line))
            continue
        if row < 0:
            table += 1
        row += 1
        for column, words in enumerate(cells):
            blocks.append(Block("body", "", len(blocks), "", words, Cell(table, row, column)))
    return tuple(blocks)
