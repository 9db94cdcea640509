"""The text is revised: suggestions are taken or refused, a Word file comes back, all comments are answered."""

from datetime import date

from perdes_flow.cli.demo.deeds import answer, comment, invite, paper, receive, refuse, step, submit, taken
from perdes_flow.cli.demo.scene import Scene

SCENES = (
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
            answer(4, "sebagian", "Nomornya dicantumkan dalam Keputusan Kepala Desa tentang Pos Layanan."),
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
