"""From what was said on the command line to the desk that a use case works at."""

from datetime import UTC, date, datetime
from pathlib import Path
from uuid import uuid4

from perdes_flow.bootstrap import FixedClock, SystemClock, Workspace, open_workspace
from perdes_flow.cli.settings import Settings
from perdes_flow.errors import PersonUnknown, ValueUnfit, VillageUnknown
from perdes_flow.ports import Clock
from perdes_flow.use_cases.desk import Desk


def open_home(settings: Settings) -> Workspace:
    """The workspace that was named, or the one we stand in; WorkspaceMissing."""
    return open_workspace(Path(settings.home) if settings.home else None, clock=clock_of(settings))


def desk(settings: Settings) -> Desk:
    """The desk of the village that was named, or of the only one; WorkspaceMissing, VillageUnknown."""
    workspace = open_home(settings)
    return workspace.desk(village_of(workspace, settings), key=settings.key or uuid4().hex)


def village_of(workspace: Workspace, settings: Settings) -> str:
    """The village that was named, or the only one there is; VillageUnknown."""
    known = workspace.villages()
    if settings.desa in known:
        return str(settings.desa)
    if settings.desa or len(known) != 1:
        raise VillageUnknown(settings.desa or "", tuple(known))
    return known[0]


def who(settings: Settings) -> str:
    """The person that acts; PersonUnknown where nobody was named."""
    if not settings.person:
        raise PersonUnknown("")
    return settings.person


def clock_of(settings: Settings) -> Clock:
    """The real clock, or the time that was fixed with --now; ValueUnfit."""
    if not settings.now:
        return SystemClock()
    try:
        instant = datetime.fromisoformat(settings.now)
    except ValueError as error:
        form = "tulis misalnya 2026-11-24T08:00:00Z"
        raise ValueUnfit("Waktu", settings.now, form) from error
    return FixedClock(instant if instant.tzinfo else instant.replace(tzinfo=UTC))


def day(text: str | None, what: str = "Tanggal") -> date | None:
    """A date as typed, e.g. 2026-11-24; ValueUnfit."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueUnfit(what, text, "tulis tahun-bulan-tanggal, misalnya 2026-11-24") from error
