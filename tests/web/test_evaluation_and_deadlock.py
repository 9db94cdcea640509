"""What does not go smoothly, played by its people in real browsers: the Bupati's evaluation, and a deadlock.

With scripts, and with scripts off on swapped devices: who had a phone has a laptop and the other way round.
"""

from collections.abc import Callable

import pytest
from web.browser import Screen, press
from web.conftest import DRAFT, PIN, VILLAGE, Office
from web.levy import LEVY, agree_on_levy
from web.village import LETTER, SCAN, Village, at, recorded

from perdes_flow.domain.values import Role
from perdes_flow.use_cases.desk import open_case
from perdes_flow.web.workspace import desk

AtStage = Callable[..., Office]
Window = Callable[..., Screen]
BUPATI = "Surat kepada Bupati/Wali Kota melalui Camat"
WAYS = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "scripts off, devices swapped"])


def stage(draft: str) -> str:
    return open_case(desk(VILLAGE), draft).draft.state


def sent_for_evaluation(office: AtStage, screen: Window, scripts: bool) -> Village:
    """The Kepala Desa sends an agreed draft about levies to the Bupati, three days after the agreement at most."""
    here = office("berlaku", now="2026-05-04T02:00:00+00:00")
    agree_on_levy()
    at("2026-05-11T02:00:00+00:00")
    village = Village(here, screen, LEVY, scripts=scripts, swapped=not scripts)
    page = village.on(Role.KADES, "/")
    page.get_by_text("Mengirim rancangan kepada Bupati untuk dievaluasi").first.wait_for()
    village.paper(
        Role.KADES, f"{village.about}langkah/kirim_evaluasi/", "surat_ke_bupati", BUPATI, "140/21/2026"
    )
    village.step(
        Role.KADES, "kirim_evaluasi", "Kirim kepada Bupati untuk dievaluasi", nomor="140/21/2026", pin=PIN
    )
    return village


def decided(village: Village, who: Role, step: str, title: str) -> None:
    """A decision of the Bupati is recorded, with the paper it stands on."""
    village.step(who, step, title, nomor="188/45/2026", pin=PIN, keputusan_bupati=LETTER)


@pytest.mark.slow
@WAYS
def test_what_the_bupati_finds_right_goes_to_the_head_for_signature(
    office: AtStage, screen: Window, scripts: bool
) -> None:
    village = sent_for_evaluation(office, screen, scripts)
    page = village.on("anggota-1", village.about)
    page.get_by_text("Hasil evaluasi Bupati").first.wait_for()
    at("2026-05-25T02:00:00+00:00")
    decided(village, Role.EVALUATOR, "evaluasi_sesuai", "Catat hasil evaluasi sesuai")
    assert stage(LEVY) == "penetapan"
    signed(village)


def signed(village: Village) -> None:
    page = village.on(Role.KADES, f"{village.about}penetapan/")
    page.get_by_text("Sama dengan naskah yang disepakati").first.wait_for()
    page.get_by_label("Pindaian atau foto").set_input_files(SCAN)
    press(page.get_by_role("button", name="Simpan pindaian"))
    recorded(page)
    page.locator("#pin").fill(PIN)
    press(page.get_by_role("button", name="Tetapkan naskah ini"))
    recorded(page)
    assert stage(village.draft) == "ditetapkan"


@pytest.mark.slow
@WAYS
def test_what_the_bupati_corrects_is_mended_agreed_again_and_signed(
    office: AtStage, screen: Window, scripts: bool
) -> None:
    village = sent_for_evaluation(office, screen, scripts)
    at("2026-05-25T02:00:00+00:00")
    decided(village, Role.SEKDES, "evaluasi_koreksi", "Catat hasil evaluasi tidak sesuai")
    page = village.on(Role.KADES, "/")
    page.get_by_text("Penyempurnaan sesuai hasil evaluasi").first.wait_for()
    village.hand_in("v2-setelah-konsultasi-publik.docx")
    at("2026-05-28T12:00:00+00:00")
    page = village.open_meeting(Role.KETUA_BPD, "bersama")
    village.sit(page, 7, minutes="Penyempurnaan menurut keputusan Bupati dibacakan.")
    page.locator("#keputusan summary", has_text="Catat mufakat").click()
    page.locator("#pin-mufakat").fill(PIN)
    press(page.get_by_role("button", name="Catat mufakat atas seluruh naskah"))
    recorded(page)
    village.close_meeting(page, "mufakat tercapai")
    room = page.url.partition("#")[0].partition("/rancangan")[2]
    here = f"{village.about}langkah/koreksi_disepakati/"
    village.paper(Role.KETUA_BPD, f"/rancangan{room}", "daftar_hadir", "Daftar hadir musyawarah")
    village.paper(Role.KETUA_BPD, f"/rancangan{room}", "notulen", "Notulen musyawarah")
    village.paper(Role.KADES, here, "matriks_sandingan", "Matriks sandingan perubahan")
    village.paper(Role.KADES, here, "surat_ke_bupati", BUPATI, "140/25/2026")
    village.step(
        Role.KADES,
        "koreksi_disepakati",
        "Sepakati penyempurnaan",
        nomor="4/BPD/2026",
        pin=PIN,
        persetujuan_bpd=LETTER,
    )
    assert stage(LEVY) == "penetapan"
    at("2026-06-02T02:00:00+00:00")
    signed(village)


