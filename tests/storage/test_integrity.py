"""What lies beside the chain: the database's own damage, missing guards, payloads that vanished."""

from pathlib import Path

import pytest
from django.db import connections
from storage.samples import VILLAGE, act

from perdes_flow.storage.append_only import guards
from perdes_flow.storage.database import connect, database_settings, disconnect
from perdes_flow.storage.integrity import flaws
from perdes_flow.storage.log import DjangoLog
from perdes_flow.storage.transactions import writing
from perdes_flow.storage.upgrade import upgrade_database


def test_a_good_database_has_no_flaws_even_after_an_erasure(database: str, log: DjangoLog) -> None:
    log.append([act(1), act(2)], after=0, key="a")
    log.erase(1)
    assert list(flaws(database)) == []


def test_a_missing_guard_is_named(database: str) -> None:
    vendor = connections[database].vendor
    name = "perdes_record_no_update" if vendor == "sqlite" else "perdes_record_no_change"
    assert name in guards(vendor)
    with writing(database) as statements:
        statements.run(f"DROP TRIGGER {name}" + (" ON perdes_record" if vendor == "postgresql" else ""), [])
    assert [flaw.where for flaw in flaws(database)] == ["basis data"]
    assert name in next(flaws(database)).what


def test_a_payload_taken_away_with_its_row_is_no_erasure(database: str, log: DjangoLog) -> None:
    log.append([act(1), act(2)], after=0, key="a")
    drop = {
        "sqlite": "DROP TRIGGER perdes_payload_no_delete",
        "postgresql": "ALTER TABLE perdes_payload DISABLE TRIGGER perdes_payload_no_delete",
    }
    with writing(database) as statements:
        statements.run(drop[statements.connection.vendor], [])
        statements.run("DELETE FROM perdes_payload WHERE seq = 1", [])
        statements.run("INSERT INTO perdes_payload (village, seq, payload) VALUES (%s, 9, '{}')", [VILLAGE])
    found = list(flaws(database))
    assert [flaw.where for flaw in found] == [
        "basis data",
        f"{VILLAGE}, catatan no. 1",
        f"{VILLAGE}, catatan no. 9",
    ]


def test_damage_within_the_databases_file_is_found(tmp_path: Path) -> None:
    alias = connect(database_settings(tmp_path / "perdes.sqlite3"))
    upgrade_database(alias)
    log = DjangoLog(VILLAGE, using=alias)
    for number in range(1, 60):
        log.append([act(number)], after=number - 1, key=f"k{number}")
    with connections[alias].cursor() as cursor:
        cursor.execute("PRAGMA page_size")
        (size,) = cursor.fetchone()
        cursor.execute("SELECT rootpage FROM sqlite_master WHERE name = 'perdes_record_stream'")
        (page,) = cursor.fetchone()
    disconnect(alias)  # the last one out writes the WAL back into the file
    with (tmp_path / "perdes.sqlite3").open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(bytes(200))
    found = list(flaws(alias))
    disconnect(alias)
    assert found
    assert all(flaw.where == "basis data" and "rusak" in flaw.what for flaw in found)


@pytest.mark.parametrize("url", ["sqlite"], indirect=True)
def test_every_guard_of_the_list_is_in_the_database(database: str) -> None:
    with connections[database].cursor() as cursor:
        cursor.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")
        assert {name for (name,) in cursor.fetchall()} == guards("sqlite")
