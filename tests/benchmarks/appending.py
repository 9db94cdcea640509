"""Appending a fact to the log of a village."""

import hashlib
import sqlite3
from functools import partial
from pathlib import Path

from ratio import Ratio, Work, compare
from record import AT, BY, DRAFT, VILLAGE, facts

from perdes_flow.bootstrap.workspace import create_workspace
from perdes_flow.domain.acts import Act
from perdes_flow.domain.canonical import canonical_json

APPENDS = 50  # in one turn


def append(folder: Path) -> Ratio:
    """One fact and its record into the log against one row into a bare table, same pragmas, same disk."""
    with create_workspace(folder / "kerja") as workspace:
        log = workspace.log(VILLAGE)
        each = facts()
        next(each)
        after, bare = 0, _bare_log(folder / "bare.sqlite3")

        def task() -> None:
            nonlocal after
            for _ in range(APPENDS):
                act = Act(AT, BY, DRAFT, next(each))
                after = log.append((act,), after=after, key=f"kunci-{after}")[-1].seq

        return compare(
            f"append {APPENDS} facts",
            task,
            bare,
            floor_name="bare sqlite3",
            rounds=15,
            by="median",
            limit=2.0,  # at least half as fast
        )


def _bare_log(path: Path) -> Work:
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in ("journal_mode=WAL", "synchronous=FULL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE record (seq INTEGER PRIMARY KEY, hash TEXT, payload BLOB)")
    return partial(_bare_appends, connection, canonical_json(next(facts()).model_dump(mode="json")))


def _bare_appends(connection: sqlite3.Connection, payload: bytes) -> None:
    for _ in range(APPENDS):
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO record (hash, payload) VALUES (?, ?)", (hashlib.sha256(payload).hexdigest(), payload)
        )
        connection.execute("COMMIT")
