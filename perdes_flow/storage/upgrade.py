"""Brings a database's tables to the form that this program needs. Apart, because Django's machinery for it is heavy."""

from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from perdes_flow.errors import DatabaseNewer
from perdes_flow.storage.apps import LABEL
from perdes_flow.storage.database import migrations_applied, migrations_known
from perdes_flow.storage.transactions import refusing


def upgrade_database(alias: str) -> tuple[str, ...]:
    """Apply what is missing, each migration in a transaction of its own; return the names of those applied now."""
    before = migrations_applied(alias)
    if unknown := before - migrations_known():
        raise DatabaseNewer(tuple(sorted(unknown)))
    with refusing():
        executor = MigrationExecutor(connections[alias])
        executor.migrate([key for key in executor.loader.graph.leaf_nodes() if key[0] == LABEL])
    return tuple(sorted(migrations_applied(alias) - before))
