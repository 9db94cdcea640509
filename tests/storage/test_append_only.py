"""The database itself refuses to change the record; only what was said may be erased."""

from pathlib import Path

import pytest
from django.db import connections
from storage.samples import DRAFT, VILLAGE, act, submission

from perdes_flow.domain.chain import breaks
from perdes_flow.errors import RecordDamaged, StorageFailed
from perdes_flow.storage.log import DjangoLog
from perdes_flow.storage.transactions import refusing, writing


@pytest.fixture
def filled(log: DjangoLog) -> DjangoLog:
    for number in range(1, 4):
        log.append([act(number)], after=number - 1, key=f"k{number}")
    return log


def ask(database: str, sql: str) -> None:
    with refusing(), writing(database) as statements:
        statements.run(sql, [])


def assert_refused(database: str, sql: str) -> None:
    """By the triggers: any other error is none of theirs."""
    with pytest.raises(StorageFailed) as refusal:
        ask(database, sql)
    assert "catatan" in refusal.value.problem


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE perdes_record SET actor = 'o999' WHERE seq = 2",
        "UPDATE perdes_record SET hash = hash",
        "DELETE FROM perdes_record WHERE seq = 3",
        "DELETE FROM perdes_record",
        "DELETE FROM perdes_payload WHERE seq = 1",
        "UPDATE perdes_payload SET payload = '{}' WHERE seq = 1",
        "UPDATE perdes_payload SET salt = NULL WHERE seq = 1",
        "UPDATE perdes_payload SET payload = NULL, salt = NULL, seq = 9 WHERE seq = 1",
    ],
)
def test_the_database_refuses_to_change_the_record(database: str, filled: DjangoLog, sql: str) -> None:
    before = list(filled.records())
    assert_refused(database, sql)
    assert list(filled.records()) == before


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_sqlite_refuses_to_replace_a_record_by_inserting(database: str, filled: DjangoLog) -> None:
    before = list(filled.records())
    for columns, values in (
        ("seq", "2, 'lain', 0"),  # the same place in the chain
        ("seq", "9, 'k2', 0"),  # the same request
        ("rowid, seq", "1, 9, 'lain', 0"),  # the same row of the table
    ):
        assert_refused(
            database,
            f'INSERT OR REPLACE INTO perdes_record ({columns}, "key", part, village, prev, at, actor, role, type,'
            f" payload_hash, hash) VALUES ({values}, '{VILLAGE}', '', '', '', '', '', '', '')",
        )
    for place in ("seq", "rowid, seq"):
        numbers = "2" if place == "seq" else "1, 9"
        assert_refused(
            database,
            f"INSERT OR REPLACE INTO perdes_payload ({place}, village, payload) VALUES ({numbers}, '{VILLAGE}', '{{}}')",
        )
    assert list(filled.records()) == before


@pytest.mark.parametrize("url", ["postgresql"], indirect=True)
def test_postgresql_refuses_to_empty_the_record(database: str, filled: DjangoLog) -> None:
    for table in ("perdes_record", "perdes_payload"):
        assert_refused(database, f"TRUNCATE {table}")
    assert filled.head()[0] == 3


def test_what_was_said_can_be_erased_and_the_chain_holds(database: str, filled: DjangoLog) -> None:
    filled.erase(2)
    assert [entry.seq for entry in filled.read(DRAFT)] == [1, 3]
    assert list(breaks(filled.records(), log=VILLAGE)) == []
    assert [record.payload is None for record in filled.records()] == [False, True, False]


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
@pytest.mark.parametrize("length", [40, 19_000])
def test_what_was_erased_is_nowhere_in_the_files_any_more(
    log: DjangoLog, tmp_path: Path, length: int
) -> None:
    text = f"Ibu Sutini, RT 03 {'x' * length}"
    log.append([act(1), act(2, text=text), act(3)], after=0, key="a")
    files = [path for path in tmp_path.iterdir() if "sqlite3" in path.name]
    assert any(b"Sutini" in path.read_bytes() for path in files)
    log.erase(2)
    assert not any(b"Sutini" in path.read_bytes() for path in files)
    assert not any(b"x" * 30 in path.read_bytes() for path in files)


def test_a_draft_whose_last_entry_was_erased_can_go_on(filled: DjangoLog) -> None:
    filled.erase(3)
    (entry,) = filled.append([submission(1)], after=2, key="baru")
    assert entry.seq == 4


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        ("UPDATE perdes_record SET actor = 'o999' WHERE seq = 2", "catatan"),
        ("UPDATE perdes_payload SET payload = '{}' WHERE seq = 2", "isi"),
        ("UPDATE perdes_payload SET salt = 'bukan garamnya' WHERE seq = 2", "isi"),
    ],
)
def test_a_record_changed_behind_our_back_is_not_believed(
    database: str, filled: DjangoLog, sql: str, reason: str
) -> None:
    tables = ("perdes_record", "perdes_payload")
    if connections[database].vendor == "postgresql":
        off = [f"ALTER TABLE {table} DISABLE TRIGGER USER" for table in tables]
    else:
        off = [f"DROP TRIGGER {name}" for name in ("perdes_record_no_update", "perdes_payload_only_erase")]
    for statement in (*off, sql):
        ask(database, statement)
    with pytest.raises(RecordDamaged) as refused:
        filled.read(DRAFT)
    assert (refused.value.village, refused.value.seq, refused.value.reason) == (VILLAGE, 2, reason)
    assert [one.seq for one in breaks(filled.records())][:1] == [2]
