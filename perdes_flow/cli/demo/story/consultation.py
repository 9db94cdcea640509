"""Public consultation: residents are heard, and each of their inputs is answered before the council gets the text."""

from datetime import date

from perdes_flow.cli.demo.deeds import (
    answer_input,
    attend,
    close,
    guests,
    heard,
    invite,
    meeting,
    minutes,
    paper,
    photo,
    step,
    submit,
)
from perdes_flow.cli.demo.scene import Scene
from perdes_flow.domain.events.meetings import Guest

KELOMPOK = (
    Guest(name="Kelompok Buruh Migran (KOPI)", unsur="pekerja migran dan keluarganya"),
    Guest(name="Ketua RT 03", unsur="rukun tetangga"),
    Guest(name="Ketua TP PKK Desa", unsur="perempuan"),
)

SCENES = (
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
