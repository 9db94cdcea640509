"""The pages in other languages: every word goes through a catalogue, English is whole, the rest falls back to Indonesian."""

import ast
import re
from collections.abc import Callable, Iterator
from datetime import date
from gettext import GNUTranslations
from pathlib import Path
from typing import Any

import pytest
from django.template.base import Lexer, TokenType
from django.test import Client
from django.urls import reverse
from django.utils import translation
from web.browser import LAPTOP, Screen
from web.catalogues import LANGUAGES, LOCALE, TEMPLATES, WEB, kept, said
from web.conftest import DRAFT, VILLAGE, Office

from perdes_flow.domain.values import Role
from perdes_flow.web import languages
from perdes_flow.workflow.calendar import Remaining

Window = Callable[..., Screen]

# what stands in templates outside the catalogues: citations, as they are cited everywhere, and names
AS_IT_IS = {
    "perdes-flow",
    "PIN",
    "BPD",
    "Pasal",
    "Nomor",
    "Tahun",
    "tentang",
    "Lembaran Desa",
    "Berita Desa",
}
AS_IT_IS |= {"perdes restore", "/desa/", "&nbsp"}
_HOLE = re.compile(r"%\(\w+\)s|\{\w+\}|</?\w+>")


def holes(text: str) -> list[str]:
    return sorted(_HOLE.findall(text))


def forms(text: object) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)  # type: ignore[arg-type]  # babel's one or several


def test_the_catalogues_hold_exactly_what_the_pages_say() -> None:
    for language in LANGUAGES:
        known = {message.id for message in kept(language) if message.id}
        assert known ^ set(said()) == set(), f"{language}: run python tests/web/catalogues.py"


