"""From what was said on the command line to the desk that a use case works at."""

from datetime import UTC, date, datetime

from perdes_flow.bootstrap.workspace import Workspace, open_workspace
from perdes_flow.cli.settings import Settings
from perdes_flow.errors import PersonUnknown, ValueUnfit, VillageUnknown
from perdes_flow.use_cases.desk import Desk


def open_home(settings: Settings) -> Workspace:
    """The workspace that was named, or the one we stand in; WorkspaceMissing."""
    return open_workspace(settings.home, now=fixed_now(settings))


def desk(settings: Settings) -> Desk:
    """The desk of the village that was named, or of the only one; WorkspaceMissing, VillageUnknown."""
    workspace = open_home(settings)
    return workspace.desk(village_of(workspace, settings), key=settings.key)


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


def fixed_now(settings: Settings) -> datetime | None:
    """The time that was fixed with --now, or None for the real clock; ValueUnfit."""
    return instant(settings.now) if settings.now else None


def instant(text: str) -> datetime:
    """A time as typed, in UTC where no zone is named; ValueUnfit."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise ValueUnfit("Waktu", text, "tulis misalnya 2026-11-24T08:00:00Z") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def day(text: str | None, what: str = "Tanggal") -> date | None:
    """A date as typed, e.g. 2026-11-24; ValueUnfit."""
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise ValueUnfit(what, text, "tulis tahun-bulan-tanggal, misalnya 2026-11-24") from error
