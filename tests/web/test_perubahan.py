"""Any two versions compared on a page: in the text, side by side, as sentences, as Word files; compared once."""

import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

import pytest
from web.conftest import DRAFT, VILLAGE, Office
from web.test_baca import submit
from web.test_pages import text_of

from perdes_flow.domain.values import Role
from perdes_flow.use_cases import comparing
from perdes_flow.use_cases.desk import open_case
from perdes_flow.use_cases.versions import version_docx
from perdes_flow.web.workspace import desk
from perdes_flow.word.package import Package
from perdes_flow.word.reader import read
from perdes_flow.word.revisions import accept_all, reject_all
from perdes_flow.word.text_form import normalised_text

AtStage = Callable[..., Office]
BASE = f"/rancangan/{DRAFT}/perubahan/"
OLD = (
    "PERATURAN DESA",
    "Pasal 1",
    "Denda Rp100.000 bagi pelanggar.",
    "Pasal 2",
    "Kedua.",
    "Pasal 3",
    "Ketiga.",
)
NEW = (
    "PERATURAN DESA",
    "Pasal 1",
    "Denda Rp50.000 bagi pelanggar.",
    "Pasal 2",
    "Disisipkan sama sekali baru.",
)
NEW += ("Pasal 3", "Kedua.", "Pasal 4", "Ketiga.")


@pytest.fixture
def pair(office: AtStage) -> tuple[Office, str]:
    """A workspace with two short versions, and the address that compares them."""
    here = office("perbaikan")
    old, new = submit(*OLD), submit(*NEW)
    return here, f"{BASE}{old}/{new}/"


def test_changes_stand_in_the_text_with_a_sentence_above_them(pair: tuple[Office, str]) -> None:
    here, url = pair
    page = here.client(Role.PENYUSUN).get(url)
    body = page.content.decode()
    assert re.search(r"<del>Rp100\.000|<del>[^<]*100", body)
    assert re.search(r"<ins>Rp50\.000|<ins>[^<]*50", body)
    assert "Pasal 1: “Rp100.000” menjadi “Rp50.000”." in text_of(page)
    assert "Pasal 2 ditambahkan: “Pasal 2 Disisipkan sama sekali baru.”" in text_of(page)
    assert "Ketiga." not in body  # only its number changed: hidden until somebody asks
    assert 'class="n"' not in body
    assert "Pasal 3 sampai Pasal 4: tidak berubah selain nomornya" in text_of(page)


def test_numbers_that_shifted_are_shown_on_request_by_a_plain_link(pair: tuple[Office, str]) -> None:
    here, url = pair
    client = here.client(Role.PENYUSUN)
    link = re.search(
        r'<a href="(\?[^"]*penomoran=1[^"]*)">☐&nbsp;<span class="lisan">Tampilkan </span>penomoran \((\d+)\)',
        client.get(url).content.decode(),
    )
    assert link
    assert link[2] == "2"  # Pasal 2 and 3 became 3 and 4
    shown = client.get(url + link[1].replace("&amp;", "&")).content.decode()
    assert '<del class="n">2</del><ins class="n">3</ins>' in shown
    assert '<del class="n">3</del><ins class="n">4</ins>' in shown
    assert "Pasal 3 menjadi Pasal 4, hanya nomornya." in shown


def test_a_moved_pasal_says_where_it_was(office: AtStage) -> None:
    here = office("perbaikan")
    texts = [
        f"Ketentuan nomor {n} tentang hal yang {word} sekali di Desa."
        for n, word in enumerate(("pertama", "kedua", "ketiga", "keempat"), 1)
    ]
    plain = ["PERATURAN DESA", *(line for n, text in enumerate(texts, 1) for line in (f"Pasal {n}", text))]
    order = [texts[1], texts[2], texts[3], texts[0]]
    moved = ["PERATURAN DESA", *(line for n, text in enumerate(order, 1) for line in (f"Pasal {n}", text))]
    old, new = submit(*plain), submit(*moved)
    page = here.client(Role.PENYUSUN).get(f"{BASE}{old}/{new}/")
    assert "dari Pasal 1" in text_of(page)
    assert re.search(r'<p class="\w+ moved"', page.content.decode())


def test_side_by_side_every_changed_pasal_is_one_row(pair: tuple[Office, str]) -> None:
    here, url = pair
    body = here.client(Role.PENYUSUN).get(f"{url}?pandangan=sandingan").content.decode()
    rows = re.findall(r'<tr id="(pasal-\d)">', body)
    assert rows == ["pasal-1", "pasal-2"]
    everything = here.client(Role.PENYUSUN).get(f"{url}?pandangan=sandingan&semua=1").content.decode()
    assert re.findall(r'<tr id="(pasal-\d)">', everything) == ["pasal-1", "pasal-2", "pasal-3", "pasal-4"]


