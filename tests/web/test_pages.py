"""What stands on the pages, as the demo's people see it, with scripts off."""

import re
from collections.abc import Callable
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from web.conftest import DRAFT, PIN, VILLAGE, Office

from perdes_flow.domain.values import Role
from perdes_flow.use_cases.desk import open_case
from perdes_flow.web.workspace import desk

AtStage = Callable[..., Office]


def text_of(answer: Any) -> str:
    """What a person reads, tags and runs of blanks left out."""
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", answer.content.decode()))).strip()


def letter() -> dict[str, SimpleUploadedFile]:
    """The Bupati's letter, scanned."""
    return {"dokumen-surat_hasil_klarifikasi": SimpleUploadedFile("surat.pdf", b"%PDF-1.7 surat %%EOF")}


def form_key(client: Client, url: str) -> str:
    """The hidden key in the form of a page."""
    found = re.search(r'name="kunci" value="([0-9a-f]{32})"', client.get(url).content.decode())
    assert found
    return found[1]


def test_beranda_says_what_waits_until_when_and_by_which_law(office: AtStage) -> None:
    text = text_of(office("penetapan", now="2026-03-16T03:00:00+00:00").client(Role.KADES).get("/"))
    waiting = text.partition("Semua rancangan")[0]
    assert "Pelindungan Pekerja Migran Indonesia" in waiting
    # 15 days from the day that the draft was handed over, 16 March (PP 43/2014 Pasal 84 ayat (3))
    assert "sampai Selasa, 31 Maret 2026" in waiting
    assert "PP 43/2014 Pasal 84" in waiting


@pytest.mark.parametrize(
    ("stage", "role", "asked", "button"),
    [
        ("pembahasan_internal", Role.ANGGOTA_BPD, "Beri catatan atas naskah", "Baca dan beri catatan"),
        ("pembahasan_internal", Role.KETUA_BPD, "Pembahasan bersama yang pertama", "Buka"),
        ("pembahasan_bersama", Role.ANGGOTA_BPD, "Beri catatan atas naskah", "Baca dan beri catatan"),
        ("perbaikan", Role.PENYUSUN, "Kerjakan naskah dan jawab catatan", "Buka"),
        ("konsultasi_publik", Role.SEKDES, "Jawab masukan warga", "Jawab masukan warga"),
    ],
)
def test_beranda_asks_everybody_for_what_is_theirs_to_do(
    office: AtStage, stage: str, role: Role, asked: str, button: str
) -> None:
    text = text_of(office(stage).client(role).get("/")).partition("Semua rancangan")[0]
    assert "Tidak ada yang menunggu Anda." not in text
    assert asked in text
    assert button in text


def test_nothing_waits_for_those_whose_turn_it_is_not(office: AtStage) -> None:
    text = text_of(office("penetapan").client(Role.ANGGOTA_BPD).get("/"))
    assert "Tidak ada yang menunggu Anda." in text


def test_draf_shows_stage_term_versions_and_what_a_step_lacks(office: AtStage) -> None:
    text = text_of(office("pembahasan_bersama").client(Role.KETUA_BPD).get(f"/rancangan/{DRAFT}/"))
    draft = open_case(desk(VILLAGE), DRAFT).draft
    assert draft.latest is not None
    upper = draft.latest.text_sha256[:16].upper()
    assert "Pembahasan bersama" in text
    assert "Versi 4" in text
    assert " ".join(upper[i : i + 4] for i in (0, 4, 8, 12)) in text
    assert "Belum ada musyawarah pada tahap ini." in text


def test_the_picture_marks_the_stage_of_this_draft(office: AtStage) -> None:
    picture = office("penetapan").client(Role.KADES).get(f"/rancangan/{DRAFT}/alur.svg")
    assert picture["Content-Type"] == "image/svg+xml"
    assert re.search(r'data-tahap="penetapan"><title>[^<]*\(tahap sekarang\)', picture.content.decode())


