"""The pages on PostgreSQL: the same tables, the same lists, the same refusals."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import connections
from django.test import Client
from storage.conftest import postgres
from web.conftest import PIN, _give_pins, _point_at

from perdes_flow.bootstrap.workspace import create_workspace
from perdes_flow.domain.values import Role
from perdes_flow.use_cases import registering
from perdes_flow.use_cases.desk import open_village
from perdes_flow.web.access.tokens import make_token
from perdes_flow.web.models import Account
from perdes_flow.web.workspace import desk, workspace

__all__ = ["postgres"]
VILLAGE = "sumberagung"
PMI = Path(__file__).parents[2] / "drafts" / "contoh" / "pelindungan-pmi"


@pytest.fixture
def village(postgres: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A village with its people in a database of its own on a PostgreSQL server."""
    name = f"t{uuid4().hex}"
    postgres.psql(f"CREATE DATABASE {name};")
    monkeypatch.setenv("PERDES_DATABASE_URL", str(postgres.get_uri(name)))
    create_workspace(tmp_path / "kerja").close()
    _point_at(tmp_path / "kerja", "")
    call_command("migrate", interactive=False, verbosity=0)
    registering.register_village(
        desk(VILLAGE),
        village=VILLAGE,
        desa="Sumberagung",
        kecamatan="Sale",
        kabupaten="Kabupaten Rembang",
        zone="WIB",
    )
    for nickname, office in (("sekdes", Role.SEKDES), ("kades", Role.KADES), ("penyusun", Role.PENYUSUN)):
        registering.add_person(
            desk(VILLAGE),
            nickname=nickname,
            name=nickname.title(),
            offices=(office,),
            since=date(2026, 1, 1),
            by="sekdes",
        )
    _give_pins(VILLAGE, ("sekdes", "kades", "penyusun"))
    yield VILLAGE
    connections.close_all()


def test_the_api_does_its_work_on_postgresql(village: str) -> None:
    account = Account.objects.get(person=open_village(desk(village))[0].person("penyusun").id)
    token = make_token(account, "uji")

    def ask(method: str, path: str, **more: Any) -> Any:
        client = Client(headers={"authorization": f"Bearer {token}"})
        return getattr(client, method)(f"/api{path}", **more)

    assert ask("get", "/me").json()["roles"] == ["penyusun"]
    begin = {"draft": "ketertiban", "title": "Ketertiban Umum"}
    made = ask("post", "/drafts", data=begin, content_type="application/json")
    assert made.status_code == 201, made.content
    for number, name in enumerate(("v1-usulan-kopi.docx", "v2-setelah-konsultasi-publik.docx"), start=1):
        file = SimpleUploadedFile(name, (PMI / name).read_bytes())
        sent = ask("post", "/drafts/ketertiban/versions", data={"file": file})
        assert (sent.status_code, sent.json()[0]["fact"]["version"]) == (201, number)
    again = ask("post", "/drafts", data=begin, content_type="application/json")
    assert (again.status_code, again.json()["code"]) == (422, "rancangan_sudah_ada")
    listed = ask("get", "/drafts", data={"words": "ketertib umum"}).json()
    assert [row["draft"] for row in listed["rows"]] == ["ketertiban"]
    for path in (
        "",
        "/history",
        "/steps",
        "/versions/2/outline",
        "/versions/1/2/changes",
        "/comments",
        "/meetings",
    ):
        assert ask("get", f"/drafts/ketertiban{path}").status_code == 200, path
    assert ask("get", "/drafts/tidak-ada").status_code == 404
    assert ask("get", "/verify").status_code == 200
    account.tokens.all().delete()
    assert ask("get", "/me").status_code == 401


def test_a_draft_is_begun_and_found_again_on_postgresql(village: str) -> None:
    assert connections["default"].vendor == "postgresql"
    client = Client()
    form = {"desa": village, "sapaan": "sekdes", "pin": "000001"}
    for _ in range(3):
        assert client.post("/masuk/pin/", form).status_code == 422
    assert client.post("/masuk/pin/", {**form, "pin": PIN}).status_code == 303
    page = client.get("/mulai/").content.decode()
    fields = dict(re.findall(r'name="(\w+)"[^>]*value="([^"]*)"', page))
    begun = client.post(
        "/mulai/kirim/",
        {
            **fields,
            "judul": "Ketertiban Umum",
            "jenis": "umum",
            "alur": "perdes",
            "asal": "pemdes",
            "prakarsa": "pemdes",
        },
    )
    assert begun.status_code == 303, begun.content.decode()[-800:]
    assert "Ketertiban Umum" in client.get(begun["Location"]).content.decode()
    listed = client.get("/", {"cari": "ketertiban", "tahap": "penyusunan"}).content.decode()
    assert "Ketertiban Umum" in listed.partition("Semua rancangan")[2]
    client.post("/keluar/")
    assert client.get("/").status_code == 302
    assert workspace().log(village).head()[0] > 0
