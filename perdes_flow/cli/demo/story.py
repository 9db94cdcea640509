"""The story that the demo plays: who did what on which day, two mistakes and how they were mended among it.

People appear by office only. The times are those of the sample files (drafts/contoh).
"""

from dataclasses import dataclass
from datetime import date

from perdes_flow.cli.demo.deeds import (
    MEMBERS,
    Deed,
    agree_on,
    answer,
    answer_input,
    attend,
    clarified,
    close,
    comment,
    contacts,
    guests,
    heard,
    invite,
    meeting,
    minutes,
    opinion,
    paper,
    people,
    photo,
    receive,
    refuse,
    resolve,
    session,
    start,
    step,
    submit,
    suggest,
    taken,
    village,
    vote,
    vote_on,
)
from perdes_flow.domain.events.meetings import Guest

KELOMPOK = (
    Guest(name="Kelompok Buruh Migran (KOPI)", unsur="pekerja migran dan keluarganya"),
    Guest(name="Ketua RT 03", unsur="rukun tetangga"),
    Guest(name="Ketua TP PKK Desa", unsur="perempuan"),
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
        *_internal_meeting(),
        *_first_deliberation(),
        *_revision(),
        *_agreement(),
        *_enactment(),
    )


def _beginning() -> tuple[Scene, ...]:
    return (
        Scene(
            "2026-01-12T01:00:00+00:00", "Desa dan orangnya didaftarkan.", (village, *people(), *contacts())
        ),
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
            "2026-01-21T02:00:00+00:00",
            "Warga, kelompok pekerja migran, dan ketua RT diundang ke balai desa.",
            (
                invite(
                    "konsultasi",
                    "sekdes",
                    date(2026, 1, 28),
                    "09.00",
                    ("Penjelasan naskah", "Tanya jawab dan masukan warga"),
                    guests=KELOMPOK,
                ),
                paper("undangan", "sekdes", "140/04/2026"),
            ),
        ),
        Scene(
            "2026-01-28T02:00:00+00:00",
            "Warga diajak bicara di balai desa; setiap masukan dicatat, dengan nama atau tanpa nama.",
            (
                meeting("konsultasi", "sekdes", date(2026, 1, 28)),
                attend("sekdes", ("kades", "sekdes", "penyusun"), residents=64),
                guests("sekdes", *KELOMPOK),
                heard(
                    "Izin keluarga hendaknya dapat diberikan melalui panggilan video.",
                    "",
                    "keluarga PMI",
                    "Pasal 12 ayat (2)",
                ),
                heard(
                    "Pengaduan hendaknya dapat disampaikan juga melalui pesan elektronik.",
                    "Keluarga PMI RT 03",
                    "",
                    "Pasal 25 ayat (1)",
                ),
                heard("Mohon pendampingan kepulangan bagi yang sakit.", "Warga RT 05", "", "Pasal 23"),
                heard("Desa menanggung seluruh biaya keberangkatan.", "", "calon pekerja migran"),
                photo("Warga bermusyawarah di balai desa (gambar contoh)"),
                minutes(
                    "sekdes",
                    "Penyusun menjelaskan naskah bab demi bab. Warga bertanya dan mengusulkan; setiap usul dicatat sebagai masukan.",
                ),
                paper("daftar_hadir", "sekdes"),
                close("sekdes"),
                paper("notulen", "sekdes"),
            ),
        ),
        Scene(
            "2026-02-05T03:15:00+00:00",
            "Penyusun memasukkan usul warga: versi 2. Tiga usul dijawab, satu belum.",
            (
                submit("v2-setelah-konsultasi-publik.docx"),
                answer_input(1, "diterima", "Dimuat dalam Pasal 12 ayat (2)."),
                answer_input(2, "diterima", "Dimuat dalam Pasal 25 ayat (1)."),
                answer_input(3, "diterima", "Dimuat dalam Pasal 23."),
            ),
        ),
        Scene(
            "2026-02-06T02:00:00+00:00",
            "Kepala Desa hendak menyampaikan naskah, padahal satu usul warga belum dijawab.",
            (step("ajukan", "kades"),),
            refused=True,
        ),
        Scene(
            "2026-02-09T02:00:00+00:00",
            "Kini syaratnya lengkap: Kepala Desa menyampaikan naskah ke BPD.",
            (
                answer_input(
                    4, "ditolak", "APB Desa tidak cukup; desa mendampingi pengurusan pinjaman tanpa agunan."
                ),
                paper("berita_acara_konsultasi", "sekdes", "140/07/BA/2026"),
                paper("matriks_masukan", "sekdes"),
                paper("surat_pengantar", "kades", "140/12/2026"),
                step("ajukan", "kades"),
            ),
        ),
    )


