"""Signing and promulgating in the pages: the head sees that it is the agreed text, and nothing else can be signed."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from web.conftest import DRAFT, PIN, VILLAGE, Office
from web.test_pages import text_of

from perdes_flow.domain.values import Role
from perdes_flow.use_cases.desk import open_case
from perdes_flow.web.workspace import desk

AtStage = Callable[..., Office]
PAGE = f"/rancangan/{DRAFT}/penetapan/"
PMI = Path(__file__).parents[2] / "drafts" / "contoh" / "pelindungan-pmi"
THE_DAY = "2026-03-25T03:00:00+00:00"
SCAN = b"%PDF-1.7 naskah bertanda tangan %%EOF"


def scan(data: bytes = SCAN, name: str = "naskah.pdf") -> dict[str, SimpleUploadedFile]:
    return {"pindaian": SimpleUploadedFile(name, data)}


def word(name: str) -> dict[str, SimpleUploadedFile]:
    return {"naskah": SimpleUploadedFile(name, (PMI / name).read_bytes())}


def test_the_head_sees_that_it_is_the_agreed_text_and_signs_on_paper(office: AtStage) -> None:
    here = office("penetapan", now=THE_DAY)
    head = here.client(Role.KADES)
    text = text_of(head.get(PAGE))
    # the first 16 digits of the text's SHA-256 at version 4, as docs/text-form.md counts it (see `perdes status`)
    assert "Sama dengan naskah yang disepakati sidik F1E2 CF36 5CAF A7FF" in text
    assert "7 suara setuju, hadir 8 dari 9 anggota" in text
    assert head.post(f"{PAGE}pindaian/", scan()).status_code == 303
    sign = {"langkah": "tetapkan", "nomor": "3", "tanggal": "", "pin": PIN}
    assert head.post(f"{PAGE}sahkan/", {**sign, "pin": "000001"}).status_code == 422
    assert open_case(desk(VILLAGE), DRAFT).draft.penetapan is None
    assert head.post(f"{PAGE}sahkan/", sign).status_code == 303
    draft = open_case(desk(VILLAGE), DRAFT).draft
    assert (draft.state, draft.penetapan is not None) == ("ditetapkan", True)
    assert "Ditetapkan: Nomor 3 Tahun 2026, 25 Maret 2026" in text_of(head.get(PAGE))


def test_the_secretary_promulgates_and_the_head_does_not(office: AtStage) -> None:
    here = office("ditetapkan", now="2026-03-27T02:00:00+00:00")
    clerk, head = here.client(Role.SEKDES), here.client(Role.KADES)
    assert "Langkah ini dilakukan oleh Sekretaris Desa." in text_of(head.get(PAGE))
    promulgate = {"langkah": "undangkan", "nomor": "3", "pin": PIN}
    assert head.post(f"{PAGE}sahkan/", promulgate).status_code == 422
    lacking = clerk.post(f"{PAGE}sahkan/", promulgate)
    assert "Dokumen belum ada: halaman Lembaran Desa" in text_of(lacking)
    clerk.post(f"/rancangan/{DRAFT}/dokumen/buat/lembaran_desa/", {"nomor": "3", "kembali": PAGE})
    assert clerk.post(f"{PAGE}sahkan/", promulgate).status_code == 303
    assert "Lembaran Desa Nomor 3 Tahun 2026, 27 Maret 2026" in text_of(head.get(PAGE))


def test_another_text_is_shown_in_red_with_what_differs_and_is_kept_nowhere(office: AtStage) -> None:
    here = office("penetapan", now=THE_DAY)
    before, head = here.heads(), here.client(Role.KADES)
    other = text_of(head.post(f"{PAGE}cocokkan/", word("v3-setelah-pembahasan-bpd.docx")))
    assert "Tidak sama dengan naskah yang disepakati." in other
    assert "Pasal 14 ayat (3): “kerja” dihapus." in other  # the sources of the two samples differ there
    same = text_of(head.post(f"{PAGE}cocokkan/", word("v4-disepakati.docx")))
    assert same.count("Sama dengan naskah yang disepakati") == 2
    assert here.heads() == before
    hostile = SimpleUploadedFile("x.docx", b"PK\x03\x04 bukan")
    assert head.post(f"{PAGE}cocokkan/", {"naskah": hostile}).status_code == 422


def test_a_file_changed_on_the_disk_is_shown_in_red_and_cannot_be_signed(office: AtStage) -> None:
    here = office("penetapan", now=THE_DAY)
    stored = next((here.home / "drafts" / VILLAGE / DRAFT).glob("v004-*.docx"))
    stored.chmod(0o644)
    stored.write_bytes((PMI / "v3-setelah-pembahasan-bpd.docx").read_bytes())
    head = here.client(Role.KADES)
    page = head.get(PAGE)
    assert "jangan ditandatangani" in text_of(page)
    assert "disabled" in page.content.decode()
    head.post(f"{PAGE}pindaian/", scan())
    answer = head.post(f"{PAGE}sahkan/", {"langkah": "tetapkan", "nomor": "3", "pin": PIN})
    assert answer.status_code == 422
    assert open_case(desk(VILLAGE), DRAFT).draft.penetapan is None


def test_a_signed_word_file_must_be_the_agreed_text_too(office: AtStage) -> None:
    here = office("penetapan", now=THE_DAY)
    head, before = here.client(Role.KADES), here.heads()
    sign = {"langkah": "tetapkan", "nomor": "3", "pin": PIN}
    name = "dokumen-naskah_bertanda_tangan"
    wrong = {name: SimpleUploadedFile("x.docx", (PMI / "v3-setelah-pembahasan-bpd.docx").read_bytes())}
    assert "sidik teksnya berbeda" in text_of(head.post(f"{PAGE}sahkan/", {**sign, **wrong}))
    assert here.heads() == before


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<html><script>alert(1)</script></html>", "naskah.pdf"),
        (b"%PDF-1.7 terpotong", "naskah.pdf"),
        (b"\xff\xd8\xff terpotong", "naskah.jpg"),
        (b"MZ\x90\x00", "naskah.pdf"),
        (b"", "naskah.pdf"),
        ((PMI / "v4-disepakati.docx").read_bytes(), "naskah.pdf"),
    ],
)
def test_what_is_no_whole_scan_is_refused_whatever_its_name(office: AtStage, data: bytes, name: str) -> None:
    here = office("penetapan", now=THE_DAY)
    before = here.heads()
    answer = here.client(Role.KADES).post(f"{PAGE}pindaian/", scan(data, name))
    assert answer.status_code == 422
    assert here.heads() == before


def test_a_scan_named_like_a_page_leaves_as_a_download_only(office: AtStage) -> None:
    here = office("penetapan", now=THE_DAY)
    head = here.client(Role.KADES)
    head.post(f"{PAGE}pindaian/", scan(b"%PDF-1.7 <script>alert(1)</script> %%EOF", "../../x.html"))
    number = len(open_case(desk(VILLAGE), DRAFT).draft.documents)
    file = head.get(f"/rancangan/{DRAFT}/dokumen/{number}/")
    assert file["Content-Type"] == "application/pdf"
    assert file["Content-Disposition"].startswith(f'attachment; filename="{DRAFT}-naskah_bertanda_tangan-')
    assert file["X-Content-Type-Options"] == "nosniff"


def test_before_there_is_an_agreement_the_page_says_so(office: AtStage) -> None:
    here = office("pembahasan_bersama")
    assert "Belum ada naskah yang disepakati bersama" in text_of(here.client(Role.KADES).get(PAGE))
