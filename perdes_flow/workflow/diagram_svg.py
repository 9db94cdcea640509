"""A procedure as an SVG picture, without any program from outside: stages, numbered steps, and a list of the steps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap

from perdes_flow.domain.values import Role, Slug
from perdes_flow.domain.words import offices
from perdes_flow.workflow.definition_model import Procedure, Transition
from perdes_flow.workflow.diagram_layout import Cell, cells

# all lengths in px
_BOX, _TALL, _GAP_X, _GAP_Y = 190, 52, 150, 46
_LEFT, _TOP, _LANE = 170, 60, 22
_LINE, _LIST_TOP, _LETTER = 20, 40, 6.6
_INK, _PALE, _BLUE, _GREEN, _RED = "#1f2933", "#f5f7fa", "#1d4ed8", "#166534", "#9f1239"
_FONT = "font-family=\"system-ui, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif\""


@dataclass(frozen=True, slots=True)
class _Box:
    x: float
    y: float
    label: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class _Way:
    number: int
    step: Transition
    source: Slug


def svg(procedure: Procedure, current: Slug | None = None) -> str:
    """The picture; `current`: the stage to be shown as the draft's own."""
    boxes = {id: _box(cell, procedure.states[id].label) for id, cell in cells(procedure).items()}
    ways = [_Way(n, s, source) for n, s in enumerate(procedure.transitions, start=1) for source in s.source]
    bottom = max(box.y for box in boxes.values()) + _TALL
    width = max(box.x for box in boxes.values()) + _BOX + 60
    lines = list(_list_lines(procedure))
    width = max(width, 2 * (48 + _LETTER * max(map(len, lines), default=0)))
    half = (len(lines) + 1) // 2
    height = bottom + _LIST_TOP + half * _LINE + 40
    title = escape(procedure.title)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}" role="img" {_FONT}>',
        f"<title>{title}</title>",
        _MARKER,
        f'<rect width="100%" height="100%" fill="white"/><text x="24" y="34" font-size="20" font-weight="600" fill="{_INK}">{title}</text>',
        *_ways(ways, boxes, procedure),
        *(_drawn(id, box, procedure, id == current) for id, box in boxes.items()),
        *_listed(lines, half, bottom + _LIST_TOP, width),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


_MARKER = (
    '<defs><marker id="panah" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto">'
    f'<path d="M0 0 10 5 0 10z" fill="{_INK}"/></marker></defs>'
)


def _box(cell: Cell, label: str) -> _Box:
    return _Box(_LEFT + cell.column * (_BOX + _GAP_X), _TOP + cell.row * (_TALL + _GAP_Y), label, cell)


def _drawn(id: Slug, box: _Box, procedure: Procedure, here: bool) -> str:
    state = procedure.states[id]
    reached = state.final and box.cell.column == 0
    edge = _BLUE if here else _GREEN if reached else _RED if state.final else _INK
    fill = "#dbeafe" if here else "#dcfce7" if reached else "#ffe4e6" if state.final else _PALE
    lines = wrap(state.label, 24)
    first = box.y + _TALL / 2 + 5 - 8.5 * (len(lines) - 1)
    words = "".join(
        f'<text x="{box.x + _BOX / 2:g}" y="{first + 17 * n:g}" text-anchor="middle" font-size="14" fill="{_INK}">{escape(line)}</text>'
        for n, line in enumerate(lines)
    )
    mark = " (tahap sekarang)" if here else ""
    shape = (
        f'<rect x="{box.x:g}" y="{box.y:g}" width="{_BOX}" height="{_TALL}" rx="{26 if state.final else 8}" '
        f'fill="{fill}" stroke="{edge}" stroke-width="{3 if here else 1.5}"/>'
    )
    return f'<g data-tahap="{escape(id)}"><title>{escape(state.label)}{mark}</title>{shape}{words}</g>'


def _ways(ways: Sequence[_Way], boxes: dict[Slug, _Box], procedure: Procedure) -> Iterator[str]:
    """Lines, each with the number of its step; those that skip rows run in lanes on the left."""
    lane = 0
    for way in ways:
        one, two = boxes[way.source], boxes[way.step.to]
        skips = one.cell.column == two.cell.column and two.cell.row != one.cell.row + 1
        if one is two:
            path, at = _loop(one)
        elif skips:
            lane += 1
            path, at = _around(one, two, lane)
        elif one.cell.column == two.cell.column:
            path, at = _down(one, two, _turn(way, ways))
        else:
            path, at = _across(one, two, way, ways, boxes)
        silent = Role.SISTEM in way.step.by
        dash = ' stroke-dasharray="5 4"' if silent else ""
        yield f'<path d="{path}" fill="none" stroke="{_INK}" stroke-width="1.3" stroke-opacity=".75"{dash} marker-end="url(#panah)"/>'
        yield _badge(way.number, at, way.step.title)


