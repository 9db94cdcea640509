"""The kinds of paper that steps ask for: what people call them, who makes them, and which recorded fact stands for them.

A workflow file may add kinds (`documents:`), not change these.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from perdes_flow.domain.values import Role
from perdes_flow.workflow.definition_model import Procedure
from perdes_flow.workflow.guards.situation import Situation

_MEETING = (Role.KETUA_BPD, Role.SEKRETARIS_BPD)
_VILLAGE = (Role.KADES, Role.SEKDES)


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """`by` is empty where the paper comes from outside the procedure's offices (Bupati, Camat).

    per      "tahap": needed anew in every stage; "rancangan": once filed it serves the draft to its end
    recorded whether a fact on record does instead of the paper
    """

    kind: str
    label: str
    by: tuple[Role, ...]
    law: str
    per: Literal["tahap", "rancangan"] = "tahap"
    recorded: Callable[[Situation], bool] | None = None


def kind_of(procedure: Procedure, kind: str) -> DocumentKind | None:
    """A kind of paper, built in or added by the workflow file."""
    if built_in := DOCUMENTS.get(kind):
        return built_in
    entry = procedure.documents.get(kind)
    if entry is None:
        return None
    return DocumentKind(kind, entry.label, entry.by, procedure.cite(entry.law), entry.per)


def on_file(situation: Situation, kind: DocumentKind) -> bool:
    """Whether the paper is there: handed in with the step, filed where it still counts, or on record as a fact."""
    if kind.kind in situation.supplied or (kind.recorded is not None and kind.recorded(situation)):
        return True
    draft = situation.draft
    return any(
        d.kind == kind.kind and (kind.per == "rancangan" or d.visit == draft.visit) for d in draft.documents
    )


def _attendance(situation: Situation) -> bool:
    # of every sitting: a paper on the first does not stand for the second
    return bool(situation.meetings) and all(s.attended for m in situation.meetings for s in m.sessions)


def _minutes(situation: Situation) -> bool:
    return bool(situation.meetings) and all(s.minutes for m in situation.meetings for s in m.sessions)


def _version(situation: Situation) -> bool:
    return situation.draft.latest is not None


_LIST = (
    DocumentKind("rancangan_docx", "rancangan Peraturan Desa (berkas Word)", (Role.PENYUSUN, *_VILLAGE), "Permendagri 111/2014 Pasal 6", "rancangan", _version),
    DocumentKind("penjelasan", "penjelasan rancangan", (Role.PENYUSUN, *_VILLAGE), "Permendagri 111/2014 Lampiran", "rancangan"),
    DocumentKind("usulan_anggota_bpd", "usulan rancangan dari anggota BPD", (Role.ANGGOTA_BPD, *_MEETING), "Permendagri 111/2014 Pasal 7 ayat (3)", "rancangan"),
    DocumentKind("undangan", "undangan musyawarah", (*_MEETING, *_VILLAGE), "Permendagri 111/2014 Pasal 8 ayat (1)"),
    DocumentKind("berita_acara_konsultasi", "berita acara konsultasi publik", (*_VILLAGE, Role.PENYUSUN), "UU 6/2014 Pasal 69 ayat (9)", "rancangan"),
    DocumentKind("matriks_masukan", "matriks masukan masyarakat dan tindak lanjutnya", (Role.PENYUSUN, *_VILLAGE), "Permendagri 111/2014 Pasal 6 ayat (4)", "rancangan"),
    DocumentKind("surat_pengantar", "surat pengantar Kepala Desa", _VILLAGE, "Permendagri 111/2014 Pasal 6 ayat (5)"),
    DocumentKind("tanda_terima", "tanda terima (agenda surat masuk)", (Role.SEKRETARIS_BPD, Role.KETUA_BPD, Role.SEKDES), "Permendagri 110/2016 Lampiran"),
    DocumentKind("daftar_hadir", "daftar hadir musyawarah", (*_MEETING, *_VILLAGE), "Permendagri 110/2016 Pasal 37 ayat (3) huruf b", "tahap", _attendance),
    DocumentKind("notulen", "notulen musyawarah", (*_MEETING, *_VILLAGE), "Permendagri 110/2016 Pasal 44 ayat (5)", "tahap", _minutes),
    DocumentKind("catatan_bpd", "daftar catatan BPD per Pasal", (*_MEETING, Role.ANGGOTA_BPD), "Permendagri 110/2016 Pasal 44"),
    DocumentKind("matriks_sandingan", "matriks sandingan perubahan", (Role.PENYUSUN, *_VILLAGE), "Permendagri 111/2014 Pasal 8 ayat (2)"),
    DocumentKind("catatan_permasalahan", "catatan permasalahan yang tidak disepakati", (*_MEETING, *_VILLAGE), "Permendagri 110/2016 Pasal 45"),
    DocumentKind("surat_ke_bupati", "surat kepada Bupati/Wali Kota melalui Camat", _VILLAGE, "PP 43/2014 Pasal 84 ayat (4)"),
    DocumentKind("hasil_pembinaan", "hasil evaluasi dan pembinaan Bupati/Wali Kota", (), "Permendagri 110/2016 Pasal 45"),
    DocumentKind("surat_penarikan", "surat penarikan kembali rancangan", (*_VILLAGE, *_MEETING), "Permendagri 111/2014 Pasal 9"),
    DocumentKind("berita_acara_kesepakatan", "berita acara kesepakatan bersama", (*_MEETING, Role.KADES), "UU 6/2014 Pasal 69 ayat (3)"),
    DocumentKind("keputusan_bpd", "Keputusan BPD", _MEETING, "Permendagri 110/2016 Pasal 37 ayat (3) huruf f"),
    DocumentKind("persetujuan_bpd", "persetujuan BPD atas penyempurnaan", _MEETING, "Permendagri 20/2018 Pasal 35 ayat (5)"),
    DocumentKind("surat_penyampaian", "surat penyampaian rancangan yang disepakati", _MEETING, "PP 43/2014 Pasal 84 ayat (1)"),
    DocumentKind("naskah_final", "naskah yang disepakati", (Role.PENYUSUN, *_VILLAGE, *_MEETING), "PP 43/2014 Pasal 84 ayat (1)", "tahap", _version),
    DocumentKind("keputusan_bupati", "Keputusan Bupati/Wali Kota", (), "Permendagri 20/2018 Pasal 35 ayat (2)"),
    DocumentKind("naskah_bertanda_tangan", "naskah bertanda tangan Kepala Desa", (Role.KADES,), "PP 43/2014 Pasal 84 ayat (2)", "rancangan"),
    DocumentKind("lembaran_desa", "halaman Lembaran Desa", (Role.SEKDES,), "UU 6/2014 Pasal 69 ayat (11)"),
    DocumentKind("berita_desa", "halaman Berita Desa", (Role.SEKDES,), "Permendagri 111/2014 Pasal 28"),
    DocumentKind("salinan_resmi", "salinan resmi Peraturan", (Role.SEKDES,), "PP 43/2014 Pasal 84 ayat (4)"),
    DocumentKind("surat_hasil_klarifikasi", "surat hasil klarifikasi", (), "Permendagri 111/2014 Pasal 20"),
)  # fmt: skip
DOCUMENTS: Mapping[str, DocumentKind] = MappingProxyType({kind.kind: kind for kind in _LIST})
