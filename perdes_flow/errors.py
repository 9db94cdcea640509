"""Every refusal: one class, one code, its facts as fields. The sentences are in `messages`.

A refusal is an answer, not a crash: the program says what is wrong and what to do, and writes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Protocol


class Refusal(Exception):
    """Base of all refusals. `code` names the reason and never changes once released."""

    code: ClassVar[str]


@dataclass(eq=False)
class DocxRefused(Refusal):
    """The gate, the reader or the redline engine does not accept a file. `reason` is one of the gate's codes."""

    code: ClassVar[str] = "berkas_ditolak"
    reason: str
    facts: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(eq=False)
class RedlineNotProven(Refusal):
    """Accepting or rejecting a redline does not give the new or the old text; it is withheld. `story` says where."""

    code: ClassVar[str] = "redline_tidak_terbukti"
    story: str


# ---- what people name, and is not there


@dataclass(eq=False)
class VillageUnknown(Refusal):
    """No such village in the workspace, or none was named and there are several."""

    code: ClassVar[str] = "desa_tidak_dikenal"
    village: str
    known: tuple[str, ...] = ()


@dataclass(eq=False)
class VillageExists(Refusal):
    code: ClassVar[str] = "desa_sudah_ada"
    village: str


@dataclass(eq=False)
class PersonUnknown(Refusal):
    """Nobody of that name, or nobody was named."""

    code: ClassVar[str] = "orang_tidak_dikenal"
    nickname: str
    known: tuple[str, ...] = ()


@dataclass(eq=False)
class PersonExists(Refusal):
    code: ClassVar[str] = "sapaan_terpakai"
    nickname: str


@dataclass(eq=False)
class DraftUnknown(Refusal):
    code: ClassVar[str] = "rancangan_tidak_dikenal"
    draft: str
    known: tuple[str, ...] = ()


@dataclass(eq=False)
class DraftExists(Refusal):
    code: ClassVar[str] = "rancangan_sudah_ada"
    draft: str


@dataclass(eq=False)
class VersionUnknown(Refusal):
    code: ClassVar[str] = "versi_tidak_ada"
    version: int
    count: int


@dataclass(eq=False)
class StepUnknown(Refusal):
    code: ClassVar[str] = "langkah_tidak_dikenal"
    step: str
    known: tuple[str, ...]


@dataclass(eq=False)
class CommentUnknown(Refusal):
    code: ClassVar[str] = "catatan_tidak_ada"
    comment: int


@dataclass(eq=False)
class PlaceUnknown(Refusal):
    """The version has no unit of that address, or the unit does not hold the quoted words."""

    code: ClassVar[str] = "tempat_tidak_ditemukan"
    address: str
    version: int
    quote: str = ""


@dataclass(eq=False)
class DocumentKindUnknown(Refusal):
    code: ClassVar[str] = "jenis_dokumen_tidak_dikenal"
    kind: str
    known: tuple[str, ...]


@dataclass(eq=False)
class ProcedureMissing(Refusal):
    """The workflow file that a draft runs on is not in the workspace any more."""

    code: ClassVar[str] = "alur_tidak_ditemukan"
    id: str
    version: str
    sha256: str = ""


@dataclass(eq=False)
class InputUnreadable(Refusal):
    """A file that was named cannot be read, or a place cannot be written."""

    code: ClassVar[str] = "berkas_tidak_terbaca"
    path: str
    problem: str


@dataclass(eq=False)
class ValueUnfit(Refusal):
    """Something typed does not have the form it must have. `form` says which form, in Indonesian."""

    code: ClassVar[str] = "isian_tidak_sesuai"
    what: str
    value: str
    form: str


@dataclass(eq=False)
class FieldUnfit(Refusal):
    """What was typed cannot stand in the log. `problem`: string_too_short, string_too_long, … with its `limit`."""

    code: ClassVar[str] = "isian_keliru"
    field: str
    value: str
    problem: str
    limit: int


# ---- what may not be done


@dataclass(eq=False)
class NotInOffice(Refusal):
    """The person does not hold an office that may do this. Offices by their code (values.Role)."""

    code: ClassVar[str] = "bukan_wewenang"
    nickname: str
    act: str
    needed: tuple[str, ...]


@dataclass(eq=False)
class NotOpenNow(Refusal):
    """The stage does not let anybody do this."""

    code: ClassVar[str] = "tahap_tidak_membuka"
    act: str
    state: str


@dataclass(eq=False)
class SameVersion(Refusal):
    """The very bytes of the latest version were handed in again."""

    code: ClassVar[str] = "naskah_sama"
    version: int


@dataclass(eq=False)
class StepRefused(Refusal):
    """A step whose conditions are not met; `missing` holds every one of them (workflow.guards.Missing)."""

    code: ClassVar[str] = "langkah_ditolak"
    step: str
    missing: tuple["Lacking", ...]


class Lacking(Protocol):
    """One unmet condition: what is lacking as a sentence, and the law that asks for it."""

    @property
    def code(self) -> str: ...

    @property
    def sentence(self) -> str: ...

    @property
    def law(self) -> str: ...


@dataclass(eq=False)
class CommentNotOpen(Refusal):
    """The comment is in a condition in which this cannot be done.

    `condition` is "selesai", "terbuka", "belum_dijawab", "ditarik" or "disembunyikan".
    """

    code: ClassVar[str] = "catatan_tidak_terbuka"
    comment: int
    condition: str


@dataclass(eq=False)
class MeetingNotOpen(Refusal):
    """There is no open meeting on the draft, or one is open already: `condition`: "tidak_ada", "masih_terbuka" or
    "bukan_bersama"."""

    code: ClassVar[str] = "musyawarah_tidak_terbuka"
    condition: str
    meeting: int = 0


