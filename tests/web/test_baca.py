"""Reading a version: every unit at its address, what was said at each, what is new; small, quick, and never trusting a text."""

import gzip
import re
from collections.abc import Callable
from html import unescape
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client
from web.conftest import DRAFT, PIN, VILLAGE, Office
from web.test_pages import form_key, text_of

from perdes_flow.domain.values import Role
from perdes_flow.legal.blocks import Block
from perdes_flow.use_cases import drafting, pointing, reviewing
from perdes_flow.use_cases.desk import open_case
from perdes_flow.web.access.links import COMMENT, READ, make_link
from perdes_flow.web.assets import assets
from perdes_flow.web.workspace import desk
from perdes_flow.word.package import Package
from perdes_flow.word.writer import Paragraph, write

AtStage = Callable[..., Office]
BACA = f"/rancangan/{DRAFT}/baca/"
CATATAN = f"/rancangan/{DRAFT}/catatan/"
PLACE = "Pasal 6 ayat (2)"


def unit(answer: Any, anchor: str) -> str:
    """What a person reads in one satuan of the page."""
    page = answer.content.decode()
    found = re.search(rf'<section class="satuan[^"]*" id="{anchor}">(.*?)</section>', page, re.DOTALL)
    assert found, anchor
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", found[1]))).strip()


def comments() -> dict[int, Any]:
    return dict(open_case(desk(VILLAGE), DRAFT).draft.comments)


def submit(*paragraphs: str, title: str = "naskah.docx") -> int:
    """A new version with these paragraphs; its number."""
    docx = write([Paragraph(text) for text in paragraphs])
    (entry,) = drafting.submit_version(desk(VILLAGE), DRAFT, docx, file_name=title, by="penyusun")
    return int(entry.act.fact.version)  # type: ignore[attr-defined]


# ---- the text


def test_the_text_is_read_by_bab_pasal_and_ayat(office: AtStage) -> None:
    page = office("pembahasan_bersama").client(Role.KETUA_BPD).get(BACA)
    assert unit(page, "bab-i") == "BAB I KETENTUAN UMUM"
    assert unit(page, "pasal-6") == "Pasal 6"
    assert unit(page, "pasal-4-ayat-2").startswith(
        "(2) Pelindungan PMI di Desa meliputi: a. Pelindungan Sebelum Bekerja; b. Pelindungan Selama Bekerja; dan "
        "c. Pelindungan Setelah Bekerja."
    )
    body = page.content.decode()
    for anchor in ("menimbang-huruf-c", "pasal-1-angka-7", "pasal-4-ayat-2-huruf-b", "lampiran-baris-3"):
        assert body.count(f'id="{anchor}"') == 1, anchor
    ids = re.findall(r' id="([^"]+)"', body.partition("<template")[0])
    assert len(ids) == len(set(ids))


def test_every_word_of_the_naskah_stands_on_the_page_in_its_order(office: AtStage) -> None:
    page = office("pembahasan_bersama").client(Role.EVALUATOR).get(BACA)
    case = open_case(desk(VILLAGE), DRAFT)
    naskah = pointing.naskah_of(desk(VILLAGE), case, 4)
    words = [word for unit in naskah.walk() for word in unit.shown.replace(" | ", " ").split()]
    shown = " ".join(
        re.findall(
            r'<div class="bunyi" lang="id">(.*?)</div>\s*(?:<div|</section)', page.content.decode(), re.DOTALL
        )
    )
    read = unescape(re.sub(r"<[^>]+>", " ", shown)).split()
    captions = {"Menimbang:", "Mengingat:", "Menetapkan:"}
    assert [word for word in read if word not in captions] == words


def test_a_table_names_the_column_of_each_cell_for_a_narrow_screen(office: AtStage) -> None:
    body = office("pembahasan_bersama").client(Role.KETUA_BPD).get(BACA).content.decode()
    row = re.search(r'<tr id="lampiran-baris-2">(.*?)</tr>', body)
    assert row
    assert re.findall(r'data-k="([^"]+)"', row[1]) == [
        "No.",
        "Jenis Layanan",
        "Pelaksana",
        "Jangka Waktu",
        "Biaya",
    ]
    assert "Verifikasi data Calon PMI" in row[1]


def test_an_older_version_is_read_as_it_was_and_not_talked_about(office: AtStage) -> None:
    page = office("pembahasan_bersama").client(Role.KETUA_BPD).get(f"{BACA}2/")
    assert "Ini versi 2, bukan yang terakhir." in text_of(page)
    assert "Tanya tentang" not in page.content.decode()
    assert office_has_no_version_nine(page.client)


