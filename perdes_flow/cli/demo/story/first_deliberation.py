"""The first joint deliberation: no quorum, then a second sitting that asks for a revision."""

from datetime import date

from perdes_flow.cli.demo.deeds import (
    MEMBERS,
    attend,
    close,
    meeting,
    minutes,
    opinion,
    paper,
    session,
    step,
    suggest,
)
from perdes_flow.cli.demo.scene import Scene

SCENES = (
    Scene("2026-02-18T02:00:00+00:00", "Pembahasan bersama dimulai.", (step("bahas_bersama", "ketua-bpd"),)),
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
