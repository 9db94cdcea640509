"""A database is ready, too old, too new, busy or broken; each is told from the others."""

import gc
import sqlite3
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connections
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState
from storage.samples import VILLAGE, act, row

from perdes_flow.domain.chain import breaks
from perdes_flow.errors import DatabaseNewer, DatabaseOlder, StorageBusy, StorageFailed
from perdes_flow.storage.database import (
    check_version,
    connect,
    database_settings,
    disconnect,
    is_there,
    migrations_known,
)
from perdes_flow.storage.log import DjangoLog
from perdes_flow.storage.register import DjangoRegister
from perdes_flow.storage.transactions import writing
from perdes_flow.storage.upgrade import upgrade_database


def test_a_url_says_everything_about_a_postgresql_server() -> None:
    config = database_settings("postgresql://perdes:r%40hasia@db.desa.id:5433/per%20des?sslmode=require")
    assert config["ENGINE"] == "django.db.backends.postgresql"
    assert (config["NAME"], config["USER"], config["PASSWORD"]) == ("per des", "perdes", "r@hasia")
    assert (config["HOST"], config["PORT"], config["OPTIONS"]) == (
        "db.desa.id",
        "5433",
        {"sslmode": "require"},
    )


@pytest.mark.parametrize(
    "path", ["perdes.sqlite3", "folder kerja/perdes.sqlite3", "C:\\desa\\perdes.sqlite3"]
)
def test_anything_else_is_the_path_of_an_sqlite_file(path: str) -> None:
    config = database_settings(path)
    assert config["ENGINE"] == "django.db.backends.sqlite3"
    assert config["NAME"] == str(Path(path).absolute())


def test_sqlite_keeps_what_it_acknowledged_through_a_power_cut(tmp_path: Path) -> None:
    alias = connect(database_settings(tmp_path / "perdes.sqlite3"))
    with connections[alias].cursor() as cursor:
        found = [
            cursor.execute(f"PRAGMA {name}").fetchone()[0]
            for name in ("journal_mode", "synchronous", "busy_timeout")
        ]
    disconnect(alias)
    assert found == ["wal", 2, 30_000]  # 2 is FULL


def test_the_same_database_has_one_alias(tmp_path: Path) -> None:
    here, there = (database_settings(tmp_path / name) for name in ("a.sqlite3", "b.sqlite3"))
    assert connect(here) == connect(dict(here))
    assert connect(here) != connect(there)


def test_asking_whether_a_database_is_there_does_not_make_one(tmp_path: Path) -> None:
    alias = connect(database_settings(tmp_path / "perdes.sqlite3"))
    assert not is_there(alias)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_database_is_made_ready_once(url: str) -> None:
    alias = connect(database_settings(url))
    assert check_version(alias) is False
    assert upgrade_database(alias) == tuple(sorted(migrations_known()))
    assert check_version(alias) is True
    assert upgrade_database(alias) == ()
    disconnect(alias)


def test_the_tables_are_those_of_the_models(database: str) -> None:
    written = MigrationLoader(None)
    wanted = ProjectState.from_apps(apps)
    changes = MigrationAutodetector(written.project_state(), wanted).changes(graph=written.graph)
    assert "perdes" not in changes


def test_a_database_of_a_newer_program_is_left_alone(database: str) -> None:
    with writing(database) as statements:
        statements.run(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('perdes', '0999_masa_depan', '2030-01-01')",
            [],
        )
    for ask in (check_version, upgrade_database):
        with pytest.raises(DatabaseNewer) as refused:
            ask(database)
        assert refused.value.unknown == ("0999_masa_depan",)


def test_a_database_of_an_older_program_asks_for_its_upgrade(database: str) -> None:
    with writing(database) as statements:
        statements.run("DELETE FROM django_migrations WHERE name >= '0002_append_only'", [])
    with pytest.raises(DatabaseOlder) as refused:
        check_version(database)
    assert refused.value.pending == tuple(sorted(n for n in migrations_known() if n >= "0002_append_only"))


def test_a_migration_that_fails_leaves_no_half_of_itself(database: str) -> None:
    """The triggers are there already: applying their migration again fails, and the database says so."""
    with writing(database) as statements:
        statements.run("DELETE FROM django_migrations WHERE name >= '0002_append_only'", [])
    with pytest.raises(StorageFailed):
        upgrade_database(database)
    with pytest.raises(DatabaseOlder):
        check_version(database)


@pytest.fixture
def impatient(tmp_path: Path) -> DjangoLog:
    """A log on SQLite that waits a tenth of a second only."""
    config = database_settings(tmp_path / "sibuk.sqlite3")
    config["OPTIONS"]["timeout"] = 0.1
    alias = connect(config)
    upgrade_database(alias)
    yield DjangoLog(VILLAGE, using=alias)
    disconnect(alias)


def test_a_database_kept_busy_is_told_as_such_and_goes_on_afterwards(
    impatient: DjangoLog, tmp_path: Path
) -> None:
    other = sqlite3.connect(tmp_path / "sibuk.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageBusy):
        impatient.append([act()], after=0, key="a")
    other.execute("ROLLBACK")
    other.close()
    assert impatient.append([act()], after=0, key="a")[0].seq == 1


def test_a_full_disk_loses_nothing_and_is_no_longer_full_later(impatient: DjangoLog, tmp_path: Path) -> None:
    written = impatient.append([act()], after=0, key="k0")
    alias = connect(database_settings(tmp_path / "sibuk.sqlite3"))
    with connections[alias].cursor() as cursor:
        # SQLite then says "database or disk is full", as it does on a full disk
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages + 2}")
    last = written[-1]

    def write_on() -> None:
        nonlocal last
        last = impatient.append([act(text="x" * 5000)], after=last.seq, key=f"k{last.seq}")[-1]

    with pytest.raises(StorageFailed, match="full"):
        [write_on() for _ in range(200)]
    # the connection was given up, and the limit with it; what was acknowledged is there, and it goes on
    assert impatient.head() == (last.seq, last.hash)
    write_on()
    assert list(breaks(impatient.records())) == []


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_file_that_is_no_database_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "perdes.sqlite3").write_bytes(b"bukan basis data" * 1000)
    alias = connect(database_settings(tmp_path / "perdes.sqlite3"))
    with pytest.raises(StorageFailed):
        check_version(alias)
    disconnect(alias)
    gc.collect()  # Django leaves the connection open whose first statement failed: let that be warned of here


def test_a_server_that_does_not_answer_is_told_as_such() -> None:
    alias = connect(database_settings("postgresql://perdes@127.0.0.1:9/perdes"))
    with pytest.raises(StorageFailed):
        check_version(alias)
    with pytest.raises(StorageFailed):
        DjangoLog(VILLAGE, using=alias).append([act()], after=0, key="a")


def test_the_register_shows_the_drafts_of_its_village_by_name(database: str) -> None:
    register = DjangoRegister(VILLAGE, using=database)
    register.replace_all([row("b"), row("a")])
    DjangoRegister("gandusari", using=database).replace_all([])
    assert register.rows() == (row("a"), row("b"))
    assert register.row("b") == row("b")
    assert register.row("tidak-ada") is None
    register.replace_all([row("c")])
    assert register.rows() == (row("c"),)
