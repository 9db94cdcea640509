"""The pictures of the pages in docs/panduan: made by a real browser, and made anew whenever a page has other headings.

PERDES_GAMBAR=1 python -m pytest tests/web/test_pictures.py    writes them, and what stood on their pages
"""

import base64
import json
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from web.browser import LAPTOP, PHONE, Screen, press
from web.conftest import DRAFT, VILLAGE, Office
from web.levy import Dossier
from web.village import PMI

from perdes_flow.domain.values import Role
from perdes_flow.web.access.links import make_link
from perdes_flow.web.models import Session

AtStage = Callable[..., Office]
Window = Callable[..., Screen]

GUIDES = Path(__file__).parents[2] / "docs" / "panduan"
FOLDER = GUIDES / "gambar" / "halaman"
HEADINGS = FOLDER / "judul.json"
ANEW = os.environ.get("PERDES_GAMBAR") == "1"
LARGEST_BYTES, ALL_BYTES = 60_000, 1_500_000
SIZES = {"hp": (PHONE, 2), "laptop": (LAPTOP, 1)}
ABOUT = f"/rancangan/{DRAFT}/"
JOINT = "2026-03-13T12:00:00+00:00"


@dataclass(frozen=True)
class Picture:
    """A page as somebody sees it; `come_to` goes further from there."""

    who: Role | str | None
    stage: str
    path: str
    now: str = ""
    come_to: Callable[[Any], None] = lambda page: None
    before: Callable[[Office], str] = lambda office: ""  # what happened before; the path that came of it


def chosen(page: Any) -> None:
    page.get_by_label("Berkas Word").set_input_files(PMI / "v4-disepakati.docx")
    press(page.get_by_role("button", name="Periksa berkas"))
    page.get_by_text("Berkas ini baik dan dapat diserahkan.").wait_for()


def from_link(office: Office) -> str:
    account = office.account("anggota-1")
    return f"/t/{make_link(account.village, account.person, made_by='o003', draft=DRAFT)}/"


def sitting(office: Office) -> str:
    Dossier(DRAFT).open_meeting("bersama", "ketua-bpd", date(2026, 3, 13))
    return f"{ABOUT}musyawarah/4/"


def written(page: Any) -> None:
    page.get_by_label("Pertanyaan atau catatan Anda").fill("Siapa yang menghitung harinya?")


PICTURES: dict[str, Picture] = {
    "penyusun-beranda": Picture(Role.PENYUSUN, "penyusunan", "/"),
    "penyusun-serah": Picture(Role.PENYUSUN, "perbaikan", f"{ABOUT}serah/", "2026-03-06T02:00:00+00:00"),
    "penyusun-hasil": Picture(
        Role.PENYUSUN, "perbaikan", f"{ABOUT}serah/", "2026-03-06T02:00:00+00:00", come_to=chosen
    ),
    "penyusun-perubahan": Picture(Role.PENYUSUN, "pembahasan_bersama", f"{ABOUT}perubahan/3/4/"),
    "bpd-tautan": Picture(None, "pembahasan_bersama", "", before=from_link),
    "bpd-baca": Picture("anggota-1", "pembahasan_bersama", f"{ABOUT}baca/#pasal-6-ayat-1"),
    "bpd-tulis": Picture(
        "anggota-1",
        "pembahasan_bersama",
        f"{ABOUT}catatan/tulis/?cara=tanya&tempat=Pasal+6+ayat+(2)",
        come_to=written,
    ),
    "bpd-catatan": Picture("anggota-1", "pembahasan_bersama", f"{ABOUT}catatan/"),
    "bpd-rapat": Picture(Role.KETUA_BPD, "pembahasan_bersama", "", JOINT, before=sitting),
    "sekdes-beranda": Picture(Role.SEKDES, "ditetapkan", "/"),
    "sekdes-orang": Picture(Role.SEKDES, "konsultasi_publik", "/orang/"),
    "sekdes-masukan": Picture(Role.SEKDES, "konsultasi_publik", f"{ABOUT}masukan/"),
    "sekdes-dokumen": Picture(Role.SEKDES, "diundangkan", f"{ABOUT}dokumen/"),
    "sekdes-pengaturan": Picture(Role.SEKDES, "berlaku", "/pengaturan/"),
    "kades-beranda": Picture(Role.KADES, "penetapan", "/"),
    "kades-draf": Picture(Role.KADES, "penetapan", ABOUT),
    "kades-langkah": Picture(Role.KADES, "konsultasi_publik", f"{ABOUT}langkah/ajukan/"),
    "kades-penetapan": Picture(Role.KADES, "penetapan", f"{ABOUT}penetapan/"),
    "warga-rancangan": Picture(None, "konsultasi_publik", f"/desa/{VILLAGE}/rancangan/{DRAFT}/"),
}


def headings(page: Any) -> list[str]:
    """What the page says it is about; numbers aside, which change with the day."""
    found = page.locator("main h1, main h2").all_inner_texts()
    return [re.sub(r"\d+", "…", " ".join(one.split())) for one in found]


def take(page: Any, scale: int) -> bytes:
    size = page.viewport_size
    box = {"x": 0, "y": page.evaluate("window.scrollY"), **size, "scale": scale}
    camera = page.context.new_cdp_session(page)
    for quality in (60, 40, 25):
        asked = {"format": "webp", "quality": quality, "clip": box, "captureBeyondViewport": True}
        picture = base64.b64decode(camera.send("Page.captureScreenshot", asked)["data"])
        if len(picture) <= LARGEST_BYTES:
            break
    return picture


def known() -> dict[str, list[str]]:
    found: dict[str, list[str]] = json.loads(HEADINGS.read_text("utf-8")) if HEADINGS.exists() else {}
    return found


def keep(name: str, size: str, found: list[str], picture: bytes) -> None:
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}-{size}.webp").write_bytes(picture)
    now = json.dumps(dict(sorted({**known(), name: found}.items())), ensure_ascii=False, indent=1)
    HEADINGS.write_text(now + "\n", "utf-8", newline="\n")


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_shows_the_page_as_it_is(office: AtStage, screen: Window, name: str) -> None:
    shown = PICTURES[name]
    here = office(shown.stage, shown.now)
    path = shown.before(here) or shown.path
    for size, (pixels, scale) in SIZES.items():
        window = screen(pixels)
        if shown.who is not None:
            Session.objects.all().delete()  # on one device only: nothing to be warned of
            window.log_in(here.account(shown.who))
        page = window.open(path)
        shown.come_to(page)
        if ANEW:
            keep(name, size, headings(page), take(page, scale))
        assert (FOLDER / f"{name}-{size}.webp").exists()
        assert headings(page) == known()[name], "make the pictures anew, as this file's first lines say"


def test_the_pictures_are_small_enough_for_a_bad_line_and_each_is_in_a_guide() -> None:
    files = sorted(FOLDER.glob("*.webp"))
    assert {file.stem for file in files} == {f"{name}-{size}" for name in PICTURES for size in SIZES}
    assert {file.name: file.stat().st_size for file in files if file.stat().st_size > LARGEST_BYTES} == {}
    assert sum(file.stat().st_size for file in files) <= ALL_BYTES
    told = "".join(guide.read_text("utf-8") for guide in GUIDES.glob("*.md"))
    in_guides = set(re.findall(r"gambar/halaman/([\w-]+)\.webp", told))
    assert in_guides == {file.stem for file in files}
