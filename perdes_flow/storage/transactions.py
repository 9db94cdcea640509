"""Writing to the database, all or nothing, and what it says when it cannot: the driver's bare cursor, Django's connection."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import Error, OperationalError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.transaction import TransactionManagementError

from perdes_flow.errors import StorageBusy, StorageFailed


@contextmanager
def refusing() -> Iterator[None]:
    """Turn what a database says when it cannot work into a refusal."""
    try:
        yield
    except OperationalError as error:
        if _is_busy(error):
            raise StorageBusy from error
        raise StorageFailed(str(error).strip()) from error
    except (Error, ImproperlyConfigured) as error:
        raise StorageFailed(str(error).strip()) from error


def _is_busy(error: OperationalError) -> bool:
    return any(
        word in str(error) for word in ("database is locked", "database table is locked", "lock timeout")
    )


@contextmanager
def writing(using: str) -> Iterator["Statements"]:
    """A transaction of its own, on the driver's bare cursor; on the disk when the block has ended.

    Not `transaction.atomic` and `connection.cursor`: they took three quarters of the time of an append.
    Raises Django's database errors, and gives the connection up. A server lost at the very COMMIT leaves open whether
    it was written: the same request with the same key tells.
    """
    connection = connections[using]
    if connection.in_atomic_block:
        raise TransactionManagementError("what is acknowledged must be on the disk: no transaction around it")
    connection.close_if_health_check_failed()
    connection.ensure_connection()
    try:
        with connection.wrap_database_errors:
            cursor = connection.connection.cursor()
            cursor.execute("BEGIN IMMEDIATE" if connection.vendor == "sqlite" else "BEGIN")
            yield Statements(connection, cursor)
            cursor.execute("COMMIT")
    except BaseException as error:
        # Before closing: SQLite keeps the lock of a closed connection while a cursor is still about.
        with suppress(Error), connection.wrap_database_errors:
            connection.connection.rollback()
        if isinstance(error, Error):
            connection.close()  # what failed once (a full disk, a lost server) is asked anew, not again
        raise


def forget_erased(using: str) -> None:
    """Empty SQLite's write-ahead log, where erased text would stand until somebody writes over it.

    StorageBusy while others are reading; PostgreSQL has its own ways (VACUUM, the archive's retention).
    """
    connection = connections[using]
    if connection.vendor == "sqlite":
        with refusing(), connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            if cursor.fetchone()[0]:
                raise StorageBusy


class Statements:
    """Statements within `writing`, with `%s` for parameters on every database."""

    def __init__(self, connection: BaseDatabaseWrapper, cursor: Any) -> None:
        self.connection = connection
        self._cursor = cursor
        self._native = _qmark if connection.vendor == "sqlite" else str

    def run(self, sql: str, parameters: Sequence[Any]) -> None:
        self._cursor.execute(self._native(sql), parameters)

    def first(self, sql: str, parameters: Sequence[Any]) -> tuple[Any, ...] | None:
        """The first row, or None."""
        row: tuple[Any, ...] | None = self._cursor.execute(self._native(sql), parameters).fetchone()
        return row

    def serialise(self, village: str) -> None:
        """Let nobody else append to this village's log before the transaction ends.

        On SQLite BEGIN IMMEDIATE has done that already. On PostgreSQL writers queue up here, in the order they came.
        """
        if self.connection.vendor == "postgresql":
            self.run("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [f"perdes_record:{village}"])


@cache
def _qmark(sql: str) -> str:
    return sql.replace("%s", "?")
