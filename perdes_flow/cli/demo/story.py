"""The story that the demo plays: who did what on which day, two mistakes and how they were mended among it.

People appear by office only. The times are those of the sample files (drafts/contoh).
"""

from dataclasses import dataclass
from datetime import date

from perdes_flow.cli.demo.deeds import (
    MEMBERS,
    Deed,
    answer,
    attend,
    clarified,
    close,
    comment,
    meeting,
    minutes,
    paper,
    people,
    resolve,
    start,
    step,
    submit,
    village,
    vote,
)


@dataclass(frozen=True, slots=True)
class Scene:
    """What happens at one moment; `refused` if it is meant to be refused, and then nothing is written."""

    at: str
    title: str
    deeds: tuple[Deed, ...]
    refused: bool = False


def story() -> tuple[Scene, ...]:
    """All scenes in their order."""
    return (
        *_beginning(),
        *_consultation(),
        *_first_deliberation(),
        *_revision(),
        *_agreement(),
        *_enactment(),
    )


def _beginning() -> tuple[Scene, ...]:
    return (
        Scene("2026-01-12T01:00:00+00:00", "Desa dan orangnya didaftarkan.", (village, *people())),
        Scene(
            "2026-01-12T02:30:00+00:00",
            "KOPI menyerahkan naskah susunan Infest bersama DPMD kepada BPD; Pemerintah Desa mengambilnya sebagai prakarsa.",
            (start, submit("v1-usulan-kopi.docx")),
        ),
    )


def _consultation() -> tuple[Scene, ...]:
    return (
        Scene("2026-01-19T02:00:00+00:00", "Konsultasi publik dibuka.", (step("konsultasikan", "penyusun"),)),
        Scene(
            "2026-01-20T02:00:00+00:00",
            "Kepala Desa hendak langsung menyampaikan naskah ke BPD, sebelum warga ditanya.",
            (step("ajukan", "kades"),),
            refused=True,
        ),
        Scene(
            "2026-01-28T02:00:00+00:00",
            "Warga diajak bicara di balai desa.",
            (
                meeting("konsultasi", "sekdes", date(2026, 1, 28)),
                attend("sekdes", ("kades", "sekdes", "penyusun"), residents=64),
                minutes(
                    "sekdes",
                    "Warga mengusulkan izin keluarga dapat diberikan melalui panggilan video (Pasal 12 ayat (2)); diterima. "
                    "Keluarga PMI meminta pengaduan juga melalui pesan elektronik (Pasal 25 ayat (1)); diterima. "
                    "Warga meminta pendampingan kepulangan bagi yang sakit (Pasal 23); diterima.",
                ),
                close("sekdes"),
            ),
        ),
        Scene(
            "2026-02-05T03:15:00+00:00",
            "Penyusun memasukkan usul warga: versi 2.",
            (submit("v2-setelah-konsultasi-publik.docx"),),
        ),
        Scene(
            "2026-02-09T02:00:00+00:00",
            "Kini syaratnya lengkap: Kepala Desa menyampaikan naskah ke BPD.",
            (
                paper("berita_acara_konsultasi", "sekdes", "140/07/BA/2026"),
                paper("matriks_masukan", "sekdes"),
                paper("surat_pengantar", "kades", "140/12/2026"),
                step("ajukan", "kades"),
            ),
        ),
    )


def _first_deliberation() -> tuple[Scene, ...]:
    return (
        Scene(
            "2026-02-12T02:00:00+00:00",
            "BPD menerima naskah dan mengundang anggotanya.",
            (
                paper("tanda_terima", "sekretaris-bpd", "04/BPD/2026"),
                paper("undangan", "ketua-bpd", "05/BPD/2026"),
                step("jadwalkan", "ketua-bpd"),
            ),
        ),
        Scene(
            "2026-02-13T12:00:00+00:00",
            "Musyawarah internal BPD; dua anggota memberi catatan.",
            (
                meeting("internal", "ketua-bpd", date(2026, 2, 13)),
                attend("ketua-bpd", MEMBERS[:7]),
                comment(
                    "anggota-2",
                    "Pasal 9 ayat (5)",
                    "Kerahasiaan data sebaiknya menjadi Pasal tersendiri, dengan siapa yang boleh membuka data.",
                ),
                comment(
                    "anggota-4",
                    "Pasal 6 ayat (2)",
                    "Tiga hari kerja terlalu lama; informasi lowongan cepat basi. Usul dua hari kerja.",
                    quote="3 (tiga) hari kerja",
                ),
                minutes(
                    "sekretaris-bpd",
                    "Naskah dibaca Pasal demi Pasal. Dua catatan dibawa ke pembahasan bersama.",
                ),
                close("ketua-bpd"),
                paper("catatan_bpd", "ketua-bpd"),
                paper("undangan", "ketua-bpd", "06/BPD/2026"),
            ),
        ),
        Scene(
            "2026-02-18T02:00:00+00:00", "Pembahasan bersama dimulai.", (step("bahas_bersama", "ketua-bpd"),)
        ),
        Scene(
            "2026-02-23T12:00:00+00:00",
            "Pada musyawarah pertama hanya lima dari sembilan anggota hadir.",
            (
                meeting("bersama", "ketua-bpd", date(2026, 2, 23)),
                attend("ketua-bpd", (*MEMBERS[:5], "kades")),
                minutes("sekretaris-bpd", "Kuorum tidak tercapai; musyawarah dilanjutkan 25 Februari 2026."),
            ),
        ),
        Scene(
            "2026-02-23T13:00:00+00:00",
            "Ketua BPD tetap hendak menyepakati naskah, padahal dua catatan belum selesai.",
            (step("sepakati", "ketua-bpd", nomor="03/BPD/2026"),),
            refused=True,
        ),
        Scene(
            "2026-02-25T12:00:00+00:00",
            "Musyawarah ditunda dua hari; delapan anggota hadir dan meminta perbaikan.",
            (
                close("ketua-bpd"),
                meeting("bersama", "ketua-bpd", date(2026, 2, 25)),
                attend("ketua-bpd", (*MEMBERS[:8], "kades")),
                minutes("sekretaris-bpd", "Kedua catatan disetujui forum; naskah diperbaiki lebih dahulu."),
                close("ketua-bpd"),
                step("minta_revisi", "ketua-bpd"),
            ),
        ),
    )


