"""Handing in, meeting and signing in a real browser, at the moments that the walk over all pages does not see."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from web.browser import LAPTOP, PHONE, Screen, press
from web.conftest import DRAFT, Office
from web.test_every_page import too_wide, violations

from perdes_flow.domain.values import Role

AtStage = Callable[..., Office]
Window = Callable[..., Screen]
ABOUT = f"/rancangan/{DRAFT}/"
SAMPLES = Path(__file__).parents[2] / "drafts" / "contoh"
PMI = SAMPLES / "pelindungan-pmi"


def meeting(here: Office, window: Screen) -> Any:
    """The joint deliberation on version 4, just opened by the chair."""
    page = window.log_in(here.account(Role.KETUA_BPD)).open(f"{ABOUT}musyawarah/mulai/")
    page.get_by_label("Musyawarah apa").select_option("bersama")
    press(page.get_by_role("button", name="Buka musyawarah"))
    page.locator("[data-hadir]").wait_for()
    return page


def looked_at(here: Office, window: Screen) -> Any:
    page = window.log_in(here.account(Role.PENYUSUN)).open(f"{ABOUT}serah/")
    page.get_by_label("Berkas Word").set_input_files(PMI / "v4-disepakati.docx")
    press(page.get_by_role("button", name="Periksa berkas"))
    page.get_by_text("Berkas ini baik dan dapat diserahkan.").wait_for()
    return page


def compared(here: Office, window: Screen) -> Any:
    page = window.log_in(here.account(Role.KADES)).open(f"{ABOUT}penetapan/")
    page.locator("summary", has_text="Periksa apakah").click()
    page.get_by_label("Berkas Word (DOCX)").set_input_files(PMI / "v3-setelah-pembahasan-bpd.docx")
    press(page.get_by_role("button", name="Cocokkan"))
    page.get_by_text("Tidak sama dengan naskah yang disepakati.").wait_for()
    return page


MOMENTS = {
    "a meeting that runs": ("pembahasan_bersama", "2026-03-13T12:00:00+00:00", meeting),
    "a file that was looked at": ("perbaikan", "2026-03-06T02:00:00+00:00", looked_at),
    "a text held against the agreed one": ("penetapan", "2026-03-25T03:00:00+00:00", compared),
}


def all_open(page: Any) -> Iterator[str]:
    """With everything folded out, as it is, and with letters twice as large."""
    page.evaluate("document.querySelectorAll('details:not(.menu)').forEach((one) => (one.open = true))")
    yield "as it is"
    page.evaluate("document.documentElement.style.fontSize = '225%'")  # twice our 112.5 %
    yield "twice as large"


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("size", [PHONE, LAPTOP], ids=["phone", "laptop"])
def test_nothing_is_cut_off_and_everything_is_accessible(
    office: AtStage, screen: Window, moment: str, size: tuple[int, int]
) -> None:
    stage, now, come_to = MOMENTS[moment]
    page = come_to(office(stage, now), screen(size))
    for how in all_open(page):
        assert too_wide(page) <= 0, how
    assert violations(page) == []


def test_the_line_of_the_quorum_follows_each_tap(office: AtStage, screen: Window) -> None:
    page = meeting(office("pembahasan_bersama", "2026-03-13T12:00:00+00:00"), screen(PHONE))
    line = page.locator("[data-hidup=kuorum]")
    boxes = page.locator("input[name=hadir][data-anggota]").all()
    for box in boxes[:5]:
        box.check()
    assert line.inner_text() == "Hadir 5 dari 9 — kuorum belum tercapai, perlu 6 (belum disimpan)"
    boxes[5].check()
    assert line.inner_text() == "Hadir 6 dari 9 — kuorum tercapai (belum disimpan)"
    press(page.get_by_role("button", name="Simpan kehadiran"))
    page.locator(".tercatat").wait_for()
    assert line.inner_text().strip() == "Hadir 6 dari 9 — kuorum tercapai"


def test_minutes_that_were_not_sent_are_there_again_and_gone_once_recorded(
    office: AtStage, screen: Window
) -> None:
    page = meeting(office("pembahasan_bersama", "2026-03-13T12:00:00+00:00"), screen(PHONE))
    page.locator("#isi-notulen").fill("Dibuka oleh Ketua BPD")
    page.reload()
    assert page.locator("#isi-notulen").input_value() == "Dibuka oleh Ketua BPD"
    assert page.get_by_text("Tulisan Anda yang belum terkirim ada lagi di sini.").is_visible()
    press(page.get_by_role("button", name="Simpan notulen", exact=True))
    page.locator(".tercatat").wait_for()
    assert page.locator("#isi-notulen").input_value() == ""
    page.reload()
    assert page.locator("#isi-notulen").input_value() == ""


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "scripts off"])
def test_a_file_that_cannot_be_taken_is_refused_where_one_stands(
    office: AtStage, screen: Window, scripts: bool
) -> None:
    here = office("perbaikan", "2026-03-06T02:00:00+00:00")
    window = screen(PHONE, scripts=scripts)
    window.foresee("status of 422")  # the browser's own remark on a refusal
    page = window.log_in(here.account(Role.PENYUSUN)).open(f"{ABOUT}serah/")
    page.get_by_label("Berkas Word").set_input_files(SAMPLES / "rusak" / "bermakro.docx")
    page.get_by_role("button", name="Periksa berkas").click()
    page.get_by_text("Berkas ini berisi makro").wait_for()
