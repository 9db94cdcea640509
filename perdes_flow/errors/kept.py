"""What is kept and what leaves the office: log, files, database, rules, backups, publications."""

from dataclasses import dataclass
from typing import ClassVar, Protocol

from perdes_flow.errors.refusal import Refusal


@dataclass(eq=False)
class DraftMovedOn(Refusal):
    """Somebody else wrote first. `after` is the record number the writer knew last, `found` the last one there is.

    `draft` is None for what concerns the village itself.
    """

    code: ClassVar[str] = "sudah_berubah"
    draft: str | None
    after: int
    found: int


@dataclass(eq=False)
class FileMissing(Refusal):
    """A recorded file is not in its place. `path` is below `drafts/`."""

    code: ClassVar[str] = "berkas_hilang"
    path: str


@dataclass(eq=False)
class FileDamaged(Refusal):
    """A file does not hold the bytes that were recorded. `path` is below `drafts/`."""

    code: ClassVar[str] = "berkas_rusak"
    path: str


@dataclass(eq=False)
class RecordDamaged(Refusal):
    """A record read from the log is not what was written. `reason`: "catatan" (leaf), "isi" (payload), "bentuk" (unknown form)."""

    code: ClassVar[str] = "catatan_tidak_utuh"
    village: str
    seq: int
    reason: str


@dataclass(eq=False)
class StorageBusy(Refusal):
    """Others kept the database busy for longer than we wait. Nothing was written; trying again is safe."""

    code: ClassVar[str] = "penyimpanan_sibuk"


@dataclass(eq=False)
class StorageFailed(Refusal):
    """Disk or database would not do it (full, read-only, damaged, unreachable). `problem` in the words of the system."""

    code: ClassVar[str] = "penyimpanan_gagal"
    problem: str


@dataclass(eq=False)
class WorkspaceMissing(Refusal):
    """No workspace in that folder (nor, where none was named, in a folder above it)."""

    code: ClassVar[str] = "ruang_kerja_tidak_ada"
    folder: str


@dataclass(eq=False)
class DatabaseOlder(Refusal):
    """The database waits for `perdes db upgrade`."""

    code: ClassVar[str] = "basis_data_lama"
    pending: tuple[str, ...]


@dataclass(eq=False)
class DatabaseNewer(Refusal):
    """The database was written by a newer perdes-flow than this one."""

    code: ClassVar[str] = "basis_data_lebih_baru"
    unknown: tuple[str, ...]


# ---- the procedure's own files


class WorkflowFinding(Protocol):
    """One thing that is wrong in a workflow file (workflow.checks.CheckFinding)."""

    @property
    def code(self) -> str: ...

    @property
    def file(self) -> str: ...

    @property
    def line(self) -> int: ...

    @property
    def message(self) -> str: ...


@dataclass(eq=False)
class WorkflowRefused(Refusal):
    """A workflow file that does not pass the checks; `findings` holds every one."""

    code: ClassVar[str] = "alur_ditolak"
    findings: tuple[WorkflowFinding, ...]


@dataclass(eq=False)
class CalendarUnreadable(Refusal):
    """A table of holidays is not in order. `line` counts from 1 (0: the file as a whole); `problem` in Indonesian."""

    code: ClassVar[str] = "kalender_tidak_terbaca"
    file: str
    line: int
    problem: str


# ---- what outsiders check


@dataclass(eq=False)
class LogRefused(Refusal):
    """An exported log does not hold; `line` counts from 1, and line n holds record n. `reason`: those of
    `chain.breaks`, or "baris" (not a line of this form), "ringkasan" (the leaf tells otherwise than its payload),
    "penutup" (the closing line is missing, wrong, or not the last)."""

    code: ClassVar[str] = "salinan_catatan_ditolak"
    line: int
    reason: str


@dataclass(eq=False)
class CheckpointRefused(Refusal):
    """`reason`: "bentuk" (not a checkpoint), "kunci" (not a key), "asal" (of another log), "tanda_tangan"."""

    code: ClassVar[str] = "titik_periksa_ditolak"
    reason: str


@dataclass(eq=False)
class BackupRefused(Refusal):
    """A backup cannot be made or brought back. `path` is the ZIP or the folder.

    `reason`: "sudah_ada" (the ZIP exists), "tidak_ada", "folder_terisi", "bukan_cadangan", "rusak", or "postgresql" (use pg_dump).
    """

    code: ClassVar[str] = "cadangan_ditolak"
    reason: str
    path: str


# ---- what leaves the office


@dataclass(eq=False)
class NotARegulation(Refusal):
    """A text that cannot be published as a regulation. `reason`: "bentuk" (Naskah.is_regulation), "kedalaman"."""

    code: ClassVar[str] = "bukan_peraturan"
    reason: str


@dataclass(eq=False)
class AknUnreadable(Refusal):
    """A file is no Akoma Ntoso act that can be read. `problem` in Indonesian."""

    code: ClassVar[str] = "akn_tidak_terbaca"
    problem: str
