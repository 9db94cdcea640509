"""The redline of a table: rows and cells that came or went, changes inside the others, properties."""

import re
from collections.abc import Callable, Sequence

from lxml import etree

from perdes_flow.legal.comparison import Line, pair_lines
from perdes_flow.word.names import W
from perdes_flow.word.redline.items import count_paragraphs, text_of
from perdes_flow.word.redline.marking import cells_of, mark_cell, mark_row, rows_of
from perdes_flow.word.redline.shop import Shop

Inside = Callable[[Shop, etree._Element, etree._Element], None]  # the redline of what stands in two cells


def redline_table(shop: Shop, old: etree._Element, new: etree._Element, inside: Inside) -> None:
    """Turn the new w:tbl into the redline of both."""
    olds, news = list(rows_of(old)), list(rows_of(new))
    one_each = len(olds) == len(news) == 1
    lines = [[_row_line(row) for row in rows] for rows in (olds, news)]
    kept = pair_lines(*lines, same_place=one_each).kept
    kept = tuple((i, j) for i, j in kept if not shop.is_coarse(i, j))
    starts = _starts(olds, shop.old_first), _starts(news, shop.new_first)
    i = j = 0
    for end_i, end_j in [*kept, (len(olds), len(news))]:
        for row in olds[i:end_i]:
            copy = shop.carry(row)
            mark_row(shop.pen, copy, "del")
            _place(copy, new, news, j)
        for row in news[j:end_j]:
            mark_row(shop.pen, row, "ins")
        if end_i < len(olds):
            there = shop.inside(end_i, end_j, 0, 0)
            _redline_row(there, olds[end_i], news[end_j], starts[0][end_i], starts[1][end_j], inside)
        i, j = end_i + 1, end_j + 1
    _note_properties(shop, old, new, "tblPr", 0)
    _note_properties(shop, old, new, "tblGrid", 1)


_COUNTING = re.compile(r"\s*\d{1,4}[.)]?\s*")


def _row_line(row: etree._Element) -> Line:
    """What a row says; a first cell that only counts does not matter."""
    texts = [text_of(cell) for cell in cells_of(row)]
    if len(texts) > 1 and _COUNTING.fullmatch(texts[0]):
        del texts[0]
    return Line(" | ".join(texts), whole=True)


def _place(copy: etree._Element, container: etree._Element, news: list[etree._Element], j: int) -> None:
    """Put a row or cell of the old table before the new one at j, else at the end."""
    if j < len(news):
        news[j].addprevious(copy)
    else:
        container.append(copy)


def _starts(rows: Sequence[etree._Element], first: int) -> list[list[int]]:
    """The number of the first paragraph of every cell."""
    starts: list[list[int]] = []
    for row in rows:
        starts.append([])
        for cell in cells_of(row):
            starts[-1].append(first)
            if first >= 0:
                first += count_paragraphs(cell)
    return starts


def _redline_row(
    shop: Shop,
    old: etree._Element,
    new: etree._Element,
    old_starts: Sequence[int],
    new_starts: Sequence[int],
    inside: Inside,
) -> None:
    olds, news = list(cells_of(old)), list(cells_of(new))
    pairs = [(i, i) for i in range(len(olds))]
    if len(olds) != len(news):
        lines = [[Line(text_of(cell), whole=True) for cell in cells] for cells in (olds, news)]
        pairs = list(pair_lines(*lines).kept)
    i = j = 0
    for end_i, end_j in [*pairs, (len(olds), len(news))]:
        for cell in olds[i:end_i]:
            copy = shop.carry(cell)
            mark_cell(shop.pen, copy, "del")
            _place(copy, new, news, j)
        for cell in news[j:end_j]:
            mark_cell(shop.pen, cell, "ins")
        if end_i < len(olds):
            there = shop.inside(end_i, end_j, old_starts[end_i], new_starts[end_j])
            inside(there, olds[end_i], news[end_j])
            _note_properties(shop, olds[end_i], news[end_j], "tcPr", 0)
        i, j = end_i + 1, end_j + 1
    _note_properties(shop, old, new, "tblPrEx", 0)
    _note_properties(shop, old, new, "trPr", 1 if new.find(W + "tblPrEx") is not None else 0)


def _note_properties(shop: Shop, old: etree._Element, new: etree._Element, name: str, place: int) -> None:
    """Record the earlier properties where they differ."""
    before, after = old.find(W + name), new.find(W + name)
    if shop.tools.old_names.properties(before) == shop.tools.new_names.properties(after):
        return
    if after is None:
        after = etree.Element(W + name)
        new.insert(place, after)
    shop.pen.change(after, shop.carry(before) if before is not None else None)
