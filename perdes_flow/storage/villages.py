"""Which villages a database holds. Apart from the log, so that a list of drafts comes without loading facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connections

from perdes_flow.storage.transactions import refusing

if TYPE_CHECKING:
    from perdes_flow.domain.values import VillageId

# From name to name through the index: DISTINCT would read every record.
_VILLAGES = """
    WITH RECURSIVE found (village) AS (
        SELECT MIN(village) FROM perdes_record
        UNION ALL
        SELECT (SELECT MIN(village) FROM perdes_record WHERE village > found.village)
        FROM found WHERE village IS NOT NULL)
    SELECT village FROM found WHERE village IS NOT NULL"""


def villages_in(using: str = "default") -> tuple[VillageId, ...]:
    """The villages that have a log in a database, by name."""
    with refusing(), connections[using].cursor() as cursor:
        cursor.execute(_VILLAGES)
        return tuple(sorted(village for (village,) in cursor.fetchall()))
