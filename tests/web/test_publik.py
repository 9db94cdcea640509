"""Publik: what everybody may see of a village, what residents may say, and nothing besides."""

import csv
import gzip
import re
from collections.abc import Callable
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from web.conftest import DRAFT, FOREIGN_VILLAGE, VILLAGE, Office
from web.test_pages import form_key, text_of

from perdes_flow.domain.values import Role, sidik
from perdes_flow.publication.registers import as_csv
from perdes_flow.use_cases.consulting import answer_input
from perdes_flow.use_cases.desk import open_case, open_village
from perdes_flow.web.assets import assets
from perdes_flow.web.pages import publik
from perdes_flow.web.workspace import desk, workspace

AtStage = Callable[..., Office]
HOME = f"/desa/{VILLAGE}/"
ASKED, LAW = f"{HOME}rancangan/{DRAFT}/", f"{HOME}peraturan/{DRAFT}/"
CONTOH = Path(__file__).parents[2] / "drafts/contoh/pelindungan-pmi"
TITLE = "Pelindungan Pekerja Migran Indonesia"
# stages in which a draft is nobody's business yet, or any more, but the office's
CLOSED = ["penyusunan", "disampaikan", "pembahasan_bersama", "perbaikan", "penetapan", "ditetapkan"]


def inputs():  # type: ignore[no-untyped-def]
    return open_case(desk(VILLAGE), DRAFT).draft.inputs


def test_a_resident_reads_the_draft_and_says_something_without_an_account(office: AtStage) -> None:
    client = office("konsultasi_publik").client()
    assert TITLE in text_of(client.get(HOME))
    page = client.get(ASKED)
    assert "Pasal 5" in text_of(page)
    before = len(inputs())
    sent = client.post(
        f"{ASKED}masukan/", {"masukan": "Jam layanan\r\nlebih lama.", "pasal": "Pasal 5", "nama": ""}
    )
    assert sent.status_code == 303
    one = inputs()[before + 1]
    assert (one.text, one.address, one.name, one.way) == (
        "Jam layanan\nlebih lama.",
        "Pasal 5",
        "",
        "halaman",
    )
    assert (one.by.person, one.by.role, one.answer) == ("sistem", Role.SISTEM, None)
    thanks = text_of(client.get(sent["Location"]))
    receipt = re.search(r"Tanda terima ?: (\d+-[0-9A-F]{8})", thanks)
    assert receipt
    assert receipt[1] == desk(VILLAGE).log.read(DRAFT)[-1].receipt
    assert "Jam layanan" not in text_of(client.get(ASKED))  # what others said is for the office to answer


def test_the_office_answers_what_came_from_the_page(office: AtStage) -> None:
    client = office("konsultasi_publik").client()
    client.post(f"{ASKED}masukan/", {"masukan": "Tambah jam layanan."})
    number = max(inputs())
    answer_input(desk(VILLAGE), DRAFT, number, outcome="diterima", reason="Masuk Pasal 5.", by="sekdes")
    answer = inputs()[number].answer
    assert answer is not None
    assert answer.outcome == "diterima"


def test_the_same_form_sent_twice_is_written_once(office: AtStage) -> None:
    client = office("konsultasi_publik").client()
    form = {"masukan": "Tambah jam layanan.", "kunci": form_key(client, ASKED)}
    first, second = (client.post(f"{ASKED}masukan/", form) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert [one.text for one in inputs().values()].count("Tambah jam layanan.") == 1


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"masukan": " \u200b\r\n "}, "tulis pendapat"),
        ({"masukan": "a" * 2001}, "paling banyak 2000 huruf"),
        ({"masukan": "Baik.", "nama": "N" * 81}, "paling banyak 80 huruf"),
        ({"masukan": "Baik.", "situs": "https://jual.example"}, "Kolom situs"),
        ({"masukan": "NIK saya 3505 1234 5678 9012, tolong."}, "jangan sertakan NIK"),
        ({"masukan": "Baik.", "pasal": "Pasal 999"}, "Pasal 999"),
    ],
)
def test_what_cannot_be_recorded_is_refused_in_a_sentence_and_stays_typed(
    office: AtStage, form: dict[str, str], says: str
) -> None:
    here = office("konsultasi_publik")
    before = here.heads()
    answer = here.client().post(f"{ASKED}masukan/", form)
    assert answer.status_code == 422
    assert says in text_of(answer)
    assert form["masukan"].strip() in answer.content.decode()
    assert here.heads() == before


