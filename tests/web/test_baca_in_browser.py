"""Reading and talking in a real browser: on a phone and a laptop, with scripts and without, with a line and without."""

from collections.abc import Callable
from typing import Any

import pytest
from web.browser import LAPTOP, PHONE, Screen
from web.conftest import DRAFT, Office
from web.test_baca import BACA, CATATAN, PLACE, comments
from web.test_every_page import violations

from perdes_flow.domain.values import Role
from perdes_flow.web.access.links import make_link

AtStage = Callable[..., Office]
Window = Callable[..., Screen]
BASE = f"/rancangan/{DRAFT}/"
PAGES = (
    BACA,
    f"{BACA}2/",
    CATATAN,
    f"{CATATAN}1/",
    f"{CATATAN}tulis/?cara=tanya&tempat=Pasal+6+ayat+(2)",
    f"{CATATAN}tulis/?cara=ubah&tempat=Pasal+6+ayat+(3)",
    f"{BASE}perubahan/1/2/?penomoran=1&semua=1",
    f"{BASE}perubahan/1/2/?pandangan=sandingan",
    f"{BASE}perubahan/1/2/?pandangan=daftar",
)
LARGEST = "() => { document.documentElement.style.fontSize = '225%'; }"  # ours is 112.5 %: twice as large


@pytest.mark.parametrize("scripts", [True, False])
def test_a_member_comments_from_a_link_on_a_phone(office: AtStage, screen: Window, scripts: bool) -> None:
    account = office("pembahasan_bersama").account(Role.ANGGOTA_BPD)
    token = make_link(account.village, account.person, made_by="o003", draft=DRAFT)
    before = set(comments())
    page = screen(PHONE, scripts=scripts).open(f"/t/{token}/")  # 1
    page.get_by_role("button", name="Buka naskah").click()  # 2
    page.get_by_role("link", name=f"Tanya tentang {PLACE}").click()  # 3
    page.get_by_label("Pertanyaan atau catatan Anda").fill("Siapa yang menghitung harinya?")
    page.get_by_role("button", name="Kirim catatan").click()  # 4
    page.get_by_text("Tanda terima:").wait_for()
    assert page.url.endswith("/baca/#pasal-6-ayat-2")
    (number,) = set(comments()) - before
    assert comments()[number].text == "Siapa yang menghitung harinya?"


@pytest.mark.parametrize("scripts", [True, False])
def test_setuju_is_one_tap_and_comes_back_to_its_ayat(office: AtStage, screen: Window, scripts: bool) -> None:
    window = screen(PHONE, scripts=scripts).log_in(office("pembahasan_bersama").account("anggota-1"))
    page = window.open(BACA)
    page.get_by_role("button", name=f"Setuju dengan {PLACE}", exact=True).click()
    page.get_by_role("button", name=f"Tarik setuju saya atas {PLACE}", exact=True).wait_for()
    assert page.url.endswith("#pasal-6-ayat-2")


def test_what_is_typed_survives_a_lost_line_and_arrives_once(office: AtStage, screen: Window) -> None:
    window = screen(PHONE).log_in(office("pembahasan_bersama").account("anggota-1"))
    page = window.open(BACA)
    before = set(comments())
    page.get_by_role("link", name=f"Tanya tentang {PLACE}").click()
    page.get_by_label("Pertanyaan atau catatan Anda").fill("Ditulis tanpa sinyal.")
    window.foresee("net::ERR_INTERNET_DISCONNECTED")  # the browser itself complains of the lost line
    window.context.set_offline(True)
    page.get_by_role("button", name="Kirim catatan").click()
    page.get_by_text("tersimpan di HP ini, terkirim saat ada sinyal").wait_for()
    assert set(comments()) == before
    with page.expect_navigation():  # the page sends by itself and shows the result
        window.context.set_offline(False)
    page.get_by_text("Tanda terima:").wait_for()
    page.reload()
    (number,) = set(comments()) - before
    assert comments()[number].text == "Ditulis tanpa sinyal."
    assert page.evaluate("Object.keys(localStorage).filter((k) => k.startsWith('perdes:')).length") == 0


def test_what_was_typed_is_in_its_form_again_after_the_page_was_closed(
    office: AtStage, screen: Window
) -> None:
    here = office("pembahasan_bersama")
    window = screen(PHONE).log_in(here.account("anggota-1"))
    page = window.open(BACA)
    page.get_by_role("link", name=f"Tanya tentang {PLACE}").click()
    page.get_by_label("Pertanyaan atau catatan Anda").fill("Belum selesai saya ti")
    page = window.open("/")
    page = window.open(BACA)
    page.get_by_role("link", name=f"Tanya tentang {PLACE}").click()
    assert page.get_by_label("Pertanyaan atau catatan Anda").input_value() == "Belum selesai saya ti"
    page.get_by_role("link", name="Tanya tentang Pasal 6 ayat (1)").click()
    assert page.get_by_label("Pertanyaan atau catatan Anda").input_value() == ""
    other = window.log_in(here.account("anggota-2")).open(BACA)  # the same phone, another person
    other.get_by_role("link", name=f"Tanya tentang {PLACE}").click()
    assert other.get_by_label("Pertanyaan atau catatan Anda").input_value() == ""


