"""Orang: people and their offices, added by those who answer for the village's data."""

from collections.abc import Callable
from datetime import date

from web.conftest import PEOPLE, VILLAGE, Office

from perdes_flow.domain.values import Role
from perdes_flow.use_cases.desk import open_village
from perdes_flow.web.workspace import desk

AtStage = Callable[..., Office]
NEW = {"nama": "Siti Contoh", "sapaan": "siti", "jabatan": ["anggota_bpd"], "sejak": "2026-02-01"}


def person(nickname: str):  # type: ignore[no-untyped-def]
    return open_village(desk(VILLAGE))[0].person(nickname)


def test_everybody_in_office_is_listed_with_the_office(office: AtStage) -> None:
    page = office().client(Role.SEKDES).get("/orang/").content.decode()
    for nickname in PEOPLE.values():
        assert f"<code>{nickname}</code>" in page
    assert "Sebelum rancangan pertama" not in page  # long past


def test_a_new_person_comes_into_office(office: AtStage) -> None:
    here = office()
    answer = here.client(Role.SEKDES).post("/orang/tambah/", NEW, follow=True)
    assert "Siti Contoh" in answer.content.decode()
    assert person("siti").holds(Role.ANGGOTA_BPD, date(2026, 3, 1))


def test_a_name_without_a_nickname_gives_one(office: AtStage) -> None:
    office().client(Role.SEKDES).post("/orang/tambah/", NEW | {"sapaan": ""})
    assert person("siti-contoh") is not None


def test_an_acting_official_needs_the_decree(office: AtStage) -> None:
    here = office()
    before = here.heads()
    acting = NEW | {"penjabat": "ya", "jabatan": ["kades"]}
    answer = here.client(Role.SEKDES).post("/orang/tambah/", acting)
    assert answer.status_code == 422
    assert "keputusan pengangkatannya" in answer.content.decode()
    assert here.heads() == before
    assert (
        here.client(Role.SEKDES).post("/orang/tambah/", acting | {"keputusan": "141/7/2026"}).status_code
        == 303
    )
    assert person("siti").offices[0].acting


def test_a_nickname_belongs_to_one_person(office: AtStage) -> None:
    here = office()
    before = here.heads()
    answer = here.client(Role.SEKDES).post("/orang/tambah/", NEW | {"sapaan": "kades"})
    assert answer.status_code == 422
    assert "sudah dipakai" in answer.content.decode()
    assert 'value="Siti Contoh"' in answer.content.decode()
    assert here.heads() == before


def test_the_form_sent_twice_adds_one_person(office: AtStage) -> None:
    here = office()
    client, form = here.client(Role.SEKDES), NEW | {"kunci": "k1"}
    assert client.post("/orang/tambah/", form).status_code == 303
    after = here.heads()
    assert client.post("/orang/tambah/", form).status_code == 303
    assert here.heads() == after
