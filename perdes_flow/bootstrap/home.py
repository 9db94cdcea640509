"""The folder of a workspace, its database and its register: what a list of drafts needs, and no more."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from perdes_flow.errors import WorkspaceMissing
from perdes_flow.storage.database import check_version, connect, is_there, settings_for
from perdes_flow.storage.register import DjangoRegister
from perdes_flow.storage.villages import villages_in

if TYPE_CHECKING:
    from perdes_flow.domain.values import VillageId
    from perdes_flow.ports import Register

DRAFTS, WORKFLOWS = "drafts", "workflows"


def find_home(home: Path | str | None = None) -> Path:
    """The folder of the workspace; WorkspaceMissing."""
    named = home or os.environ.get("PERDES_HOME")
    folder = Path(named or Path.cwd()).absolute()
    for candidate in (folder,) if named else (folder, *folder.parents):
        # os.path, not Path: any name at all may stand there, also one that no disk can hold
        if os.path.isdir(candidate / DRAFTS) and os.path.isdir(candidate / WORKFLOWS):
            return candidate
    raise WorkspaceMissing(str(folder))


def home_or_vacant(home: Path | str | None = None) -> Path:
    """As `find_home`; or the named folder itself where it is new or empty, so that it can become one."""
    try:
        return find_home(home)
    except WorkspaceMissing:
        named = Path(home or os.environ.get("PERDES_HOME") or Path.cwd()).absolute()
        if os.path.lexists(named) and not (os.path.isdir(named) and not os.listdir(named)):
            raise
        return named


def database_of(home: Path) -> str:
    """The database of a workspace, ready to be used, as its alias in Django's connections.

    WorkspaceMissing where there is none yet; DatabaseOlder, DatabaseNewer, StorageFailed.
    """
    database = connect(settings_for(home))
    if not (is_there(database) and check_version(database)):
        raise WorkspaceMissing(str(home))
    return database


def registers(home: Path | str | None = None) -> dict[VillageId, Register]:
    """The register of every village in a workspace, by name; refusals as `find_home` and `database_of`."""
    database = database_of(find_home(home))
    return {village: DjangoRegister(village, using=database) for village in villages_in(database)}