def test_one_unit_alone(pair: tuple[Office, str]) -> None:
    here, url = pair
    shown = text_of(here.client(Role.PENYUSUN).get(f"{url}?bagian=Pasal+2"))
    assert "Disisipkan sama sekali baru." in shown
    assert "Denda" not in shown
    assert here.client(Role.PENYUSUN).get(f"{url}?bagian=<script>&pandangan=aneh").status_code == 200


def test_the_word_files_are_proven_and_are_saved_not_opened(pair: tuple[Office, str]) -> None:
    here, url = pair
    client = here.client(Role.PENYUSUN)
    answer = client.get(f"{url}redline.docx")
    assert answer["Content-Disposition"].startswith(f'attachment; filename="{DRAFT}-redline-v')
    case = open_case(desk(VILLAGE), DRAFT)
    count = len(case.draft.versions)
    for settled, number in ((reject_all, count - 1), (accept_all, count)):
        wanted = normalised_text(read(Package.open(version_docx(desk(VILLAGE), case, number))))
        assert normalised_text(read(Package.open(settled(answer.content)))) == wanted
    with ZipFile(BytesIO(client.get(f"{url}sandingan.docx").content)) as matriks:
        xml = matriks.read("word/document.xml").decode()
    assert "MATRIKS SANDINGAN" in xml
    assert "Disisipkan" in xml


def test_who_looks_for_words_gets_a_redline_without_formats(office: AtStage) -> None:
    client = office("perbaikan").client(Role.PENYUSUN)
    for link in (f"{BASE}2/3/redline.docx?hanya=kata", f"{BASE}1/2/redline.docx?hanya=kata"):
        answer = client.get(link)
        assert answer["Content-Disposition"].endswith('-kata.docx"')
        assert b"rPrChange" not in Package.open(answer.content).read("word/document.xml")
        assert (
            link.removeprefix(BASE)
            in client.get(link.removesuffix("redline.docx?hanya=kata")).content.decode()
        )


def test_a_pair_is_compared_once(pair: tuple[Office, str], monkeypatch: pytest.MonkeyPatch) -> None:
    here, _ = pair
    submit(*NEW, "Pasal 5", "Belum pernah dibandingkan.")
    made: list[object] = []
    original = comparing.redline

    def counted(*args: object, **kwargs: object) -> object:
        made.append(args)
        return original(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(comparing, "redline", counted)
    count = len(open_case(desk(VILLAGE), DRAFT).draft.versions)
    client = here.client(Role.PENYUSUN)
    for view in ("", "?pandangan=daftar", "?pandangan=sandingan", "redline.docx", "sandingan.docx"):
        assert client.get(f"{BASE}{count - 1}/{count}/{view}").status_code == 200
    assert len(made) == 1


def test_the_page_opens_with_what_is_new_to_the_reader(office: AtStage) -> None:
    here = office("perbaikan")
    client = here.client(Role.PENYUSUN)
    count = len(open_case(desk(VILLAGE), DRAFT).draft.versions)
    client.get(f"/rancangan/{DRAFT}/baca/")
    submit(*OLD)
    submit(*NEW)
    assert client.get(BASE)["Location"] == f"{BASE}{count}/{count + 2}/"
    assert client.get(f"{BASE}?lama=1&baru=3")["Location"] == f"{BASE}1/3/"
    assert client.get(f"{BASE}?lama=aneh&baru=")["Location"] == f"{BASE}{count}/{count + 2}/"
    assert client.get(f"{BASE}1/99/").status_code == 404


def test_a_lost_file_is_said_and_does_not_close_the_draft(pair: tuple[Office, str]) -> None:
    here, url = pair
    count = len(open_case(desk(VILLAGE), DRAFT).draft.versions)
    client = here.client(Role.PENYUSUN)
    client.get(f"{BASE}{count}/{count}/")
    next((here.home / "drafts" / VILLAGE / DRAFT).glob(f"v{count:03d}-*.docx")).unlink()
    for address in (url, f"/rancangan/{DRAFT}/baca/"):
        answer = client.get(address)
        assert answer.status_code == 500
        assert "Naskah tidak dapat dibuka" in text_of(answer)
    assert client.get(f"/rancangan/{DRAFT}/").status_code == 200