def office_has_no_version_nine(client: Client) -> bool:
    return client.get(f"{BACA}9/").status_code == 404


def test_the_first_view_is_small_and_the_scripts_are_smaller(office: AtStage) -> None:
    """39 Pasal: at most 50 kB packed with its styles, at most 25 kB more of scripts."""
    here = office("pembahasan_bersama")
    assert open_case(desk(VILLAGE), DRAFT).draft.versions[-1].pasal == 39
    page = here.client(Role.KETUA_BPD, **{"accept-encoding": "gzip"}).get(BACA)
    assert page["Content-Encoding"] == "gzip"
    body = gzip.decompress(page.content).decode()
    wanted = [
        assets()[name.split("/", 3)[3]]
        for name in re.findall(r'(?:href|src)="(/aset/[^"]+)"', body)
        for name in [name]
    ]
    sizes = {
        media: sum(len(a.packed or a.data) for a in wanted if a.media_type == media)
        for media in ("text/css", "text/javascript")
    }
    assert len(page.content) + sizes["text/css"] <= 50_000
    assert 0 < sizes["text/javascript"] <= 25_000


def test_a_version_is_read_from_its_file_once(office: AtStage, monkeypatch: pytest.MonkeyPatch) -> None:
    here = office("perbaikan")
    submit("PERATURAN DESA SUMBERAGUNG", "Pasal 1", "Sekali saja dibaca.")
    texts: list[str] = []  # of each file that was read: the page reads the versions before it, too
    original = pointing.read

    def counted(package: Package) -> tuple[Block, ...]:
        blocks = original(package)
        texts.append(" ".join(block.text for block in blocks))
        return blocks

    monkeypatch.setattr(pointing, "read", counted)
    client = here.client(Role.PENYUSUN)
    for _ in range(3):
        assert "Sekali saja dibaca." in text_of(client.get(BACA))
    assert sum("Sekali saja dibaca." in text for text in texts) == 1


def test_what_readers_might_not_see_is_said(office: AtStage) -> None:
    """The demo's third version was handed in with tracked changes, counted here in the file's own XML."""
    here = office("pembahasan_bersama")
    with ZipFile(next((here.home / "drafts" / VILLAGE / DRAFT).glob("v003-*.docx"))) as parts:
        xml = b"".join(parts.read(name) for name in parts.namelist() if name.endswith(".xml"))
    tracked = re.findall(rb"<w:(?:ins|del|moveFrom|moveTo|rPrChange|pPrChange) ", xml)
    client = here.client(Role.KETUA_BPD)
    assert f"Ada {len(tracked)} perubahan terlacak" in text_of(client.get(f"{BACA}3/"))
    assert "perubahan terlacak" not in text_of(client.get(BACA))


# ---- since I last read


def test_what_changed_since_one_read_it_is_marked_until_one_says_so(office: AtStage) -> None:
    here = office("perbaikan")
    reader, other = here.client(Role.KADES), here.client(Role.PENYUSUN)
    submit("PERATURAN DESA", "Pasal 1", "Satu tetap.", "Pasal 2", "Dua lama.", "Pasal 3", "Tiga hilang.")
    assert "Sejak Anda baca" not in text_of(reader.get(BACA))  # the first time: nothing to compare with
    new = submit("PERATURAN DESA", "Pasal 1", "Satu tetap.", "Pasal 2", "Dua baru.")
    for _ in range(2):  # looking does not count as reading
        page = reader.get(BACA)
        assert f"Sejak Anda baca versi {new - 1}" in text_of(page)
        assert "1 bagian baru atau berbunyi lain, ditandai di bawah; 2 bunyi lama tidak ada lagi." in text_of(
            page
        )
        assert f"berubah sejak versi {new - 1}" in unit(page, "pasal-2")
        assert "berubah" not in unit(page, "pasal-1")
    assert "Sejak Anda baca" not in text_of(other.get(BACA))
    before = here.heads()
    assert reader.post(f"{BACA}{new}/sudah/").status_code == 303
    assert "Sejak Anda baca" not in text_of(reader.get(BACA))
    assert here.heads() == before  # who read what is nobody's record


# ---- from a link in the chat to a comment


