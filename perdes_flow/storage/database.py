"""From a path or a URL to a database that is ready: Django's settings, the connection, the tables' version.

Several databases may be open in one process (tests, backups): each has its alias in Django's `connections`.
"""

import os
import pkgutil
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.apps import apps
from django.conf import settings
from django.db import connections

from perdes_flow.errors import DatabaseNewer, DatabaseOlder
from perdes_flow.storage import migrations
from perdes_flow.storage.apps import LABEL
from perdes_flow.storage.transactions import refusing

DATABASE = ".perdes/perdes.sqlite3"  # below a workspace, unless PERDES_DATABASE_URL says otherwise
BUSY_TIMEOUT_SECONDS = 30
_POSTGRESQL_SCHEMES = ("postgres", "postgresql")
_WHICH = ("ENGINE", "NAME", "HOST", "PORT", "USER")  # what makes two settings mean one database
# FULL: in WAL mode NORMAL may lose the last acknowledged writes when the power goes.
# secure_delete: what was erased must not be read from the file's unused bytes.
_SQLITE_PRAGMAS = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON"


def settings_for(home: Path) -> dict[str, Any]:
    """The database of a workspace: that of PERDES_DATABASE_URL, else the one in the folder."""
    return database_settings(os.environ.get("PERDES_DATABASE_URL") or home / DATABASE)


def database_settings(url_or_path: str | Path) -> dict[str, Any]:
    """One entry of Django's DATABASES, for a `postgresql://` URL or the path of an SQLite file."""
    url = urlsplit(str(url_or_path))
    if url.scheme not in _POSTGRESQL_SCHEMES:
        return _sqlite(Path(url_or_path))
    options = dict(parse_qsl(url.query))
    host, port = options.pop("host", None), options.pop("port", None)  # a socket's folder can only stand here
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.lstrip("/")) or "postgres",
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": host or unquote(url.hostname or ""),
        "PORT": port or str(url.port or ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": options,
    }


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path.absolute()),
        "OPTIONS": {
            # A deferred BEGIN that writes later fails at once when somebody else wrote in between.
            "transaction_mode": "IMMEDIATE",
            "timeout": BUSY_TIMEOUT_SECONDS,
            "init_command": _SQLITE_PRAGMAS,
        },
    }


def connect(config: dict[str, Any]) -> str:
    """Make a database known to Django and return its alias; nothing is opened yet.

    Where a settings module already has the very same database, that alias comes back.
    """
    _configure_django()
    for alias, known in connections.settings.items():
        if all(known.get(name, "") == config.get(name, "") for name in _WHICH):
            return alias
    alias = "perdes_" + sha256(repr(sorted(config.items())).encode()).hexdigest()[:16]
    connections.settings[alias] = connections.configure_settings({"default": config})["default"]
    return alias


def is_there(alias: str) -> bool:
    """False for an SQLite file that does not exist: opening it would make one."""
    config = connections.settings[alias]
    return "sqlite" not in config["ENGINE"] or Path(config["NAME"]).exists()


def disconnect(alias: str) -> None:
    """Close this thread's connection; it opens again when it is needed."""
    connections[alias].close()


def _configure_django() -> None:
    """The least that the ORM needs. A web process brings a settings module of its own, which wins."""
    if not settings.configured and "DJANGO_SETTINGS_MODULE" not in os.environ:
        settings.configure(
            DATABASES={},
            INSTALLED_APPS=["perdes_flow.storage.apps.StorageConfig"],
            DEFAULT_AUTO_FIELD="django.db.models.BigAutoField",
            USE_TZ=True,
            TIME_ZONE="UTC",
        )
    # Not django.setup(): it loads URLs and logging, a tenth of a second that no command needs.
    apps.populate(settings.INSTALLED_APPS)


def migrations_known() -> frozenset[str]:
    """Names of the migrations that this program has."""
    return frozenset(m.name for m in pkgutil.iter_modules(migrations.__path__) if m.name[:1].isdigit())


def migrations_applied(alias: str) -> frozenset[str]:
    """Names of the migrations that a database has seen; none where it was never made ready."""
    connection = connections[alias]
    with refusing():
        if "django_migrations" not in connection.introspection.table_names():
            return frozenset()
        with connection.cursor() as cursor:
            # By hand: loading Django's migration machinery would cost every command more than its own work.
            cursor.execute("SELECT name FROM django_migrations WHERE app = %s", [LABEL])
            return frozenset(name for (name,) in cursor.fetchall())


def check_version(alias: str) -> bool:
    """True for a database that is ready, False for an empty one; DatabaseOlder or DatabaseNewer otherwise."""
    known, applied = migrations_known(), migrations_applied(alias)
    if applied - known:
        raise DatabaseNewer(tuple(sorted(applied - known)))
    if applied and known - applied:
        raise DatabaseOlder(tuple(sorted(known - applied)))
    return bool(applied)
