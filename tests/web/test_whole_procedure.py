"""The whole procedure, from an empty draft to Berlaku, played by its people in real browsers on laptops and phones.

Once with scripts and once with scripts entirely off; nobody touches anything but the pages.
"""

from collections.abc import Callable

import pytest
from web.browser import Screen, press
from web.conftest import PIN, VILLAGE, Office
from web.village import LETTER, PMI, SCAN, Village, at, recorded, vote

from perdes_flow.domain.values import Role
from perdes_flow.use_cases.desk import open_case
from perdes_flow.web.access.pins import choose_pin
from perdes_flow.web.workspace import desk

AtStage = Callable[..., Office]
Window = Callable[..., Screen]

DRAFT = "pelindungan-pekerja-migran"
ABOUT = f"/rancangan/{DRAFT}/"


@pytest.mark.slow
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "scripts off"])
def test_the_people_of_a_village_bring_a_draft_to_berlaku(
    office: AtStage, screen: Window, scripts: bool
) -> None:
    here = office("berlaku", now="2026-05-04T02:00:00+00:00")
    choose_pin(here.account("anggota-2"), PIN)
    village = Village(here, screen, DRAFT, scripts=scripts)
    consultation(village)
    internal_deliberation(village)
    joint_deliberation(village)
    agreement(village)
    enactment(village)
    draft = open_case(desk(VILLAGE), DRAFT).draft
    assert draft.state == "berlaku"
    # the demo's own regulation took number 3, this year's next is 4
    assert (draft.penetapan and draft.penetapan.nomor, len(draft.versions)) == (4, 3)
    assert "Berlaku" in village.on("anggota-1", ABOUT).locator(".jalan .kini").inner_text()


def consultation(village: Village) -> None:
    page = village.on(Role.PENYUSUN, "/mulai/")
    page.get_by_label("Judul").fill("Pelindungan Pekerja Migran")
    page.get_by_label("Siapa yang menulis").select_option("lembaga")
    press(page.get_by_role("button", name="Mulai rancangan"))
    recorded(page)
    village.hand_in("v1-usulan-kopi.docx")
    village.step(Role.PENYUSUN, "konsultasikan", "Buka konsultasi publik")
    page = village.open_meeting(Role.SEKDES, "konsultasi")
    village.sit(page, 2, residents=64, minutes="Warga mengusulkan pengaduan lewat pesan.")
    village.close_meeting(page, "selesai tanpa pengambilan keputusan")
    page = village.on(Role.SEKDES, f"{ABOUT}masukan/")
    page.get_by_label("Apa yang diminta atau diusulkan").fill("Pengaduan juga lewat pesan elektronik")
    press(page.get_by_role("button", name="Catat masukan"))
    recorded(page)
    page.get_by_label("diterima", exact=True).check()
    page.get_by_label("Alasan atau tindak lanjutnya").fill("Ditambahkan dalam Pasal 25.")
    press(page.get_by_role("button", name="Simpan jawaban"))
    recorded(page)
    at("2026-05-06T02:00:00+00:00")
    village.hand_in("v2-setelah-konsultasi-publik.docx")
    where = f"{ABOUT}musyawarah/"
    village.paper(
        Role.SEKDES, where, "berita_acara_konsultasi", "Berita acara konsultasi publik", "140/7/2026"
    )
    village.paper(
        Role.KADES, f"{ABOUT}langkah/ajukan/", "surat_pengantar", "Surat pengantar Kepala Desa", "140/12/2026"
    )
    village.step(Role.KADES, "ajukan", "Sampaikan rancangan ke BPD")


def internal_deliberation(village: Village) -> None:
    at("2026-05-07T02:00:00+00:00")
    page = village.on(Role.KETUA_BPD, f"{ABOUT}undangan/")
    page.get_by_label("Musyawarah apa").select_option("internal")
    page.get_by_label("Hari").fill("2026-05-08")
    page.get_by_label("Pukul").fill("19:30")
    page.get_by_label("Acara").fill("Pembacaan naskah\nCatatan anggota")
    press(page.get_by_role("button", name="Catat undangan"))
    recorded(page)
    village.paper(Role.KETUA_BPD, f"{ABOUT}musyawarah/", "undangan", "Undangan musyawarah", "5/BPD/2026")
    village.step(Role.KETUA_BPD, "jadwalkan", "Mulai musyawarah internal BPD")
    at("2026-05-08T13:00:00+00:00")
    page = village.open_meeting(Role.KETUA_BPD, "internal")
    village.sit(page, 7, minutes="Naskah dibaca Pasal demi Pasal.")
    village.close_meeting(page, "selesai tanpa pengambilan keputusan")
    page = village.on("anggota-1", f"{ABOUT}catatan/tulis/?tempat=Pasal+6+ayat+(2)")
    page.locator("form.catat textarea[name=isi]").first.fill("Tiga hari kerja terlalu lama, usul dua.")
    press(page.locator("form.catat").first.get_by_role("button").first)
    recorded(page)
    village.step(Role.KETUA_BPD, "bahas_bersama", "Mulai pembahasan bersama")


