"""Lists from the register that take the same time among a hundred thousand drafts as among a thousand.

Each walks along an index to the rows it shows and no further; a place in a list is named by the last row shown.
"""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from django.db import connections

from perdes_flow.ports import RegisterPage, RegisterRow
from perdes_flow.storage.search import few_with, words_of
from perdes_flow.storage.transactions import refusing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from perdes_flow.domain.values import Slug, VillageId

_NAMES = tuple(field.name for field in fields(RegisterRow))
_COLUMNS = ", ".join(f"r.{name}" for name in _NAMES)
_FINAL, _UPDATED = _NAMES.index("final"), _NAMES.index("updated")
_WAITING = (
    f"SELECT {_COLUMNS} FROM perdes_waiting w JOIN perdes_register r ON r.village = w.village AND r.draft = w.draft"
    " WHERE w.village = %s AND w.role = %s AND w.due IS {} NULL ORDER BY w.due, w.draft LIMIT %s"
)
# From stage to stage through the index, and in each no further than asked: counting all would read every draft.
_COUNTS = """
    WITH RECURSIVE stage (state) AS (
        SELECT MIN(state) FROM perdes_register WHERE village = %s
        UNION ALL
        SELECT (SELECT MIN(state) FROM perdes_register WHERE village = %s AND state > stage.state)
        FROM stage WHERE state IS NOT NULL)
    SELECT state,
        (SELECT state_label FROM perdes_register WHERE village = %s AND state = stage.state LIMIT 1),
        (SELECT COUNT(*) FROM
            (SELECT 1 FROM perdes_register WHERE village = %s AND state = stage.state LIMIT %s) AS few)
    FROM stage WHERE state IS NOT NULL"""
_SIGN = "~"  # between the two parts of a place: in no draft's name


def waiting_rows(using: str, village: VillageId, role: str, limit: int) -> tuple[RegisterRow, ...]:
    """The drafts that wait for an office, the most pressing first, those without a date last."""
    dated = _rows(using, _WAITING.format("NOT"), [village, role, limit])
    undated = _rows(using, _WAITING.format(""), [village, role, limit]) if len(dated) < limit else ()
    return (*dated, *undated)[:limit]


def counted(using: str, village: VillageId, at_most: int) -> tuple[tuple[Slug, str, int], ...]:
    """Stage, its label, and how many drafts are in it, counted no further than `at_most`."""
    with refusing(), connections[using].cursor() as cursor:
        cursor.execute(_COUNTS, [village, village, village, village, at_most])
        return tuple((state, label, int(count)) for state, label, count in cursor.fetchall())


def page_of(
    using: str, village: VillageId, state: Slug | None, words: str, after: str, limit: int
) -> RegisterPage:
    """A part of the list of drafts, those changed last first.

    Drafts with a rare word are found by it and put in order here; a common word is met soon on the way along the list.
    """
    where, parameters = ["r.village = %s"], [village]
    if state is not None:
        where.append("r.state = %s")
        parameters.append(state)
    wanted = words_of(words)
    if words.strip() and not wanted:
        return RegisterPage((), "")
    for word in wanted:
        where.append("r.search LIKE %s ESCAPE '!'")
        parameters.append(f"% {_literal(word)}%")
    if place := _place(using, after):
        where.append("(r.updated, r.draft) < (%s, %s)")
        parameters += place
    with refusing():
        few = few_with(using, village, wanted) if wanted else None
    sql = f"SELECT {_COLUMNS} FROM perdes_register r WHERE {' AND '.join(where)}"
    if few is None:
        rows = _rows(using, f"{sql} ORDER BY r.updated DESC, r.draft DESC LIMIT %s", [*parameters, limit + 1])
    elif few:
        found = _rows(using, f"{sql} AND r.draft IN ({', '.join(['%s'] * len(few))})", [*parameters, *few])
        rows = tuple(sorted(found, key=lambda row: (row.updated, row.draft), reverse=True)[: limit + 1])
    else:
        rows = ()
    shown, more = rows[:limit], len(rows) > limit
    return RegisterPage(shown, f"{shown[-1].updated.isoformat()}{_SIGN}{shown[-1].draft}" if more else "")


def _rows(using: str, sql: str, parameters: Sequence[object]) -> tuple[RegisterRow, ...]:
    """By hand: the ORM takes longer to write such a query than the database to answer it."""
    with refusing(), connections[using].cursor() as cursor:
        cursor.execute(sql, parameters)
        return tuple(RegisterRow(*_values(list(row))) for row in cursor.fetchall())


def _values(row: list[Any]) -> list[Any]:
    """A row's values as Python's; SQLite knows neither instants with a zone nor truth."""
    if row[_UPDATED].tzinfo is None:
        row[_UPDATED] = row[_UPDATED].replace(tzinfo=UTC)
    row[_FINAL] = bool(row[_FINAL])
    return row


def _place(using: str, after: str) -> list[Any]:
    """The row after which the list goes on; the beginning for what is no such place."""
    time, sign, draft = after.partition(_SIGN)
    try:
        updated = datetime.fromisoformat(time)
    except ValueError:
        return []
    if not sign or updated.utcoffset() is None:
        return []
    return [connections[using].ops.adapt_datetimefield_value(updated), draft]


def _literal(word: str) -> str:
    return word.replace("!", "!!").replace("%", "!%").replace("_", "!_")
