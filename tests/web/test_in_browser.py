"""The pages in a real browser: on a phone and a laptop, with scripts and without."""

from collections.abc import Callable

import pytest
from web.browser import LAPTOP, PHONE, Screen, press
from web.conftest import DRAFT, PIN, Office

from perdes_flow.domain.values import Role

AtStage = Callable[..., Office]
Window = Callable[..., Screen]


@pytest.mark.parametrize("scripts", [True, False])
def test_a_secretary_logs_in_and_opens_the_draft(office: AtStage, screen: Window, scripts: bool) -> None:
    office("penetapan")
    page = screen(PHONE, scripts=scripts).open("/")
    page.get_by_label("Sapaan").fill("kades")
    page.get_by_label("PIN", exact=True).fill(PIN)
    press(page.get_by_role("button", name="Masuk"))
    press(page.get_by_role("link", name="Buka"))
    assert page.get_by_role("heading", level=1).inner_text() == "Pelindungan Pekerja Migran Indonesia"


@pytest.mark.parametrize("size", [PHONE, LAPTOP])
def test_no_page_is_wider_than_the_screen(office: AtStage, screen: Window, size: tuple[int, int]) -> None:
    here = office("pembahasan_bersama")
    window = screen(size).log_in(here.account(Role.KETUA_BPD))
    for path in ("/", f"/rancangan/{DRAFT}/", f"/rancangan/{DRAFT}/langkah/sepakati/", "/akun/"):
        page = window.open(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0], path