@dataclass(eq=False)
class VoteRefused(Refusal):
    """`reason`: "bukan_anggota", "tidak_hadir", "sudah_bersuara", "sudah_mufakat", "versi_lama" (a newer one came),
    "versi_lain" (not the one on the table) or "bukan_sendiri"."""

    code: ClassVar[str] = "suara_ditolak"
    nickname: str
    reason: str


@dataclass(eq=False)
class AttendanceRefused(Refusal):
    """People named as present who are not in office; `reason`: "bukan_anggota", "kosong", "tidak_hadir" or "pembicara"."""

    code: ClassVar[str] = "daftar_hadir_ditolak"
    nicknames: tuple[str, ...]
    reason: str


@dataclass(eq=False)
class MigrationUnsafe(Refusal):
    code: ClassVar[str] = "migrasi_ditolak"
    draft: str
    reasons: tuple[str, ...]


@dataclass(eq=False)
class LogBroken(Refusal):
    """Verification found something; `findings` are sentences' facts (where, what)."""

    code: ClassVar[str] = "catatan_rusak"
    findings: tuple[tuple[str, str], ...]


@dataclass(eq=False)
class AddressNotUnderstood(Refusal):
    """What was typed names no place in a regulation. `text` as typed."""

    code: ClassVar[str] = "alamat_tidak_dipahami"
    text: str


# ---- what is kept


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
    """A text that cannot be published as a regulation. `reason`: "bentuk" (neither pembukaan, Bab nor Pasal), "kedalaman"."""

    code: ClassVar[str] = "bukan_peraturan"
    reason: str


@dataclass(eq=False)
class AknUnreadable(Refusal):
    """A file is no Akoma Ntoso act that can be read. `problem` in Indonesian."""

    code: ClassVar[str] = "akn_tidak_terbaca"
    problem: str


# ---- meetings, papers, consultation, messages


@dataclass(eq=False)
class SessionRefused(Refusal):
    """A day that does not fit a sitting. `reason`: "lampau" (called for a day gone by), "mundur" (before the last
    sitting), "belum_lengkap" (the last one lacks attendance or minutes). `on` is the day meant, or that of the last."""

    code: ClassVar[str] = "sidang_ditolak"
    reason: str
    on: date


@dataclass(eq=False)
class InputUnknown(Refusal):
    """There is no input of that number; `count` is how many there are."""

    code: ClassVar[str] = "masukan_tidak_ada"
    input: int
    count: int


@dataclass(eq=False)
class PhotoRefused(Refusal):
    """`reason`: "bentuk" (neither JPEG nor PNG) or "besar"."""

    code: ClassVar[str] = "foto_ditolak"
    reason: str
    size_bytes: int


# ---- the review: threads, private notes, receipts, suggestions, Word files that come back


@dataclass(eq=False)
class CommentFrozen(Refusal):
    """The stage moved on since the comment (or suggestion) was made: it can be answered, but no longer taken back."""

    code: ClassVar[str] = "catatan_beku"
    comment: int
    what: str = "catatan"


@dataclass(eq=False)
class NotItsAuthor(Refusal):
    """Only who made it may take it back; `what` is "catatan" or "usul"."""

    code: ClassVar[str] = "bukan_penulisnya"
    what: str
    number: int


@dataclass(eq=False)
class NoteUnknown(Refusal):
    """The person has no private note of that number on the draft."""

    code: ClassVar[str] = "catatan_pribadi_tidak_ada"
    note: int


@dataclass(eq=False)
class ReceiptUnknown(Refusal):
    """No record of the village fits the receipt ("tidak_cocok"), or what it said was erased ("dihapus"). `text` as typed."""

    code: ClassVar[str] = "tanda_terima_tidak_cocok"
    text: str
    reason: str = "tidak_cocok"


@dataclass(eq=False)
class ChangeNotWritten(Refusal):
    """A wish cannot be written into the file as a tracked change. `wish` is its place in the list, or a suggestion's number."""

    code: ClassVar[str] = "perubahan_tidak_dapat_ditulis"
    wish: int


@dataclass(eq=False)
class SuggestionUnknown(Refusal):
    code: ClassVar[str] = "usul_tidak_ada"
    suggestion: int


@dataclass(eq=False)
class SuggestionNotOpen(Refusal):
    """The suggestion was decided on; `fate` is "diambil", "ditolak" or "ditarik"."""

    code: ClassVar[str] = "usul_sudah_diputuskan"
    suggestion: int
    fate: str


@dataclass(eq=False)
class SuggestionUnfit(Refusal):
    """The suggestion cannot be taken over into the latest version as it is; `fit` is one of legal.proposals.Fit."""

    code: ClassVar[str] = "usul_tidak_cocok_lagi"
    suggestion: int
    fit: str
    version: int


@dataclass(eq=False)
class SuggestionsCollide(Refusal):
    """Two suggestions touch the same words."""

    code: ClassVar[str] = "usul_bertabrakan"
    one: int
    other: int


@dataclass(eq=False)
class WordingUnfit(Refusal):
    """A suggested wording that cannot stand. `reason`: "sama" (nothing changes), "paragraf" (not as many lines as the
    unit has paragraphs), "banyak" (the quoted words stand there several times), "melintas" (they run over paragraphs)."""

    code: ClassVar[str] = "usul_tidak_sesuai"
    reason: str
    address: str
    count: int = 0


@dataclass(eq=False)
class FileOfNoVersion(Refusal):
    """A Word file that came back is not made from any version: most of its paragraphs stand in none of them."""

    code: ClassVar[str] = "berkas_bukan_versi"
    file_name: str