def test_what_is_refused_is_said_also_where_a_script_sent_it(office: AtStage, screen: Window) -> None:
    window = screen(PHONE).log_in(office("pembahasan_bersama").account("anggota-1"))
    page = window.open(BACA)
    page.get_by_role("link", name=f"Tanya tentang {PLACE}").click()
    window.foresee("status of 422")  # the browser's own remark on a refusal
    page.get_by_label("Pertanyaan atau catatan Anda").fill("Mengapa?")
    page.get_by_text("Hanya tentang beberapa kata?").click()
    page.get_by_label("Kata-kata itu").fill("kata yang tidak ada di sana")
    page.get_by_role("button", name="Kirim catatan").click()
    page.get_by_role("heading", name="Belum tercatat").wait_for()
    assert page.get_by_label("Pertanyaan atau catatan Anda").input_value() == "Mengapa?"


def test_the_phone_reads_the_text_aloud(office: AtStage, screen: Window) -> None:
    window = screen(PHONE).log_in(office("pembahasan_bersama").account("anggota-1"))
    window.context.add_init_script(
        "window.said = []; speechSynthesis.speak = (u) => { said.push([u.lang, u.text]); if (said.length < 9) u.onend(); };"
    )
    page = window.open(f"{BACA}#pasal-6-ayat-1")
    page.get_by_role("button", name="Bacakan").click()
    lang, words = page.evaluate("said")[0]
    assert lang == "id-ID"
    assert words.startswith("ayat 1. ")
    assert "Pemerintah Desa menerima informasi dan permintaan pekerjaan" in words
    page.get_by_role("button", name="Berhenti membacakan").click()
    page.get_by_role("button", name="Bacakan").wait_for()


def test_without_scripts_there_is_no_button_that_does_nothing(office: AtStage, screen: Window) -> None:
    page = screen(PHONE, scripts=False).log_in(office("pembahasan_bersama").account("anggota-1")).open(BACA)
    assert not page.get_by_role("button", name="Bacakan").is_visible()


@pytest.mark.parametrize("size", [PHONE, LAPTOP])
@pytest.mark.parametrize("large", [False, True])
def test_nothing_is_cut_off(office: AtStage, screen: Window, size: tuple[int, int], large: bool) -> None:
    here = office("pembahasan_bersama")
    window = screen(size).log_in(here.account(Role.KETUA_BPD))
    for path in PAGES:
        page = window.open(path)
        if large:
            page.evaluate(LARGEST)
        page.evaluate("() => document.querySelectorAll('details').forEach((d) => (d.open = true))")
        assert page.evaluate("document.documentElement.scrollWidth") <= size[0], path
        assert page.evaluate(_CUT, size[0]) == [], path


# what stands outside the screen, but for what is meant for ears only and what scrolls by itself
_CUT = """(width) => [...document.querySelectorAll('main *')].filter((e) => {
  const box = e.getBoundingClientRect();
  return box.width > 1 && (box.right > width + 1 || box.left < -1) && !e.closest('.lisan, .tabel, .gulir, thead');
}).map((e) => e.tagName + '.' + e.className + ' ' + e.textContent.slice(0, 30)).slice(0, 5)"""


def test_lines_are_short_and_letters_large_enough_to_read(office: AtStage, screen: Window) -> None:
    here = office("pembahasan_bersama")
    for size in (PHONE, LAPTOP):
        page = screen(size).log_in(here.account(Role.KETUA_BPD)).open(BACA)
        measured: Any = page.evaluate(
            """() => { const p = document.querySelector('#pasal-6-ayat-1 .bunyi p span');
            const style = getComputedStyle(p), canvas = document.createElement('canvas').getContext('2d');
            canvas.font = style.fontSize + ' ' + style.fontFamily;
            const letter = canvas.measureText('menyelenggarakan pemerintahan desa').width / 34;
            return [parseFloat(style.fontSize), p.getBoundingClientRect().width / letter]; }"""
        )
        assert measured[0] >= 18
        assert measured[1] <= 75
    assert measured[1] >= 55


@pytest.mark.parametrize("dark", [False, True])
def test_what_was_said_is_accessible_too(office: AtStage, screen: Window, dark: bool) -> None:
    """With every thread, suggestion and note opened, and a form."""
    here = office("pembahasan_bersama")
    client = here.client("anggota-1")
    client.post(f"{BASE}setuju/", {"tempat": PLACE})
    client.post(f"{CATATAN}beri/", {"tempat": PLACE, "isi": "Untuk saya.", "untuk": "sendiri"})
    client.post(f"{BASE}usul/", {"tempat": "Pasal 2 huruf a", "isi": "a. persatuan;"})
    page = screen(PHONE, dark=dark).log_in(here.account("anggota-1")).open(BACA)
    page.evaluate("() => document.querySelectorAll('details').forEach((d) => (d.open = true))")
    page.get_by_role("link", name=f"Tanya tentang {PLACE}").click()
    assert violations(page) == []
