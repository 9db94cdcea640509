"""Handing in a Word file through the pages: looked at first, recorded in a second step."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone
from web.conftest import DRAFT, VILLAGE, Office
from web.test_pages import form_key, text_of

from perdes_flow.domain.values import Role
from perdes_flow.messages.files import sentence
from perdes_flow.use_cases.desk import open_case
from perdes_flow.web.models import PendingUpload
from perdes_flow.web.uploads import REQUEST_BYTES
from perdes_flow.web.workspace import desk

AtStage = Callable[..., Office]
SAMPLES = Path(__file__).parents[2] / "drafts" / "contoh"
PMI = SAMPLES / "pelindungan-pmi"
SERAH = f"/rancangan/{DRAFT}/serah/"


def word(path: Path, name: str = "") -> dict[str, SimpleUploadedFile]:
    return {"naskah": SimpleUploadedFile(name or path.name, path.read_bytes())}


def looked_at(client: Client, path: Path) -> str:
    """The page that says how the file stands."""
    answer = client.post(f"{SERAH}periksa/", word(path))
    assert answer.status_code == 303, text_of(answer)
    return str(answer["Location"])


def test_a_file_is_looked_at_first_and_recorded_in_a_second_step(office: AtStage) -> None:
    here = office("perbaikan", now="2026-03-06T02:00:00+00:00")
    before = here.heads()
    client = here.client(Role.PENYUSUN)
    page = looked_at(client, PMI / "v4-disepakati.docx")
    text = text_of(client.get(page))
    assert here.heads() == before
    assert "Berkas ini baik dan dapat diserahkan." in text
    # what differs in the sources of the two files (drafts/contoh/pelindungan-pmi/naskah), tracked changes accepted
    assert "Berdasar versi 3: 5 perubahan." in text
    assert "Pasal 14 ayat (3): ditambah “kerja”." in text
    done = client.post(f"{page}kirim/", {"keterangan": "bersih", "kunci": form_key(client, page)})
    assert done["Location"] == f"/rancangan/{DRAFT}/"
    draft = open_case(desk(VILLAGE), DRAFT).draft
    assert draft.latest is not None
    assert (draft.latest.number, draft.latest.file_name) == (4, "v4-disepakati.docx")
    assert "Versi 4 tercatat: 39 Pasal." in text_of(client.get(done["Location"]))
    assert not PendingUpload.objects.exists()


def test_a_file_made_from_an_older_version_is_said_to_be(office: AtStage) -> None:
    client = office("perbaikan", now="2026-03-06T02:00:00+00:00").client(Role.PENYUSUN)
    text = text_of(client.get(looked_at(client, PMI / "v2-setelah-konsultasi-publik.docx")))
    assert "Berdasar versi 2: 0 perubahan." in text
    assert "Berkas ini dibuat dari versi 2, padahal versi terakhir 3." in text


def test_handing_in_twice_by_a_double_tap_makes_one_version(office: AtStage) -> None:
    client = office("perbaikan", now="2026-03-06T02:00:00+00:00").client(Role.PENYUSUN)
    page = looked_at(client, PMI / "v4-disepakati.docx")
    form = {"keterangan": "", "kunci": form_key(client, page)}
    codes = [client.post(f"{page}kirim/", form).status_code for _ in range(2)]
    assert codes == [303, 303]
    assert len(open_case(desk(VILLAGE), DRAFT).draft.versions) == 4


def test_findings_and_changes_can_be_taken_home_as_word_files(office: AtStage) -> None:
    client = office("perbaikan", now="2026-03-06T02:00:00+00:00").client(Role.PENYUSUN)
    page = looked_at(client, PMI / "v4-disepakati.docx")
    for name in ("lembar.docx", "perubahan.docx"):
        answer = client.get(page + name)
        assert answer["Content-Disposition"].startswith("attachment; filename=")
        assert answer.content.startswith(b"PK")


@pytest.mark.parametrize(
    ("file", "code"),
    [
        ("bermakro.docx", "MACRO"),
        ("pdf-bernama-docx.docx", "NOT_ZIP"),
        ("terpotong.docx", "NOT_ZIP"),
    ],
)
def test_a_file_that_cannot_be_taken_is_refused_in_one_sentence(
    office: AtStage, file: str, code: str
) -> None:
    here = office("perbaikan", now="2026-03-06T02:00:00+00:00")
    before = here.heads()
    answer = here.client(Role.PENYUSUN).post(f"{SERAH}periksa/", word(SAMPLES / "rusak" / file))
    assert answer.status_code == 422
    assert sentence(code, {}).split("{")[0][:30] in text_of(answer)
    assert (here.heads(), PendingUpload.objects.count()) == (before, 0)


def test_a_stage_that_takes_no_text_says_so_before_anybody_chooses_a_file(office: AtStage) -> None:
    here = office("pembahasan_bersama")
    client = here.client(Role.PENYUSUN)
    assert "Pada tahap Pembahasan Bersama naskah tidak dapat diganti" in text_of(client.get(SERAH))
    assert client.post(f"{SERAH}periksa/", word(PMI / "v4-disepakati.docx")).status_code == 422
    assert not PendingUpload.objects.exists()


def test_nobody_else_sees_or_hands_in_what_waits_and_an_hour_later_it_is_gone(office: AtStage) -> None:
    here = office("perbaikan", now="2026-03-06T02:00:00+00:00")
    before = here.heads()
    client = here.client(Role.PENYUSUN)
    page = looked_at(client, PMI / "v4-disepakati.docx")
    other = here.client(Role.SEKDES)
    assert "tidak lagi disimpan" in text_of(other.get(page))
    assert other.post(f"{page}kirim/").status_code == 422
    assert other.get(f"{page}perubahan.docx").status_code == 404
    PendingUpload.objects.update(expires=timezone.now() - timedelta(seconds=1))
    assert "tidak lagi disimpan" in text_of(client.get(page))
    assert client.post(f"{page}kirim/").status_code == 422
    assert here.heads() == before


def test_a_person_keeps_one_file_a_draft(office: AtStage) -> None:
    client = office("perbaikan", now="2026-03-06T02:00:00+00:00").client(Role.PENYUSUN)
    looked_at(client, PMI / "v1-usulan-kopi.docx")
    looked_at(client, PMI / "v4-disepakati.docx")
    assert [row.name for row in PendingUpload.objects.all()] == ["v4-disepakati.docx"]


def test_what_is_larger_than_any_form_is_refused_unread(office: AtStage) -> None:
    here = office("perbaikan")
    body = b"x" * (REQUEST_BYTES + 1)
    answer = here.client(Role.PENYUSUN).generic("POST", f"{SERAH}periksa/", body)
    assert answer.status_code == 413
    assert "terlalu besar" in text_of(answer)


def test_a_name_like_a_path_or_a_tag_is_a_label_and_nothing_else(office: AtStage) -> None:
    here = office("perbaikan", now="2026-03-06T02:00:00+00:00")
    client = here.client(Role.PENYUSUN)
    name = "..\\..\\<img src=x onerror=alert(1)>.docx"
    answer = client.post(f"{SERAH}periksa/", word(PMI / "v4-disepakati.docx", name))
    html = client.get(answer["Location"]).content.decode()
    assert "<img src=x" not in html
    assert "&lt;img src=x onerror=alert(1)&gt;.docx" in html


def test_a_draft_begins_with_its_title_and_goes_on_to_its_first_file(office: AtStage) -> None:
    here = office("berlaku")
    client = here.client(Role.PENYUSUN)
    form = {
        "judul": "Ketertiban Umum",
        "alur": "perdes",
        "jenis": "umum",
        "asal": "pemdes",
        "prakarsa": "pemdes",
    }
    first = client.post("/mulai/kirim/", form)
    second = client.post("/mulai/kirim/", form)
    assert first["Location"] == "/rancangan/ketertiban-umum/serah/"
    assert second["Location"] == "/rancangan/ketertiban-umum-2/serah/"
    assert "versi pertama" in text_of(client.get(first["Location"]))
    assert open_case(desk(VILLAGE), "ketertiban-umum").draft.title == "Ketertiban Umum"
    refused = client.post("/mulai/kirim/", {**form, "judul": "!!!", "jenis": "umum"})
    assert refused.status_code == 422
