"""The papers that we can make, by the kind that the procedure asks for."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from perdes_flow.papers import agreement, consultation, meetings
from perdes_flow.papers.sheet import Occasion, Sheet

PAPERS: Mapping[str, Callable[[Occasion], Sheet]] = MappingProxyType(
    {
        make.__name__: make
        for make in (
            consultation.berita_acara_konsultasi,
            consultation.matriks_masukan,
            consultation.surat_pengantar,
            consultation.tanda_terima,
            meetings.undangan,
            meetings.daftar_hadir,
            meetings.notulen,
            meetings.catatan_bpd,
            meetings.matriks_sandingan,
            agreement.berita_acara_kesepakatan,
            agreement.keputusan_bpd,
            agreement.surat_penyampaian,
            agreement.lembaran_desa,
            agreement.surat_ke_bupati,
        )
    }
)
