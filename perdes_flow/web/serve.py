"""Start the server on a workspace: its tables first, then granian with a few threads."""

import os
from pathlib import Path

import django
from django.core.management import call_command
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from perdes_flow.bootstrap.home import DRAFTS, database_of
from perdes_flow.bootstrap.workspace import create_workspace

THREADS = 4


def prepare(home: Path) -> None:
    """Make Django serve this workspace, a new one where there is none, and bring the tables of the pages to this release.

    Before anything else opens a database: Django takes its settings once. WorkspaceMissing, DatabaseOlder, DatabaseNewer.
    """
    os.environ["PERDES_HOME"] = str(home)
    os.environ["DJANGO_SETTINGS_MODULE"] = "perdes_flow.web.settings"
    django.setup()
    if not (home / DRAFTS).is_dir():
        create_workspace(home).close()
    database_of(home)
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)  # nothing where the cache needs no table


def serve(*, host: str, port: int) -> None:
    """Answer requests until somebody stops the program. `prepare` comes first."""
    Granian(
        "perdes_flow.web.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=1,
        blocking_threads=THREADS,
        websockets=False,
        workers_kill_timeout=3,  # Ctrl+C ends it, also while a phone keeps its line open
        log_access=False,
        log_level=LogLevels.error,
    ).serve()
