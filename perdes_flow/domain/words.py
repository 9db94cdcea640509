"""The Indonesian words for the domain's codes, and how they are strung together."""

from collections.abc import Iterable, Mapping

OFFICES: Mapping[str, str] = {
    "penyusun": "penyusun naskah",
    "kades": "Kepala Desa",
    "sekdes": "Sekretaris Desa",
    "ketua_bpd": "Ketua BPD",
    "sekretaris_bpd": "Sekretaris BPD",
    "anggota_bpd": "anggota BPD",
    "evaluator": "evaluator kabupaten",
    "sistem": "sistem",
}
JENIS: Mapping[str, str] = {
    "umum": "umum",
    "apb_desa": "APB Desa",
    "pungutan": "pungutan",
    "tata_ruang": "tata ruang",
    "organisasi_pemdes": "organisasi Pemerintah Desa",
    "rpjm_desa": "RPJM Desa",
    "rkp_desa": "RKP Desa",
    "lpj_apb_desa": "laporan pertanggungjawaban APB Desa",
}
ASAL: Mapping[str, str] = {
    "pemdes": "Pemerintah Desa",
    "bpd": "BPD",
    "masyarakat": "masyarakat",
    "lembaga": "lembaga",
}
MEETINGS: Mapping[str, str] = {
    "konsultasi": "Konsultasi publik",
    "internal": "Musyawarah internal BPD",
    "bersama": "Pembahasan bersama BPD dan Kepala Desa",
}
OUTCOMES: Mapping[str, str] = {
    "mufakat": "mufakat tercapai",
    "disetujui": "disetujui dengan suara terbanyak",
    "ditolak": "tidak disetujui",
    "tanpa_putusan": "selesai tanpa pengambilan keputusan",
    "ditunda": "ditunda karena kuorum tidak tercapai",
}
CHOICES: Mapping[str, str] = {"setuju": "setuju", "tidak": "tidak setuju", "abstain": "abstain"}
GAZETTES: Mapping[str, str] = {"lembaran_desa": "Lembaran Desa", "berita_desa": "Berita Desa"}
PARTIES: Mapping[str, str] = {"pemdes": "Pemerintah Desa", "bpd": "BPD"}
DOCUMENTS: Mapping[str, str] = {
    "rancangan_docx": "rancangan Peraturan Desa (berkas Word)",
    "penjelasan": "penjelasan rancangan",
    "usulan_anggota_bpd": "usulan rancangan dari anggota BPD",
    "undangan": "undangan musyawarah",
    "berita_acara_konsultasi": "berita acara konsultasi publik",
    "matriks_masukan": "matriks masukan masyarakat dan tindak lanjutnya",
    "surat_pengantar": "surat pengantar Kepala Desa",
    "tanda_terima": "tanda terima (agenda surat masuk)",
    "daftar_hadir": "daftar hadir musyawarah",
    "notulen": "notulen musyawarah",
    "catatan_bpd": "daftar catatan BPD per Pasal",
    "matriks_sandingan": "matriks sandingan perubahan",
    "catatan_permasalahan": "catatan permasalahan yang tidak disepakati",
    "surat_ke_bupati": "surat kepada Bupati/Wali Kota melalui Camat",
    "hasil_pembinaan": "hasil evaluasi dan pembinaan Bupati/Wali Kota",
    "surat_penarikan": "surat penarikan kembali rancangan",
    "berita_acara_kesepakatan": "berita acara kesepakatan bersama",
    "keputusan_bpd": "Keputusan BPD",
    "persetujuan_bpd": "persetujuan BPD atas penyempurnaan",
    "surat_penyampaian": "surat penyampaian rancangan yang disepakati",
    "naskah_final": "naskah yang disepakati",
    "keputusan_bupati": "Keputusan Bupati/Wali Kota",
    "naskah_bertanda_tangan": "naskah bertanda tangan Kepala Desa",
    "lembaran_desa": "halaman Lembaran Desa",
    "berita_desa": "halaman Berita Desa",
    "salinan_resmi": "salinan resmi Peraturan",
    "surat_hasil_klarifikasi": "surat hasil klarifikasi",
}
STAGES: Mapping[str, str] = {
    "penyusunan": "Penyusunan",
    "konsultasi_publik": "Konsultasi Publik",
    "disampaikan": "Disampaikan ke BPD",
    "pembahasan_internal": "Pembahasan Internal BPD",
    "pembahasan_bersama": "Pembahasan Bersama",
    "perbaikan": "Perbaikan",
    "buntu": "Buntu",
    "disepakati": "Disepakati",
    "evaluasi": "Evaluasi",
    "penyempurnaan": "Penyempurnaan",
    "penetapan": "Penetapan",
    "ditetapkan": "Ditetapkan, menunggu pengundangan",
    "diundangkan": "Diundangkan",
    "klarifikasi": "Klarifikasi",
    "berlaku": "Berlaku",
    "ditarik": "Ditarik kembali",
    "dihentikan": "Pembahasan dihentikan",
    "dibatalkan": "Dibatalkan",
}


def any_of(words: Iterable[str], last: str = "atau") -> str:
    """ "a", "a atau b", "a, b, atau c"."""
    every = list(words)
    if len(every) < 3:
        return f" {last} ".join(every)
    return f"{', '.join(every[:-1])}, {last} {every[-1]}"


def all_of(words: Iterable[str]) -> str:
    """ "a", "a dan b", "a, b, dan c"."""
    return any_of(words, "dan")


def offices(codes: Iterable[str], stand_ins: Mapping[str, str] = {}) -> str:
    """ "Ketua BPD atau Sekretaris BPD"; `stand_ins`: who does an office's work by delegation."""
    return any_of(stand_ins.get(code, OFFICES[code]) for code in codes)


def kinds(codes: Iterable[str]) -> str:
    """ "APB Desa, pungutan, atau tata ruang", in the order of the list."""
    wanted = set(codes)
    return any_of(words for code, words in JENIS.items() if code in wanted)