def test_every_word_has_its_english_word() -> None:
    assert [message.id for message in kept("en") if message.id and not all(forms(message.string))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_same_holes_and_marks(language: str) -> None:
    wrong = [
        (message.id, text)
        for message in kept(language)
        for text in forms(message.string)
        if message.id and text and holes(text) != holes(forms(message.id)[0])
    ]
    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_was_translated(language: str) -> None:
    with (LOCALE / language / "LC_MESSAGES" / "django.mo").open("rb") as file:
        compiled = GNUTranslations(file)
    for message in kept(language):
        if message.id and all(forms(message.string)):
            if isinstance(message.id, str):
                assert compiled.gettext(message.id) == message.string
            else:
                assert [compiled.ngettext(*message.id, n) for n in (1, 2)] == list(message.string)


HOLE = "\0"  # in the place of a tag or a variable


def _text_outside(path: Path) -> Iterator[str]:
    """What a template says outside every translation, tag by tag; and what its attributes say."""
    seen, inside, style = "", False, False
    for token in Lexer(path.read_text("utf-8")).tokenize():
        if token.token_type == TokenType.TEXT:
            seen += HOLE if inside or style else token.contents
            continue
        seen += HOLE
        if re.match("(end)?blocktranslate", token.contents):
            inside = token.contents.startswith("blocktranslate")
        if "block" in token.contents and "translate" not in token.contents:
            style = token.contents == "block lebar"  # its content names a style
    for attribute in re.findall(r'(?:placeholder|title|aria-label|alt)="([^"]+)"', seen):
        yield from attribute.split(HOLE)
    for text in re.split(r"<[^>]*>|\0|\n", seen):
        yield text.strip(" ·,.;:()+☑☐‹–—✓✕")


def test_no_word_of_a_template_stands_outside_the_catalogues() -> None:
    found = {
        f"{path.name}: {piece}"
        for path in TEMPLATES.rglob("*.html")
        for piece in _text_outside(path)
        if re.search("[A-Za-z]{2}", piece) and piece not in AS_IT_IS
        if not re.fullmatch(r"[0-9A-F]{4}( [0-9A-F]{4}){3}", piece)
    }
    assert found == set()


def test_no_sentence_of_the_page_code_stands_outside_the_catalogues() -> None:
    """What is said through messages, or as a title of an error page. Refusals stay Indonesian (docs/decisions.md)."""
    found = []
    for path in sorted((WEB / "pages").rglob("*.py")) + sorted((WEB / "text").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in (
                "messages.success",
                "messages.info",
                "_said",
            ):
                found += [
                    f"{path.name}:{node.lineno}"
                    for arg in node.args
                    if isinstance(arg, (ast.Constant, ast.JoinedStr)) and " " in ast.unparse(arg)
                ]
    assert found == []


def test_dates_and_terms_in_english() -> None:
    with translation.override("en"):
        assert languages.weekday(date(2026, 12, 3)) == "Thursday, 3 December 2026"
        assert languages.time_left(Remaining(1, "kerja", late=False)) == "1 working day left"
        assert languages.time_left(Remaining(3, "kalender", late=True)) == "3 days overdue"
        assert languages.offices(["kades", "sekdes"]) == "Village Head or Village Secretary"
    with translation.override("id"):
        assert languages.weekday(date(2026, 12, 3)) == "Kamis, 3 Desember 2026"
        assert [
            languages.time_left(Remaining(days, unit, late=late))
            for days, unit, late in (
                (6, "kerja", False),
                (0, "kerja", False),
                (3, "kalender", True),
                (0, "kerja", True),
            )
        ] == ["6 hari kerja lagi", "hari terakhir", "lewat 3 hari", "lewat waktu"]


@pytest.fixture
def chair(office: Callable[..., Office]) -> Client:
    return office("pembahasan_bersama").client(Role.KETUA_BPD)


def choose(client: Client, language: str, onward: str = "/akun/") -> Any:
    return client.post(reverse("bahasa"), {"bahasa": language, "lanjut": onward})


def test_indonesian_whatever_the_phone_is_set_to(chair: Client) -> None:
    answer = chair.get(reverse("beranda"), headers={"Accept-Language": "en-US,en;q=0.9"})
    assert '<html lang="id">' in answer.content.decode()
    assert "Menunggu Anda" in answer.content.decode()
    assert answer["Content-Language"] == "id"


def test_a_chosen_language_stays_for_a_year_and_goes_back_to_the_same_page(chair: Client) -> None:
    answer = choose(chair, "en", "/?cari=pmi")
    assert (answer.status_code, answer["Location"]) == (303, "/?cari=pmi")
    assert chair.cookies["perdes_bahasa"]["max-age"] == 365 * 24 * 3600
    said = chair.get(reverse("beranda")).content.decode()
    assert '<html lang="en">' in said
    assert "Waiting for you" in said
    choose(chair, "id")
    assert "Menunggu Anda" in chair.get(reverse("beranda")).content.decode()


def test_an_unknown_language_or_a_foreign_page_leads_nowhere(chair: Client) -> None:
    answer = choose(chair, "xx", "https://jahat.example/")
    assert answer["Location"] == reverse("beranda")
    assert "perdes_bahasa" not in chair.cookies


@pytest.mark.parametrize(("language", "word"), [("jv", "Cathetan"), ("su", "Catetan")])
def test_javanese_and_sundanese_labels_and_indonesian_for_the_rest(
    chair: Client, language: str, word: str
) -> None:
    choose(chair, language)
    said = chair.get(reverse("draf", kwargs={"draft": DRAFT})).content.decode()
    assert f'<html lang="{language}">' in said
    assert word in said
    assert "Lihat gambar alur" in said  # no label: a sentence


def test_programs_read_indonesian_also_with_a_cookie(chair: Client) -> None:
    choose(chair, "en")
    assert chair.get("/api/tidak-ada/").json()["message"].startswith("Halaman ini tidak ada.")


# what nobody reads on an English page outside the text of the law, a citation, and what the engine says
INDONESIAN = (
    *(
        "Beranda",
        "Menunggu",
        "Rancangan",
        "Catatan",
        "Musyawarah",
        "Penetapan",
        "Perubahan",
        "Pengaturan",
        "Keluar",
    ),
    *(
        "Riwayat",
        "Simpan",
        "Kirim",
        "Setuju",
        "Ubah",
        "Tanya",
        "Unduh",
        "Dasar hukum",
        "Kembali",
        "Tahap",
        "Versi",
    ),
    *(
        "Langkah Anda",
        "Akun saya",
        "Kehadiran",
        "Keputusan",
        "Notulen",
        "Dokumen",
        "Hadir",
        "sidik",
        "Senin",
        "Kamis",
    ),
    *(
        "Orang dan jabatan",
        "Cadangan",
        "Berkas",
        "Peraturan",
        "Diundangkan",
        "Sanding",
        "Daftar",
        "hari kerja lagi",
    ),
)
PAGES = (
    "/",
    "{draft}",
    "{draft}baca/",
    "{draft}catatan/",
    "{draft}perubahan/",
    "{draft}musyawarah/",
    "{draft}penetapan/",
)
PAGES += (
    "{draft}serah/",
    "{draft}dokumen/",
    "/akun/",
    "/pengaturan/",
    "/orang/",
    "{public}",
    "{public}peraturan/",
)


def test_an_english_page_shows_no_indonesian_label(office: Callable[..., Office], screen: Window) -> None:
    at = office("pembahasan_bersama")
    window = screen(LAPTOP)
    page = window.log_in(at.account(Role.SEKDES)).open("/")
    page.get_by_role("button", name="English").click()
    page.wait_for_selector("html[lang=en]")
    found = {}
    for place in PAGES:
        where = place.format(draft=f"/rancangan/{DRAFT}/", public=f"/desa/{VILLAGE}/")
        page = window.open(where)
        seen = page.evaluate(
            """() => { document.querySelectorAll('[lang=id], .daftar h2, footer, title, h1').forEach((one) => one.remove());
                       return document.body.innerText }"""
        )
        if left := [word for word in INDONESIAN if re.search(rf"\b{word}\b", seen)]:
            found[where] = left
    assert found == {}
    page = window.open("/akun/")
    page.get_by_role("button", name="Bahasa Indonesia").click()
    page.wait_for_selector("html[lang=id]")
    assert "Akun saya" in page.title()
