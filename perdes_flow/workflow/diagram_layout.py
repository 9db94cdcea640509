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
    way = _longest(procedure.initial, _without_back_ways(procedure), {})
    placed = {id: Cell(0, row) for row, id in enumerate(way)}
    # stages before ends: an end is placed beside the stages that lead to it
    for id in sorted(procedure.states.keys() - placed.keys(), key=lambda id: _order(procedure, id)):
        column = 2 if procedure.states[id].final else 1
        taken = {cell.row for cell in placed.values() if cell.column == column}
        placed[id] = Cell(column, _nearest_free(_beside(id, procedure, placed), taken))
    return placed


def _order(procedure: Procedure, id: Slug) -> tuple[bool, int]:
    return procedure.states[id].final, list(procedure.states).index(id)


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


def _beside(id: Slug, procedure: Procedure, placed: Mapping[Slug, Cell]) -> int:
    """The row in the middle of those from which one comes here."""
    sources = [source for step in procedure.transitions if step.to == id for source in step.source]
    rows = [placed[source].row for source in sources if source in placed]
    return sum(rows) // len(rows) if rows else 0


def _nearest_free(wanted: int, taken: set[int]) -> int:
    distance = 0
    while True:
        for row in (wanted + distance, wanted - distance):
            if row >= 0 and row not in taken:
                return row
        distance += 1