def test_a_version_is_downloaded_and_never_opened_as_a_page(office: AtStage) -> None:
    here = office("berlaku")
    answer = here.client(Role.PENYUSUN).get(f"/rancangan/{DRAFT}/versi/2.docx")
    stored = next((here.home / "drafts" / VILLAGE / DRAFT).glob("v002-*.docx")).read_bytes()
    assert answer.content == stored
    assert answer["Content-Disposition"] == f'attachment; filename="{DRAFT}-v002.docx"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"].startswith("application/vnd.openxmlformats-officedocument")
    assert here.client(Role.PENYUSUN).get(f"/rancangan/{DRAFT}/versi/9.docx").status_code == 404


def test_a_step_that_is_refused_says_why_keeps_what_was_typed_and_writes_nothing(office: AtStage) -> None:
    here = office("pembahasan_bersama", now="2026-03-11T05:00:00+00:00")
    before = here.heads()
    answer = here.client(Role.KETUA_BPD).post(
        f"/rancangan/{DRAFT}/langkah/sepakati/ambil/", {"nomor": "5/BPD/2026", "alasan": "coba", "pin": PIN}
    )
    assert answer.status_code == 422
    text = text_of(answer)
    assert "Belum tercatat" in text
    assert "Dokumen belum ada: daftar hadir musyawarah." in text
    assert "Belum ada mufakat dan belum ada suara." in text
    assert "Dasar: Permendagri 110/2016 Pasal 37 ayat (3)" in text
    assert 'value="5/BPD/2026"' in answer.content.decode()
    assert here.heads() == before


@pytest.mark.parametrize(("pin", "code"), [("", 422), ("000001", 422), (PIN, 303)])
def test_a_binding_step_asks_for_the_pin_again(office: AtStage, pin: str, code: int) -> None:
    here = office("klarifikasi", now="2026-04-20T02:00:00+00:00")
    before = here.heads()
    client = here.client(Role.EVALUATOR)
    step = f"/rancangan/{DRAFT}/langkah/klarifikasi_selesai/ambil/"
    answer = client.post(step, {"nomor": "188/1/2026", "pin": pin, **letter()})
    assert answer.status_code == code, text_of(answer)
    assert (here.heads() == before) == (code == 422)


def test_a_form_sent_twice_is_recorded_once_and_says_the_same(office: AtStage) -> None:
    here = office("klarifikasi", now="2026-04-20T02:00:00+00:00")
    client = here.client(Role.EVALUATOR)
    url = f"/rancangan/{DRAFT}/langkah/klarifikasi_selesai/"
    form = {"nomor": "188/1/2026", "pin": PIN, "kunci": form_key(client, url)}
    first = client.post(f"{url}ambil/", {**form, **letter()})
    said, recorded = text_of(client.get(first["Location"])), here.heads()
    again = client.post(f"{url}ambil/", {**form, **letter()})
    assert (first.status_code, again.status_code) == (303, 303)
    assert here.heads() == recorded
    receipt = re.search(
        r"Hasil klarifikasi Bupati: sesuai[^(]*\([^)]*\)\. \(catatan no\. \d+, [0-9a-f]{8}\)", said
    )
    assert receipt
    assert receipt[0] in text_of(client.get(again["Location"]))


def test_the_same_form_key_with_other_words_is_a_new_act(office: AtStage) -> None:
    here = office("klarifikasi", now="2026-04-20T02:00:00+00:00")
    client = here.client(Role.EVALUATOR)
    url = f"/rancangan/{DRAFT}/langkah/klarifikasi_selesai/"
    key = form_key(client, url)
    client.post(f"{url}ambil/", {"nomor": "188/1/2026", "pin": PIN, "kunci": key, **letter()})
    other = client.post(f"{url}ambil/", {"nomor": "188/2/2026", "pin": PIN, "kunci": key, **letter()})
    assert other.status_code == 422  # looked at anew, and refused: the stage is past
    assert "Langkah ini tidak ada lagi pada tahap sekarang" in text_of(other)
