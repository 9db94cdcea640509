"""Every refusal: one class, one code, its facts as fields. The sentences are in `messages`.

A refusal is an answer, not a crash: the program says what is wrong and what to do, and writes nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, Protocol

from perdes_flow.errors.kept import (
    AknUnreadable,
    BackupRefused,
    CalendarUnreadable,
    CheckpointRefused,
    DatabaseNewer,
    DatabaseOlder,
    DraftMovedOn,
    FileDamaged,
    FileMissing,
    LogRefused,
    NotARegulation,
    RecordDamaged,
    StorageBusy,
    StorageFailed,
    WorkflowFinding,
    WorkflowRefused,
    WorkspaceMissing,
)
from perdes_flow.errors.named import (
    CommentUnknown,
    DocumentKindUnknown,
    DraftExists,
    DraftUnknown,
    ErasureRefused,
    PersonExists,
    PersonUnknown,
    PlaceUnknown,
    ProcedureMissing,
    StepUnknown,
    VersionUnknown,
    VillageExists,
    VillageUnknown,
)
from perdes_flow.errors.refusal import Refusal

__all__ = [
    "AddressNotUnderstood", "AknUnreadable", "AttendanceRefused", "BackupRefused", "CalendarUnreadable",
    "ChangeNotWritten", "CheckpointRefused", "CommentFrozen", "CommentNotOpen", "CommentUnknown",
    "DatabaseNewer", "DatabaseOlder", "DocumentKindUnknown", "DocxRefused", "DraftExists", "DraftMovedOn",
    "DraftUnknown", "ErasureRefused", "FieldUnfit", "FileDamaged", "FileMissing", "InputUnknown", "InputUnreadable",
    "Lacking", "LogBroken", "LogRefused", "MeetingNotOpen", "MigrationUnsafe", "NotARegulation",
    "NotInOffice", "NotItsAuthor", "NotOpenNow", "NoteUnknown", "PersonExists", "PersonUnknown",
    "PhotoRefused", "PlaceUnknown", "ProcedureMissing", "ReceiptUnknown", "RecordDamaged",
    "RedlineNotProven", "Refusal", "SameVersion", "SessionRefused", "StepRefused", "StepUnknown",
    "StorageBusy", "StorageFailed", "SuggestionNotOpen", "SuggestionUnfit", "SuggestionUnknown",
    "SuggestionsCollide", "ValueUnfit", "VersionUnknown", "VillageExists", "VillageUnknown", "VoteRefused",
    "WordingUnfit", "WorkflowFinding", "WorkflowRefused", "WorkspaceMissing",
]  # fmt: skip


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


# ---- what people typed, and does not fit


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


@dataclass(eq=False)
class PaperNotReady(Refusal):
    """A paper that cannot be made yet; `lacking` holds one sentence for each thing that must come first."""

    code: ClassVar[str] = "dokumen_belum_dapat_diterbitkan"
    kind: str
    lacking: tuple[str, ...]


@dataclass(eq=False)
class MailRefused(Refusal):
    """A mail could not be sent; `problem` in the words of the server, "" where no way of sending is set up."""

    code: ClassVar[str] = "surel_tidak_terkirim"
    problem: str


@dataclass(eq=False)
class TemplateRefused(Refusal):
    """A village's own template that cannot be used; `problems` holds one sentence for each thing that is wrong."""

    code: ClassVar[str] = "templat_ditolak"
    kind: str
    problems: tuple[str, ...]


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
class EndorsementUnfit(Refusal):
    """`problem`: "sudah" (the person has marked these words already) or "belum" (there is no mark to take back)."""

    code: ClassVar[str] = "pernyataan_setuju_keliru"
    problem: str
    address: str


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