def test_signs_that_nobody_sees_are_not_recorded(office: AtStage) -> None:
    client = office("konsultasi_publik").client()
    client.post(f"{ASKED}masukan/", {"masukan": "Se\u202etuju\x00.", "nama": "  Wa\u200brga \r\n Tiga "})
    one = inputs()[max(inputs())]
    assert (one.text, one.name) == ("Se tuju .", "Wa rga Tiga")


def test_one_address_cannot_flood_the_record(office: AtStage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publik, "_FROM_ONE_ADDRESS", 2)
    here = office("konsultasi_publik")
    codes = [here.client().post(f"{ASKED}masukan/", {"masukan": f"Ke-{n}."}).status_code for n in range(4)]
    assert codes == [303, 303, 422, 422]


@pytest.mark.parametrize("stage", CLOSED)
def test_a_draft_that_the_people_are_not_asked_about_is_not_there(office: AtStage, stage: str) -> None:
    here = office(stage)
    before = here.heads()
    for client in (here.client(), here.client(Role.SEKDES)):
        assert TITLE not in text_of(client.get(HOME))
        assert TITLE not in text_of(client.get(f"{HOME}peraturan/"))
        for url in (ASKED, LAW):
            assert client.get(url).status_code == 404, url
        assert client.post(f"{ASKED}masukan/", {"masukan": "Halo."}).status_code == 404
        text = sidik(open_case(desk(VILLAGE), DRAFT).draft.versions[-1].text_sha256)
        assert "Tidak ditemukan" in text_of(client.get(f"{HOME}salinan/", {"sidik": text}))
    assert here.heads() == before


@pytest.mark.parametrize(("stage", "url"), [("konsultasi_publik", ASKED), ("berlaku", LAW)])
def test_no_name_no_comment_and_no_property_of_the_file_leaves(office: AtStage, stage: str, url: str) -> None:
    client = office(stage).client()
    said = open_case(desk(VILLAGE), DRAFT).draft
    people = open_village(desk(VILLAGE))[0].people.values()
    secret = [person.nickname for person in people if "-" in person.nickname]
    secret += [one.text for one in (*said.comments.values(), *said.inputs.values())]
    secret += [version.file_name for version in said.versions]
    shown = " ".join(
        client.get(path).content.decode()
        for path in (HOME, url, f"{HOME}peraturan/", f"{HOME}peraturan/buku-peraturan.csv")
    )
    assert [words for words in secret if words in shown] == []


def test_a_promulgated_text_bears_its_number_its_dates_and_its_signatures_and_says_so(
    office: AtStage,
) -> None:
    client = office().client()
    page = client.get(LAW).content.decode()
    text = page[page.index('<div class="naskah">') :]
    draft = open_case(desk(VILLAGE), DRAFT).draft
    assert draft.penetapan is not None
    said = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", text))
    assert "RANCANGAN" not in said
    assert f"PERATURAN DESA SUMBERAGUNG NOMOR {draft.penetapan.nomor} TAHUN 2026 TENTANG" in said
    assert "Ditetapkan di Sumberagung pada tanggal 25 Maret 2026 KEPALA DESA SUMBERAGUNG, ttd. " in said
    assert "Diundangkan di Sumberagung pada tanggal 27 Maret 2026 SEKRETARIS DESA SUMBERAGUNG, ttd. " in said
    assert "LEMBARAN DESA SUMBERAGUNG TAHUN 2026 NOMOR 3" in said
    assert not re.search(r"TAHUN \.\.\.|NOMOR \.\.\.|tanggal \.\.\.", said)
    # what was agreed is told beside it, and its sidik is the one on the page
    told = text_of(client.get(LAW))
    assert "Yang bergaris titik diisi dari catatan" in told
    for blank in ("RANCANGAN", "NOMOR ... TAHUN ...", "pada tanggal ..."):
        assert f"<li>{blank}</li>" in page
    assert draft.pengundangan is not None
    assert sidik(draft.pengundangan.text_sha256) in told


