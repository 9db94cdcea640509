"""The whole procedure, from an empty draft to Berlaku, played by its people in real browsers on laptops and phones.

Once with scripts and once with scripts entirely off; nobody touches anything but the pages.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from web.browser import LAPTOP, PHONE, Screen
from web.conftest import PIN, VILLAGE, Office

from perdes_flow.domain.values import Role
from perdes_flow.use_cases.desk import open_case
from perdes_flow.web.access.pins import choose_pin
from perdes_flow.web.workspace import desk

AtStage = Callable[..., Office]
Window = Callable[..., Screen]

PMI = Path(__file__).parents[2] / "drafts" / "contoh" / "pelindungan-pmi"
DRAFT = "pelindungan-pekerja-migran"
ABOUT = f"/rancangan/{DRAFT}/"
SCAN = {"name": "pindaian.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7 bertanda tangan %%EOF"}
LETTER = {"name": "surat.jpg", "mimeType": "image/jpeg", "buffer": b"\xff\xd8\xff surat \xff\xd9"}
SIZES = {Role.KADES: PHONE, "anggota-1": PHONE, "anggota-2": PHONE, Role.EVALUATOR: LAPTOP}


class Village:
    """The people, each with a window that stays open; what they do is what they would tap."""

    def __init__(self, office: Office, screen: Window, *, scripts: bool) -> None:
        self._office, self._screen, self._scripts = office, screen, scripts
        self._windows: dict[Role | str, Screen] = {}

    def on(self, who: Role | str, path: str) -> Any:
        """The page in that person's window."""
        if who not in self._windows:
            window = self._screen(SIZES.get(who, LAPTOP), scripts=self._scripts)
            window.page.set_default_timeout(15_000)
            self._windows[who] = window.log_in(self._office.account(who))
        return self._windows[who].open(path)

    def hand_in(self, name: str) -> None:
        page = self.on(Role.PENYUSUN, f"{ABOUT}serah/")
        page.get_by_label("Berkas Word").set_input_files(PMI / name)
        page.get_by_role("button", name="Periksa berkas").click()
        page.get_by_text("Berkas ini baik dan dapat diserahkan.").wait_for()
        page.get_by_role("button", name="Serahkan sebagai versi").click()
        recorded(page, "tercatat: ")

    def paper(self, who: Role, where: str, kind: str, label: str, nomor: str = "") -> None:
        """Make an official paper from the record, on a page that offers it."""
        page = self.on(who, where)
        page.locator("summary", has_text=f": {label}").click()
        if nomor:
            page.locator(f"#nomor-{kind}").fill(nomor)
        page.get_by_role("button", name=f"Buat {label}", exact=True).click()
        recorded(page)

    def step(self, who: Role, step: str, title: str, nomor: str = "", pin: str = "", **papers: Any) -> None:
        page = self.on(who, f"{ABOUT}langkah/{step}/")
        for kind, file in papers.items():
            page.locator(f"#dokumen-{kind}").set_input_files(file)
        if nomor:
            page.locator("#nomor").fill(nomor)
        if pin:
            page.locator("#pin").fill(pin)
        page.get_by_role("button", name=title, exact=True).click()
        recorded(page)

    def open_meeting(self, who: Role, kind: str) -> Any:
        page = self.on(who, f"{ABOUT}musyawarah/mulai/")
        page.get_by_label("Musyawarah apa").select_option(kind)
        page.get_by_label("Pukul mulai").fill("19:30")
        page.get_by_role("button", name="Buka musyawarah").click()
        recorded(page)
        return page

    def sit(self, page: Any, present: int, *, residents: int = 0, minutes: str) -> None:
        """Attendance of the first so many, and minutes."""
        for box in page.locator("input[name=hadir]").all()[:present]:
            box.check()
        if residents:
            page.get_by_label("Jumlah warga yang hadir").fill(str(residents))
        page.get_by_role("button", name="Simpan kehadiran").click()
        recorded(page)
        page.locator("#isi-notulen").fill(minutes)
        page.get_by_role("button", name="Simpan notulen", exact=True).click()
        recorded(page)

    def close_meeting(self, page: Any, outcome: str) -> None:
        page.get_by_role("button", name="Tutup musyawarah").click()
        page.get_by_text(f"Musyawarah sudah ditutup: {outcome}").wait_for()


def recorded(page: Any, words: str = "catatan no. ") -> None:
    """The page says what was recorded."""
    page.locator(".tercatat", has_text=words).first.wait_for(timeout=20_000)
    assert page.locator(".ringkasan-galat").count() == 0