def joint_deliberation(village: Village) -> None:
    at("2026-05-11T12:30:00+00:00")
    page = village.open_meeting(Role.KETUA_BPD, "bersama")
    village.sit(page, 8, minutes="Catatan diterima; naskah diperbaiki.")
    press(page.get_by_role("button", name="Mufakat atas Pasal 6 ayat (2)"))
    recorded(page, "Mufakat atas Pasal 6 ayat (2)")
    village.close_meeting(page, "selesai tanpa pengambilan keputusan")
    village.step(Role.KETUA_BPD, "minta_revisi", "Minta perbaikan")
    page = village.on(Role.KADES, f"{ABOUT}catatan/1/")
    page.get_by_label("Diterima", exact=True).check()
    page.locator("#alasan-jawab").fill("Menjadi dua hari kerja.")
    press(page.get_by_role("button", name="Simpan jawaban"))
    recorded(page)
    at("2026-05-13T02:00:00+00:00")
    village.hand_in("v4-disepakati.docx")
    village.step(Role.KADES, "ajukan_ulang", "Sampaikan perbaikan")


def agreement(village: Village) -> None:
    at("2026-05-15T12:30:00+00:00")
    page = village.open_meeting(Role.KETUA_BPD, "bersama")
    village.sit(page, 6, minutes="Pemungutan suara.")
    assert "Hadir 6 dari 9 — kuorum tercapai" in page.locator(".hidup").inner_text()
    room = page.url.partition("#")[0].partition("/rancangan")[2]
    page = village.on("anggota-1", f"{ABOUT}catatan/1/")
    press(page.get_by_role("button", name="Nyatakan selesai"))
    recorded(page)
    for member in (Role.KETUA_BPD, Role.SEKRETARIS_BPD, "anggota-1"):
        vote(village, member, f"/rancangan{room}", "setuju")
    vote(village, "anggota-2", f"/rancangan{room}", "setuju")
    page = village.on(Role.KETUA_BPD, f"/rancangan{room}")
    assert "4 setuju · 0 tidak setuju" in page.locator("[data-hidup=suara]").inner_text()
    village.close_meeting(page, "disetujui dengan suara terbanyak")
    where = f"/rancangan{room}"
    village.paper(
        Role.KETUA_BPD, where, "berita_acara_kesepakatan", "Berita acara kesepakatan bersama", "7/BPD/2026"
    )
    village.paper(Role.KETUA_BPD, where, "keputusan_bpd", "Keputusan BPD", "3/BPD/2026")
    village.step(Role.KETUA_BPD, "sepakati", "Sepakati bersama", nomor="3/BPD/2026", pin=PIN)
    title = "Serahkan rancangan yang disepakati kepada Kepala Desa"
    village.paper(
        Role.KETUA_BPD,
        f"{ABOUT}langkah/serahkan_kades/",
        "surat_penyampaian",
        "Surat penyampaian rancangan yang disepakati",
        "8/BPD/2026",
    )
    village.step(Role.KETUA_BPD, "serahkan_kades", title)


def enactment(village: Village) -> None:
    at("2026-05-20T02:00:00+00:00")
    page = village.on(Role.KADES, f"{ABOUT}penetapan/")
    page.get_by_text("Sama dengan naskah yang disepakati").first.wait_for()
    page.get_by_label("Pindaian atau foto").set_input_files(SCAN)
    press(page.get_by_role("button", name="Simpan pindaian"))
    recorded(page)
    assert page.get_by_label("Nomor peraturan").input_value() == "4"
    page.locator("#pin").fill(PIN)
    press(page.get_by_role("button", name="Tetapkan naskah ini"))
    recorded(page)
    at("2026-05-21T02:00:00+00:00")
    where = f"{ABOUT}penetapan/"
    village.paper(Role.SEKDES, where, "lembaran_desa", "Halaman Lembaran Desa", "4")
    page = village.on(Role.SEKDES, where)
    page.locator("#pin").fill(PIN)
    press(page.get_by_role("button", name="Undangkan"))
    recorded(page)
    at("2026-05-22T02:00:00+00:00")
    here = f"{ABOUT}langkah/sampaikan/"
    village.paper(
        Role.KADES, here, "surat_ke_bupati", "Surat kepada Bupati/Wali Kota melalui Camat", "140/30/2026"
    )
    village.step(
        Role.KADES,
        "sampaikan",
        "Sampaikan kepada Bupati melalui Camat",
        nomor="140/30/2026",
        pin=PIN,
        salinan_resmi=PMI / "v4-disepakati.docx",
    )
    at("2026-06-03T02:00:00+00:00")
    village.step(
        Role.EVALUATOR,
        "klarifikasi_selesai",
        "Catat hasil klarifikasi sesuai",
        nomor="188/9/2026",
        pin=PIN,
        surat_hasil_klarifikasi=LETTER,
    )
