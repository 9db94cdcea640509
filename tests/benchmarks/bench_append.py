"""Appending a fact, beside bare sqlite3 with the same pragmas on the same disk, in turns of fifty in one run.

    python tests/benchmarks/bench_append.py [FOLDER]

Prints the ratio floor / ours (1.0: as fast as bare sqlite3). Two floors: a bare log (one table, a hash and a
JSON text a row, as the simplest script would have it), and the very same rows in the very same tables without Django.
"""

import json
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from perdes_flow.bootstrap import Workspace, create_workspace
from perdes_flow.domain.acts import Act, Actor
from perdes_flow.domain.events import VersionSubmitted
from perdes_flow.domain.values import Role
from perdes_flow.ports import RegisterRow

ROUNDS = 40
TURNS = 50  # appends of one kind before the next kind has its turn
AT = datetime(2026, 11, 24, 8, 0, 0, tzinfo=UTC)


def main() -> None:
    with tempfile.TemporaryDirectory(dir=sys.argv[1] if len(sys.argv) > 1 else None) as folder:
        with create_workspace(Path(folder, "kerja")) as workspace:
            ours = _appender(workspace)
            bare, same = (
                _bare_log(Path(folder, "bare.sqlite3")),
                _same_rows(workspace, Path(folder, "same.sqlite3")),
            )
            took: dict[str, list[float]] = {"ours": [], "bare": [], "same": []}
            for first in range(1, ROUNDS * TURNS, TURNS):
                for name, write in (("ours", ours), ("bare", bare), ("same", same)):
                    for turn in range(first, first + TURNS):
                        start = time.perf_counter()
                        write(turn)
                        took[name].append(time.perf_counter() - start)
    for name, seconds in took.items():
        print(
            f"append {name}: median {1e6 * statistics.median(seconds):.0f} µs, mean {1e6 * statistics.mean(seconds):.0f} µs"
        )
    for floor in ("bare", "same"):
        ratio = statistics.median(took[floor]) / statistics.median(took["ours"])
        total = sum(took[floor]) / sum(took["ours"])
        print(
            f"append ratio to {floor} sqlite3: {ratio:.2f} by medians, {total:.2f} by totals (at least 0.5 for bare)"
        )


def _appender(workspace: Workspace) -> Callable[[int], None]:
    log, last = workspace.log("sumberagung"), 0

    def write(turn: int) -> None:
        nonlocal last
        last = log.append([_act(turn)], after=last, key=token_hex(16), row=_row(turn))[-1].seq

    return write


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    return connection


def _bare_log(path: Path) -> Callable[[int], None]:
    connection = _open(path)
    connection.execute(
        "CREATE TABLE log (village TEXT, seq INTEGER, hash TEXT, body TEXT, UNIQUE (village, seq))"
    )
    fact, prev = _act(1).fact.model_dump(mode="json"), "0" * 64

    def write(turn: int) -> None:
        nonlocal prev
        body = json.dumps({**fact, "version": turn, "prev": prev})
        prev = sha256(body.encode()).hexdigest()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO log VALUES (?, ?, ?, ?)", ("sumberagung", turn, prev, body))
        connection.execute("COMMIT")

    return write


def _same_rows(workspace: Workspace, path: Path) -> Callable[[int], None]:
    connection = _open(path)
    with sqlite3.connect(workspace.home / ".perdes" / "perdes.sqlite3") as model:
        schema = [sql for (sql,) in model.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL")]
    model.close()
    for sql in schema:
        if "sqlite_sequence" not in sql:
            connection.execute(sql)
    body, digest = _act(1).fact.model_dump_json(), token_hex(32)

    def write(turn: int) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO perdes_record (village, seq, prev, at, actor, role, type, draft, version, sha256, text_sha256,"
            ' payload_hash, hash, "key", part) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)',
            (
                "sumberagung",
                turn,
                digest,
                "2026-11-24T08:00:00Z",
                "o001",
                "penyusun",
                "version_submitted",
                "pelindungan-pmi",
                turn,
                digest,
                digest,
                digest,
                digest,
                token_hex(16),
            ),
        )
        connection.execute(
            "INSERT INTO perdes_payload VALUES (?, ?, ?, ?)", ("sumberagung", turn, body, digest)
        )
        connection.execute(
            "INSERT OR REPLACE INTO perdes_register (village, draft, title, jenis, workflow, state, state_label, final,"
            " waiting_for, due, due_law, versions, open_comments, updated, search)"
            " VALUES ('sumberagung', 'pelindungan-pmi', 'x', 'umum', 'perdes', 'penyusunan', 'Penyusunan', 0, 'x', NULL,"
            " '', ?, 0, '2026-11-24 08:00:00', 'x')",
            (turn,),
        )
        connection.execute("COMMIT")

    return write


def _act(turn: int) -> Act:
    fact = VersionSubmitted(
        version=turn,
        docx_sha256="7f3a" * 16,
        text_sha256="9c1e" * 16,
        size_bytes=48_213,
        file_name="Rancangan Perdes Pelindungan PMI (final).docx",
        open_revisions=0,
        open_comments=0,
        pasal=34,
    )
    return Act(AT, Actor("o001", Role.PENYUSUN), "pelindungan-pmi", fact)


def _row(turn: int) -> RegisterRow:
    return RegisterRow(
        village="sumberagung",
        draft="pelindungan-pmi",
        title="Pelindungan Pekerja Migran Indonesia",
        jenis="umum",
        workflow="perdes",
        state="penyusunan",
        state_label="Penyusunan",
        final=False,
        waiting_for="Penyusun, Kepala Desa",
        due=None,
        due_law="",
        versions=turn,
        open_comments=0,
        updated=AT,
    )


if __name__ == "__main__":
    main()