def _revision() -> tuple[Scene, ...]:
    return (
        Scene(
            "2026-03-04T13:40:00+00:00",
            "Versi 3: Pasal kerahasiaan data disisipkan, nomor bergeser; masih ada perubahan terlacak dari dua orang.",
            (
                answer(1, "diterima", "Menjadi Pasal 10 tersendiri tentang kerahasiaan data pribadi."),
                submit("v3-setelah-pembahasan-bpd.docx"),
                comment(
                    "ketua-bpd",
                    "Pasal 14 ayat (3)",
                    "Maksudnya hari kerja atau hari kalender? Tuliskan dengan tegas.",
                ),
            ),
        ),
        Scene(
            "2026-03-05T02:00:00+00:00",
            "Kepala Desa hendak mengembalikan versi 3 ke BPD, padahal belum bersih dan catatan belum dijawab semua.",
            (step("ajukan_ulang", "kades"),),
            refused=True,
        ),
        Scene(
            "2026-03-11T04:05:00+00:00",
            "Versi 4 bersih, semua catatan dijawab: naskah kembali ke BPD.",
            (
                answer(2, "diterima", "Pasal 6 ayat (2) menjadi 2 (dua) hari kerja."),
                answer(3, "diterima", "Pasal 14 ayat (3) menyebut hari kerja."),
                submit("v4-disepakati.docx"),
                paper("matriks_sandingan", "sekdes"),
                step("ajukan_ulang", "kades"),
            ),
        ),
    )


def _agreement() -> tuple[Scene, ...]:
    return (
        Scene(
            "2026-03-13T12:00:00+00:00",
            "Delapan anggota hadir; catatan dinyatakan selesai, lalu setiap anggota bersuara.",
            (
                meeting("bersama", "ketua-bpd", date(2026, 3, 13)),
                attend("ketua-bpd", (*MEMBERS[:8], "kades")),
                resolve(1, "anggota-2"),
                resolve(2, "anggota-4"),
                resolve(3, "ketua-bpd"),
                *(vote(member, "setuju") for member in MEMBERS[:7]),
                vote(MEMBERS[7], "tidak"),
                minutes(
                    "sekretaris-bpd",
                    "Mufakat tidak tercapai karena satu anggota berkeberatan; diadakan pemungutan suara.",
                ),
                close("ketua-bpd"),
                paper("daftar_hadir", "sekretaris-bpd"),
                paper("notulen", "sekretaris-bpd"),
                paper("berita_acara_kesepakatan", "ketua-bpd", "07/BPD/2026"),
                paper("keputusan_bpd", "ketua-bpd", "03/BPD/2026"),
                step("sepakati", "ketua-bpd", nomor="03/BPD/2026"),
            ),
        ),
        Scene(
            "2026-03-16T02:00:00+00:00",
            "Ketua BPD menyerahkan naskah yang disepakati kepada Kepala Desa.",
            (paper("surat_penyampaian", "ketua-bpd", "08/BPD/2026"), step("serahkan_kades", "ketua-bpd")),
        ),
    )


def _enactment() -> tuple[Scene, ...]:
    agreed = "v4-disepakati.docx"
    return (
        Scene(
            "2026-03-25T02:00:00+00:00",
            "Kepala Desa menandatangani berkas yang keliru: naskah lama, bukan yang disepakati.",
            (step("tetapkan", "kades", nomor="3", naskah_bertanda_tangan="v3-setelah-pembahasan-bpd.docx"),),
            refused=True,
        ),
        Scene(
            "2026-03-25T03:00:00+00:00",
            "Kepala Desa menandatangani naskah yang disepakati.",
            (step("tetapkan", "kades", nomor="3", naskah_bertanda_tangan=agreed),),
        ),
        Scene(
            "2026-03-27T02:00:00+00:00",
            "Sekretaris Desa mengundangkannya dalam Lembaran Desa.",
            (paper("lembaran_desa", "sekdes", "3"), step("undangkan", "sekdes", nomor="3")),
        ),
        Scene(
            "2026-03-30T02:00:00+00:00",
            "Kepala Desa menyampaikannya kepada Bupati melalui Camat.",
            (
                paper("surat_ke_bupati", "kades", "140/21/2026"),
                step("sampaikan", "kades", nomor="140/21/2026", salinan_resmi=agreed),
            ),
        ),
        Scene(
            "2026-04-20T02:00:00+00:00",
            "Tim kabupaten menyatakan sesuai: Peraturan Desa berlaku.",
            (clarified,),
        ),
    )
