"""A new user: from the first screen to the first submitted Word file, with nothing read but what stands on the screen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from web.browser import LAPTOP, PHONE, Screen, press
from web.test_every_page import too_wide, violations
from web.test_pasang import NASKAH, empty

from perdes_flow.use_cases.desk import open_case, open_village
from perdes_flow.web.access import setup
from perdes_flow.web.workspace import desk

__all__ = ["empty"]
Window = Callable[..., Screen]
ANSWERS = {
    "Nama desa": "Suka Maju",
    "Kecamatan": "Sale",
    "Kabupaten": "Kabupaten Rembang",
    "Nama": "Sekretaris Contoh",
    "PIN baru Anda": "271828",
    "PIN itu sekali lagi": "271828",
    "Judul": "Ketertiban Umum",
}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("size", "scripts"), [(PHONE, True), (LAPTOP, False)], ids=["phone", "laptop, scripts off"]
)
def test_from_the_first_screen_to_the_first_submitted_draft(
    empty: Path, screen: Window, size: tuple[int, int], scripts: bool
) -> None:
    code = setup.issue_code(empty)  # what the terminal shows
    page = screen(size, scripts=scripts).open("/")

    def look() -> None:
        assert too_wide(page) <= 0, page.url
        if scripts:  # axe-core is a script
            assert violations(page) == [], page.url

    def answer(*labels: str) -> None:
        for label in labels:
            page.get_by_label(label).first.fill(ANSWERS[label])

    look()
    page.get_by_label("Kode pemasangan").fill(code)
    press(page.get_by_role("button", name="Lanjutkan"))
    page.get_by_role("heading", name="Desa Anda").wait_for()
    look()
    answer("Nama desa", "Kecamatan", "Kabupaten")
    press(page.get_by_role("button", name="Lanjutkan"))
    page.get_by_role("heading", name="Sekretaris Desa").wait_for()
    look()
    answer("Nama", "PIN baru Anda", "PIN itu sekali lagi")
    press(page.get_by_role("button", name="Catat desa dan masuk"))
    look()
    press(page.get_by_role("link", name="Mulai rancangan pertama"))
    look()
    answer("Judul")
    press(page.get_by_role("button", name="Mulai rancangan"))
    page.get_by_label("Berkas Word").set_input_files(NASKAH)
    look()
    press(page.get_by_role("button", name="Periksa berkas"))
    page.get_by_text("Berkas ini baik dan dapat diserahkan.").wait_for()
    look()
    press(page.get_by_role("button", name="Serahkan sebagai versi 1"))
    page.get_by_text("Versi 1 tercatat").first.wait_for()
    look()
    village = open_village(desk("suka-maju"))[0]
    assert (village.desa, village.zone) == ("Suka Maju", "WIB")
    assert len(open_case(desk("suka-maju"), "ketertiban-umum").draft.versions) == 1
