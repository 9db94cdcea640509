"""The one workspace that this process serves, and a desk in it for each request.

What is the same for every request (holiday tables, workflow files by their hash) is read once and kept.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import cache, lru_cache
from pathlib import Path
from uuid import uuid4

from django.conf import settings

from perdes_flow.bootstrap.workspace import HOLIDAYS, Workspace, open_workspace
from perdes_flow.domain.values import Sha256, Slug, VillageId, WorkflowPin
from perdes_flow.ports import ProcedureShelf
from perdes_flow.use_cases.desk import Desk
from perdes_flow.workflow.calendar import Calendar
from perdes_flow.workflow.definition import Procedure
from perdes_flow.workflow.holidays_table import load_calendar


def workspace() -> Workspace:
    """The workspace of this process; refusals as `open_workspace`."""
    return _opened(settings.PERDES_HOME, settings.PERDES_NOW)


def desk(village: VillageId, key: str = "") -> Desk:
    """A desk for one request; the same `key` twice is written once."""
    kept = _desk(settings.PERDES_HOME, settings.PERDES_NOW, village)
    return replace(kept, calendar=_calendar(workspace().workflows / HOLIDAYS), key=key or uuid4().hex)


@dataclass(frozen=True, slots=True)
class RememberingShelf:
    """A shelf that reads a pinned procedure once: its hash says that it never changes."""

    shelf: ProcedureShelf
    known: dict[Sha256, Procedure] = field(default_factory=dict)

    def current(self, id: Slug, overlay: Slug | None = None) -> Procedure:
        return self.shelf.current(id, overlay)

    def pinned(self, pin: WorkflowPin) -> Procedure:
        if pin.sha256 not in self.known:
            self.known[pin.sha256] = self.shelf.pinned(pin)
        return self.known[pin.sha256]

    def keep(self, pin: WorkflowPin) -> None:
        self.shelf.keep(pin)


@cache
def _opened(home: str, now: str) -> Workspace:
    return open_workspace(home or None, now=datetime.fromisoformat(now) if now else None)


@cache
def _desk(home: str, now: str, village: VillageId) -> Desk:
    fresh = _opened(home, now).desk(village)
    return replace(fresh, procedures=RememberingShelf(fresh.procedures))


def _calendar(folder: Path) -> Calendar:
    return _calendar_as_of(
        folder, max((path.stat().st_mtime_ns for path in folder.glob("*.yaml")), default=0)
    )


@lru_cache(maxsize=8)
def _calendar_as_of(folder: Path, _changed: int) -> Calendar:
    return load_calendar(folder)
