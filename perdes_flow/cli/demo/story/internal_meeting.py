"""The council reads the draft among itself and notes what it has to say."""

from datetime import date

from perdes_flow.cli.demo.deeds import (
    MEMBERS,
    attend,
    close,
    comment,
    invite,
    meeting,
    minutes,
    opinion,
    paper,
    step,
)
from perdes_flow.cli.demo.scene import Scene

SCENES = (
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