def test_the_register_tells_what_the_law_asks_for(office: AtStage) -> None:
    client = office().client()
    answer = client.get(f"{HOME}peraturan/buku-peraturan.csv")
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    head, row = list(csv.reader(StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert len(head) == len(row) == 10
    draft = open_case(desk(VILLAGE), DRAFT).draft
    assert draft.penetapan is not None
    assert row[1] == "Peraturan Desa"
    assert row[2].startswith(f"Nomor {draft.penetapan.nomor} Tahun 2026")
    assert row[3] == TITLE
    assert row[4].startswith("39 Pasal dalam ")
    assert ": KETENTUAN UMUM; " in row[4]
    assert row[5] == "13 Maret 2026"
    assert row[7].startswith("Nomor ")
    assert row[8] == ""
    assert (
        len(
            next(
                csv.reader(
                    StringIO(client.get(f"{HOME}peraturan/buku-lembaran.csv").content.decode("utf-8-sig")),
                    delimiter=";",
                )
            )
        )
        == 7
    )
    assert client.get(f"{HOME}peraturan/buku-tamu.csv").status_code == 404


def test_no_cell_of_a_register_becomes_a_formula() -> None:
    cells = ["=1+1", "+62", "-1", "@SUM(A1)", "\t=1", " =1", "biasa; titik koma", 'kutip "dua"']
    read = next(
        csv.reader(StringIO(as_csv(["a"], [cells]).decode("utf-8-sig").split("\r\n", 1)[1]), delimiter=";")
    )
    assert read == ["'=1+1", "'+62", "'-1", "'@SUM(A1)", "'\t=1", "' =1", "biasa; titik koma", 'kutip "dua"']


def test_a_copy_is_known_by_its_words_whoever_saved_it(office: AtStage) -> None:
    client = office().client()
    agreed = (CONTOH / "v4-disepakati.docx").read_bytes()
    same = client.post(f"{HOME}salinan/", {"berkas": SimpleUploadedFile("salinan.docx", agreed)})
    assert "Sama dengan naskah yang diundangkan" in text_of(same)
    older = (CONTOH / "v3-setelah-pembahasan-bpd.docx").read_bytes()
    other = client.post(f"{HOME}salinan/", {"berkas": SimpleUploadedFile("salinan.docx", older)})
    assert "Tidak ditemukan" in text_of(other)
    assert "Sama dengan" not in text_of(other)


def test_a_sidik_is_read_as_people_paste_it(office: AtStage) -> None:
    client = office().client()
    signed = open_case(desk(VILLAGE), DRAFT).draft.pengundangan
    assert signed is not None
    for typed in (
        sidik(signed.text_sha256),
        sidik(signed.text_sha256).lower().replace(" ", "-"),
        signed.text_sha256,
    ):
        assert "Sama dengan naskah" in text_of(client.get(f"{HOME}salinan/", {"sidik": typed})), typed
    assert "Tidak ditemukan" in text_of(client.get(f"{HOME}salinan/", {"sidik": "0000 0000 0000 0000"}))
    assert client.get(f"{HOME}salinan/", {"sidik": "7F3A"}).status_code == 422


def test_a_file_that_is_no_word_file_is_refused_in_a_sentence(office: AtStage) -> None:
    answer = office().client().post(f"{HOME}salinan/", {"berkas": BytesIO(b"bukan Word")})
    assert answer.status_code == 422
    assert "Belum dapat diperiksa" in text_of(answer)


def test_villages_stand_apart(two_villages: Office) -> None:
    client = two_villages.client()
    assert "Sukamaju" in text_of(client.get("/desa/"))
    assert client.get(f"/desa/{FOREIGN_VILLAGE}/peraturan/{DRAFT}/").status_code == 404
    assert client.get("/desa/tidak-ada/").status_code == 404
    assert set(workspace().villages()) == {VILLAGE, FOREIGN_VILLAGE}  # asking for one made none


@pytest.mark.parametrize(("stage", "url"), [("konsultasi_publik", ASKED), ("berlaku", LAW)])
def test_a_page_with_its_styles_stays_below_fifty_kilobytes(office: AtStage, stage: str, url: str) -> None:
    page = office(stage).client().get(url).content
    styles = re.findall(r'href="/aset/[0-9a-f]+/([^"]+)"', page.decode())
    sent = len(gzip.compress(page)) + sum(
        len(assets()[name].packed or assets()[name].data) for name in styles
    )
    assert len(styles) >= 4
    assert sent <= 50_000, sent
