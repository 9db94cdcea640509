"""Lists from the register that take the same time among a hundred thousand drafts as among a thousand.

Each walks along an index to the rows it shows and no further; a place in a list is named by the last row shown.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.db import connections

from perdes_flow.ports import RegisterPage
from perdes_flow.storage.transactions import refusing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from perdes_flow.domain.values import Slug, VillageId
    from perdes_flow.ports import RegisterRow

_WAITING = """
    SELECT draft FROM perdes_waiting WHERE village = %s AND role = %s AND due IS {} NULL ORDER BY due, draft LIMIT %s"""
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


def waiting_drafts(using: str, village: VillageId, role: str, limit: int) -> list[str]:
    """The names of the drafts that wait for an office, the most pressing first, those without a date last."""
    with refusing(), connections[using].cursor() as cursor:
        cursor.execute(_WAITING.format("NOT"), [village, role, limit])
        found = [draft for (draft,) in cursor.fetchall()]
        cursor.execute(_WAITING.format(""), [village, role, limit])
        return [*found, *(draft for (draft,) in cursor.fetchall())][:limit]


def counted(using: str, village: VillageId, at_most: int) -> tuple[tuple[Slug, str, int], ...]:
    """Stage, its label, and how many drafts are in it, counted no further than `at_most`."""
    with refusing(), connections[using].cursor() as cursor:
        cursor.execute(_COUNTS, [village, village, village, village, at_most])
        return tuple((state, label, int(count)) for state, label, count in cursor.fetchall())


def page_drafts(
    using: str, village: VillageId, state: Slug | None, words: str, after: str, limit: int
) -> list[str]:
    """The names of the drafts in a part of the list, those changed last first; one more than shown, if there is one."""
    where, parameters = ["village = %s"], [village]
    if state is not None:
        where.append("state = %s")
        parameters.append(state)
    for word in words.replace("\0", "").casefold().split():
        where.append("search LIKE %s ESCAPE '!'")
        parameters.append(f"%{_literal(word)}%")
    if place := _place(using, after):
        where.append("(updated, draft) < (%s, %s)")
        parameters += place
    sql = f"SELECT draft FROM perdes_register WHERE {' AND '.join(where)} ORDER BY updated DESC, draft DESC LIMIT %s"
    with refusing(), connections[using].cursor() as cursor:
        cursor.execute(sql, [*parameters, limit + 1])
        return [draft for (draft,) in cursor.fetchall()]


def page_of(rows: Sequence[RegisterRow], limit: int) -> RegisterPage:
    """The part that is shown, from one row more than is shown."""
    shown = tuple(rows[:limit])
    more = len(rows) > limit
    return RegisterPage(shown, f"{shown[-1].updated.isoformat()}{_SIGN}{shown[-1].draft}" if more else "")


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
