"""Where the stages of a procedure stand in its picture: the longest way down the middle, side ways beside it."""

from collections.abc import Mapping
from dataclasses import dataclass

from perdes_flow.domain.values import Slug
from perdes_flow.workflow.definition_model import Procedure

Edges = Mapping[Slug, tuple[Slug, ...]]


@dataclass(frozen=True, slots=True)
class Cell:
    """Column and row, from 0. Column 0 is the middle way."""

    column: int
    row: int


def cells(procedure: Procedure) -> dict[Slug, Cell]:
    """A cell of its own for every stage."""
    onward = _without_back_ways(procedure)
    way = _longest(procedure.initial, onward, {})
    rows = {id: row for row, id in enumerate(way)}
    placed = {id: Cell(0, row) for id, row in rows.items()}
    for id in procedure.states:
        if id not in placed:
            # a side end goes to the outer column: many ways lead there
            column = 2 if procedure.states[id].final else 1
            wanted = _beside(id, procedure, rows)
            row = _nearest_free(wanted, {cell.row for cell in placed.values() if cell.column == column})
            placed[id] = Cell(column, row)
    return placed


def _without_back_ways(procedure: Procedure) -> Edges:
    """The ways on, without those that lead back to a stage one has come from."""
    onward: dict[Slug, tuple[Slug, ...]] = {}

    def visit(id: Slug, trail: frozenset[Slug]) -> None:
        trail = trail | {id}
        onward[id] = tuple(dict.fromkeys(s.to for s in procedure.steps_from(id) if s.to not in trail))
        for target in onward[id]:
            if target not in onward:
                visit(target, trail)

    visit(procedure.initial, frozenset())
    return onward


def _longest(id: Slug, onward: Edges, known: dict[Slug, tuple[Slug, ...]]) -> tuple[Slug, ...]:
    if id not in known:
        known[id] = ()  # should a circle be left, it is not walked twice
        rest = max((_longest(target, onward, known) for target in onward.get(id, ())), key=len, default=())
        known[id] = (id, *rest)
    return known[id]


def _beside(id: Slug, procedure: Procedure, rows: Mapping[Slug, int]) -> int:
    """The row in the middle of those from which one comes here."""
    sources = [
        rows[source]
        for step in procedure.transitions
        if step.to == id
        for source in step.source
        if source in rows
    ]
    return sum(sources) // len(sources) if sources else 0


def _nearest_free(wanted: int, taken: set[int]) -> int:
    distance = 0
    while True:
        for row in (wanted + distance, wanted - distance):
            if row >= 0 and row not in taken:
                return row
        distance += 1