def _turn(way: _Way, ways: Sequence[_Way]) -> tuple[int, int]:
    """Which of the parallel ways between two stages this one is, and how many there are."""
    same = [w for w in ways if (w.source, w.step.to) == (way.source, way.step.to)]
    return same.index(way), len(same)


def _down(one: _Box, two: _Box, turn: tuple[int, int]) -> tuple[str, tuple[float, float]]:
    x = one.x + _BOX / 2 + 44 * (turn[0] - (turn[1] - 1) / 2)
    return f"M{x:g} {one.y + _TALL:g} L{x:g} {two.y - 2:g}", (x, (one.y + _TALL + two.y) / 2 - 3)


def _loop(box: _Box) -> tuple[str, tuple[float, float]]:
    x, y = box.x + _BOX / 2, box.y + _TALL
    path = f"M{x - 16:g} {y:g} C{x - 26:g} {y + 38:g} {x + 26:g} {y + 38:g} {x + 16:g} {y + 2:g}"
    return path, (x, y + 28)


def _around(one: _Box, two: _Box, lane: int) -> tuple[str, tuple[float, float]]:
    x = one.x - 26 - _LANE * ((lane - 1) % 6)
    up = two.y < one.y
    start, end = one.y + _TALL * (0.3 if up else 0.7), two.y + _TALL * (0.7 if up else 0.3)
    path = f"M{one.x:g} {start:g} H{x + 8:g} Q{x:g} {start:g} {x:g} {start + (-8 if up else 8):g} V{end + (8 if up else -8):g} Q{x:g} {end:g} {x + 8:g} {end:g} H{two.x - 2:g}"
    return path, (x, (start + end) / 2)


def _across(
    one: _Box, two: _Box, way: _Way, ways: Sequence[_Way], boxes: dict[Slug, _Box]
) -> tuple[str, tuple[float, float]]:
    right = two.x > one.x
    x1, x2 = (one.x + _BOX, two.x - 2) if right else (one.x, two.x + _BOX + 2)
    turn, of = _port(one, way, ways, boxes)
    end, ends = _port(two, way, ways, boxes)
    y1, y2 = one.y + _TALL * turn / of, two.y + _TALL * end / ends
    bend = (x2 - x1) / 2
    path = f"M{x1:g} {y1:g} C{x1 + bend:g} {y1:g} {x2 - bend:g} {y2:g} {x2:g} {y2:g}"
    # ways that leave close together have their numbers in steps
    along = (16 + 20 * ((turn - 1) % 3)) if of > 2 else 18
    t = along / abs(x2 - x1)
    y = y1 + (y2 - y1) * (3 * t * t - 2 * t**3)
    return path, (x1 + (along if right else -along), y)


def _port(box: _Box, way: _Way, ways: Sequence[_Way], boxes: dict[Slug, _Box]) -> tuple[int, int]:
    """Where a way meets a stage: all that meet it on this side are spread, in the order of their other ends."""

    def far(w: _Way) -> _Box:
        return boxes[w.step.to if boxes[w.source] is box else w.source]

    side = far(way).x > box.x
    here = [
        w
        for w in ways
        if (boxes[w.source] is box) != (boxes[w.step.to] is box)
        and far(w).cell.column != box.cell.column
        and (far(w).x > box.x) == side
    ]
    here.sort(key=lambda w: (far(w).y, w.number))
    return here.index(way) + 1, len(here) + 1


def _badge(number: int, at: tuple[float, float], title: str) -> str:
    x, y = at
    return (
        f'<g><title>{escape(title)}</title><circle cx="{x:g}" cy="{y:g}" r="9" fill="white" stroke="{_INK}"/>'
        f'<text x="{x:g}" y="{y + 3.6:g}" text-anchor="middle" font-size="10.5" fill="{_INK}">{number}</text></g>'
    )


def _list_lines(procedure: Procedure) -> Iterator[str]:
    for number, step in enumerate(procedure.transitions, start=1):
        who = offices(step.by, procedure.stand_ins)
        if step.confirm:
            who += f", dikukuhkan {offices(step.confirm, procedure.stand_ins)}"
        yield f"{number}. {step.title} ({who})"


def _listed(lines: Sequence[str], half: int, top: float, width: float) -> Iterator[str]:
    for n, line in enumerate(lines):
        x = 24 if n < half else 24 + width / 2
        yield f'<text x="{x:g}" y="{top + _LINE * (n % half):g}" font-size="12" fill="{_INK}">{escape(line)}</text>'