def _internal_meeting() -> tuple[Scene, ...]:
    return (
        Scene(
            "2026-02-12T02:00:00+00:00",
            "BPD menerima naskah dan mengundang anggotanya.",
            (
                paper("tanda_terima", "sekretaris-bpd", "04/BPD/2026"),
                invite(
                    "internal",
                    "ketua-bpd",
                    date(2026, 2, 13),
                    "19.00",
                    ("Pembacaan naskah Pasal demi Pasal", "Catatan anggota"),
                ),
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
                opinion("anggota-2", "Data pribadi pekerja migran harus dirahasiakan.", "Pasal 9 ayat (5)"),
                opinion("anggota-4", "Tiga hari kerja terlalu lama.", "Pasal 6 ayat (2)"),
                close("ketua-bpd"),
                paper("daftar_hadir", "sekretaris-bpd"),
                paper("notulen", "sekretaris-bpd"),
                paper("catatan_bpd", "ketua-bpd"),
                invite(
                    "bersama",
                    "ketua-bpd",
                    date(2026, 2, 23),
                    "19.00",
                    ("Pembahasan bersama Kepala Desa", "Catatan BPD dan tanggapan"),
                ),
                paper("undangan", "ketua-bpd", "06/BPD/2026"),
            ),
        ),
    )


def _first_deliberation() -> tuple[Scene, ...]:
    return (
        Scene(
            "2026-02-18T02:00:00+00:00", "Pembahasan bersama dimulai.", (step("bahas_bersama", "ketua-bpd"),)
        ),
        Scene(
            "2026-02-19T02:00:00+00:00",
            "Dua anggota mengusulkan bunyi lain untuk kata-kata yang sama; keduanya diperlihatkan bersama.",
            (
                suggest("anggota-6", "Pasal 6 ayat (2)", "3 (tiga) hari kerja", "2 (dua) hari kerja"),
                suggest("anggota-7", "Pasal 6 ayat (2)", "3 (tiga) hari kerja", "5 (lima) hari kerja"),
            ),
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
            "Ketua BPD tetap hendak menyepakati naskah, padahal dua catatan dan dua usul belum selesai.",
            (step("sepakati", "ketua-bpd", nomor="03/BPD/2026"),),
            refused=True,
        ),
        Scene(
            "2026-02-25T12:00:00+00:00",
            "Sidang lanjutan: delapan anggota hadir dan meminta perbaikan.",
            (
                session("ketua-bpd", date(2026, 2, 25), "19.00"),
                attend("ketua-bpd", (*MEMBERS[:8], "kades")),
                opinion("kades", "Kedua catatan dapat diterima.", "Pasal 6 ayat (2)"),
                minutes("sekretaris-bpd", "Kedua catatan disetujui forum; naskah diperbaiki lebih dahulu."),
                close("ketua-bpd"),
                paper("daftar_hadir", "sekretaris-bpd"),
                paper("notulen", "sekretaris-bpd"),
                step("minta_revisi", "ketua-bpd"),
            ),
        ),
    )


def _revision() -> tuple[Scene, ...]:
    return (
        Scene(
            "2026-03-04T13:40:00+00:00",
            "Versi 3: Pasal kerahasiaan data disisipkan, satu usul diambil alih, satu ditolak; masih ada perubahan terlacak.",
            (
                answer(1, "diterima", "Menjadi Pasal 10 tersendiri tentang kerahasiaan data pribadi."),
                submit("v3-setelah-pembahasan-bpd.docx"),
                taken(1),
                refuse(2, "Forum meminta waktu yang lebih singkat, bukan lebih lama."),
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
            "2026-03-06T02:00:00+00:00",
            "Seorang anggota mengirim kembali berkas Word lewat WhatsApp: ternyata versi 2, padahal sudah ada versi 3.",
            (receive("anggota-5", "v2-setelah-konsultasi-publik.docx"),),
        ),
        Scene(
            "2026-03-11T04:05:00+00:00",
            "Versi 4 bersih, semua catatan dijawab, semua usul diputuskan: naskah kembali ke BPD.",
            (
                answer(2, "diterima", "Pasal 6 ayat (2) menjadi 2 (dua) hari kerja."),
                answer(3, "diterima", "Pasal 14 ayat (3) menyebut hari kerja."),
                answer(
                    4, "sebagian", "Nomornya dicantumkan dalam Keputusan Kepala Desa tentang Pos Layanan."
                ),
                refuse(3, "Istilah “panggilan video” lebih umum."),
                refuse(4, "Diubah tanpa lacak perubahan, dan tidak dibahas dalam musyawarah."),
                submit("v4-disepakati.docx"),
                paper("matriks_sandingan", "sekdes"),
                step("ajukan_ulang", "kades"),
                invite("bersama", "ketua-bpd", date(2026, 3, 13), "19.00", ("Pengambilan keputusan",)),
                paper("undangan", "ketua-bpd", "09/BPD/2026"),
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
                resolve(4, "anggota-5"),
                agree_on("Pasal 10"),
                *(vote_on(member, "Pasal 6 ayat (2)", "setuju") for member in MEMBERS[:6]),
                *(vote_on(member, "Pasal 6 ayat (2)", "tidak") for member in MEMBERS[6:8]),
                opinion("anggota-6", "Dua hari kerja berat bagi Pemerintah Desa.", "Pasal 6 ayat (2)"),
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