@pytest.mark.slow
@WAYS
def test_what_is_not_mended_the_bupati_cancels(office: AtStage, screen: Window, scripts: bool) -> None:
    village = sent_for_evaluation(office, screen, scripts)
    at("2026-05-25T02:00:00+00:00")
    decided(village, Role.EVALUATOR, "evaluasi_koreksi", "Catat hasil evaluasi tidak sesuai")
    at("2026-06-22T02:00:00+00:00")
    page = village.on(Role.KADES, "/")
    page.get_by_text("lewat").first.wait_for()  # the twenty days are over
    decided(village, Role.EVALUATOR, "batalkan_evaluasi", "Catat pembatalan hasil evaluasi")
    assert stage(LEVY) == "dibatalkan"
    page = village.on("anggota-1", village.about)
    assert "Dibatalkan" in page.inner_text("main")


def declared_stuck(office: AtStage, screen: Window, scripts: bool) -> Village:
    """A joint deliberation that ends without a result, and what each side says."""
    village = Village(
        office("pembahasan_bersama", "2026-03-13T12:00:00+00:00"),
        screen,
        DRAFT,
        scripts=scripts,
        swapped=not scripts,
    )
    page = village.open_meeting(Role.KETUA_BPD, "bersama")
    village.sit(page, 7, minutes="Dua kali dibahas, tidak sepakat tentang denda.")
    page.locator("summary", has_text="Catat yang tidak disepakati").click()
    page.get_by_label("Pasal berapa (kosong: seluruh naskah)").fill("Pasal 6 ayat (2)")
    page.get_by_label("Pendirian BPD").fill("Dua hari kerja.")
    page.get_by_label("Pendirian Kepala Desa").fill("Tiga hari kerja, petugas kami dua orang.")
    press(page.get_by_role("button", name="Simpan yang tidak disepakati"))
    recorded(page)
    room = page.url.partition("#")[0].partition("/rancangan")[2]
    village.close_meeting(page, "selesai tanpa pengambilan keputusan")
    where = f"/rancangan{room}"
    village.paper(Role.KETUA_BPD, where, "daftar_hadir", "Daftar hadir musyawarah")
    village.paper(Role.KETUA_BPD, where, "notulen", "Notulen musyawarah")
    here = f"{village.about}langkah/nyatakan_buntu/"
    village.paper(Role.KETUA_BPD, here, "catatan_permasalahan", "Catatan permasalahan yang tidak disepakati")
    village.step(Role.KETUA_BPD, "nyatakan_buntu", "Nyatakan buntu")
    return village


@pytest.mark.slow
@WAYS
def test_a_deadlock_goes_to_the_bupati_and_the_talks_are_resumed(
    office: AtStage, screen: Window, scripts: bool
) -> None:
    village = declared_stuck(office, screen, scripts)
    page = village.on(Role.KETUA_BPD, f"{village.about}langkah/lanjutkan/")
    assert "Yang masih kurang" in page.inner_text("main"), "before the Bupati knows, nobody resumes"
    page = village.on(Role.KADES, "/")
    page.get_by_text("Menyampaikan kebuntuan kepada Bupati melalui Camat").first.wait_for()
    here = f"{village.about}langkah/laporkan_buntu/"
    village.paper(Role.KADES, here, "surat_ke_bupati", BUPATI, "140/31/2026")
    title = "Sampaikan kebuntuan kepada Bupati melalui Camat"
    village.step(Role.KADES, "laporkan_buntu", title, nomor="140/31/2026", pin=PIN)
    assert stage(DRAFT) == "buntu"
    at("2026-03-27T02:00:00+00:00")
    village.step(Role.KETUA_BPD, "lanjutkan", "Lanjutkan pembahasan", hasil_pembinaan=LETTER)
    assert stage(DRAFT) == "pembahasan_bersama"
    page = village.open_meeting(Role.KETUA_BPD, "bersama")
    assert "Hadir" in page.locator(".hidup").inner_text()


@pytest.mark.slow
@WAYS
def test_after_a_deadlock_the_talks_may_be_ended(office: AtStage, screen: Window, scripts: bool) -> None:
    village = declared_stuck(office, screen, scripts)
    here = f"{village.about}langkah/laporkan_buntu/"
    village.paper(Role.KADES, here, "surat_ke_bupati", BUPATI, "140/31/2026")
    title = "Sampaikan kebuntuan kepada Bupati melalui Camat"
    village.step(Role.KADES, "laporkan_buntu", title, nomor="140/31/2026", pin=PIN)
    at("2026-03-27T02:00:00+00:00")
    village.step(Role.KETUA_BPD, "hentikan", "Hentikan pembahasan", hasil_pembinaan=LETTER)
    assert stage(DRAFT) == "dihentikan"
    assert "Pembahasan dihentikan" in village.on("anggota-1", village.about).inner_text("main")
