"""The kinds of paper that steps ask for: what people call them, who makes them, and which recorded fact stands for them.

A workflow file may add kinds (`documents:`), not change these.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from perdes_flow.domain.values import Role
from perdes_flow.domain.words import DOCUMENTS as NAMES
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


def _kind(
    kind: str,
    by: tuple[Role, ...],
    law: str,
    per: Literal["tahap", "rancangan"] = "tahap",
    recorded: Callable[[Situation], bool] | None = None,
) -> DocumentKind:
    return DocumentKind(kind, NAMES[kind], by, law, per, recorded)


_LIST = (
    _kind("rancangan_docx", (Role.PENYUSUN, *_VILLAGE), "Permendagri 111/2014 Pasal 6", "rancangan", _version),
    _kind("penjelasan", (Role.PENYUSUN, *_VILLAGE), "Permendagri 111/2014 Lampiran", "rancangan"),
    _kind("usulan_anggota_bpd", (Role.ANGGOTA_BPD, *_MEETING), "Permendagri 111/2014 Pasal 7 ayat (3)", "rancangan"),
    _kind("undangan", (*_MEETING, *_VILLAGE), "Permendagri 111/2014 Pasal 8 ayat (1)"),
    _kind("berita_acara_konsultasi", (*_VILLAGE, Role.PENYUSUN), "UU 6/2014 Pasal 69 ayat (9)", "rancangan"),
    _kind("matriks_masukan", (Role.PENYUSUN, *_VILLAGE), "Permendagri 111/2014 Pasal 6 ayat (4)", "rancangan"),
    _kind("surat_pengantar", _VILLAGE, "Permendagri 111/2014 Pasal 6 ayat (5)"),
    _kind("tanda_terima", (Role.SEKRETARIS_BPD, Role.KETUA_BPD, Role.SEKDES), "Permendagri 110/2016 Lampiran"),
    _kind("daftar_hadir", (*_MEETING, *_VILLAGE), "Permendagri 110/2016 Pasal 37 ayat (3) huruf b", "tahap", _attendance),
    _kind("notulen", (*_MEETING, *_VILLAGE), "Permendagri 110/2016 Pasal 44 ayat (5)", "tahap", _minutes),
    _kind("catatan_bpd", (*_MEETING, Role.ANGGOTA_BPD), "Permendagri 110/2016 Pasal 44"),
    _kind("matriks_sandingan", (Role.PENYUSUN, *_VILLAGE), "Permendagri 111/2014 Pasal 8 ayat (2)"),
    _kind("catatan_permasalahan", (*_MEETING, *_VILLAGE), "Permendagri 110/2016 Pasal 45"),
    _kind("surat_ke_bupati", _VILLAGE, "PP 43/2014 Pasal 84 ayat (4)"),
    _kind("hasil_pembinaan", (), "Permendagri 110/2016 Pasal 45"),
    _kind("surat_penarikan", (*_VILLAGE, *_MEETING), "Permendagri 111/2014 Pasal 9"),
    _kind("berita_acara_kesepakatan", (*_MEETING, Role.KADES), "UU 6/2014 Pasal 69 ayat (3)"),
    _kind("keputusan_bpd", _MEETING, "Permendagri 110/2016 Pasal 37 ayat (3) huruf f"),
    _kind("persetujuan_bpd", _MEETING, "Permendagri 20/2018 Pasal 35 ayat (5)"),
    _kind("surat_penyampaian", _MEETING, "PP 43/2014 Pasal 84 ayat (1)"),
    _kind("naskah_final", (Role.PENYUSUN, *_VILLAGE, *_MEETING), "PP 43/2014 Pasal 84 ayat (1)", "tahap", _version),
    _kind("keputusan_bupati", (), "Permendagri 20/2018 Pasal 35 ayat (2)"),
    _kind("naskah_bertanda_tangan", (Role.KADES,), "PP 43/2014 Pasal 84 ayat (2)", "rancangan"),
    _kind("lembaran_desa", (Role.SEKDES,), "UU 6/2014 Pasal 69 ayat (11)"),
    _kind("berita_desa", (Role.SEKDES,), "Permendagri 111/2014 Pasal 28"),
    _kind("salinan_resmi", (Role.SEKDES,), "PP 43/2014 Pasal 84 ayat (4)"),
    _kind("surat_hasil_klarifikasi", (), "Permendagri 111/2014 Pasal 20"),
)  # fmt: skip
DOCUMENTS: Mapping[str, DocumentKind] = MappingProxyType({kind.kind: kind for kind in _LIST})
