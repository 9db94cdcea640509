"""Appending as a use case does it: record, payload, guards, indexes and register row, with nothing left out."""

import sqlite3
from datetime import timedelta
from pathlib import Path
from secrets import token_hex

from ratio import Ratio, Work, compare
from record import AT, BY, DRAFT, VILLAGE, facts

from perdes_flow.bootstrap.workspace import create_workspace
from perdes_flow.domain.acts import Act
from perdes_flow.ports import RegisterRow

APPENDS = 50  # in one turn


def measure(folder: Path) -> Ratio:
    """A fact with its register row, against the very same rows in the very same tables by bare sqlite3."""
    with create_workspace(folder / "kerja") as workspace:
        log, each, after = workspace.log(VILLAGE), facts(), 0

        def task() -> None:
            nonlocal after
            for _ in range(APPENDS):
                act = Act(AT + timedelta(seconds=after), BY, DRAFT, next(each))
                after = log.append((act,), after=after, key=token_hex(16), row=_row(after))[-1].seq

        return compare(
            f"append {APPENDS} facts with the register",
            task,
            _same_rows(folder / "kerja" / ".perdes" / "perdes.sqlite3", folder / "bare.sqlite3"),
            floor_name="the same rows by bare sqlite3",
            rounds=15,
            by="median",
            limit=2.0,
        )


def _same_rows(model: Path, path: Path) -> Work:
    source = sqlite3.connect(model)
    schema = [sql for (sql,) in source.execute("SELECT sql FROM sqlite_master WHERE sql LIKE '%perdes_%'")]
    source.close()
    bare = sqlite3.connect(path, isolation_level=None)
    for sql in ("PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", *schema):
        bare.execute(sql)
    digest, payload, turn = token_hex(32), "x" * 150, 0

    def work() -> None:
        nonlocal turn
        for _ in range(APPENDS):
            turn += 1
            bare.execute("BEGIN IMMEDIATE")
            bare.execute(_RECORD, (turn, digest, digest, digest, token_hex(16)))
            bare.execute(
                "INSERT INTO perdes_payload VALUES ('sumberagung', ?, ?, ?)", (turn, payload, digest)
            )
            bare.execute(_REGISTER, (turn,))
            bare.execute("COMMIT")

    return work


_RECORD = """
    INSERT INTO perdes_record (village, seq, prev, at, actor, role, type, draft, payload_hash, hash, "key", part)
    VALUES ('sumberagung', ?, ?, '2026-11-24T08:00:00Z', 'o001', 'penyusun', 'comment_opened', 'pelindungan-pmi', ?, ?, ?, 0)
"""
_REGISTER = """
    INSERT INTO perdes_register (village, draft, title, jenis, workflow, state, state_label, final, waiting_for, due_law,
      versions, open_comments, updated, search)
    VALUES ('sumberagung', 'pelindungan-pmi', 'Pelindungan Pekerja Migran Indonesia', 'umum', 'perdes', 'penyusunan',
      'Penyusunan', 0, 'Penyusun, Kepala Desa', '', 1, ?, '2026-11-24 08:00:00', 'pelindungan pekerja migran indonesia')
    ON CONFLICT (village, draft) DO UPDATE SET open_comments = EXCLUDED.open_comments, updated = EXCLUDED.updated
"""


def _row(comments: int) -> RegisterRow:
    return RegisterRow(
        village=VILLAGE,
        draft=DRAFT,
        title="Pelindungan Pekerja Migran Indonesia",
        jenis="umum",
        workflow="perdes",
        state="penyusunan",
        state_label="Penyusunan",
        final=False,
        waiting_for="Penyusun, Kepala Desa",
        due=None,
        due_law="",
        versions=1,
        open_comments=comments,
        updated=AT,
    )
