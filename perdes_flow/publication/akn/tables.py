"""Tables of data: rows of the tree to rows of XML, and back."""

from collections.abc import Iterable

from perdes_flow.legal.units import Unit
from perdes_flow.publication.akn.elements import local, words
from perdes_flow.publication.akn.pen import Element, Pen
from perdes_flow.publication.akn.vocabulary import HEAD, NUMBER, ROWS

_BETWEEN = " | "  # what parts the cells in a row's text


def is_table(unit: Unit) -> bool:
    """A "tabel" of nothing but rows."""
    plain = unit.kind == "tabel" and not unit.text and not unit.number and bool(unit.children)
    return plain and all(is_row(child) for child in unit.children)


def is_row(unit: Unit) -> bool:
    """A row that a table of XML can hold."""
    return unit.kind in ROWS and not unit.children and not (unit.number and unit.kind == "kepala tabel")


def write_table(
    pen: Pen, parent: Element, rows: Iterable[Unit], prefix: str, *, head: Unit | None = None, kind: str = ""
) -> None:
    """Rows as a table; `head` is a row before them that the tree keeps elsewhere."""
    eid = pen.eid("table", prefix)
    table = pen.add(parent, "table", eId=eid, **({"kind": kind} if kind else {}))
    if head:
        _write_row(pen, table, head, eid, HEAD)
    for row in rows:
        _write_row(pen, table, row, eid)


def read_rows(table: Element) -> list[Unit]:
    """The rows of a table, the head row first where it has one."""
    return [_read_row(row) for row in table if local(row) == "tr"]


def _write_row(pen: Pen, table: Element, unit: Unit, prefix: str, kind: str = "") -> None:
    row = pen.add(table, "tr", eId=pen.eid("tr", prefix, unit), **({"kind": kind} if kind else {}))
    tag = "th" if unit.kind == "kepala tabel" else "td"
    if unit.number:
        pen.add(pen.add(row, tag, kind=NUMBER), "p", unit.number)
    for cell in unit.text.split(_BETWEEN):
        pen.add(pen.add(row, tag), "p", cell)


def _read_row(row: Element) -> Unit:
    cells = [cell for cell in row if local(cell) in ("th", "td")]
    number = words(cells.pop(0)) if cells and cells[0].get("class") == NUMBER else ""
    kind = "kepala tabel" if cells and local(cells[0]) == "th" else "baris"
    return Unit(kind, number, _BETWEEN.join(words(cell) for cell in cells))
