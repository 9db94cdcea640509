"""What a check of the chain cannot see: the database's own condition, its guards, and what cut-off writes left over."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import DatabaseError, connections
from django.db.backends.utils import CursorWrapper

from perdes_flow.storage.append_only import guards
from perdes_flow.storage.transactions import refusing

_PAYLOADS_GONE = """
    SELECT r.village, r.seq FROM perdes_record r
    LEFT JOIN perdes_payload p ON p.village = r.village AND p.seq = r.seq WHERE p.seq IS NULL"""
_PAYLOADS_ALONE = """
    SELECT p.village, p.seq FROM perdes_payload p
    LEFT JOIN perdes_record r ON r.village = p.village AND r.seq = p.seq WHERE r.seq IS NULL"""


@dataclass(frozen=True, slots=True)
class Flaw:
    """Something wrong with the database: where, and what, as people read it."""

    where: str
    what: str


def flaws(using: str = "default") -> Iterator[Flaw]:
    """Everything wrong with a database beyond what `domain.chain.breaks` tells. Reads all of it."""
    connection = connections[using]
    with refusing(), connection.cursor() as cursor:
        if connection.vendor == "sqlite" and (damages := _damages(cursor)):
            yield from (Flaw("basis data", f"berkas basis data rusak: {said}") for said in damages)
            return  # whatever else is asked of it now may fail, or mislead
        for name in sorted(guards(connection.vendor) - _triggers(cursor, connection.vendor)):
            yield Flaw("basis data", f"penjaga {name} hilang; catatan tidak lagi terlindung dari perubahan")
        for village, seq in _rows(cursor, _PAYLOADS_GONE):
            yield Flaw(
                f"{village}, catatan no. {seq}",
                "baris isinya hilang; penghapusan yang sah meninggalkan barisnya",
            )
        for village, seq in _rows(cursor, _PAYLOADS_ALONE):
            yield Flaw(f"{village}, catatan no. {seq}", "isinya ada, tetapi catatannya hilang")


def _damages(cursor: CursorWrapper) -> list[str]:
    """What SQLite finds wrong with its file, in its words."""
    try:
        cursor.execute("PRAGMA integrity_check")
        return [said for (said,) in cursor.fetchall() if said != "ok"]
    except DatabaseError as error:  # too damaged even for that
        return [str(error)]


_TRIGGERS = {
    "sqlite": "SELECT name FROM sqlite_master WHERE type = 'trigger'",
    # 'D' is a disabled one
    "postgresql": "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'",
}


def _triggers(cursor: CursorWrapper, vendor: str) -> set[str]:
    cursor.execute(_TRIGGERS[vendor])
    return {name for (name,) in cursor.fetchall()}


def _rows(cursor: CursorWrapper, sql: str) -> list[tuple[str, int]]:
    cursor.execute(sql)
    return list(cursor.fetchall())