def test_from_a_link_to_a_stored_comment_in_four_taps_without_scripts(office: AtStage) -> None:
    here = office("pembahasan_bersama")
    account = here.account(Role.ANGGOTA_BPD)
    token = make_link(account.village, account.person, made_by="o003", draft=DRAFT, acts=(READ, COMMENT))
    client = here.client()
    before = set(comments())
    client.get(f"/t/{token}/")  # tap 1: the link in the chat
    opened = client.post(f"/t/{token}/masuk/")  # tap 2: "Buka naskah"
    assert opened["Location"] == BACA
    page = client.get(opened["Location"]).content.decode()
    question = re.search(
        rf'<a class="tanya" href="([^"]+)" aria-label="Tanya tentang {re.escape(PLACE)}">', page
    )
    assert question
    form = unescape(question[1])  # tap 3: "Tanya"
    said = {"tempat": PLACE, "isi": "Siapa yang menghitung dua hari itu?", "kunci": form_key(client, form)}
    sent = client.post(f"{CATATAN}beri/", {**said, "bobot": "penting"})  # tap 4: "Kirim"
    assert sent["Location"] == f"{BACA}#pasal-6-ayat-2"
    (number,) = set(comments()) - before
    assert (comments()[number].address, comments()[number].text) == (PLACE, said["isi"])
    shown = client.get(BACA)
    receipt = re.search(r"Tanda terima: (\d+-[0-9A-F]{8})\. Simpan", text_of(shown))
    assert receipt
    head, _ = here.heads()[VILLAGE]
    assert receipt[1].startswith(f"{head}-")
    assert said["isi"] in unit(shown, "pasal-6-ayat-2")


def test_a_link_that_only_reads_shows_no_form(office: AtStage) -> None:
    here = office("pembahasan_bersama")
    account = here.account(Role.ANGGOTA_BPD)
    token = make_link(account.village, account.person, made_by="o003", draft=DRAFT, acts=(READ,))
    client = here.client()
    client.post(f"/t/{token}/masuk/")
    page = client.get(BACA)
    assert "Tautan Anda hanya untuk membaca." in text_of(page)
    assert "Tanya tentang" not in page.content.decode()
    assert client.post(f"{CATATAN}beri/", {"tempat": PLACE, "isi": "tidak boleh"}).status_code == 403


def test_where_the_stage_takes_no_comments_the_page_says_why(office: AtStage) -> None:
    page = office("penetapan").client(Role.ANGGOTA_BPD).get(BACA)
    assert "tidak membuka kesempatan memberi catatan; yang sudah dikatakan tetap terbaca." in text_of(page)
    assert "Tanya tentang" not in page.content.decode()


# ---- a hostile text


def test_a_text_full_of_markup_is_shown_as_text(office: AtStage) -> None:
    here = office("perbaikan")
    evil = "<script>alert(1)</script><img src=x onerror=alert(2)>\" ' & </section>"
    new = submit(
        f"PERATURAN DESA {evil}", "Pasal 1", f"(1) Jahat {evil}", f"(2) Lagi {evil}", title=f"{evil}.docx"
    )
    reviewing.open_comment(
        desk(VILLAGE), DRAFT, address="Pasal 1 ayat (1)", quote="Jahat", text=f"Catatan {evil}", by="kades"
    )
    client = here.client(Role.PENYUSUN)
    number = max(comments())
    for path in (
        BACA,
        CATATAN,
        f"{CATATAN}{number}/",
        f"{CATATAN}tulis/?cara=ubah&tempat=Pasal+1+ayat+(1)",
        f"/rancangan/{DRAFT}/perubahan/{new}/{new}/?semua=1",
    ):
        page = client.get(path)
        assert page.status_code == 200, path
        assert evil in unescape(page.content.decode()), path
        assert "<script>alert" not in page.content.decode(), path
        assert "<img" not in page.content.decode(), path
    page = client.get(f"/rancangan/{DRAFT}/perubahan/{new - 1}/{new}/?pandangan=sandingan").content.decode()
    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page


def test_a_place_that_is_no_place_is_not_there(office: AtStage) -> None:
    client = office("pembahasan_bersama").client(Role.KETUA_BPD)
    for place in ("Pasal 99", "<script>", "Pasal 6 ayat (2) huruf z", "x" * 5000):
        assert client.get(f"{CATATAN}tulis/", {"tempat": place}).status_code == 404, place
    assert client.get(f"{CATATAN}99/").status_code == 404
    assert PIN  # of everybody