def vote(village: Village, who: Role | str, room: str, choice: str) -> None:
    page = village.on(who, room)
    page.locator("#keputusan summary", has_text="Beri suara saya").click()
    page.locator("#keputusan").get_by_label(choice, exact=True).check()
    page.locator("#pin-suara").fill(PIN)
    page.locator("#keputusan").get_by_role("button", name="Kirim suara saya").click()
    recorded(page)


@pytest.mark.slow
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "scripts off"])
def test_the_people_of_a_village_bring_a_draft_to_berlaku(
    office: AtStage, screen: Window, scripts: bool
) -> None:
    here = office("berlaku", now="2026-05-04T02:00:00+00:00")
    choose_pin(here.account("anggota-2"), PIN)
    village = Village(here, screen, scripts=scripts)
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


def at(instant: str) -> None:
    """Some days later."""
    settings.PERDES_NOW = instant


def consultation(village: Village) -> None:
    page = village.on(Role.PENYUSUN, "/mulai/")
    page.get_by_label("Judul").fill("Pelindungan Pekerja Migran")
    page.get_by_label("Siapa yang menulis").select_option("lembaga")
    page.get_by_role("button", name="Mulai rancangan").click()
    recorded(page)
    village.hand_in("v1-usulan-kopi.docx")
    village.step(Role.PENYUSUN, "konsultasikan", "Buka konsultasi publik")
    page = village.open_meeting(Role.SEKDES, "konsultasi")
    village.sit(page, 2, residents=64, minutes="Warga mengusulkan pengaduan lewat pesan.")
    village.close_meeting(page, "selesai tanpa pengambilan keputusan")
    page = village.on(Role.SEKDES, f"{ABOUT}masukan/")
    page.get_by_label("Apa yang diminta atau diusulkan").fill("Pengaduan juga lewat pesan elektronik")
    page.get_by_role("button", name="Catat masukan").click()
    recorded(page)
    page.get_by_label("diterima", exact=True).check()
    page.get_by_label("Alasan atau tindak lanjutnya").fill("Ditambahkan dalam Pasal 25.")
    page.get_by_role("button", name="Simpan jawaban").click()
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
    page.get_by_role("button", name="Catat undangan").click()
    recorded(page)
    village.paper(Role.KETUA_BPD, f"{ABOUT}musyawarah/", "undangan", "Undangan musyawarah", "5/BPD/2026")
    village.step(Role.KETUA_BPD, "jadwalkan", "Mulai musyawarah internal BPD")
    at("2026-05-08T13:00:00+00:00")
    page = village.open_meeting(Role.KETUA_BPD, "internal")
    village.sit(page, 7, minutes="Naskah dibaca Pasal demi Pasal.")
    village.close_meeting(page, "selesai tanpa pengambilan keputusan")
    page = village.on("anggota-1", f"{ABOUT}catatan/tulis/?tempat=Pasal+6+ayat+(2)")
    page.locator("form.catat textarea[name=isi]").first.fill("Tiga hari kerja terlalu lama, usul dua.")
    page.locator("form.catat").first.get_by_role("button").first.click()
    recorded(page)
    village.step(Role.KETUA_BPD, "bahas_bersama", "Mulai pembahasan bersama")


def joint_deliberation(village: Village) -> None:
    at("2026-05-11T12:30:00+00:00")
    page = village.open_meeting(Role.KETUA_BPD, "bersama")
    village.sit(page, 8, minutes="Catatan diterima; naskah diperbaiki.")
    page.get_by_role("button", name="Mufakat atas Pasal 6 ayat (2)").click()
    recorded(page, "Mufakat atas Pasal 6 ayat (2)")
    village.close_meeting(page, "selesai tanpa pengambilan keputusan")
    village.step(Role.KETUA_BPD, "minta_revisi", "Minta perbaikan")
    page = village.on(Role.KADES, f"{ABOUT}catatan/1/")
    page.get_by_label("Diterima", exact=True).check()
    page.locator("#alasan-jawab").fill("Menjadi dua hari kerja.")
    page.get_by_role("button", name="Simpan jawaban").click()
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
    page.get_by_role("button", name="Nyatakan selesai").click()
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
    page.get_by_role("button", name="Simpan pindaian").click()
    recorded(page)
    assert page.get_by_label("Nomor peraturan").input_value() == "4"
    page.locator("#pin").fill(PIN)
    page.get_by_role("button", name="Tetapkan naskah ini").click()
    recorded(page)
    at("2026-05-21T02:00:00+00:00")
    where = f"{ABOUT}penetapan/"
    village.paper(Role.SEKDES, where, "lembaran_desa", "Halaman Lembaran Desa", "4")
    page = village.on(Role.SEKDES, where)
    page.locator("#pin").fill(PIN)
    page.get_by_role("button", name="Undangkan").click()
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
