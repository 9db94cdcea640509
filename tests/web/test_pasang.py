"""The first start: from an empty folder to the first submitted Word file, by the screen alone."""

import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connections
from django.test import Client
from web.conftest import Office, _point_at

from perdes_flow.bootstrap.workspace import create_workspace
from perdes_flow.use_cases.desk import open_case, open_village
from perdes_flow.web.access import setup
from perdes_flow.web.workspace import desk, workspace

NASKAH = Path(__file__).parents[2] / "drafts/contoh/pelindungan-pmi/v1-usulan-kopi.docx"
VILLAGE = {"desa": "Suka Maju", "kecamatan": "Sale", "kabupaten": "Kabupaten Rembang", "zona": "WITA"}
SECRETARY = {"nama": "Sekretaris Contoh", "sapaan": "sekdes", "sejak": "2026-01-05", "penyusun": "ya"}
PINS = {"pin": "271828", "pin_lagi": "271828"}


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Path]:
    """A workspace without a village, served."""
    from django.core.management import call_command

    home = tmp_path / "baru"
    _point_at(home, "2026-03-02T03:00:00+00:00")
    create_workspace(home).close()
    call_command("migrate", interactive=False, verbosity=0)
    yield home
    connections.close_all()


def opened(home: Path) -> Client:
    """A browser in which the code was typed."""
    client = Client()
    assert client.post("/pasang/kode/", {"kode": setup.issue_code(home)}).status_code == 303
    return client


def test_from_an_empty_folder_to_the_first_submitted_file(empty: Path) -> None:
    code, client = setup.issue_code(empty), Client()
    assert "Kode pemasangan" in client.get("/", follow=True).content.decode()
    assert client.post("/pasang/kode/", {"kode": code.lower().replace("-", " ")}).status_code == 303
    assert "Nama desa" in client.get("/pasang/").content.decode()
    assert client.post("/pasang/desa/", VILLAGE).status_code == 303
    assert workspace().villages() == ()  # every answer can still be changed
    assert "Suka Maju" in client.get("/pasang/").content.decode()
    done = client.post("/pasang/selesai/", SECRETARY | PINS, follow=True)
    assert "Mulai rancangan pertama" in done.content.decode()
    village = open_village(desk("suka-maju"))[0]
    assert (village.desa, village.zone, village.people["o001"].nickname) == ("Suka Maju", "WITA", "sekdes")

    started = client.post(
        "/mulai/kirim/",
        {"judul": "Ketertiban", "alur": "perdes", "jenis": "umum", "asal": "pemdes", "prakarsa": "pemdes"},
    )
    assert started["Location"] == "/rancangan/ketertiban/serah/"
    with NASKAH.open("rb") as file:
        looked = client.post("/rancangan/ketertiban/serah/periksa/", {"naskah": file})
    assert client.post(f"{looked['Location']}kirim/").status_code == 303
    assert len(open_case(desk("suka-maju"), "ketertiban").draft.versions) == 1


def test_without_the_code_on_the_terminal_nobody_sets_up_the_village(empty: Path) -> None:
    setup.issue_code(empty)
    client = Client()
    answer = client.post("/pasang/kode/", {"kode": "AAAA-AAAA"})
    assert answer.status_code == 422
    assert "tidak cocok" in answer.content.decode()
    client.post("/pasang/desa/", VILLAGE)
    client.post("/pasang/selesai/", SECRETARY | PINS)
    assert workspace().villages() == ()


def test_a_newer_start_of_the_server_closes_the_old_code_and_what_it_opened(empty: Path) -> None:
    client = opened(empty)
    setup.issue_code(empty)
    client.post("/pasang/desa/", VILLAGE)
    client.post("/pasang/selesai/", SECRETARY | PINS)
    assert workspace().villages() == ()


def test_only_the_hash_of_the_code_is_kept_readable_by_its_owner(empty: Path) -> None:
    code = setup.issue_code(empty)
    kept = empty / setup.FILE
    assert re.fullmatch("[0-9a-f]{64}", kept.read_text())
    assert code.replace("-", "") not in kept.read_text().upper()
    assert os.name != "posix" or stat.S_IMODE(kept.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"pin": "123456", "pin_lagi": "123456"}, "berurutan"),
        ({"pin_lagi": "314159"}, "ketik PIN yang sama dua kali"),
        ({"sapaan": "Pak Sekdes!"}, "Sapaan"),
        ({"nama": " "}, "Nama tidak boleh kosong"),
        ({"sejak": "kemarin"}, "Tanggal"),
    ],
)
def test_what_is_wrong_is_said_what_was_typed_stays_and_nothing_is_recorded(
    empty: Path, wrong: dict[str, str], says: str
) -> None:
    client = opened(empty)
    client.post("/pasang/desa/", VILLAGE)
    answer = client.post("/pasang/selesai/", SECRETARY | PINS | wrong)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert 'value="2026-01-05"' in answer.content.decode() or "sejak" in wrong
    assert workspace().villages() == ()


def test_a_village_without_a_name_is_asked_for_again(empty: Path) -> None:
    client = opened(empty)
    for wrong in ({"desa": " "}, {"zona": "GMT"}, {"desa": "ꦢꦺꦱ"}):
        answer = client.post("/pasang/desa/", VILLAGE | wrong)
        assert answer.status_code == 422
        assert 'value="Sale"' in answer.content.decode()


def test_once_somebody_is_in_office_the_first_start_is_over(office, empty: Path) -> None:  # type: ignore[no-untyped-def]
    client = opened(empty)
    client.post("/pasang/desa/", VILLAGE)
    client.post("/pasang/selesai/", SECRETARY | PINS)
    assert not (empty / setup.FILE).exists()
    assert Client().get("/pasang/")["Location"] == "/masuk/"
    assert Client().post("/pasang/selesai/", SECRETARY | PINS)["Location"] == "/pasang/"
    here: Office = office()
    before = here.heads()
    assert here.client().post("/pasang/selesai/", SECRETARY | PINS).status_code == 303
    assert here.heads() == before
