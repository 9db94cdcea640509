"""The small words of the domain: names, hashes, offices and kinds, each with the form it must have."""

from enum import StrEnum
from hashlib import sha256 as _sha256
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, StringConstraints

Sha256 = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
VillageId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$")]
DRAFT_ID = r"^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$"
DraftId = Annotated[str, StringConstraints(pattern=DRAFT_ID)]
# Opaque on purpose: it stands in the log for ever, so it must not tell who the person is.
PersonId = Annotated[str, StringConstraints(pattern=r"^(?:o[0-9]{3,6}|sistem)$")]
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9](?:[a-z0-9_-]{0,58}[a-z0-9])?$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=20_000)]
Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=300)]

# "19.30": hours and minutes by the village's clock, as Indonesian papers write them
TimeOfDay = Annotated[str, StringConstraints(pattern=r"^(?:[01][0-9]|2[0-3])\.[0-5][0-9]$")]
# with the country, without signs: what a wa.me link needs
Phone = Annotated[str, StringConstraints(pattern=r"^62[0-9]{7,13}$")]
Mail = Annotated[
    str, StringConstraints(pattern=r"^[^@\s<>,;\"]{1,64}@[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+$")
]

SISTEM: PersonId = "sistem"


class Role(StrEnum):
    """Offices of the procedure (Permendagri 111/2014; Permendagri 110/2016 for the BPD)."""

    PENYUSUN = "penyusun"
    KADES = "kades"
    SEKDES = "sekdes"
    KETUA_BPD = "ketua_bpd"
    SEKRETARIS_BPD = "sekretaris_bpd"
    ANGGOTA_BPD = "anggota_bpd"
    EVALUATOR = "evaluator"
    SISTEM = "sistem"


# Chair and secretary are members too: they count for the quorum and vote.
CLERK_ROLES = (
    Role.SEKDES,
    Role.KADES,
    Role.PENYUSUN,
)  # write down what residents say, and what becomes of it
BPD_ROLES = frozenset({Role.KETUA_BPD, Role.SEKRETARIS_BPD, Role.ANGGOTA_BPD})

Zone = Literal["WIB", "WITA", "WIT"]
Asal = Literal["pemdes", "bpd", "masyarakat", "lembaga"]  # who wrote the text
Prakarsa = Literal["pemdes", "bpd"]  # who takes it into the procedure
Jenis = Literal[
    "umum",
    "apb_desa",
    "pungutan",
    "tata_ruang",
    "organisasi_pemdes",
    "rpjm_desa",
    "rkp_desa",
    "lpj_apb_desa",
]
MeetingKind = Literal["konsultasi", "internal", "bersama"]
MeetingOutcome = Literal["mufakat", "disetujui", "ditolak", "tanpa_putusan", "ditunda"]
Choice = Literal["setuju", "tidak", "abstain"]
AnswerOutcome = Literal["diterima", "sebagian", "ditolak"]
Weight = Literal["penting", "biasa"]
Sex = Literal["L", "P"]
# how residents said it; "halaman": sent from the public page, written down by nobody else
InputWay = Literal["lisan", "tertulis", "pesan", "formulir", "halaman"]
Gazette = Literal["lembaran_desa", "berita_desa"]


class Value(BaseModel):
    """A value that crosses a file, the log or the network: frozen, and nothing unknown in it."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class WorkflowPin(Value):
    """The very rules a draft runs on: id, version and SHA-256 of the file, and of the overlay over it."""

    id: Slug
    version: Label
    sha256: Sha256
    overlay: Slug | None = None


def sha256_of(data: bytes) -> Sha256:
    """SHA-256 of bytes, as 64 lower-case hexadecimal digits."""
    return _sha256(data).hexdigest()


def sidik(sha256: Sha256) -> str:
    """The fingerprint that people read out and compare: the first 16 digits in four groups of four."""
    upper = sha256[:16].upper()
    return " ".join(upper[i : i + 4] for i in range(0, 16, 4))


def version_path(
    village: VillageId, draft: DraftId, version: int, sha256: Sha256, suffix: str = ".docx"
) -> str:
    """Where a version's file lies below `drafts/`."""
    return f"{village}/{draft}/v{version:03d}-{sha256[:8]}{suffix}"


def received_path(village: VillageId, draft: DraftId, sha256: Sha256) -> str:
    """Where a Word file that came back lies below `drafts/`."""
    return f"{village}/{draft}/kembali/{sha256[:16]}.docx"


def document_path(village: VillageId, draft: DraftId, kind: Slug, sha256: Sha256, suffix: str) -> str:
    """Where an official paper's file lies below `drafts/`."""
    return f"{village}/{draft}/dokumen/{kind}-{sha256[:8]}{suffix}"


def photo_path(village: VillageId, draft: DraftId, sha256: Sha256, suffix: str) -> str:
    """Where a picture of a meeting lies below `drafts/`."""
    return f"{village}/{draft}/foto/{sha256[:8]}{suffix}"
