"""What people name, and is not there, or is there already."""

from dataclasses import dataclass
from typing import ClassVar

from perdes_flow.errors.refusal import Refusal


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
class ErasureRefused(Refusal):
    """What may not be erased yet. `problem`: "belum_disembunyikan", "masih_terbuka" (a comment), "masih_menjabat"."""

    code: ClassVar[str] = "belum_dapat_dihapus"
    problem: str
    what: str


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
