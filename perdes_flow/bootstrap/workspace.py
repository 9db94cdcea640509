"""A workspace with log, files, clock and rules, opened or made."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from uuid import uuid4

from perdes_flow.bootstrap.home import DRAFTS, WORKFLOWS, database_of, find_home
from perdes_flow.domain.values import VillageId
from perdes_flow.errors import StorageFailed
from perdes_flow.messages.mishaps import mishap
from perdes_flow.ports import Clock, FileStore, ProcedureShelf, RecordLog, Register
from perdes_flow.storage.database import DATABASE, connect, disconnect, settings_for
from perdes_flow.storage.files import open_files
from perdes_flow.storage.integrity import Flaw, flaws
from perdes_flow.storage.log import DjangoLog, new_salt
from perdes_flow.storage.notes import DjangoNotes
from perdes_flow.storage.outbox import DjangoOutbox
from perdes_flow.storage.register import DjangoRegister
from perdes_flow.storage.shelf import WorkflowShelf
from perdes_flow.storage.templates import TemplateFolder
from perdes_flow.storage.upgrade import upgrade_database
from perdes_flow.storage.villages import villages_in
from perdes_flow.use_cases.desk import Desk
from perdes_flow.workflow.holidays_table import load_calendar

HOLIDAYS = "holidays"  # below `workflows/`
TEMPLATES = "templat"  # the village's own ones, in the workspace
SHIPPED_TEMPLATES = Path(__file__).parents[1] / "papers" / "templat"
ASIDE = ".perdes/alur"  # the workflow files that drafts were started on


@dataclass(frozen=True, slots=True)
class Workspace:
    """An open workspace. Use it in a `with` block, or close it: Windows moves no file that is open."""

    home: Path
    files: FileStore
    clock: Clock
    database: str  # alias in Django's connections
    salt: Callable[[], bytes]

    def log(self, village: VillageId) -> RecordLog:
        return DjangoLog(village, using=self.database, salt=self.salt)

    def register(self, village: VillageId) -> Register:
        return DjangoRegister(village, using=self.database)

    @property
    def shelf(self) -> ProcedureShelf:
        return WorkflowShelf(self.workflows, self.home / ASIDE)

    def desk(self, village: VillageId, *, key: str | None = None) -> Desk:
        """A use case's desk for one request; `key` makes the request happen once, however often it comes."""
        return Desk(
            self.log(village),
            self.register(village),
            self.files,
            DjangoNotes(village, using=self.database),
            self.clock,
            self.shelf,
            load_calendar(self.workflows / HOLIDAYS),
            key or uuid4().hex,
            TemplateFolder(self.home / TEMPLATES, SHIPPED_TEMPLATES, village),
            DjangoOutbox(village, using=self.database),
        )

    def villages(self) -> tuple[VillageId, ...]:
        """The villages that have a log here, by name."""
        return villages_in(self.database)

    def flaws(self) -> tuple[Flaw, ...]:
        """What is wrong with the database itself, beyond what the chain of each village tells."""
        return tuple(flaws(self.database))

    @property
    def drafts(self) -> Path:
        return self.home / DRAFTS

    @property
    def workflows(self) -> Path:
        return self.home / WORKFLOWS

    def close(self) -> None:
        """Close this thread's connection to the database."""
        disconnect(self.database)

    def __enter__(self) -> "Workspace":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


@dataclass(frozen=True, slots=True)
class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC).replace(microsecond=0)


@dataclass(frozen=True, slots=True)
class FixedClock:
    """Always the same moment; `at` is aware."""

    at: datetime

    def now(self) -> datetime:
        return self.at.astimezone(UTC).replace(microsecond=0)


def open_workspace(
    home: Path | str | None = None, *, now: datetime | None = None, salt: Callable[[], bytes] = new_salt
) -> Workspace:
    """The workspace in a folder (else PERDES_HOME, else the folder one stands in or one above it).

    `now` fixes the clock, `salt` the salts. Raises WorkspaceMissing, DatabaseOlder, DatabaseNewer, StorageFailed.
    """
    found = find_home(home)
    return _workspace(found, database_of(found), now, salt)


def create_workspace(
    home: Path | str, *, now: datetime | None = None, salt: Callable[[], bytes] = new_salt
) -> Workspace:
    """Make a folder a workspace: drafts, the workflow files of this release, the database. What is there stays."""
    folder = Path(home).absolute()
    try:
        (folder / DRAFTS).mkdir(parents=True, exist_ok=True)
        (folder / DATABASE).parent.mkdir(exist_ok=True)
        _copy_missing(shipped(WORKFLOWS), folder / WORKFLOWS)
    except OSError as error:
        raise StorageFailed(f"{folder}: {mishap(error)}") from error
    upgrade(folder)
    return _workspace(folder, _database(folder), now, salt)


def upgrade(home: Path | str | None = None) -> tuple[str, ...]:
    """Bring the database of a workspace to this release; the names of the changes made. DatabaseNewer."""
    return upgrade_database(_database(find_home(home)))


def shipped(name: str) -> Path:
    """Where files of this release lie ("workflows", "drafts/contoh"): in the installed package, else beside it."""
    package = Path(__file__).parents[1]
    installed = package / "shipped" / name
    return installed if installed.exists() else package.parent / name


def _database(home: Path) -> str:
    return connect(settings_for(home))


def _workspace(home: Path, database: str, now: datetime | None, salt: Callable[[], bytes]) -> Workspace:
    clock: Clock = SystemClock() if now is None else FixedClock(now)
    return Workspace(home, open_files(home / DRAFTS), clock, database, salt)


def _copy_missing(source: Path, target: Path) -> None:
    """A folder's files, but none over one that is there: people change their workflow files."""
    for path in sorted(source.rglob("*")):
        place = target / path.relative_to(source)
        if path.is_dir():
            place.mkdir(parents=True, exist_ok=True)
        elif not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, place)
    target.mkdir(parents=True, exist_ok=True)
