"""The council votes, Pasal by Pasal and on the whole, and agrees on one exact text."""

from datetime import date

from perdes_flow.cli.demo.deeds import (
    MEMBERS,
    agree_on,
    attend,
    close,
    meeting,
    minutes,
    opinion,
    paper,
    resolve,
    step,
    vote,
    vote_on,
)
from perdes_flow.cli.demo.scene import Scene

SCENES = (
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
